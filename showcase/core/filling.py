"""Filling what was recorded: whole pages, slots, what is rendered later, what holds between two days."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template, render_to_string
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from showcase.core.findable import Findable, canonical_places, head
from showcase.core.frame import Frame, kept_frame, kept_now, mark
from showcase.core.registries import slots
from showcase.core.shaped import escaped, filled, marks_for, shape_of

FRAME = "frame.html"


def fill_page(
    request: HttpRequest, parts: Mapping[str, str], places: Mapping[str, str], record: Any, findable: Findable
) -> SafeString:
    """The whole page around recorded parts. ``places`` are this page's addresses by language."""
    from showcase.core.templatetags.frame_tags import Places, record_frame

    frame = kept_frame(FRAME, request, lambda: record_frame(FRAME, request))
    values = Places(request.path, dict(places))
    values.update({name: fill_part(text, record, request) for name, text in parts.items() if name != "head"})
    machines = head(findable, request.path, canonical_places({"alternate_urls": places}, places))
    values["head"] = fill_part(parts["head"].replace(mark("findable"), machines), record, request)
    return frame.fill(values) + mark_safe("\n")  # as base.html, whose last line ends too


def shaped_page(
    request: HttpRequest, template: str, texts: Mapping[str, str], findable: Findable, places: Mapping[str, str]
) -> HttpResponse:
    """A page of texts (see ``showcase.core.shaped``). ``places`` are its addresses by language."""
    if not settings.STORED_HTML:
        return render(request, template, {**texts, "findable": findable, "alternate_urls": places})
    from showcase.core.templatetags.frame_tags import Places

    whole, parts = kept_now((template, shape_of(texts)), request, lambda: _recorded(template, texts, request))
    inner = escaped(texts)
    inner["findable"] = head(findable, request.path, canonical_places({"alternate_urls": places}, places))
    values = Places(request.path, dict(places))
    values.update({name: part.fill(inner) for name, part in parts.items()})
    return HttpResponse(whole.fill(values) + "\n")  # as base.html, whose last line ends too


def _recorded(template: str, texts: Mapping[str, str], request: HttpRequest) -> tuple[Frame, dict[str, Frame]]:
    """The frame around a page and the page's parts, all with marks."""
    from showcase.core.templatetags.frame_tags import record_frame

    whole = kept_frame(FRAME, request, lambda: record_frame(FRAME, request))
    parts = json.loads(get_template(template).render({**marks_for(texts), "recording": True}))
    return whole, {name: Frame.of(fill_part(text, None, request)) for name, text in parts.items()}


def fill_part(text: str, record: Any, request: HttpRequest | None) -> str:
    """One recorded part with its marks filled."""
    return "".join(_filled(Frame.of(text).pieces, record, request))


def _filled(pieces: tuple[str, ...], record: Any, request: HttpRequest | None) -> Iterator[str]:
    is_valid = True
    for number, piece in enumerate(pieces):
        if number % 2 == 0:
            if is_valid:
                yield piece
            continue
        kind, _colon, rest = piece.partition(":")
        if kind == "valid":
            is_valid = _holds_today(*rest.split(":"))
        elif kind == "end":
            is_valid = True
        elif kind == "slot":
            yield fill_slots(rest, record, request)
        elif kind == "later":
            yield render_later(rest, request)
        else:  # somebody else's, filled later
            yield mark(piece)


def fill_slots(name: str, thing: Any, request: HttpRequest | None) -> SafeString:
    """Everything that upper apps put into a place."""
    parts = []
    for filler in slots.get(name) or []:
        values = filler.context(thing, request)
        if values is not None and filler.texts_only:
            parts.append(filled(filler.template, request, values))
        elif values is not None:
            parts.append(render_to_string(filler.template, values, request=request))
    return mark_safe("".join(parts))


def render_later(template: str, request: HttpRequest | None) -> SafeString:
    """A component that shows what changes without the record: the same on all pages, and kept."""
    return kept_now(("later", template), request, lambda: mark_safe(get_template(template).render({}, request)))


def holds_today(start: Any, end: Any) -> bool:
    """Whether today in Hà Nội lies between two days, both included; a missing one is no limit."""
    return _holds_today(start.isoformat() if start else "", end.isoformat() if end else "")


def _holds_today(start: str, end: str) -> bool:
    today = timezone.localdate().isoformat()
    return (not start or start <= today) and (not end or today <= end)


def valid_marks(start: Any, end: Any) -> tuple[SafeString, SafeString]:
    """The marks around what holds between two days."""
    first, last = (day.isoformat() if day else "" for day in (start, end))
    return mark(f"valid:{escape(first)}:{escape(last)}"), mark("end:valid")
