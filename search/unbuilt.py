"""Entries left to the task worker: marked with the record's change, built after it.

Marking costs a save four short statements, building many times as much. Who asks before the worker has built an entry
builds it from the record (``entries.documents``), so nobody is shown what is no longer so. Where tasks are done at once
(in development, in tests) the entry is built with the change instead.
"""

from functools import cache
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django_tasks import default_task_backend

from search.models import SearchChange, SearchEntry
from showcase.core.models import RenderedBody, RenderedCard, new_stamp


def is_left_to_worker() -> bool:
    """Whether tasks are done by somebody else, later."""
    return bool(default_task_backend.supports_defer)


def leave_to_worker(kind: str, record: Any) -> None:
    """Mark the entry of a public record, tell the feed, and have the entry built after the commit.

    What is kept of the record's card and page goes at once. An entry that was hidden stays so until it is built.
    """
    from search.tasks import renew_stale_later

    now, code = timezone.now(), record.code
    mark, card, body, change = _statements()
    with connection.cursor() as cursor:
        cursor.execute(mark, [kind, record.pk, code, record.first_published_at or now, now])
        cursor.execute(card, [new_stamp(), code])
        cursor.execute(body, [code])
        cursor.execute(change, [SearchChange.What.ENTRY, code, new_stamp()[:12], now])
    transaction.on_commit(renew_stale_later.enqueue)


@cache
def _statements() -> list[str]:
    """By a cursor: the ORM would take longer to write these than the database to do them."""
    name = connection.ops.quote_name
    entry, card, body, change = (
        name(model._meta.db_table) for model in (SearchEntry, RenderedCard, RenderedBody, SearchChange)
    )
    return [
        f"INSERT INTO {entry} (kind, object_id, code, published_at, updated_at, document, features, folded, marked, "  # noqa: S608 (names of ours)
        "stale, hidden) VALUES (%s, %s, %s, %s, %s, '{}', '{}', '', '', TRUE, TRUE) "
        "ON CONFLICT (kind, object_id) DO UPDATE SET stale = TRUE, updated_at = excluded.updated_at",
        f"UPDATE {card} SET html = '', stamp = %s WHERE code = %s",  # noqa: S608
        f"UPDATE {body} SET html = '', head = '' WHERE code = %s",  # noqa: S608
        f"INSERT INTO {change} (what, code, stamp, created_at) VALUES (%s, %s, %s, %s)",  # noqa: S608
    ]
