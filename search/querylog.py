"""How often words are typed into search: counted in memory, stored after a response, nothing of who typed them.

No address, no user, no time of day. Text that looks like an email address or a number of somebody is not counted.
Counts of less than a minute are lost when a process ends; nobody waits for them.
"""

import logging
import re
import threading
import time
import unicodedata
from datetime import timedelta
from typing import Any

from django.db import Error, connection
from django.db.models import Count, Sum
from django.http import HttpRequest
from django.utils import timezone

from search.models import DismissedQuery, QueryLog
from search.text import folded_line
from showcase.core.registries import facets
from showcase.core.text import fold

logger = logging.getLogger(__name__)
#: Stored after so many searches of a process, or so many seconds, whichever comes first.
EVERY, SECONDS = 50, 60
#: So many different rows wait at most; more are not counted.
MOST_WAITING = 1_000
#: So many different rows of a day are stored: nobody fills the report, or the disk, from outside.
MOST_A_DAY = 5_000
LONGEST = 100
#: A telephone or identity number has at least so many digits.
PERSONAL_DIGITS = 7
ONCE_DAYS, ALL_DAYS = 30, 400
_MAIL = re.compile(r"\b(?:gmail|yahoo|outlook|hotmail|icloud)\b", re.IGNORECASE)
_STREET = re.compile(r"\b(?:ngo|ngach|hem|pho|duong|street|road)\b")
_BOT = re.compile(r"bot|crawl|spider", re.IGNORECASE)
_UPSERT = """
INSERT INTO search_querylog ("day", "language", "query", "source", "times", "found", "nothing") VALUES {rows}
ON CONFLICT ("day", "language", "query", "source") DO UPDATE SET
"times" = search_querylog."times" + excluded."times", "found" = excluded."found",
"nothing" = search_querylog."nothing" + excluded."nothing"
"""
Key = tuple[Any, ...]


class Counts:
    """What this process counted and has not stored."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._take()

    def _take(self) -> dict[Key, list[int]]:
        rows = getattr(self, "_rows", {})
        self._rows: dict[Key, list[int]] = {}
        self._noted, self._since = 0, time.monotonic()
        return rows

    def add(self, key: Key, total: int) -> None:
        """Count one search."""
        with self._lock:
            if not self._rows:
                self._since = time.monotonic()
            if key not in self._rows and len(self._rows) >= MOST_WAITING:
                return
            times, _found, nothing = self._rows.get(key, (0, 0, 0))
            self._rows[key] = [times + 1, total, nothing + (not total)]
            self._noted += 1

    def due(self) -> dict[Key, list[int]]:
        """What is to be stored now, if it is time; it is counted anew from here."""
        if not self._rows:
            return {}
        with self._lock:
            is_due = self._noted >= EVERY or time.monotonic() - self._since >= SECONDS
            return self._take() if is_due else {}

    def take(self) -> dict[Key, list[int]]:
        """Everything, due or not."""
        with self._lock:
            return self._take()


counts = Counts()


def note(query: str, language: str, total: int, request: HttpRequest, source: str = QueryLog.Source.PAGE) -> None:
    """Count a search: its first page, without filters, by no machine, if its words are nobody's."""
    text = folded_line(query)
    if text and not is_personal(query) and _is_plain(request) and not _is_bot(request):
        counts.add((timezone.localdate(), language[:5], text[:LONGEST], str(source)), total)


def is_personal(query: str) -> bool:
    """Whether the text may tell who somebody is or where, or is too long for a search."""
    plain = unicodedata.normalize("NFKC", query)
    digits = sum(map(str.isdigit, plain))
    is_address = bool(digits and _STREET.search(fold(plain)))
    return "@" in plain or len(plain) > LONGEST or digits >= PERSONAL_DIGITS or is_address or bool(_MAIL.search(plain))


def _is_plain(request: HttpRequest) -> bool:
    asked = request.GET
    return (
        request.method == "GET"
        and asked.get("page", "") in ("", "1")
        and not any(asked.get(name) for name in facets.names())
    )


def _is_bot(request: HttpRequest) -> bool:
    return bool(_BOT.search(request.headers.get("User-Agent", "")))


def after_response(**_kwargs: Any) -> None:
    """Of ``request_finished``: the reader has the page; store what is due."""
    if rows := counts.due():
        _store(rows)
        if not connection.in_atomic_block:  # Django closed it before us, and we opened it again
            connection.close_if_unusable_or_obsolete()


def flush() -> None:
    """Store everything at once."""
    if rows := counts.take():
        _store(rows)


def _store(rows: dict[Key, list[int]]) -> None:
    """Add to what other processes stored, in one statement, in one order: two of them never wait for each other."""
    try:
        rows = _within_the_day(rows)
        values = [value for key in sorted(rows) for value in (*key, *rows[key])]
        marks = ", ".join(["(%s, %s, %s, %s, %s, %s, %s)"] * len(rows))
        if not rows:
            return
        with connection.cursor() as cursor:
            cursor.execute(_UPSERT.format(rows=marks), values)
    except Error as error:
        # Without the statement: it holds what people typed.
        logger.warning("counts of %d queries were not stored (%s)", len(rows), type(error).__name__)


def _within_the_day(rows: dict[Key, list[int]]) -> dict[Key, list[int]]:
    """The rows that may be stored: of a day that has its fill, those that are there already."""
    days = {day for day, *_others in rows}
    stored = QueryLog.objects.filter(day__in=days).values_list("day").annotate(number=Count("pk"))
    full = {day for day, number in stored if number >= MOST_A_DAY}
    if not full:
        return rows
    kept = set(
        QueryLog.objects.filter(
            day__in=full, query__in={query for _day, _language, query, _source in rows}
        ).values_list("day", "language", "query", "source")
    )
    return {key: counted for key, counted in rows.items() if key[0] not in full or key in kept}


def sweep() -> int:
    """Delete what was typed only once a month ago, and everything after 400 days. Says how many rows went."""
    today = timezone.localdate()
    often = QueryLog.objects.values("query").annotate(total=Sum("times")).filter(total__gte=2).values("query")
    once = QueryLog.objects.filter(day__lt=today - timedelta(days=ONCE_DAYS)).exclude(query__in=often)
    old = QueryLog.objects.filter(day__lt=today - timedelta(days=ALL_DAYS))
    gone = once.delete()[0] + old.delete()[0]
    DismissedQuery.objects.filter(dismissed_on__lt=today - timedelta(days=ALL_DAYS)).delete()
    return gone
