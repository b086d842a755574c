"""The order of results by relevance: tiers, finer within the first few hundred, otherwise newest."""

from pyroaring import BitMap

from search.engines.index import Index
from search.engines.matching import Match
from search.query import Plan

#: So many of the first results are weighed one by one; those after them stay newest first in their tier.
FINE_WINDOW = 300


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
    for tier in match.tiers:
        if len(ordered) >= FINE_WINDOW:
            break
        rows = index.newest.page(hits & tier, 0, FINE_WINDOW - len(ordered))
        ordered += sorted(rows, key=lambda row: -_weight(index, match.plan, row))  # stable: newest first among equals
    return ordered


def _weight(index: Index, plan: Plan, row: int) -> int:
    """Phrase in the name with marks, without; at its beginning; words of the name; whole name."""
    marked, folded = index.marked_names[row], index.folded_names[row]
    weight = 0
    for weight_of, words, names in ((8, plan.marked, marked), (4, plan.words, folded)):
        phrase = f" {' '.join(words)} "
        if phrase in names:
            weight += weight_of
            lines = names.split("\n")
            weight += 2 * any(line.startswith(phrase) for line in lines) + 4 * (phrase in lines)
    return 4 * weight + sum(f" {word} " in folded for word in plan.words)
