"""Loading the index: the order of rows, before a server forks, and after a failure."""

import gc
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.db import OperationalError, connections

from search import engines, entries
from search.documents import SearchQuery
from search.engines import embedded, prepare
from search.engines.embedded import EmbeddedEngine
from search.engines.index import Index
from search.models import SearchEntry

pytestmark = pytest.mark.django_db
START = datetime(2026, 1, 1, tzinfo=UTC)


def broken() -> Iterator[object]:
    """A database that lost its connection, or never had the table."""
    raise OperationalError("no such table: search_searchentry")


@pytest.fixture
def codes() -> list[str]:
    """Nine entries, the newest first; three of each day."""
    SearchEntry.objects.all().delete()
    made = ["B2", "A1", "a1", "Z", "A10", "A", "C-1", "C1", "CC"]
    for number, code in enumerate(made):
        SearchEntry.objects.create(
            kind="product", object_id=number, code=code, document={}, features={"names": [code]},
            folded=f"{code.lower()}\n\n\n\n", marked=f"{code.lower()}\n\n\n\n",
            published_at=START - timedelta(days=number // 3),
        )  # fmt: skip
    return [code for day in range(3) for code in sorted(made[day * 3 : day * 3 + 3])]


@pytest.mark.database
@pytest.mark.parametrize("chunk", [1, 2, 4, 1000])
def test_rows_come_in_the_order_of_the_index(codes: list[str], chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "_CHUNK", chunk)
    rows = list(entries.visible_rows())
    assert [row.code for row in reversed(rows)] == codes
    index = Index(rows)
    assert not index.newest._late
    assert [index.codes[ordinal] for ordinal in index.newest.page(index.all, 0, 99)] == codes


def test_an_entry_that_leaves_while_rows_are_read_is_left_out(
    codes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entries, "_CHUNK", 2)
    rows = entries.visible_rows()
    first = next(rows)
    SearchEntry.objects.filter(code=codes[0]).delete()
    SearchEntry.objects.filter(code=codes[1]).update(hidden=True)
    assert [first.code, *(row.code for row in rows)] == codes[:1:-1]


def test_a_load_that_failed_is_tried_again(codes: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    engine = EmbeddedEngine()
    engine.refresh()

    with monkeypatch.context() as patch:
        patch.setattr(embedded, "visible_rows", broken)
        with pytest.raises(OperationalError):
            engine.rebuild()
    assert gc.isenabled()
    engine.refresh()
    assert engine.search(SearchQuery("product")).total == len(codes)


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[EmbeddedEngine]:
    """An engine that has not loaded, whose process closes nothing that the tests need."""
    engine = EmbeddedEngine()
    monkeypatch.setattr(engines, "get_engine", lambda: engine)
    yield engine
    gc.unfreeze()


def test_the_index_is_there_before_a_fork_and_the_connection_is_not(
    fresh: EmbeddedEngine, codes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[bool] = []
    monkeypatch.setattr(connections, "close_all", lambda: closed.append(True))
    prepare()
    assert (fresh.health().ok, fresh.health().documents, closed) == (True, len(codes), [True])


def test_a_process_starts_without_tables(
    fresh: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    closed: list[bool] = []
    monkeypatch.setattr(connections, "close_all", lambda: closed.append(True))
    monkeypatch.setattr(embedded, "visible_rows", broken)
    prepare()
    assert (fresh.health().ok, closed) == (False, [True])
    assert "could not be loaded yet" in caplog.text
