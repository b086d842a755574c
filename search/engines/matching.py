"""Which rows a plan finds, and how well: for each unit of the query the levels of ``search.levels``."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from pyroaring import BitMap

from search.engines.index import Index
from search.engines.phrases import Phrases, Sought
from search.engines.units import Level, UnitRows, all_of, any_of
from search.promotions import Promotion
from search.query import Plan, Planner
from search.text import folded_words

#: With fewer rows than a page has, phrases are looked for in running text too.
FEW_ROWS = 24


@dataclass(frozen=True, slots=True)
class Found:
    """What one plan finds: its rows, and of each unit the rows by level. ``reads``: running text was read for it, and
    ``in_prose`` has the whole query there as a phrase."""

    plan: Plan
    rows: BitMap
    units: tuple[tuple[Level, ...], ...] = ()
    by_code: BitMap = field(default_factory=BitMap)
    reads: bool = False
    in_prose: BitMap = field(default_factory=BitMap)

    def at(self, least: float) -> BitMap:
        """Rows that have every unit at this level or a better one."""
        return all_of(any_of(rows for weight, rows in unit if weight >= least) for unit in self.units)


@dataclass(frozen=True, slots=True)
class Match:
    """All rows found; ``found`` are the plans that found them, the likeliest first. What is promoted comes beside."""

    rows: BitMap
    found: tuple[Found, ...]
    plan: Plan
    correction: str = ""
    promoted: tuple[Promotion, ...] = ()

    def promoted_on(self, day: str) -> list[str]:
        """The codes that staff put first on an ISO day, in their order."""
        return [each.code for each in self.promoted if each.is_on(date.fromisoformat(day))]

    @property
    def is_everything(self) -> bool:
        return self.plan.is_empty


class Matcher:
    """Evaluates plans on one state of an index; itself the planner's view of the catalogue."""

    def __init__(self, index: Index, phrases: Phrases, planner: Planner) -> None:
        self._index = index
        self._phrases = phrases
        self._planner = planner
        self._units = UnitRows(index, phrases)

    # --- What planning asks -------------------------------------------------------------------------------------------

    def knows(self, word: str) -> bool:
        """Whether a folded word occurs anywhere."""
        return self._index.knows(word)

    def spells(self, word: str) -> bool:
        """Whether a word occurs with these marks in a name or a term."""
        folded = folded_words(word)
        return bool(self._index.marked_words.get(word) or self._index.term_lines.phrase(folded, (word,)))

    def near(self, word: str) -> list[str]:
        """Words of the catalogue and of the synonyms, one slip away; a word that staff listed is no slip."""
        listed = self._planner.synonyms.words
        if word in listed and not self.knows(word):
            return []
        return [near for near in self._index.slips.near(word) if self.knows(near) or near in listed]

    def rows(self, plan: Plan) -> int:
        """How many rows a plan finds, or may find, without reading running text."""
        found = self._found(plan, reads=False)
        return len(found.rows) or len(all_of(map(self._index.prose_words.get, plan.words)))

    # --- Matching -----------------------------------------------------------------------------------------------------

    def match(self, text: str) -> Match:
        """Everything the text finds; fewer words and other spellings are tried only when it finds nothing."""
        plan = self._planner.plan(text, self)
        if plan.is_empty:
            return Match(BitMap(), (), plan)
        found = self._found(plan)
        loosened = None if found.rows else self._planner.loosened(plan)
        if loosened is not None:
            found = self._found(loosened)
        meant = self._planner.untyped(plan, self)
        if meant is not None and (untyped := self._found(meant)).rows:
            return Match(untyped.rows, (untyped,), meant, " ".join(meant.words))
        promoted = self._planner.promotions.get(plan.words, ())
        if found.rows or promoted:
            return Match(found.rows, (found,) if found.rows else (), found.plan, promoted=promoted)
        return self._corrected(plan)

    def _corrected(self, plan: Plan) -> Match:
        for word in self._planner.synonyms.words:
            self._index.slips.add(word)
        corrections = self._planner.corrections(plan, self)
        found = tuple(each for each in map(self._found, corrections) if each.rows)
        if not found:
            return Match(BitMap(), (), plan)
        return Match(any_of(each.rows for each in found), found, found[0].plan, " ".join(found[0].plan.words))

    def _found(self, plan: Plan, reads: bool = True) -> Found:
        """With ``reads``, running text is read for phrases where few rows are found without."""
        by_code = self._by_code(plan)
        strong = [self._units.strong(unit) for unit in plan.units]
        prose = [self._units.prose(unit) for unit in plan.units]
        rows = self._rows(plan, strong, prose) | by_code
        in_prose = BitMap()
        reads = reads and len(rows) < FEW_ROWS
        if reads:
            prose = [known + read for known, read in zip(prose, self._units.read(plan.units), strict=True)]
            in_prose = self._whole_in_prose(plan)
            rows = self._rows(plan, strong, prose) | by_code | in_prose
        units = tuple((*of_unit, *more) for of_unit, more in zip(strong, prose, strict=True))
        return Found(plan, rows, units, by_code, reads, in_prose)

    @staticmethod
    def _rows(plan: Plan, strong: list[list[Level]], prose: list[list[Level]]) -> BitMap:
        has = [any_of(rows for _weight, rows in of_unit) for of_unit in strong]
        anywhere = [rows | any_of(more for _, more in also) for rows, also in zip(has, prose, strict=True)]
        return enough(plan, has, anywhere)

    def _by_code(self, plan: Plan) -> BitMap:
        """The record whose code is the whole query; a code never matches by its beginning."""
        row = self._index.ordinal_of.get(plan.words[0].upper()) if len(plan.words) == 1 else None
        return BitMap() if row is None else BitMap([row])

    def _whole_in_prose(self, plan: Plan) -> BitMap:
        if len(plan.units) < 2:
            return BitMap()
        return self._phrases.in_prose([Sought(plan.words)])[0]


def enough(plan: Plan, strong: Sequence[BitMap], anywhere: Sequence[BitMap]) -> BitMap:
    """Rows that have every unit somewhere, and as many as the plan needs in their names, terms or places."""
    rows = all_of(anywhere)
    if not rows or not plan.needed:
        return rows
    # at_least[k]: rows with k + 1 or more of the units looked at so far
    at_least = [BitMap() for _ in range(plan.needed)]
    for has in strong:
        for number in range(plan.needed - 1, 0, -1):
            at_least[number] |= at_least[number - 1] & has
        at_least[0] |= has
    return rows & at_least[-1]
