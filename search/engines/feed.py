"""What changed since this process last asked: one query a request.

PostgreSQL gives numbers before commit, so a lower number can appear after a higher one: the
numbers left out are asked for again until they come or must have been rolled back. The last
number seen is read again too: another stamp, or none, means that the database is not the one
this process knew.
"""

import time
from dataclasses import dataclass, field

from django.db.models import Q

from search.models import SearchChange

#: How long a number may be missing before its transaction counts as rolled back.
PATIENCE = 600.0
#: How far back a fresh reader looks for numbers of transactions still open.
LOOK_BACK = 1_000
#: More changes than this at once, and making the index anew is quicker.
MANY = 500


@dataclass
class News:
    """What to do: codes to read again, synonyms to read again, or everything."""

    codes: set[str] = field(default_factory=set)
    synonyms: bool = False
    terms: bool = False
    everything: bool = False


class Feed:
    """One reader's place in the feed."""

    def __init__(self) -> None:
        self._last = 0
        self._stamp = ""
        self._gaps: dict[int, float] = {}

    def start(self) -> None:
        """Stand at the newest number; call before reading the entries."""
        newest = list(SearchChange.objects.order_by("-pk").values_list("pk", "stamp")[:LOOK_BACK])
        self._last, self._stamp = newest[0] if newest else (0, "")
        seen = {number for number, _stamp in newest}
        oldest = min(seen, default=1)
        self._gaps = dict.fromkeys(set(range(oldest, self._last)) - seen, time.monotonic())

    def poll(self) -> News:
        """What was committed since the last call."""
        wanted = Q(pk__gte=self._last)
        if self._gaps:
            wanted |= Q(pk__in=list(self._gaps))
        changes = list(
            SearchChange.objects.filter(wanted).order_by("pk").values_list("pk", "stamp", "what", "code")[: MANY + 2]
        )
        news = News()
        known = False
        for number, stamp, what, code in changes:
            if number == self._last and self._last:
                known = stamp == self._stamp
                continue
            news.everything |= what == SearchChange.What.EVERYTHING
            news.synonyms |= what == SearchChange.What.SYNONYMS
            news.terms |= what == SearchChange.What.TERMS
            if what == SearchChange.What.ENTRY:
                news.codes.add(code)
        if (self._last and not known) or len(changes) > MANY:
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
            missing = set(range(first_new, self._last)) - {number for number, _stamp in seen}
            self._gaps.update(dict.fromkeys(missing, now))
        self._gaps = {number: since for number, since in self._gaps.items() if now - since < PATIENCE}
