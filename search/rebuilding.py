"""The whole read model anew."""

from django.db import transaction

from search.models import SearchChange, SearchEntry
from search.services import CHUNK, build, lock, note_everything, write
from showcase.core import fingerprint
from showcase.core.models import RenderedBody, RenderedCard
from showcase.core.registries import SearchSource, search_sources


def rebuild_all() -> int:
    """Write the entries of all public records and drop all others; gives how many there are.

    Readers are told once, at the end, also of what was written before a failure.
    """
    try:
        count = sum(map(_rebuild, search_sources))
        SearchEntry.objects.exclude(kind__in=search_sources.names()).delete()
        for rendered in (RenderedCard, RenderedBody):
            rendered.objects.exclude(code__in=SearchEntry.objects.values("code")).delete()
        fingerprint.remember()
    finally:
        note_everything()
    prune()
    return count


def _rebuild(source: SearchSource) -> int:
    count = 0
    entries = SearchEntry.objects.filter(kind=source.kind)
    ids = list(source.queryset().order_by().values_list("pk", flat=True).distinct())
    for start in range(0, len(ids), CHUNK):
        with transaction.atomic():
            chunk = ids[start : start + CHUNK]
            lock(source, chunk)
            built = build(source, chunk, write)
            entries.filter(object_id__in=set(chunk) - built).delete()
            count += len(built)
    with transaction.atomic():
        entries.exclude(object_id__in=source.queryset().order_by().values("pk")).delete()
    return count


def prune(keep: int = 10_000) -> None:
    """Old numbers of the feed; a process that slept longer reads everything."""
    newest = SearchChange.objects.order_by("-pk").values_list("pk", flat=True).first()
    if newest:
        SearchChange.objects.filter(pk__lt=newest - keep, waiting=False).delete()
