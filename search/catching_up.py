"""After an accident (a task that was lost, a row written behind our back): put right what is missing or stale."""

from dataclasses import dataclass, replace
from typing import Any

from django.db.models import QuerySet

from search.documents import Compared, SearchDocument
from search.entries import chunks, entry_values, some_of
from search.models import SearchEntry
from search.rebuilding import prune
from search.services import CHUNK, build, forget, renew_chunks, renew_stale
from showcase.core.registries import SearchSource, search_sources

_COLUMNS = ("code", "features", "folded", "marked")


@dataclass(frozen=True, slots=True)
class CaughtUp:
    """How many entries were stale, missing, and left over."""

    stale: int
    missing: int
    left_over: int


def catch_up() -> CaughtUp:
    """Renew what is stale, add what is missing, drop what no public record has. Chunk by chunk; safe at any time."""
    stale, missing, left_over = renew_stale(), 0, 0
    for source in search_sources:
        lacking = _public_without_entry(source)
        surplus = list(_entries_without_public(source).values_list("object_id", flat=True))
        renew_chunks(source, [*lacking, *surplus])  # surplus too: one may have come back since
        missing, left_over = missing + len(lacking), left_over + len(surplus)
    for kind in set(SearchEntry.objects.values_list("kind", flat=True)) - set(search_sources.names()):
        ids = list(SearchEntry.objects.filter(kind=kind).values_list("object_id", flat=True))
        for some in chunks(ids, CHUNK):
            forget(kind, some)
        left_over += len(ids)
    prune()
    return CaughtUp(stale, missing, left_over)


def compare() -> Compared:
    """How the entries differ from the records: what is stale, missing or left over, and the content of a sample."""
    differing = set(SearchEntry.objects.filter(stale=True).values_list("code", flat=True))
    differing |= set(SearchEntry.objects.exclude(kind__in=search_sources.names()).values_list("code", flat=True))
    public = 0
    for source in search_sources:
        public += source.queryset().order_by().values("pk").distinct().count()
        differing |= {f"{source.kind} {pk}" for pk in _public_without_entry(source)}
        differing |= set(_entries_without_public(source).values_list("code", flat=True))
        differing |= _differing_in(source)
    return Compared(public, SearchEntry.objects.count(), tuple(sorted(differing)))


def _differing_in(source: SearchSource) -> set[str]:
    """Codes of a sample whose entries are not what their records would be written as; the moment may be another."""
    entries = SearchEntry.objects.filter(kind=source.kind, stale=False)
    ids = list(entries.values_list("object_id", flat=True))
    sample, built = some_of(ids), dict[Any, SearchDocument]()
    build(source, sample, lambda documents: built.update((each.object_id, each) for each in documents))
    return {each.code for each in entries.filter(object_id__in=sample) if _differs(each, built.get(each.object_id))}


def _differs(entry: SearchEntry, document: SearchDocument | None) -> bool:
    if document is None:
        return True
    values, stored = entry_values(document), SearchDocument.from_json(entry.document)
    has_other_values = any(getattr(entry, column) != values[column] for column in _COLUMNS)
    return has_other_values or stored != replace(document, published_at=stored.published_at)


def _public_without_entry(source: SearchSource) -> list[Any]:
    entries = SearchEntry.objects.filter(kind=source.kind).values("object_id")
    return list(source.queryset().order_by().exclude(pk__in=entries).values_list("pk", flat=True).distinct())


def _entries_without_public(source: SearchSource) -> "QuerySet[SearchEntry]":
    public = source.queryset().order_by().values("pk")
    return SearchEntry.objects.filter(kind=source.kind).exclude(object_id__in=public)
