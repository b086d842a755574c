"""Judged queries put to an engine, and what its answers amount to."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search.documents import SearchQuery
from search.engines.base import SearchEngine
from search.entries import documents_of
from showcase.core.text import fold
from tests.relevance.judged import MARKED, NONSENSE, UNMARKED, Judged, key
from tests.relevance.measures import DEPTH, Measured, measure


@dataclass(frozen=True, slots=True)
class Answered:
    """A judged query with the first ten answers to it."""

    judged: Judged
    ranked: tuple[str, ...]


def ask(engine: SearchEngine, queries: Iterable[Judged]) -> list[Answered]:
    """Every query put to an engine once."""
    engine.refresh()
    return [Answered(judged, ranked(engine, judged)) for judged in queries]


def ranked(engine: SearchEngine, judged: Judged) -> tuple[str, ...]:
    """The first ten answers, called as judgements call them."""
    asked = SearchQuery(judged.type, judged.query, page_size=DEPTH, language=judged.language)
    codes = engine.search(asked).codes()
    found = documents_of(codes)
    return tuple(key(found[code].kind, code, found[code].names["vi"]) for code in codes)


def measured(answered: Iterable[Answered]) -> Measured:
    """The means over the queries that have an answer."""
    return measure((one.ranked, one.judged.grades) for one in answered if one.judged.kind != NONSENSE)


def by_kind(answered: Iterable[Answered]) -> dict[str, Measured]:
    """The means of each kind that has answers."""
    kinds: defaultdict[str, list[Answered]] = defaultdict(list)
    for one in answered:
        if one.judged.kind != NONSENSE:
            kinds[one.judged.kind].append(one)
    return {kind: measured(those) for kind, those in kinds.items()}


def found_for_nonsense(answered: Iterable[Answered]) -> dict[str, Sequence[str]]:
    """What was found where there is nothing to find."""
    return {one.judged.query: one.ranked for one in answered if one.judged.kind == NONSENSE and one.ranked}


def first_ones_that_differ(answered: Sequence[Answered]) -> dict[str, tuple[str, str]]:
    """The first results of marked queries whose twin without marks has another one.

    Words that collide once folded have a kind of their own: there marks decide.
    """
    twins = {_place(one): _first(one) for one in answered if one.judged.kind == UNMARKED}
    marked = [one for one in answered if one.judged.kind == MARKED]
    pairs = {one.judged.query: (_first(one), twins[_place(one)]) for one in marked}
    return {query: pair for query, pair in pairs.items() if pair[0] != pair[1]}


def _place(one: Answered) -> tuple[str, str]:
    return fold(one.judged.query), one.judged.type


def _first(one: Answered) -> str:
    return one.ranked[0] if one.ranked else ""
