"""Entries left to the task worker: marked with the record's change, built after it.

Marking costs a save four short statements, building many times as much. Who asks before the worker has built an entry
builds it from the record (``entries.documents``), so nobody is shown what is no longer so. The process that changed a
few records builds them itself once its answer is sent, so that hardly anybody has to. Where tasks are done at once (in
development, in tests) the entry is built with the change instead.
"""

from collections import deque
from functools import cache
from threading import local
from typing import Any

from django.db import connection
from django.db.models import Model
from django.utils import timezone
from django_tasks import default_task_backend

from search.engines import get_engine
from search.models import SearchChange, SearchEntry
from showcase.core.models import RenderedCard, new_stamp

#: So many of the records a request changed are built after its answer; an import's thousands wait for the worker.
MOST_BUILT_AFTER = 5


class _Left(local):
    """What this thread has marked: (kind, primary key) of the last few."""

    def __init__(self) -> None:
        self.records: deque[tuple[str, Any]] = deque(maxlen=MOST_BUILT_AFTER)


_left = _Left()


def take_left() -> dict[str, list[Any]]:
    """Primary keys by kind of the last records that this thread has marked; it forgets them."""
    taken: dict[str, list[Any]] = {}
    while _left.records:
        kind, pk = _left.records.popleft()
        taken.setdefault(kind, []).append(pk)
    return taken


def is_left_to_worker() -> bool:
    """Whether tasks are done by somebody else, later."""
    return bool(default_task_backend.supports_defer)


def is_public_now(model: type[Model], pk: Any) -> bool:
    """Whether a record is public as it is stored."""
    sql, params = _public_sql(model)
    with connection.cursor() as cursor:
        cursor.execute(sql, [*params, pk])
        return cursor.fetchone() is not None


@cache
def _public_sql(model: type[Model]) -> tuple[str, tuple[Any, ...]]:
    """The question as the queryset asks it, written once: it is asked with every save."""
    records: Any = model._default_manager
    sql, params = records.public().order_by().filter(pk=0).values("pk").query.sql_with_params()
    return sql, params[:-1]


def leave_to_worker(kind: str, record: Any) -> None:
    """Mark the entry of a public record and tell the feed; its row's task, which ``Record.save`` leaves, builds it.

    The card is emptied, and with it the record's kept page is not shown. An entry that was hidden stays so until it is
    built.
    """
    now, code = timezone.now(), record.code
    mark, card, change = _statements()
    with connection.cursor() as cursor:
        cursor.execute(mark, [kind, record.pk, code, record.first_published_at or now, now])
        cursor.execute(card, [new_stamp(), code])
        cursor.execute(change, [SearchChange.What.ENTRY, code, new_stamp()[:12], get_engine().is_fed, now])
    _left.records.append((kind, record.pk))


@cache
def _statements() -> list[str]:
    """By a cursor: the ORM would take longer to write these than the database to do them."""
    name = connection.ops.quote_name
    entry, card, change = (name(model._meta.db_table) for model in (SearchEntry, RenderedCard, SearchChange))
    return [
        f"INSERT INTO {entry} (kind, object_id, code, published_at, updated_at, document, features, folded, marked, "  # noqa: S608 (names of ours)
        "stale, hidden) VALUES (%s, %s, %s, %s, %s, '{}', '{}', '', '', TRUE, TRUE) "
        "ON CONFLICT (kind, object_id) DO UPDATE SET "
        "code = excluded.code, stale = TRUE, updated_at = excluded.updated_at",
        f"UPDATE {card} SET html = '', stamp = %s WHERE code = %s",  # noqa: S608 (as above)
        f"INSERT INTO {change} (what, code, stamp, waiting, created_at) VALUES (%s, %s, %s, %s, %s)",  # noqa: S608 (as above)
    ]
