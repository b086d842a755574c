"""The search engine inside the process: bitmaps built from the entries, kept fresh by the feed."""

import gc
from collections.abc import Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import RLock

from django.http import HttpRequest
from django.utils import timezone
from pyroaring import BitMap

from search import levels
from search.documents import (
    NAME,
    PRICE_ASC,
    PRICE_DESC,
    RELEVANCE,
    SORTS,
    STARS,
    Facet,
    Health,
    Hit,
    SearchDocument,
    SearchQuery,
    SearchResults,
)
from search.engines.base import SearchEngine
from search.engines.counting import filtered
from search.engines.feed import Feed, News
from search.engines.found import Match
from search.engines.index import Index
from search.engines.matching import Matcher
from search.engines.phrases import Phrases
from search.engines.ranking import Ranked, Ranking
from search.engines.rows import stars_valid
from search.engines.units import any_of
from search.entries import EntryTexts, language_number, visible_rows
from search.promotions import load_promotions
from search.query import Planner
from search.reading import with_stars
from search.synonyms import load_table

_ASKED = "_search_is_fresh"
_KEPT_ANSWERS = 256


@dataclass(frozen=True, slots=True)
class Understood:
    """What texts mean, the keys of each facet, and of what state this is told."""

    matches: list[Match]
    facets: dict[str, list[str]]
    state: Hashable


class EmbeddedEngine(SearchEngine):
    """One index per process. All reading and changing happens under one lock."""

    name = "embedded"

    def __init__(self) -> None:
        self._lock = RLock()
        self._feed = Feed()
        self._index: Index | None = None
        self._planner = Planner()
        self._phrases: Phrases | None = None
        self._matcher: Matcher | None = None
        self._matches: dict[tuple[str, str, bool], Match] = {}
        self._answers: dict[object, tuple[BitMap, tuple[Facet, ...]]] = {}

    # --- Keeping fresh ------------------------------------------------------------------------------------------------

    @property
    def version(self) -> Hashable:
        """The feed's place, which is the same in all processes."""
        return self._feed.place

    def refresh(self, request: HttpRequest | None = None) -> None:
        """Ask the feed, once a request."""
        if request is not None:
            if getattr(request, _ASKED, False):
                return
            setattr(request, _ASKED, True)
        with self._lock:
            if self._index is None or self._matcher is None:
                self._load()
                return
            news = self._feed.poll()
            if news.everything or self._index.newest.is_disordered:
                self._load()
            elif news.codes or news.synonyms or news.terms or news.site:
                try:
                    self._take(self._index, news)
                except Exception:
                    self._index = None  # the feed will not tell this news again: read everything next time
                    raise

    def upsert(self, documents: Iterable[SearchDocument]) -> None:
        """Nothing to send: the entry and its number in the feed were written with the record."""

    def remove(self, codes: Iterable[str]) -> None:
        """Nothing to send, see :meth:`upsert`."""

    def rebuild(self) -> int:
        """Read all entries again."""
        with self._lock:
            return len(self._load().all)

    def health(self) -> Health:
        """Whether the index is there."""
        with self._lock:
            index = self._index
            return Health(index is not None, len(index.all) if index else 0, "embedded")

    def _load(self) -> Index:
        self._index = self._matcher = self._phrases = None  # there is no room for two; if this fails it is tried again
        self._feed.start()
        self._learn_words()
        with _uncollected():
            self._index = index = Index(visible_rows())
        self._phrases = Phrases(index, EntryTexts())
        self._renew(index, self._phrases)
        return index

    def _take(self, index: Index, news: News) -> None:
        phrases = self._phrases or Phrases(index, EntryTexts())
        if news.synonyms:
            self._learn_words()
        if news.codes:
            rows = list(visible_rows(sorted(news.codes)))
            phrases.forget(news.codes)
            index.remove(news.codes - {row.code for row in rows})
            index.update(rows)
            phrases.learn(rows)
        self._renew(index, phrases)

    def _learn_words(self) -> None:
        self._planner.synonyms, self._planner.promotions = load_table(), load_promotions()

    def _renew(self, index: Index, phrases: Phrases) -> None:
        self._planner.places = index.places
        self._planner.longest_place = max(map(len, index.places), default=0)
        self._matcher = Matcher(index, phrases, self._planner)
        self._matches.clear()
        self._answers.clear()
        self.state += 1

    def _ready(self) -> tuple[Index, Matcher]:
        if self._index is None or self._matcher is None:
            self._load()
        if self._index is None or self._matcher is None:
            raise RuntimeError("the index could not be loaded")
        return self._index, self._matcher

    # --- For an engine in front ---------------------------------------------------------------------------------------

    def understand(self, texts: Sequence[tuple[str, str]], is_typing: bool = False) -> Understood:
        """What texts mean where one kind is asked for (or none) in this catalogue, and the facets it has."""
        with self._lock:
            index, _matcher = self._ready()
            facets = {name: list(values) for name, values in index.facets.items()}
            facets[STARS] = index.star_numbers
            matches = [self._match(text, kind, is_typing) for text, kind in texts]
            return Understood(matches, facets, self._feed.place)

    # --- Answering ----------------------------------------------------------------------------------------------------

    def search(self, query: SearchQuery) -> SearchResults:
        """One page of results."""
        return self.search_many([query])[0]

    def search_many(self, queries: Sequence[SearchQuery]) -> list[SearchResults]:
        """Several questions, answered from one state of the index."""
        with self._lock:
            return [self._answer(with_stars(query)) for query in queries]

    def suggest(self, text: str, language: str = "vi", limit: int = 4) -> list[Hit]:
        """The best of each kind, the kind with the best hit first."""
        with self._lock:
            index, _matcher = self._ready()
            match = self._match(text, is_typing=True)
            if match.is_everything:
                return []
            day = today()
            ranking = Ranking(index, match, day, mixes_kinds=True)
            named = any_of((each.at(levels.TERM_SYNONYM) & each.rows) | each.by_code for each in match.found)
            named = named | BitMap(ranking.promoted)
            found = [(kind, ranking.page(named & rows, 0, limit)) for kind, rows in index.kinds.items()]
            found.sort(key=lambda of_kind: -of_kind[1][0][1] if of_kind[1] else 0.0)
            return [_hit(index, row, kind, day, score) for kind, ranked in found for row, score in ranked]

    def _answer(self, query: SearchQuery) -> SearchResults:
        index, _matcher = self._ready()
        match = self._match(query.text, query.kind)
        day = query.today.isoformat() if query.today else today()
        hits, facets = self._filtered(index, query, match, day)
        total = len(hits)
        pages = max(1, -(-total // query.page_size))
        beyond = not 1 <= query.page <= pages
        ranked = [] if beyond else self._page(index, query, match, hits, day)
        found = tuple([_hit(index, row, query.kind or index.kind_of(row), day, score) for row, score in ranked])
        # Where staff put something first for these words, nobody is told that they find nothing.
        correction = match.correction if total and not match.promoted_on(day) else ""
        state = (self._feed.place, day)
        return SearchResults(
            found, total, query.page, pages, facets, beyond, correction, match.suggestion, match.plan.is_partial, state
        )

    def _match(self, text: str, kind: str = "", is_typing: bool = False) -> Match:
        _index, matcher = self._ready()
        asked = (text, kind, is_typing)
        if asked not in self._matches:
            if len(self._matches) >= _KEPT_ANSWERS:
                self._matches.clear()
            self._matches[asked] = matcher.match(text, kind, is_typing)
        return self._matches[asked]

    def _filtered(self, index: Index, query: SearchQuery, match: Match, day: str) -> tuple[BitMap, tuple[Facet, ...]]:
        filters = {name: tuple(sorted(set(keys))) for name, keys in query.filters.items() if keys}
        asked = (query.kind, query.text, tuple(sorted(filters.items())), day, query.counted)
        if asked not in self._answers:
            if len(self._answers) >= _KEPT_ANSWERS:
                self._answers.clear()
            base = index.kinds.get(query.kind, BitMap()) if query.kind else index.all
            if not match.is_everything:
                base = base & _rows(index, match, day)
            self._answers[asked] = filtered(index, base, filters, day, query.counted)
        return self._answers[asked]

    @staticmethod
    def _page(index: Index, query: SearchQuery, match: Match, hits: BitMap, day: str) -> Ranked:
        offset, size = (query.page - 1) * query.page_size, query.page_size
        sort = query.sort if query.sort in SORTS else RELEVANCE
        if sort == RELEVANCE and not match.is_everything:
            return Ranking(index, match, day, mixes_kinds=not query.kind).page(hits, offset, size)
        if sort in (PRICE_ASC, PRICE_DESC):
            rows = index.ranked(sort).page(hits, offset, size)
        elif sort == NAME:
            rows = index.ranked(f"name:{language_number(query.language)}").page(hits, offset, size)
        else:
            rows = index.newest.page(hits, offset, size)
        return [(row, 0.0) for row in rows]


def _rows(index: Index, match: Match, day: str) -> BitMap:
    promoted = [index.ordinal_of[code] for code in match.promoted_on(day) if code in index.ordinal_of]
    return match.rows | BitMap(promoted) if promoted else match.rows


@contextmanager
def _uncollected() -> Iterator[None]:
    """Rows hold no cycles: looking for some while millions of objects come and go takes a fifth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def today() -> str:
    """The ISO day in Hà Nội."""
    return timezone.localdate().isoformat()


def _hit(index: Index, row: int, kind: str, day: str, score: float) -> Hit:
    stars = index.stars.get(row)
    return Hit(kind, index.codes[row], max(stars_valid(stars, day), default=None) if stars else None, score)
