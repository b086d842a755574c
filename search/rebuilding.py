"""The whole read model anew."""

from django.db import transaction

from search.models import SearchChange, SearchEntry
from search.services import CHUNK, lock, note_everything, write
from showcase.core import fingerprint
from showcase.core.models import RenderedBody, RenderedCard
from showcase.core.registries import search_sources


def rebuild_all() -> int:
    """Write the entries of all public records and drop all others; readers are told once, at the end."""
    count = 0
    for source in search_sources:
        ids = list(source.queryset().order_by().values_list("pk", flat=True).distinct())
        for start in range(0, len(ids), CHUNK):
            with transaction.atomic():
                chunk = ids[start : start + CHUNK]
                lock(source, chunk)
                documents = source.documents(chunk)
                write(documents)
                count += len(documents)
        with transaction.atomic():
            public = source.queryset().order_by().values("pk")
            SearchEntry.objects.filter(kind=source.kind).exclude(object_id__in=public).delete()
    SearchEntry.objects.exclude(kind__in=search_sources.names()).delete()
    for rendered in (RenderedCard, RenderedBody):
        rendered.objects.exclude(code__in=SearchEntry.objects.values("code")).delete()
    fingerprint.remember()
    note_everything()
    _prune()
    return count


def _prune(keep: int = 10_000) -> None:
    """Old numbers of the feed; a process that slept longer reads everything."""
    newest = SearchChange.objects.order_by("-pk").values_list("pk", flat=True).first()
    if newest:
        SearchChange.objects.filter(pk__lt=newest - keep, waiting=False).delete()
