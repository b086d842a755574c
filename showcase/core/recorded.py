"""Pages of records, rendered when the record changes with places left open, and filled for each request.

The page's ordinary template is rendered once without a request (``recording``): ``{% slot %}`` and ``{% later %}`` then
leave marks instead of content, ``{% valid_between %}`` leaves its content between two marks. A request reads the row,
fills the marks and puts the parts into the frame. Nothing that ends by itself is decided in the row, and a page whose
row is missing is rendered from the record, by the same template, to the same bytes.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.template.loader import get_template
from django.utils import timezone, translation

from showcase.core import fingerprint
from showcase.core.filling import fill_page
from showcase.core.findable import Findable
from showcase.core.models import RenderedBody
from showcase.core.models.translation import LocalizedText
from showcase.core.views import public_record_or_404

Facts = Mapping[str, Any]


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

    def record(self, record: Any) -> list[RenderedBody]:
        """The rows to store for a record, one for each language."""
        return [self._in(language, record) for language, _name in settings.LANGUAGES]

    def _in(self, language: str, record: Any) -> RenderedBody:
        with translation.override(language):
            name, alternates = record.localized("name"), record.alternate_urls()
            context = {**self.context(record), "alternate_urls": alternates, "recording": True}
            parts = json.loads(get_template(self.template).render(context))
            html = parts.pop("content")
            head = {
                "parts": parts,
                "url": record.get_absolute_url(),
                "alternates": alternates,
                "findable": self.head(record, language),
                "facts": {"pk": record.pk, "name": [name.text, name.language], **self.facts(record)},
            }
        return RenderedBody(code=record.code, language=language, html=html, head=json.dumps(head))

    def respond(
        self, request: HttpRequest, reference: tuple[str, str], queryset: Callable[[], QuerySet[Any]]
    ) -> HttpResponse:
        """The page of a public record; a wrong slug moves to the right address. Raises ``Http404``."""
        code = reference[1]
        stored = _stored(code, translation.get_language() or settings.LANGUAGE_CODE) if _may_read(request) else None
        if stored is None:
            return self._live(request, reference, queryset)
        html, head = stored
        if request.path != head["url"]:
            query = request.META.get("QUERY_STRING")
            return HttpResponsePermanentRedirect(f"{head['url']}?{query}" if query else head["url"])
        record = StoredRecord(self.model, code, head["facts"])
        findable = self.findable(head["findable"], timezone.localdate())
        parts = {**head["parts"], "content": html}
        return HttpResponse(fill_page(request, parts, head["alternates"], record, findable))

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


def _may_read(request: HttpRequest) -> bool:
    return settings.STORED_HTML and fingerprint.is_current(request)


def _stored(code: str, language: str) -> tuple[str, dict[str, Any]] | None:
    table = connection.ops.quote_name(RenderedBody._meta.db_table)
    sql = f"SELECT html, head FROM {table} WHERE code = %s AND language = %s AND html <> ''"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [code, language])
        row = cursor.fetchone()
    return (row[0], json.loads(row[1])) if row else None
