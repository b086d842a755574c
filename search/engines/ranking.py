"""The order of results by relevance: the first hundred or so are weighed one by one, the others by tiers."""

from collections.abc import Callable, Iterator
from operator import itemgetter

from pyroaring import BitMap

from search import levels
from search.engines.found import Found, Match
from search.engines.index import Index
from search.engines.units import any_of, at_least
from search.plan import Plan
from search.promotions import MOST

#: Of results that have not all that was typed, all are weighed where there are no more: the rest of it decides.
FINE_PARTIAL = 3_000
#: So many of the first results are weighed one by one; those after them stay newest first in their tier.
FINE_WINDOW = 120
Ranked = list[tuple[int, float]]


class Ranking:
    """Orders what a match found on one state of an index, on one day."""

    def __init__(self, index: Index, match: Match, day: str, mixes_kinds: bool) -> None:
        self._index = index
        self._match = match
        self._sold = index.facets.get("availability", {}).get("sold", BitMap())
        self._starred = any_of(index.stars_on(day).values())
        #: What staff put first, the first with most.
        self.promoted = {
            index.ordinal_of[code]: levels.PROMOTED * (MOST - number)
            for number, code in enumerate(match.promoted_on(day))
            if code in index.ordinal_of
        }
        self._kinds = [(levels.KINDS.get(kind, 0.0), rows) for kind, rows in index.kinds.items()] if mixes_kinds else []

    def page(self, hits: BitMap, offset: int, size: int) -> Ranked:
        """Rows ``offset`` to ``offset + size`` of the hits with their scores, best first."""
        page: Ranked = []
        window = self._window(hits)
        if offset < window:
            page = self._weighed(hits, window)[offset : offset + size]
        if len(page) < min(size, len(hits) - offset):
            page += [(row, 0.0) for row in self._by_tier(hits, max(offset, window), size - len(page))]
        return page

    def _window(self, hits: BitMap) -> int:
        is_partial = any(found.extra for found in self._match.found)
        return len(hits) if is_partial and len(hits) <= FINE_PARTIAL else FINE_WINDOW

    def _tiers(self, hits: BitMap) -> Iterator[BitMap]:
        """The hits without overlap, those that may weigh most first."""
        left = hits.copy()
        if self.promoted:
            yield left & BitMap(self.promoted)
            left -= BitMap(self.promoted)
        for found in self._match.found:
            for candidates in self._candidates(found):
                tier = left & candidates
                left -= tier
                yield tier
        yield left

    def _candidates(self, found: Found) -> Iterator[BitMap]:
        plan, index = found.plan, self._index
        yield found.by_code
        named = found.at(levels.NAME_BEGINS, plan.spare)
        extra = [any_of(rows for weight, rows in unit if weight >= levels.STRONG_BEGINS) for unit in found.extra]
        for rows in (named, found.rows) if extra else ():
            yield from (at_least(number, extra) & rows for number in range(len(extra), 0, -1))
        spelt = found.at(levels.NAME_MARKED, plan.spare)
        whole = index.name_lengths.get(str(len(plan.words)), BitMap()) & named
        first = index.first_words.get(plan.words[0], BitMap()) & named
        yield from (whole & spelt, whole, first & spelt, first, spelt, named)
        for least in (levels.NAME_SYNONYM, levels.TERM_SYNONYM, levels.STRONG_BEGINS):
            yield found.at(least, plan.spare)
        yield found.rows

    def _by_tier(self, hits: BitMap, offset: int, size: int) -> list[int]:
        page: list[int] = []
        for rows in self._tiers(hits):
            if offset < len(rows) and len(page) < size:
                page += self._index.newest.page(rows, offset, size - len(page))
            offset = max(0, offset - len(rows))
        return page

    def _weighed(self, hits: BitMap, window: int) -> Ranked:
        chosen = BitMap()
        if len(hits) <= window:
            chosen = hits
        else:
            for tier in self._tiers(hits):
                chosen.update(self._index.newest.page(tier, 0, window - len(chosen)))
                if len(chosen) >= window:
                    break
        newest_first = self._index.newest.page(chosen, 0, len(chosen))
        scores = dict.fromkeys(newest_first, 0.0)
        for number, found in enumerate(self._match.found):
            better = levels.SPELLING * (len(self._match.found) - 1 - number)
            for row, score in self._scores(found, chosen & found.rows).items():
                scores[row] = max(scores[row], better + score)
        for row, score in self.promoted.items():
            if row in scores:
                scores[row] += score
        return sorted(scores.items(), key=itemgetter(1), reverse=True)  # stable: newest first among equals

    def _scores(self, found: Found, rows: BitMap) -> dict[int, float]:
        """What one plan is worth in each of these rows."""
        whole = _whole_query(self._index, found.plan)
        scores = {row: whole(row) + levels.AVAILABLE for row in rows}
        head = self._index.first_words.get(found.plan.words[0], BitMap())
        if found.plan.is_one_spelt:
            head = head & self._index.marked_words.get(found.plan.marked[0], BitMap())
        added = [
            (levels.CODE, found.by_code),
            (levels.HEAD, head),
            (levels.PHRASE_IN_PROSE, found.in_prose),
            (levels.STARRED, self._starred),
            (-levels.AVAILABLE, self._sold),
        ]
        for weight, worth in (*added, *self._kinds):
            for row in rows & worth:
                scores[row] += weight
        for unit in (*found.units, *found.extra):
            left = rows.copy()
            for level, at in sorted(unit, key=itemgetter(0), reverse=True):
                for row in left & at:
                    scores[row] += level
                left -= at
        return scores


def _whole_query(index: Index, plan: Plan) -> Callable[[int], float]:
    """What is added for the whole query: in the name as a phrase, at its beginning, as all of it; as a term."""
    folded, marked = f" {' '.join(plan.words)} ", f" {' '.join(plan.marked)} "
    begins, whole = f"\n{folded}", f"\n{folded}\n"
    as_term, is_spelt = index.term_lines.whole(plan.words), plan.is_one_spelt
    if is_spelt:
        as_term = as_term & index.term_lines.phrase(plan.words, plan.marked)
    several = len(plan.words) > 1
    term = levels.WHOLE_LONG_TERM if several else levels.WHOLE_TERM

    def weigh(row: int) -> float:
        weight = term if row in as_term else 0.0
        names = index.folded_names[row]
        if folded not in names or (is_spelt and marked not in index.marked_names[row]):
            return weight
        weight += levels.PHRASE_IN_NAME * several + levels.NAME_STARTS * (begins in names)
        weight += levels.WHOLE_NAME * (whole in names)
        return weight + levels.PHRASE_IN_NAME_MARKED * (several and marked in index.marked_names[row])

    return weigh
