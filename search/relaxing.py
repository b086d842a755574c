"""Asking for less where nothing has all that was typed."""

from collections.abc import Iterator
from dataclasses import replace

from search.plan import Catalogue, Plan, Unit, told_apart
from search.typing import says_little

#: Of a query of more words no part is looked for alone.
LONGEST_DIVIDED = 8
#: With so many units one may be missing where nothing has them all.
UNITS_TO_SPARE_ONE = 3
#: With so many, all but two, if the first is what a name begins with: “lược chống rụng tóc bằng sừng”.
UNITS_TO_SPARE_MORE = 4


def looser(plan: Plan) -> Iterator[Plan]:
    """Plans that ask for less: more of it in running text, without words that say little. None of a long query."""
    if plan.is_long:
        return
    of_kind = eased(plan)
    units = tuple(unit for unit in of_kind.units if not unit.kind) or of_kind.units
    if of_kind != plan and len(units) < len(of_kind.units):
        yield of_kind
    loosened = replace(plan, units=units, spelt=most_apart(units) if plan.spelt else 0)
    if loosened != plan:
        yield loosened
    if len(units) > 2:
        yield replace(loosened, is_lenient=True)
    if len(units) > 1:
        yield replace(loosened, is_told=True)


def sparing(plan: Plan, catalogue: Catalogue) -> Iterator[Plan]:
    """The plan with one of several units to spare, then the thing itself with one word more, then phrases that staff
    listed, then words that follow each other, then all of a kind.

    What is left out of the last three still adds to what a record is worth.
    """
    if plan.is_long:
        return
    rest = telling(plan.units)
    units = tuple(unit for unit in rest if not unit.kind)
    if len(units) >= UNITS_TO_SPARE_ONE:
        yield replace(plan, units=units, spare=1, spelt=most_apart(units) if plan.spelt else 0)
        if len(units) >= UNITS_TO_SPARE_MORE and len(units[0].words) == 1:
            yield replace(plan, units=units, spare=len(units) - 2, spelt=0, is_headed=True)
    listed = tuple(unit for unit in units if unit.is_phrase and not unit.is_joined)
    if len(listed) < len(units) and any(unit.alternatives for unit in listed):
        yield replace(plan, units=listed, spelt=0, extra=tuple(unit for unit in units if unit not in listed))
    if len(plan.words) <= LONGEST_DIVIDED:
        yield from _standing(plan, units, catalogue)
    kinds = tuple(unit for unit in rest if unit.kind and (unit.is_phrase or unit.has_marks))
    if kinds and units:
        yield replace(plan, units=kinds, spelt=0, extra=units)


def eased(plan: Plan) -> Plan:
    """The plan without words that say little; of a query of nothing else they stay."""
    units = telling(plan.units)
    return plan if units == plan.units else replace(plan, units=units, spelt=half_apart(units) if plan.spelt else 0)


def telling(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The units but for words that say little; those of a query of nothing else."""
    return tuple(unit for unit in units if not unit.is_loose) or units


def half_apart(units: tuple[Unit, ...]) -> int:
    """How many words must be as typed where the whole query is asked for."""
    return 0 if len(units) < 2 else (len(told_apart(units)) + 1) // 2


def most_apart(units: tuple[Unit, ...]) -> int:
    """The same where less than the whole query is asked for."""
    number = len(told_apart(units))
    return number if number <= 2 else -(-number * 2 // 3)


def _standing(plan: Plan, units: tuple[Unit, ...], catalogue: Catalogue) -> Iterator[Plan]:
    """Plans for words of the query, half of them at least, that follow each other somewhere, the longest first."""
    number = len(plan.words)
    for length in range(number - 1, max(2, (number + 1) // 2) - 1, -1):
        for start in range(number - length + 1):
            words, marked = plan.words[start : start + length], plan.marked[start : start + length]
            whole = (" ".join(words), " ".join(marked))
            ends = ((words[0], marked[0]), (words[-1], marked[-1]), whole)
            if any(says_little(word, typed) and not catalogue.is_strong(word) for word, typed in ends):
                continue
            others = [each for each in zip(plan.words, plan.marked, strict=True) if each[0] not in words]
            is_near = all(
                (catalogue.is_strong(word) and word == typed) or catalogue.spells(typed) for word, typed in others
            )
            if catalogue.has_phrase(words, marked if marked != words else (), in_prose=is_near):
                unit = Unit(words, marked=marked, is_phrase=True, is_joined=True, has_marks=marked != words)
                extra = tuple(each for each in units if not set(each.words) <= set(words))
                yield replace(plan, units=(unit,), spelt=0, extra=extra)
