"""Asking for less where nothing has all that was typed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from search.plan import Catalogue, Plan, Unit, told_apart
from search.typing import LOOSE_WORDS

#: A query of more words is taken as it stands.
LONGEST_READ_TWICE = 12
#: Of a query of more words no part is looked for alone.
LONGEST_DIVIDED = 8
#: With so many units one may be missing where nothing has them all.
UNITS_TO_SPARE_ONE = 3
#: With so many, all but two, if the first is what a name begins with: “lược chống rụng tóc bằng sừng”.
UNITS_TO_SPARE_MORE = 4


def looser(plan: Plan) -> Iterator[Plan]:
    """Plans that ask for less: more of it in running text, without words that say little. None of a long query."""
    if len(plan.words) > LONGEST_READ_TWICE:
        return
    of_kind = eased(plan)
    telling = tuple(unit for unit in of_kind.units if not unit.kind) or plan.units
    if of_kind != plan and len(telling) < len(of_kind.units):
        yield of_kind
    loosened = replace(plan, units=telling)
    loosened = replace(loosened, spelt=_most(loosened) if plan.spelt else 0)
    if loosened != plan:
        yield loosened
    if len(telling) > 2:
        yield replace(loosened, is_lenient=True)
    if len(telling) > 1:
        yield replace(loosened, is_told=True)


def sparing(plan: Plan, catalogue: Catalogue) -> Iterator[Plan]:
    """The plan with one of several units to spare, then the thing itself with one word more, then phrases that staff
    listed, then words that follow each other.

    What is left out of the last two still adds to what a record is worth.
    """
    if len(plan.words) > LONGEST_READ_TWICE:
        return
    telling = tuple(unit for unit in telling_of(plan.units, LOOSE_WORDS) if not unit.kind)
    if len(telling) >= UNITS_TO_SPARE_ONE:
        spared = replace(plan, units=telling, spare=1)
        yield replace(spared, spelt=_most(spared) if plan.spelt else 0)
        if len(telling) >= UNITS_TO_SPARE_MORE and len(telling[0].words) == 1:
            yield replace(plan, units=telling, spare=len(telling) - 2, spelt=0, is_headed=True)
    listed = tuple(unit for unit in telling if unit.is_phrase and not unit.is_joined)
    if len(listed) < len(telling) and any(unit.alternatives for unit in listed):
        yield replace(plan, units=listed, spelt=0, extra=tuple(unit for unit in telling if unit not in listed))
    if len(plan.words) <= LONGEST_DIVIDED:
        yield from _standing(plan, telling, catalogue)


def eased(plan: Plan) -> Plan:
    """The plan without words that say little."""
    units = telling_of(plan.units, LOOSE_WORDS)
    return plan if units == plan.units else replace(plan, units=units, spelt=min(plan.spelt, len(told_apart(units))))


def telling_of(
    units: tuple[Unit, ...], empty: Mapping[str, tuple[str, ...]], is_exact: bool = False
) -> tuple[Unit, ...]:
    """The units but for words that say nothing; those of a query of nothing else are kept.

    ``is_exact``: only those that were typed with their marks.
    """
    return tuple(unit for unit in units if unit.alternatives or not _is_in(empty, unit, is_exact)) or units


def _is_in(empty: Mapping[str, tuple[str, ...]], unit: Unit, is_exact: bool) -> bool:
    spellings = empty.get(" ".join(unit.words), ())
    return " ".join(unit.typed) in spellings if unit.typed else bool(spellings) and not is_exact


def _most(plan: Plan) -> int:
    """How many words must be as typed where less than the whole query is asked for."""
    number = len(plan.told_apart)
    return number if number <= 2 else -(-number * 2 // 3)


def _standing(plan: Plan, telling: tuple[Unit, ...], catalogue: Catalogue) -> Iterator[Plan]:
    """Plans for words of the query, half of them at least, that follow each other somewhere, the longest first."""
    number = len(plan.words)
    for length in range(number - 1, max(2, (number + 1) // 2) - 1, -1):
        for start in range(number - length + 1):
            words, marked = plan.words[start : start + length], plan.marked[start : start + length]
            if not LOOSE_WORDS.keys().isdisjoint((words[0], words[-1])):
                continue
            others = [each for each in zip(plan.words, plan.marked, strict=True) if each[0] not in words]
            is_near = all(
                (catalogue.is_strong(word) and word == typed) or catalogue.spells(typed) for word, typed in others
            )
            if catalogue.has_phrase(words, marked if marked != words else (), in_prose=is_near):
                unit = Unit(words, marked=marked, is_phrase=True, is_joined=True, has_marks=marked != words)
                extra = tuple(each for each in telling if not set(each.words) <= set(words))
                yield replace(plan, units=(unit,), spelt=0, extra=extra)
