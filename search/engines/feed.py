"""What changed since this process last asked: one query a request.

PostgreSQL gives numbers before commit, so a lower number can appear after a higher one: the
numbers left out are asked for again until they come or must have been rolled back. The last
number seen is read again too: another stamp, or none, means that the database is not the one
this process knew. Where thousands of numbers are left out together (a large import was undone)
they are kept as one stretch, whose rows are only counted.
"""

import time
from dataclasses import dataclass, field

from django.db import connection

from search.models import SearchChange

#: How long a number may be missing before its transaction counts as rolled back.
PATIENCE = 600.0
#: How far back a fresh reader looks for numbers of transactions still open.
LOOK_BACK = 1_000
#: More changes than this at once, and making the index anew is quicker.
MANY = 500
#: So many missing numbers are asked for one by one; so many stretches of more are counted.
MOST_GAPS = 1_000
MOST_STRETCHES = 3


@dataclass
class News:
    """What to do: codes to read again, synonyms to read again, or everything; ``site``: something beside records."""

    codes: set[str] = field(default_factory=set)
    synonyms: bool = False
    terms: bool = False
    site: bool = False
    everything: bool = False


@dataclass
class Stretch:
    """Many missing numbers: a row more than ``there`` between the ends is one of them, come late."""

    first: int
    last: int
    there: int
    since: float

    def has_grown(self) -> bool:
        """Whether a transaction that was open has been committed since."""
        there = SearchChange.objects.filter(pk__gte=self.first, pk__lte=self.last).count()
        has_grown, self.there = there > self.there, there
        return has_grown


class Feed:
    """One reader's place in the feed."""

    def __init__(self) -> None:
        self._last = 0
        self._stamp = ""
        self._gaps: dict[int, float] = {}
        self._stretches: list[Stretch] = []

    @property
    def place(self) -> tuple[int, str, tuple[int, ...], int]:
        """The last number seen with its stamp, and what is still missing before it."""
        return self._last, self._stamp, tuple(sorted(self._gaps)), sum(each.there for each in self._stretches)

    def start(self) -> None:
        """Stand at the newest number; call before reading the entries."""
        newest = list(SearchChange.objects.order_by("-pk").values_list("pk", "stamp")[:LOOK_BACK])
        self._last, self._stamp = newest[0] if newest else (0, "")
        seen = {number for number, _stamp in newest}
        self._gaps, self._stretches = {}, []
        self._miss(min(seen, default=1), seen)

    def poll(self) -> News:
        """What was committed since the last call."""
        changes = _changes(self._last, list(self._gaps))
        news = News()
        known = False
        for number, stamp, what, code in changes:
            if number == self._last and self._last:
                known = stamp == self._stamp
                continue
            news.everything |= what == SearchChange.What.EVERYTHING
            news.synonyms |= what == SearchChange.What.SYNONYMS
            news.terms |= what == SearchChange.What.TERMS
            news.site |= what == SearchChange.What.SITE
            if what == SearchChange.What.ENTRY:
                news.codes.add(code)
        grown = [stretch for stretch in self._stretches if stretch.has_grown()]
        if (self._last and not known) or len(changes) > MANY or grown or len(self._stretches) > MOST_STRETCHES:
            return News(everything=True)
        self._advance([(number, stamp) for number, stamp, _what, _code in changes])
        return news

    def _advance(self, seen: list[tuple[int, str]]) -> None:
        now = time.monotonic()
        for number, _stamp in seen:
            self._gaps.pop(number, None)
        if seen and seen[-1][0] > self._last:
            first_new = self._last + 1
            self._last, self._stamp = seen[-1]
            self._miss(first_new, {number for number, _stamp in seen if number >= first_new})
        self._gaps = {number: since for number, since in self._gaps.items() if now - since < PATIENCE}
        self._stretches = [stretch for stretch in self._stretches if now - stretch.since < PATIENCE]

    def _miss(self, first: int, seen: set[int]) -> None:
        """Wait for the numbers from ``first`` to the last one that were not seen."""
        now, many = time.monotonic(), self._last + 1 - first - len(seen)
        if many <= 0:
            return
        if len(self._gaps) + many > MOST_GAPS:
            self._stretches.append(Stretch(first, self._last, len(seen), now))
        else:
            self._gaps.update(dict.fromkeys(set(range(first, self._last)) - seen, now))


def _changes(first: int, gaps: list[int]) -> list[tuple[int, str, str, str]]:
    """Number, stamp, what and code of the changes from ``first`` on and at ``gaps``.

    By a cursor: this is asked in every request, and the ORM would take as long for it as the rest of a kept page.
    """
    table = connection.ops.quote_name(SearchChange._meta.db_table)
    late = f" OR id IN ({', '.join(['%s'] * len(gaps))})" if gaps else ""
    sql = f"SELECT id, stamp, what, code FROM {table} WHERE id >= %s{late} ORDER BY id LIMIT {MANY + 2}"  # noqa: S608 (names of ours)
    with connection.cursor() as cursor:
        cursor.execute(sql, [first, *gaps])
        return list(cursor.fetchall())
