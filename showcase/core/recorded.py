"""Pages of records, rendered by their first visitor with places left open, and filled for each request.

The page's ordinary template is rendered once without a request (``recording``): ``{% slot %}`` and ``{% later %}`` then
leave marks instead of content, ``{% valid_between %}`` leaves its content between two marks. A request reads the row,
fills the marks and puts the parts into the frame. Nothing that ends by itself is decided in the row.

A row is true while its stamp is that of the record's card, which is written with every change that the record's pages
show, and of the templates and translations that made it. The card's stamp is read before the record: a row made while
somebody saves has a stamp that no longer fits, and so has one made by a process that runs an older release.
"""

import json
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.template.loader import get_template
from django.utils import timezone, translation

from showcase.core import fingerprint
from showcase.core.filling import fill_page
from showcase.core.findable import Findable
from showcase.core.models import RenderedBody, RenderedCard
from showcase.core.models.translation import LocalizedText
from showcase.core.views import public_record_or_404

Facts = Mapping[str, Any]
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RecordPage:
    """How one kind of record becomes a page.

    ``context(record)`` is the template's context in the active language; ``facts(record)`` are JSON-able attributes of
    the record that slots read, so that a stored page need not load it. ``head(record, language)`` is the JSON-able part
    of what the page tells machines, ``findable(head, day)`` the whole on a day in Hà Nội.
    """

    model: type[Model]
    template: str
    context: Callable[[Any], dict[str, Any]]
    facts: Callable[[Any], Facts]
    head: Callable[[Any, str], dict[str, Any]]
    findable: Callable[[dict[str, Any], date], Findable]

    def record(self, record: Any, language: str, stamp: str) -> RenderedBody:
        """The row to store for a record that was read after the stamp."""
        with translation.override(language):
            name, alternates = record.localized("name"), record.alternate_urls()
            context = {**self.context(record), "alternate_urls": alternates, "recording": True}
            parts = json.loads(get_template(self.template).render(context))
            html = parts.pop("content")
            head = {
                "kind": self.model._meta.label_lower,
                "parts": parts,
                "url": record.get_absolute_url(),
                "alternates": alternates,
                "findable": self.head(record, language),
                "facts": {"pk": record.pk, "name": [name.text, name.language], **self.facts(record)},
            }
        return RenderedBody(code=record.code, language=language, stamp=stamp, html=html, head=json.dumps(head))

    def respond(
        self, request: HttpRequest, reference: tuple[str, str], queryset: Callable[[], QuerySet[Any]]
    ) -> HttpResponse:
        """The page of a public record; a wrong slug moves to the right address. Raises ``Http404``."""
        code, language = reference[1], translation.get_language() or settings.LANGUAGE_CODE
        stamp, stored = _stored(code, language) if settings.STORED_HTML else (None, None)
        if stamp is None:
            return self._live(request, reference, queryset)
        if stored is None:
            record = queryset().filter(code=code).first()
            if record is None:
                raise Http404
            stored = self.record(record, language, stamp)
            _store(stored)
        html, head = stored.html, json.loads(stored.head)
        if head["kind"] != self.model._meta.label_lower:
            raise Http404
        if request.path != head["url"]:
            query = request.META.get("QUERY_STRING")
            return HttpResponsePermanentRedirect(f"{head['url']}?{query}" if query else head["url"])
        facts = StoredRecord(self.model, code, head["facts"])
        findable = self.findable(head["findable"], timezone.localdate())
        parts = {**head["parts"], "content": html}
        return HttpResponse(fill_page(request, parts, head["alternates"], facts, findable))

    def _live(
        self, request: HttpRequest, reference: tuple[str, str], queryset: Callable[[], QuerySet[Any]]
    ) -> HttpResponse:
        record, elsewhere = public_record_or_404(request, queryset(), reference)
        if elsewhere:
            return elsewhere
        machines = self.head(record, translation.get_language() or settings.LANGUAGE_CODE)
        context = {
            **self.context(record),
            "alternate_urls": record.alternate_urls(),
            "findable": self.findable(machines, timezone.localdate()),
        }
        return render(request, self.template, context)


class StoredRecord:
    """A record as far as its stored page tells of it; the rest is loaded when somebody asks."""

    def __init__(self, model: type[Model], code: str, facts: Facts) -> None:
        self.code = code
        self._model = model
        self._facts = facts
        self._loaded: Any = None

    def __getattr__(self, name: str) -> Any:
        if name in self._facts:
            return self._facts[name]
        if self._loaded is None:
            self._loaded = self._model._default_manager.get(pk=self._facts["pk"])
        return getattr(self._loaded, name)

    def localized(self, field: str, language: str | None = None) -> LocalizedText:
        """As the record's; the name in the page's language is known."""
        if field == "name" and language is None:
            text, text_language = self._facts["name"]
            return LocalizedText(text, text_language, text_language != translation.get_language())
        localized: LocalizedText = self.__getattr__("localized")(field, language)
        return localized


def _stored(code: str, language: str) -> tuple[str | None, RenderedBody | None]:
    """The stamp of a public record's card, ``None`` for others, and the row that fits it."""
    # A cursor: the ORM would take longer for this row than all else that the page asks.
    with connection.cursor() as cursor:
        cursor.execute(_sql(), [_made_with(), code, language])
        row = cursor.fetchone()
    if row is None:
        return None, None
    stamp, html, head = row
    return stamp, RenderedBody(code=code, language=language, stamp=stamp, html=html, head=head) if html else None


def _made_with() -> str:
    return fingerprint.current()[:12]


@cache
def _sql() -> str:
    card, body = (connection.ops.quote_name(model._meta.db_table) for model in (RenderedCard, RenderedBody))
    return (
        f"SELECT card.stamp, body.html, body.head FROM {card} card LEFT JOIN {body} body "  # noqa: S608 (names of ours)
        "ON body.code = card.code AND body.language = card.language AND body.stamp = card.stamp || %s "
        "WHERE card.code = %s AND card.language = %s AND card.html <> ''"
    )


def _store(body: RenderedBody) -> None:
    """Keep a row for the next visitor while the record is as it was read. Where the database takes none now (it is
    locked, or read only) nobody waits longer than 100 ms.
    """
    try:
        with _unwaiting() as cursor:
            place = (body.code, body.language)
            cursor.execute(_store_sql(), [*place, body.stamp + _made_with(), body.html, body.head, *place, body.stamp])
    except DatabaseError as error:
        logger.warning("the page of %s was not stored: %s", body.code, error)


@contextmanager
def _unwaiting() -> Iterator[Any]:
    """A cursor that does not wait for others who write: not at all on SQLite, 100 ms on PostgreSQL."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout")
            before = cursor.fetchone()[0]
            cursor.execute("PRAGMA busy_timeout = 0")
            try:
                with transaction.atomic():
                    yield cursor
            finally:
                cursor.execute(f"PRAGMA busy_timeout = {int(before)}")
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '100ms'")
        yield cursor


@cache
def _store_sql() -> str:
    card, body = (connection.ops.quote_name(model._meta.db_table) for model in (RenderedCard, RenderedBody))
    return (
        f"INSERT INTO {body} (code, language, stamp, html, head) SELECT %s, %s, %s, %s, %s "  # noqa: S608 (names of ours)
        f"WHERE EXISTS (SELECT 1 FROM {card} WHERE code = %s AND language = %s AND stamp = %s AND html <> '') "
        "ON CONFLICT (code, language) DO UPDATE SET stamp = excluded.stamp, html = excluded.html, head = excluded.head"
    )
