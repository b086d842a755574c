"""Telling a server of what changed: the feed's rows that wait are the outbox, the entries are what it is told.

A change is marked as waiting in the transaction of the record's change. Nothing is lost when the server is away: it
stays waiting, and the catch-up compares the whole index with the entries.
"""

import logging
import re
import secrets
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

from django.conf import settings
from django.utils import timezone

from search.documents import Compared
from search.engines.breaker import Unavailable
from search.engines.clauses import MOST_STARTING
from search.engines.questions import Body
from search.engines.rows import Row, parts_of
from search.entries import chunks, micros, some_of, told_rows
from search.models import SearchChange, SearchEntry
from search.text import name_key

logger = logging.getLogger(__name__)
What = SearchChange.What
_BATCH = 500
_TRIES = 5
#: A rebuild that began so long ago has been killed.
ABANDONED = timedelta(hours=1)


class FedServer(Protocol):
    """What is asked of the server to keep its index; everything raises ``Unavailable``."""

    def create(self, index: str, alias: str) -> None: ...
    def drop(self, indices: Sequence[str]) -> None: ...
    def indices(self, prefix: str) -> dict[str, list[str]]: ...
    def swap(self, alias: str, index: str, building: str) -> None: ...
    def is_of_this_shape(self, index: str) -> bool: ...
    def write(
        self,
        alias: str,
        documents: Iterable[Body],
        gone: Iterable[tuple[str, int]] = ...,
        *,
        refresh: bool = ...,
        is_last_word: bool = ...,
    ) -> list[str]: ...
    def stamps(self, index: str) -> Iterator[tuple[str, int]]: ...
    def documents(self, index: str, codes: Sequence[str]) -> dict[str, Body]: ...
    def count(self, index: str) -> int: ...
    def refresh(self, index: str) -> None: ...


def is_behind() -> bool:
    """Whether a committed change waits for the server."""
    return SearchChange.objects.filter(waiting=True).exists()


def behind_since() -> datetime | None:
    """When the oldest change was made that waits for the server."""
    moment: datetime | None = _waiting().values_list("created_at", flat=True).first()
    return moment


class Feeder:
    """Keeps the index behind an alias like the entries."""

    def __init__(self, server: FedServer, alias: str) -> None:
        self.server = server
        self.alias = alias

    def feed(self) -> int:
        """Tell of all changes that wait; gives how many. Entries that wait for their own worker are told of later."""
        told, after = 0, 0
        while changes := list(_waiting().filter(pk__gt=after).values_list("pk", "what", "code")[:_BATCH]):
            after = changes[-1][0]
            if any(what != What.ENTRY for _pk, what, _code in changes):
                return told + self.reconcile()
            unbuilt = set(_unbuilt().filter(code__in=[code for *_, code in changes]).values_list("code", flat=True))
            self._tell(self.alias, sorted({code for *_, code in changes} - unbuilt))
            done = [pk for pk, _what, code in changes if code not in unbuilt]
            SearchChange.objects.filter(pk__in=done).update(waiting=False)
            told += len(done)
        return told

    def catch_up(self) -> int:
        """Make the index equal to the entries; gives how many documents were not right.

        It is made anew where there is none, or one that another release has shaped.
        """
        if not self._current() or not self.server.is_of_this_shape(self.alias):
            return self.rebuild()
        return self.reconcile()

    def reconcile(self) -> int:
        """Write and delete what differs; then no change waits but those of entries that are not built yet."""
        waiting = list(_waiting().values_list("pk", "code"))
        differing = self._mend(self.alias)
        unbuilt = set(_unbuilt().values_list("code", flat=True))
        done = [pk for pk, code in waiting if code not in unbuilt]
        for some in chunks(done, _BATCH):
            SearchChange.objects.filter(pk__in=some).update(waiting=False)
        return differing

    def rebuild(self) -> int:
        """A new index beside the old one, which answers until the new one is whole. Gives its number of documents.

        Raises ``Unavailable`` and leaves nothing behind when it fails; what a killed one left goes with a later one. Of
        two at once both fill their own, and that of the last one stays.
        """
        self.server.drop(self._left_over())
        name = f"{self.alias}-{timezone.now():%Y%m%d%H%M%S}-{secrets.token_hex(3)}"
        building = f"{name}-building"
        try:
            self.server.create(name, building)
            for some in chunks(told_rows(None), _BATCH):
                self.server.write(building, [document_of(row, stamp) for row, stamp in some], refresh=False)
            self.server.refresh(building)
            documents = self._settled(building)
            # What is told to the old index until it goes, the new one may lack: it is behind until it was compared.
            SearchChange.objects.create(what=What.SITE, waiting=True)
            old = self._current()
            self.server.swap(self.alias, name, building)
        except Exception:
            self._drop_quietly([name])
            raise
        self.reconcile()
        self._drop_quietly(old)
        return documents

    def compare(self, index: str = "") -> Compared:
        """Compare counts and moments of all, and the content of a sample."""
        index = index or self.alias
        entries, documents = _stamps_of_entries(), dict(self.server.stamps(index))
        differing = {code for code in entries.keys() | documents.keys() if entries.get(code) != documents.get(code)}
        same = sorted(entries.keys() - differing)
        sample = some_of(same)
        held = self.server.documents(index, sample)
        expected = {row.code: document_of(row, stamp) for row, stamp in told_rows(sample)}
        differing |= {code for code in sample if held.get(code) != expected.get(code)}
        return Compared(len(entries), len(documents), tuple(sorted(differing)))

    def _settled(self, alias: str) -> int:
        """Mend the new index until it has as many documents as there are entries, which go on changing; gives how many.

        Raises ``Unavailable`` when it never has.
        """
        for _ in range(_TRIES):
            self._mend(alias)
            documents, entries = self.server.count(alias), SearchEntry.objects.filter(hidden=False).count()
            if documents == entries:
                return documents
        raise Unavailable(f"the new index has {documents} documents, not {entries}")

    def _current(self) -> list[str]:
        return [name for name, aliases in self._ours().items() if self.alias in aliases]

    def _ours(self) -> dict[str, list[str]]:
        """Our indices, each with its aliases; ``catalogue-two-…`` belongs to the alias ``catalogue-two`` only."""
        ours = re.compile(rf"{re.escape(self.alias)}-\d{{14}}-[0-9a-f]{{6}}")
        return {name: held for name, held in self.server.indices(self.alias).items() if ours.fullmatch(name)}

    def _tell(self, alias: str, codes: Sequence[str]) -> None:
        """Put the documents of these codes as their entries are, and delete those that have none.

        The index refuses what it has from a later moment. That is right when it was told of a later change meanwhile;
        it is not when the entry is still the same: its change was committed late, or a clock was set back.
        """
        moment = micros(timezone.now())  # before the entries are read: one that comes back later is newer
        documents = {row.code: document_of(row, stamp) for row, stamp in told_rows(codes)}
        gone = {code: moment for code in codes if code not in documents}
        refused = self.server.write(alias, documents.values(), gone.items())
        if refused:
            stamps = {row.code: stamp for row, stamp in told_rows(refused)}
            put = [
                documents[code]
                for code in refused
                if code in stamps and documents.get(code, {}).get("stamp") == stamps[code]
            ]
            drop = [(code, moment) for code in refused if code in gone and code not in stamps]
            self.server.write(alias, put, drop, is_last_word=True)

    def _mend(self, alias: str) -> int:
        entries, documents = _stamps_of_entries(), dict(self.server.stamps(alias))
        unbuilt = set(_unbuilt().filter(hidden=False).values_list("code", flat=True))
        wrong = sorted(code for code, stamp in entries.items() if documents.get(code) != stamp and code not in unbuilt)
        gone = sorted(documents.keys() - entries.keys())
        for some in chunks([*wrong, *gone], _BATCH):
            self._tell(alias, some)
        return len(wrong) + len(gone)

    def _left_over(self) -> list[str]:
        """Our indices without the alias that nobody can still be filling."""
        since = f"{timezone.now() - ABANDONED:%Y%m%d%H%M%S}"
        return [
            name
            for name, aliases in self._ours().items()
            if self.alias not in aliases and name.rsplit("-", 2)[1] < since
        ]

    def _drop_quietly(self, indices: Sequence[str]) -> None:
        """Delete indices but for the one that answers: where its swap was done, but the server's answer lost."""
        try:
            current = self._current()
            self.server.drop([name for name in indices if name not in current])
        except Unavailable as error:
            logger.warning("%s could not be deleted and goes with a later rebuild: %s", ", ".join(indices), error)


def document_of(row: Row, stamp: int) -> Body:
    """What the server is told of an entry."""
    names, terms, prose, places = map(_lines, parts_of(row.folded))
    spelt, spelt_terms, spelt_prose, spelt_places = map(_lines, parts_of(row.marked))
    return {
        "code": row.code,
        "kind": row.kind,
        "stamp": stamp,
        "published": row.published,
        "price": row.price,
        "names": names,
        "names_marked": spelt,
        "names_start": [" ".join(words) for name in names for words in _beginnings(name.split())],
        "names_whole": names,
        "own": [*names, *terms],
        "strong": [*names, *terms, *places],
        "terms": terms,
        "terms_marked": spelt_terms,
        "terms_whole": terms,
        "places": places,
        "places_marked": spelt_places,
        "prose": prose,
        "prose_marked": spelt_prose,
        "facets": {name: list(keys) for name, keys in row.facets.items()},
        "stars": [{"stars": str(stars), "start": start, "end": end} for stars, start, end in row.stars],
        "sort_names": {
            language: _sortable(name) for (language, _label), name in zip(settings.LANGUAGES, row.names, strict=False)
        },
    }


def _lines(part: str) -> list[str]:
    return [line for line in part.split("\n") if line]


def _beginnings(words: list[str]) -> Iterator[list[str]]:
    for count in range(1, min(len(words), MOST_STARTING) + 1):
        yield words[:count]


def _sortable(name: str) -> str:
    """The key as the server can keep it: a lone surrogate is no text."""
    return name_key(name).encode("utf-8", "replace").decode()


def _waiting() -> Any:
    return SearchChange.objects.filter(waiting=True).order_by("pk")


def _unbuilt() -> Any:
    return SearchEntry.objects.filter(stale=True)


def _stamps_of_entries() -> dict[str, int]:
    entries = SearchEntry.objects.filter(hidden=False).values_list("code", "updated_at")
    return {code: micros(moment) for code, moment in entries.iterator(chunk_size=10_000)}
