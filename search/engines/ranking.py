"""The order of results by relevance: tiers, finer within the first few hundred, otherwise newest."""

from collections.abc import Callable

from pyroaring import BitMap

from search.engines.index import Index
from search.engines.matching import Match
from search.query import Plan

#: So many of the first results are weighed one by one; those after them stay newest first in their tier.
FINE_WINDOW = 200


def relevance_page(index: Index, match: Match, hits: BitMap, offset: int, size: int) -> list[int]:
    """Rows ``offset`` to ``offset + size`` of the hits, best first."""
    page: list[int] = []
    if offset < FINE_WINDOW:
        page = _weighed(index, match, hits)[offset : offset + size]
    if len(page) < size:
        page += _by_tier(index, match, hits, max(offset, FINE_WINDOW), size - len(page))
    return page


def _by_tier(index: Index, match: Match, hits: BitMap, offset: int, size: int) -> list[int]:
    page: list[int] = []
    for tier in match.tiers:
        rows = hits & tier
        if offset < len(rows) and len(page) < size:
            page += index.newest.page(rows, offset, size - len(page))
        offset = max(0, offset - len(rows))
    return page


def _weighed(index: Index, match: Match, hits: BitMap) -> list[int]:
    ordered: list[int] = []
    weigh = _scale(index, match.plan)
    for tier in match.tiers:
        if len(ordered) >= FINE_WINDOW:
            break
        rows = index.newest.page(hits & tier, 0, FINE_WINDOW - len(ordered))
        ordered += sorted(rows, key=weigh, reverse=True)  # stable: newest first among equals
    return ordered


def _scale(index: Index, plan: Plan) -> Callable[[int], int]:
    """Phrase in the name with marks, without; at its beginning; the whole name; then words of the name."""
    columns = tuple(
        (weight, phrase, f"\n{phrase}", f"\n{phrase}\n", names)
        for weight, phrase, names in (
            (32, f" {' '.join(plan.marked)} ", index.marked_names),
            (16, f" {' '.join(plan.words)} ", index.folded_names),
        )
    )
    words = [f" {word} " for word in plan.words]

    def weigh(row: int) -> int:
        weight = 0
        for phrase_weight, phrase, beginning, whole, column in columns:
            names = column[row]
            if phrase in names:
                weight += phrase_weight + 8 * (beginning in names) + 16 * (whole in names)
        if weight or len(words) == 1:
            return weight
        folded = index.folded_names[row]
        return sum([word in folded for word in words])

    return weigh
