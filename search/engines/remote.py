"""An engine on a server, with the embedded one behind it.

The embedded index understands what was typed (it knows the catalogue's words), and it answers whenever the server
cannot: when it fails, and while it has not been told yet of a change that is committed. So every answer is as fresh as
the database, and search is never down.
"""

import logging
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from datetime import datetime
from typing import Protocol

from django.http import HttpRequest
from django.utils import timezone

from search.documents import Compared, Health, Hit, SearchDocument, SearchQuery, SearchResults, Standby
from search.engines.base import SearchEngine
from search.engines.breaker import FAILURES, Breaker, Unavailable, reading
from search.engines.embedded import EmbeddedEngine, Understood, today
from search.engines.feeding import FedServer, Feeder, behind_since, is_behind
from search.engines.questions import Body, facets_of, hits_of, is_backwards, is_late, search_body, suggest_body
from search.reading import with_stars

logger = logging.getLogger(__name__)
_ASKED = "_search_server_is_fed"


class SearchServer(FedServer, Protocol):
    """What a server must do to be asked; everything raises ``Unavailable``."""

    def search(self, index: str, bodies: Sequence[Body]) -> list[Body]:
        """Answers to several searches."""

    def count(self, index: str) -> int:
        """How many documents an index has."""

    def patient(self) -> "SearchServer":
        """The same for work that nobody waits for."""


class RemoteEngine(SearchEngine):
    """Asks a server; falls back at once, with a count of how often and why."""

    is_fed = True

    def __init__(self, server: SearchServer, alias: str) -> None:
        self.server = server
        self.alias = alias
        self.standby = EmbeddedEngine()
        self.breaker = Breaker()
        self.answers: Counter[str] = Counter()
        self.last_failure = ""
        self.away_since: datetime | None = None
        self._is_behind = False

    @property
    def version(self) -> Hashable:
        """The feed's place, the same in all processes."""
        return self.standby.version

    @property
    def state(self) -> int:  # type: ignore[override]  # a plain number of the engine behind
        """That of the engine behind."""
        return self.standby.state

    def refresh(self, request: HttpRequest | None = None) -> None:
        """Ask the feed, and whether the server has been told of everything in it; once a request."""
        if request is not None:
            if getattr(request, _ASKED, False):
                return
            setattr(request, _ASKED, True)
        self._is_behind = is_behind()  # before the feed is asked: what comes between is known to the engine behind only
        self.standby.refresh(request)

    def upsert(self, documents: Iterable[SearchDocument]) -> None:
        """Have the task worker tell the server; nobody waits for it."""
        from search.tasks import feed_search_later

        feed_search_later.enqueue()

    def remove(self, codes: Iterable[str]) -> None:
        """As :meth:`upsert`."""
        self.upsert(())

    def rebuild(self) -> int:
        """A new index on the server, swapped in when it is whole; then the index of this process."""
        self.feeder(patient=True).rebuild()
        return self.standby.rebuild()

    def feed(self) -> int:
        """Tell the server of the changes that wait; they go on waiting while it is away. Only a worker has patience."""
        from search.unbuilt import is_left_to_worker

        if not self.breaker.may_ask():
            return 0
        try:
            if is_behind():
                self.server.count(self.alias)  # one that hangs costs a second, not the patience of the worker
            told = self.feeder(patient=is_left_to_worker()).feed()
        except Unavailable as error:
            self.answers["untold"] += 1
            self._left(error)
            return 0
        if told:  # else nobody was asked
            self._succeeded()
        return told

    def catch_up(self) -> int:
        """Compare the whole index with the entries. Raises ``Unavailable``."""
        return self.feeder(patient=True).catch_up()

    def compare(self) -> Compared:
        """Compare the server's index with the entries. Raises ``Unavailable``."""
        return self.feeder(patient=True).compare()

    def feeder(self, patient: bool = False) -> Feeder:
        """What keeps the index; ``patient`` where nobody waits for it."""
        return Feeder(self.server.patient() if patient else self.server, self.alias)

    def health(self) -> Health:
        """Whether the server answers, which is asked unless it is left alone; the engine behind does in any case.

        That it can count says not that it can search: only answers and changes it took close the breaker.
        """
        fallbacks = sum(self.answers[how] for how in ("failed", "behind", "resting"))
        counted = ", ".join(f"{count} {how}" for how, count in sorted(self.answers.items()) if count)
        documents = self._count()
        if documents is None:
            said = f"answered by the embedded engine ({self.last_failure}); {counted}"
            own = self.standby.health().documents
            return Health(False, own, said, Standby.AWAY, self.away_since, fallbacks)
        since = behind_since()
        return Health(True, documents, counted, Standby.BEHIND if since else None, since, fallbacks)

    def _count(self) -> int | None:
        if self.breaker.is_resting:
            return None
        try:
            documents = self.server.count(self.alias)
        except Unavailable as error:
            self._left(error)
            return None
        self.away_since = None
        return documents

    # --- Answering ----------------------------------------------------------------------------------------------------

    def search(self, query: SearchQuery) -> SearchResults:
        """One page of results."""
        return self.search_many([query])[0]

    def search_many(self, queries: Sequence[SearchQuery]) -> list[SearchResults]:
        """Several questions in one call to the server."""
        if not self._may_ask():
            return self.standby.search_many(queries)
        queries = [with_stars(query) for query in queries]
        understood = self.standby.understand([(query.text, query.kind) for query in queries])
        try:
            answers = self._ask(queries, understood)
        except Unavailable as error:
            self._failed(error)
            return self.standby.search_many(queries)
        self._answered()
        return answers

    def suggest(self, text: str, language: str = "vi", limit: int = 4) -> list[Hit]:
        """The best of each kind, the best kind first."""
        if not self._may_ask():
            return self.standby.suggest(text, language, limit)
        match = self.standby.understand([(text, "")], is_typing=True).matches[0]
        if match.is_everything or not (match.rows or match.promoted):
            return []
        day = today()
        try:
            (answer,) = self.server.search(self.alias, [suggest_body(match, day, limit)])
            with reading():
                buckets = answer["aggregations"]["kinds"]["buckets"]
                kinds = [hits_of(bucket["best"]["hits"]["hits"], day) for bucket in buckets]
        except Unavailable as error:
            self._failed(error)
            return self.standby.suggest(text, language, limit)
        self._answered()
        kinds = [hits for hits in kinds if hits]
        return [hit for hits in sorted(kinds, key=lambda hits: -hits[0].score) for hit in hits]

    def _ask(self, queries: Sequence[SearchQuery], understood: Understood) -> list[SearchResults]:
        totals: list[int | None] = [None] * len(queries)
        late = [number for number, query in enumerate(queries) if is_late(query)]
        if late:
            counts = [_only_count(self._body(queries[number], understood, number, None)) for number in late]
            for number, answer in zip(
                late, self.server.search(self.alias, [_only_count(body) for body in counts]), strict=True
            ):
                with reading():
                    totals[number] = int(answer["hits"]["total"]["value"])
        bodies = [self._body(query, understood, number, totals[number]) for number, query in enumerate(queries)]
        answers = self.server.search(self.alias, bodies)
        with reading():
            return [
                self._results(query, understood, number, answer)
                for number, (query, answer) in enumerate(zip(queries, answers, strict=True))
            ]

    def _body(self, query: SearchQuery, understood: Understood, number: int, total: int | None) -> Body:
        day = query.today.isoformat() if query.today else today()
        body = search_body(query, understood.matches[number], day, _counted(query, understood), total)
        return _only_count(body) if total is not None and _is_beyond(query, total) else body

    @staticmethod
    def _results(query: SearchQuery, understood: Understood, number: int, answer: Body) -> SearchResults:
        day = query.today.isoformat() if query.today else today()
        match = understood.matches[number]
        total = int(answer["hits"]["total"]["value"])
        hits = hits_of(answer["hits"]["hits"], day)
        return SearchResults(
            hits=hits[::-1] if is_backwards(query, total) else hits,
            total=total,
            page=query.page,
            pages=max(1, -(-total // query.page_size)),
            facets=facets_of(answer, query, _counted(query, understood)),
            beyond=_is_beyond(query, total),
            correction=match.correction if total and not match.promoted_on(day) else "",
            suggestion=match.suggestion,
            is_partial=match.plan.is_partial,
            state=(understood.state, day),
        )

    # --- Whom to ask --------------------------------------------------------------------------------------------------

    def _may_ask(self) -> bool:
        if self._is_behind:
            self.answers["behind"] += 1
            return False
        if not self.breaker.may_ask():
            self.answers["resting"] += 1
            return False
        return True

    def _answered(self) -> None:
        self.answers["answered"] += 1
        self._succeeded()

    def _failed(self, error: Unavailable) -> None:
        self.answers["failed"] += 1
        self._left(error)

    def _succeeded(self) -> None:
        self.breaker.succeeded()
        self.away_since = None

    def _left(self, error: Unavailable) -> None:
        self.last_failure = str(error)
        self.away_since = self.away_since or timezone.now()
        failures, reason = self.breaker.failed(), str(error)[:200]
        if failures == 1:
            logger.warning("Elasticsearch did not answer: %s. The embedded engine does.", reason)
        elif failures == FAILURES:
            logger.warning("Elasticsearch is left alone: %s. The embedded engine answers.", reason)


def _counted(query: SearchQuery, understood: Understood) -> dict[str, list[str]]:
    return {
        name: keys
        for name, keys in understood.facets.items()
        if keys and (query.counted is None or name in query.counted)
    }


def _is_beyond(query: SearchQuery, total: int) -> bool:
    return not 1 <= query.page <= max(1, -(-total // query.page_size))


def _only_count(body: Body) -> Body:
    return {**body, "from": 0, "size": 0}
