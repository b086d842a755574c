"""``python -m benchmarks.searching``: the engines beside what they stand on, as JSON.

The embedded engine is measured beside SQLite's FTS5 (``MATCH … ORDER BY rank LIMIT 24`` on the same text),
Elasticsearch beside a bare ``multi_match`` with the same aggregations through the same client. Every figure is of whole
calls: folding, synonyms, typos, facets, 24 cards. Rounds alternate; of one round nothing is kept for the next but
phrases.
"""

import csv
import json
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict
from functools import partial
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any

import django

from benchmarks.figures import Spread

if TYPE_CHECKING:
    from search.documents import SearchQuery
    from search.engines.base import SearchEngine
    from search.engines.embedded import EmbeddedEngine
    from search.engines.remote import RemoteEngine

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.settings")
ROUNDS = 3
Times = list[float]


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def _asked(queries: "Sequence[SearchQuery]", ask: "Callable[[SearchQuery], object]") -> Times:
    return [_timed(partial(ask, query)) for query in queries]


def _p50(times: Times) -> float:
    return median(times)


def _p95(times: Times) -> float:
    return quantiles(times, n=20)[-1]


def _figures(rounds: list[Times], bare: list[Times] | None = None) -> dict[str, Any]:
    """Milliseconds, median and 95th percentile of each round, as spreads, and ratios to the bare rounds beside."""
    found: dict[str, Any] = {}
    for name, of in (("p50", _p50), ("p95", _p95)):
        found[name] = asdict(Spread.of([of(times) for times in rounds]))
        if bare is not None:
            found[f"{name}_ratio"] = asdict(
                Spread.of([of(times) / of(beside) for times, beside in zip(rounds, bare, strict=True)])
            )
    return found


def _in_turn(rounds: int, bare: Callable[[], Times], **ways: Callable[[], Times]) -> dict[str, Any]:
    beside: list[Times] = []
    found: dict[str, list[Times]] = {name: [] for name in ways}
    for _ in range(rounds):
        beside.append(bare())
        for name, run in ways.items():
            found[name].append(run())
    return {"bare": _figures(beside), **{name: _figures(times, beside) for name, times in found.items()}}


# --- FTS5 -----------------------------------------------------------------------------------------------------------


def _fts5() -> sqlite3.Connection:
    """The entries' folded text in a table of its own."""
    from search.engines.rows import parts_of
    from search.models import SearchEntry

    table = sqlite3.connect(":memory:")
    table.execute(
        "CREATE VIRTUAL TABLE entry USING fts5(name, text, code UNINDEXED, tokenize='unicode61', prefix='2 3')"
    )
    rows = SearchEntry.objects.order_by("published_at").values_list("folded", "code").iterator(chunk_size=2_000)
    for folded, code in rows:
        names, *others = parts_of(folded)
        table.execute("INSERT INTO entry VALUES (?, ?, ?)", (names, "\n".join(others), code))
    return table


def _matched(table: sqlite3.Connection, query: "SearchQuery") -> list[Any]:
    from search.text import folded_words

    words = folded_words(query.text)
    expression = " ".join([f'"{word}"' for word in words[:-1]] + [f'"{words[-1]}"*'])
    return table.execute("SELECT code FROM entry WHERE entry MATCH ? ORDER BY rank LIMIT 24", (expression,)).fetchall()


# --- The engines ----------------------------------------------------------------------------------------------------


def _page(engine: "SearchEngine", query: "SearchQuery") -> object:
    from search.cards import cards_of

    return cards_of(engine.search(query).hits, "vi")


def _forget(engine: "EmbeddedEngine") -> None:
    """Whatever was found for a question, so that every round asks anew."""
    engine._matches.clear()
    engine._answers.clear()
    if engine._matcher is not None:
        engine._matcher.clear()


def embedded(queries: "Sequence[SearchQuery]") -> dict[str, Any]:
    """Search and suggest beside FTS5, and what a change costs who reads next."""
    from search.engines.embedded import EmbeddedEngine

    engine = EmbeddedEngine()
    engine.refresh()
    with closing(_fts5()) as table:
        cold = _asked(queries, lambda query: _page(engine, query))

        def afresh(ask: "Callable[[SearchQuery], object]") -> Times:
            _forget(engine)
            return _asked(queries, ask)

        found = _in_turn(
            ROUNDS,
            bare=lambda: _asked(queries, lambda query: _matched(table, query)),
            search=lambda: afresh(lambda query: _page(engine, query)),
            suggest=lambda: afresh(lambda query: engine.suggest(query.text[:4])),
        )
    return found | {"first_time": _figures([cold]), "fresh": _fresh(engine)}


def _fresh(engine: "EmbeddedEngine") -> dict[str, Any]:
    """Milliseconds in which a process takes in one change of another, and a page's while 2,000 change at once."""
    from products.models import Product
    from search.documents import SearchQuery
    from search.services import renew, source_of

    products = list(Product.objects.public().order_by("code")[:2_000])
    source = source_of(products[0])
    if source is None:
        raise RuntimeError("products are not searched")
    one = []
    for product in products[:30]:
        renew(source, [product.pk])
        one.append(_timed(engine.refresh))
    pages, started = [], time.perf_counter()
    for number in range(0, len(products), 50):
        renew(source, [product.pk for product in products[number : number + 50]])
        pages.append(_timed(engine.refresh) + _timed(partial(engine.search, SearchQuery("product", "khay"))))
    return {
        "one_change": asdict(Spread.of(one)),
        "page_in_bulk": asdict(Spread.of(pages)),
        "bulk_seconds": time.perf_counter() - started,
    }


def elasticsearch(queries: "Sequence[SearchQuery]") -> dict[str, Any]:
    """Search and suggest beside a bare search, and feeding beside a bare bulk."""
    from search.engines.elasticsearch import ElasticsearchEngine

    engine = ElasticsearchEngine()
    started = time.perf_counter()
    documents = engine.feeder(patient=True).rebuild()
    rebuilt = time.perf_counter() - started
    engine.refresh()
    bodies = [_bare(engine, query) for query in queries]

    def afresh(ask: "Callable[[SearchQuery], object]") -> Times:
        _forget(engine.standby)
        return _asked(queries, ask)

    found = _in_turn(
        ROUNDS,
        bare=lambda: [_timed(partial(engine.server.search, engine.alias, [body])) for body in bodies],
        search=lambda: afresh(lambda query: _page(engine, query)),
        suggest=lambda: afresh(lambda query: engine.suggest(query.text[:4])),
    )
    if engine.answers.keys() != {"answered"}:
        raise RuntimeError(f"the server did not answer everything: {engine.answers} {engine.last_failure}")
    bulk = _bare_bulk(engine)
    return found | {"documents": documents, "rebuild_per_second": documents / rebuilt, "bulk_per_second": bulk}


def _bare(engine: "RemoteEngine", query: "SearchQuery") -> dict[str, Any]:
    """All words in any field, with our aggregations."""
    from search.engines.embedded import today
    from search.engines.questions import search_body

    understood = engine.standby.understand([(query.text, query.kind)])
    facets = {name: keys for name, keys in understood.facets.items() if keys and name in (query.counted or ())}
    body = search_body(query, understood.matches[0], today(), facets)
    text = " ".join(understood.matches[0].plan.words)
    fields = ["names^3", "terms", "places", "prose"]
    wanted = {"multi_match": {"query": text, "fields": fields, "type": "cross_fields", "operator": "and"}}
    return body | {"query": {"bool": {"must": [wanted], "filter": [{"term": {"kind": query.kind}}]}}}


def _bare_bulk(engine: "RemoteEngine") -> float:
    """Documents a second of a bulk of ready documents into a new index."""
    from search.engines.feeding import document_of
    from search.entries import chunks, told_rows

    index, took, count = f"{engine.alias}-bare", 0.0, 0
    server = engine.server.patient()
    server.create(index, filled := f"{index}-building")
    try:
        for some in chunks(told_rows(None), 500):
            documents = [document_of(row, stamp) for row, stamp in some]
            took += _timed(partial(server.write, filled, documents, refresh=False)) / 1000
            count += len(documents)
    finally:
        server.drop([index])
    return count / took


def _list_synonyms() -> None:
    """The demo's list, with which questions are understood as in a centre."""
    from search.models import Synonym
    from search.services import note_synonyms
    from showcase.demo.content import FOLDER

    if Synonym.objects.exists():
        return
    with (FOLDER / "synonyms.csv").open(encoding="utf-8-sig", newline="") as file:
        Synonym.objects.bulk_create(
            Synonym(
                canonical_vi=row["canonical_vi"],
                canonical_en=row["canonical_en"],
                forms=row["also_typed"],
                collisions=row["collides_when_folded"],
            )
            for row in csv.DictReader(file)
        )
    note_synonyms()


def measure() -> dict[str, Any]:
    """Both engines; Elasticsearch where a server answers."""
    from benchmarks.queries import mixed
    from search.engines.breaker import Unavailable
    from showcase.core import fingerprint

    _list_synonyms()
    fingerprint.remember()  # cards as stored, whatever templates they were made with
    queries = mixed()
    found: dict[str, Any] = {"queries": len(queries), "embedded": embedded(queries)}
    try:
        found["elasticsearch"] = elasticsearch(queries)
    except Unavailable as error:
        found["elasticsearch"] = {"missing": str(error)}
    return found


if __name__ == "__main__":
    django.setup()
    json.dump(measure(), sys.stdout)
