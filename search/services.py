"""What changes the read model. Everything here runs in the transaction of the change it follows."""

import logging
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import DatabaseError, transaction
from django.db.models import Model, QuerySet

from search.cards import rendered_cards
from search.documents import SearchDocument
from search.engines import get_engine
from search.entries import entry_values
from search.models import SearchChange, SearchEntry
from search.unbuilt import is_left_to_worker, is_public_now, leave_to_worker, take_left
from showcase.core import fingerprint
from showcase.core.later import after_commit
from showcase.core.models import RenderedBody, RenderedCard, new_stamp
from showcase.core.registries import SearchSource, search_sources

logger = logging.getLogger(__name__)
#: So many dependants are rebuilt with the change itself; more are marked and rebuilt by a task.
SMALL = 200
#: So many are built in one transaction; whoever saves one of them at that moment waits.
CHUNK = 50
What = SearchChange.What
_NOTED = "_search_dependants"

#: In the transaction of the change; what fails here undoes all of it, so no savepoints are needed.
_joined = transaction.atomic(savepoint=False)


def source_of(instance: Model) -> SearchSource | None:
    """The registered source of a record."""
    return next((source for source in search_sources if isinstance(instance, source.model)), None)


@_joined
def index_record(instance: Model) -> None:
    """Write, mark, or take away the entry of a record that changed; then write those that show it."""
    source = source_of(instance)
    if source is None:
        return
    if source.may_wait and is_left_to_worker():
        is_public = is_public_now(source.model, instance.pk)
        if is_public:
            leave_to_worker(source.kind, instance)
    else:
        documents = source.documents([instance.pk])
        is_public = bool(documents)
        store(documents)
    if not is_public:
        forget(source.kind, [instance.pk])
    index_dependants(instance, hide=not is_public)


@transaction.atomic
def remove_record(instance: Model) -> None:
    """A record is about to be deleted. Those that show it are noted now and renewed by :func:`after_delete`."""
    source = source_of(instance)
    if source is None:
        return
    forget(source.kind, [instance.pk])
    note_dependants(instance)


def note_dependants(instance: Model) -> None:
    """Remember on the instance who shows it, before its row goes."""
    noted = []
    for other in search_sources:
        for kind, records in other.dependants(instance):
            noted.append((kind, list(records.order_by().values_list("pk", flat=True).distinct())))
    setattr(instance, _NOTED, noted)


def after_delete(instance: Model) -> None:
    """The row is gone and no other points at it: renew what showed it."""
    for kind, ids in getattr(instance, _NOTED, ()):
        target = search_sources.get(kind)
        if target is not None:
            renew_chunks(target, ids)


@_joined
def store(documents: Iterable[SearchDocument]) -> None:
    """Write entries and their numbers in the feed."""
    documents = list(documents)
    if not documents:
        return
    write(documents)
    engine = get_engine()
    SearchChange.objects.bulk_create(SearchChange(code=document.code, waiting=engine.is_fed) for document in documents)
    after_commit(engine.upsert, documents)


@_joined
def forget(kind: str, object_ids: Sequence[Any]) -> None:
    """Take away entries."""
    entries = SearchEntry.objects.filter(kind=kind, object_id__in=object_ids)
    codes = list(entries.values_list("code", flat=True))
    if codes:
        entries.delete()
        for rendered in (RenderedCard, RenderedBody):
            rendered.objects.filter(code__in=codes).delete()
        engine = get_engine()
        SearchChange.objects.bulk_create(SearchChange(code=code, waiting=engine.is_fed) for code in codes)
        after_commit(engine.remove, codes)


@_joined
def index_dependants(instance: Model, hide: bool = False) -> None:
    """Renew the documents that show this instance: few at once, many by a task.

    With ``hide`` the many may not be seen until then: what they show is no longer public.
    """
    for source in search_sources:
        for kind, records in source.dependants(instance):
            target = search_sources.get(kind)
            if target is None:
                continue
            ids = list(records.order_by().values_list("pk", flat=True).distinct()[: SMALL + 1])
            if len(ids) <= SMALL:
                renew(target, ids)
            else:
                _mark(target, records, instance, hide)


def renew(source: SearchSource, ids: Sequence[Any], *, if_stale: bool = False) -> None:
    """Build the documents of these records anew; those not public are forgotten, and those that cannot be built.

    With ``if_stale`` only what is still marked: another worker may have built it while this one waited.
    """
    if not ids:
        return
    with transaction.atomic():
        lock(source, ids)
        if if_stale:
            marked = SearchEntry.objects.filter(kind=source.kind, stale=True, object_id__in=ids)
            ids = list(marked.values_list("object_id", flat=True))
        shown = build(source, ids, store)
        forget(source.kind, [pk for pk in ids if pk not in shown])


def build(source: SearchSource, ids: Sequence[Any], put: Callable[[list[SearchDocument]], None]) -> set[Any]:
    """Build documents and put them where they belong; gives the keys of those there are now.

    One that cannot be built holds up no other, and no change of what it shows: it is missing until the catch-up or its
    next change, as it would be for a reader.
    """
    try:
        with transaction.atomic():
            documents = source.documents(ids)
            put(documents)
    except DatabaseError:
        raise
    except Exception:
        if len(ids) > 1:
            return {pk for each in ids for pk in build(source, [each], put)}
        logger.exception("the entry of %s %s cannot be built", source.kind, ids[0])
        return set()
    return {document.object_id for document in documents}


def lock(source: SearchSource, ids: Sequence[Any]) -> None:
    """Whoever publishes one of them at this moment goes first, or waits."""
    list(source.model._default_manager.filter(pk__in=ids).select_for_update().order_by("pk").values_list("pk"))


def note_synonyms() -> None:
    """A synonym changed: every process reads them again on its next request. After bulk writes, call it yourself."""
    SearchChange.objects.create(what=What.SYNONYMS)


def note_terms() -> None:
    """A vocabulary changed: labels are read again."""
    SearchChange.objects.create(what=What.TERMS)


def note_site() -> None:
    """Something that pages show beside records changed (a page, the menu, the hours): what is kept of pages goes."""
    SearchChange.objects.create(what=What.SITE)


def note_everything() -> None:
    """So much changed that every process should read all entries again."""
    engine = get_engine()
    SearchChange.objects.create(what=What.EVERYTHING, waiting=engine.is_fed)
    after_commit(engine.upsert, ())


def renew_dependants(kind: str, model_label: str, pk: Any) -> int:
    """The task's part of :func:`index_dependants`: all records of a kind that show an instance."""
    from django.apps import apps

    target = search_sources.get(kind)
    instance = apps.get_model(model_label)._default_manager.filter(pk=pk).first()
    if target is None or instance is None:
        return renew_stale()
    ids: list[Any] = []
    for source in search_sources:
        for found_kind, records in source.dependants(instance):
            if found_kind == kind:
                ids += records.order_by().values_list("pk", flat=True).distinct()
    renew_chunks(target, ids)
    return len(ids) + renew_stale()


def renew_stale() -> int:
    """Build all entries anew that are marked as stale."""
    waiting: dict[str, list[Any]] = {}
    # Of every kind at once: asked for one kind, SQLite reads all of it, not the few that are marked.
    for kind, pk in SearchEntry.objects.filter(stale=True).values_list("kind", "object_id"):
        waiting.setdefault(kind, []).append(pk)
    for source in search_sources:
        ids = waiting.get(source.kind, [])
        for start in range(0, len(ids), CHUNK):
            renew(source, ids[start : start + CHUNK], if_stale=True)
    return sum(map(len, waiting.values()))


def renew_left(row: Model) -> int:
    """The worker's part after a change: all entries that wait, so that of many tasks the first does the work of all."""
    source = source_of(row)
    return renew_stale() if source is not None and source.may_wait else 0


def build_left(**_kwargs: Any) -> None:
    """Of ``request_finished``: the answer is sent; build the few entries that the request marked."""
    left = take_left()
    if not left or transaction.get_connection().in_atomic_block:
        return
    try:
        for kind, ids in left.items():
            if (source := search_sources.get(kind)) is not None:
                renew(source, ids, if_stale=True)
    except DatabaseError as error:
        logger.warning("entries are left to the worker (%s)", type(error).__name__)
    finally:
        transaction.get_connection().close_if_unusable_or_obsolete()


def renew_chunks(source: SearchSource, ids: Sequence[Any]) -> None:
    """:func:`renew`, a few in each transaction."""
    for start in range(0, len(ids), CHUNK):
        renew(source, ids[start : start + CHUNK])


def _mark(source: SearchSource, records: "QuerySet[Any]", instance: Model, hide: bool) -> None:
    from search.tasks import renew_dependants_later

    # Who writes entries holds the records first, in this order: a worker that builds one of them is waited for.
    list(records.order_by("pk").select_for_update(of=("self",)).values_list("pk"))
    entries = SearchEntry.objects.filter(kind=source.kind, object_id__in=records.order_by().values("pk"))
    if hide:
        entries.update(stale=True, hidden=True)
        RenderedCard.objects.filter(code__in=entries.values("code")).update(html="", stamp=new_stamp())
        _empty(RenderedBody.objects.filter(code__in=entries.values("code")))
        note_everything()
    else:
        entries.update(stale=True)
    arguments = (source.kind, instance._meta.label, instance.pk)
    after_commit(renew_dependants_later.enqueue, *arguments)


def write(documents: Sequence[SearchDocument]) -> None:
    """Insert or update entries; a record's entry is known by kind and id."""
    if not documents:
        return
    entries = [SearchEntry(**entry_values(document)) for document in documents]
    columns = [
        "code", "document", "features", "folded", "marked", "published_at", "stale", "hidden", "updated_at",
    ]  # fmt: skip
    SearchEntry.objects.bulk_create(
        entries, update_conflicts=True, unique_fields=["kind", "object_id"], update_fields=columns, batch_size=100
    )
    if not fingerprint.is_recorded():
        fingerprint.remember()
    RenderedCard.objects.bulk_create(
        [card for document in documents for card in rendered_cards(document)],
        update_conflicts=True,
        unique_fields=["code", "language"],
        update_fields=["stamp", "html"],
        batch_size=100,
    )
    # Their stamps do not fit any more; what they said should not lie about either.
    _empty(RenderedBody.objects.filter(code__in=[document.code for document in documents]))


def _empty(bodies: "QuerySet[RenderedBody]") -> None:
    bodies.update(html="", head="")
