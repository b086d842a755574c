"""After an accident (a task that was lost, a row written behind our back): put right what is missing or stale."""

from dataclasses import dataclass
from typing import Any

from search.models import SearchEntry
from search.services import CHUNK, forget, renew, renew_stale
from showcase.core.registries import SearchSource, search_sources


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
        for start in range(0, len(lacking), CHUNK):
            renew(source, lacking[start : start + CHUNK])
        missing += len(lacking)
        left_over += _drop(source.kind, _entries_without_public(source))
    for kind in set(SearchEntry.objects.values_list("kind", flat=True)) - set(search_sources.names()):
        left_over += _drop(kind, list(SearchEntry.objects.filter(kind=kind).values_list("object_id", flat=True)))
    return CaughtUp(stale, missing, left_over)


def _public_without_entry(source: SearchSource) -> list[Any]:
    entries = SearchEntry.objects.filter(kind=source.kind).values("object_id")
    return list(source.queryset().order_by().exclude(pk__in=entries).values_list("pk", flat=True).distinct())


def _entries_without_public(source: SearchSource) -> list[Any]:
    public = source.queryset().order_by().values("pk")
    entries = SearchEntry.objects.filter(kind=source.kind).exclude(object_id__in=public)
    return list(entries.values_list("object_id", flat=True))


def _drop(kind: str, ids: list[Any]) -> int:
    for start in range(0, len(ids), CHUNK):
        forget(kind, ids[start : start + CHUNK])
    return len(ids)
