"""What plans find: of each unit of the query the rows by level, and all of it together."""

from dataclasses import dataclass, field
from datetime import date

from pyroaring import BitMap

from search.engines.units import Level, all_of, any_of, at_least
from search.plan import Plan
from search.promotions import MOST, Promotion

Promoted = tuple[Promotion, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What one plan finds: its rows, and of each unit the rows by level, ``extra`` of those that only add.

    ``reads``: running text was read for it, and ``in_prose`` has the whole query there as a phrase.
    """

    plan: Plan
    rows: BitMap
    units: tuple[tuple[Level, ...], ...] = ()
    by_code: BitMap = field(default_factory=BitMap)
    reads: bool = False
    in_prose: BitMap = field(default_factory=BitMap)
    extra: tuple[tuple[Level, ...], ...] = ()

    def at(self, least: float, spare: int = 0) -> BitMap:
        """Rows that have every unit, but for so many, at this level or a better one."""
        at = [any_of(rows for weight, rows in unit if weight >= least) for unit in self.units]
        return at_least(len(at) - spare, at) if spare else all_of(at)


@dataclass(frozen=True, slots=True)
class Match:
    """All rows found; ``found`` are the plans that found them, the likeliest first. What is promoted comes beside.

    ``correction``: the spelling that was searched instead; ``suggestion``: one that finds better what is asked for.
    """

    rows: BitMap
    found: tuple[Found, ...]
    plan: Plan
    correction: str = ""
    suggestion: str = ""
    promoted: Promoted = ()
    is_everything: bool = False

    def promoted_on(self, day: str) -> list[str]:
        """The codes that staff put first on an ISO day, in their order, each once; so many as are shown first."""
        on = (each.code for each in self.promoted if each.is_on(date.fromisoformat(day)))
        return list(dict.fromkeys(on))[:MOST]


def united(ways: tuple[Found, ...], correction: str = "", suggestion: str = "", promoted: Promoted = ()) -> Match:
    """What several plans find, the likeliest first."""
    found = tuple(each for each in ways if each.rows)
    return Match(any_of(each.rows for each in found), found, ways[0].plan, correction, suggestion, promoted)
