"""The engine on a real server, each time with an index of its own."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

import pytest

from search import engines
from search.engines.elasticsearch import ElasticsearchEngine, Server

_numbers = count(1)


@contextmanager
def elasticsearch_engines(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], ElasticsearchEngine]]:
    """Engines on one new index, each as a process of its own would have it; the first is the site's.

    Afterwards every question that was asked must have been answered by the server.
    """
    settings.SEARCH_ENGINE = "elasticsearch"
    settings.ELASTICSEARCH_INDEX = f"test-{os.getpid()}-{next(_numbers)}"

    def make() -> ElasticsearchEngine:
        made.append(ElasticsearchEngine())
        made[-1].server = made[-1].server.patient()  # a busy machine is no fault: those have tests of their own
        return made[-1]

    engines.get_engine.cache_clear()
    first = engines.get_engine()
    assert isinstance(first, ElasticsearchEngine)
    first.server = first.server.patient()
    made = [first]
    first.feeder().rebuild()
    try:
        yield make
        assert not [engine.answers for engine in made if engine.answers.keys() - {"answered"}], made[0].last_failure
    finally:
        first.server.drop(list(first.server.indices(settings.ELASTICSEARCH_INDEX)))
        engines.get_engine.cache_clear()


@contextmanager
def dropped_afterwards(alias: str) -> Iterator[None]:
    """What processes of their own keep on the server under this name goes at the end."""
    try:
        yield
    finally:
        server = Server().patient()
        server.drop(list(server.indices(alias)))


def searches_of(alias: str) -> int:
    """How many searches the server itself says to have made in an index."""
    told = Server().patient()._client.indices.stats(index=alias, metric="search")
    return int(told["_all"]["primaries"]["search"]["query_total"])
