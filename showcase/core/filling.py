"""Filling what was recorded: slots, what is rendered later, what holds between two days."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.http import HttpRequest
from django.template.loader import get_template, render_to_string
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from showcase.core import freshness
from showcase.core.findable import Findable, canonical_places, head
from showcase.core.frame import Frame, kept_frame, mark
from showcase.core.registries import slots

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
            name, _colon, of_record = rest.partition(":")
            yield render_later(name, record if of_record else None, request)


def fill_slots(name: str, thing: Any, request: HttpRequest | None) -> SafeString:
    """Everything that upper apps put into a place."""
    parts = []
    for filler in slots.get(name) or []:
        values = filler.context(thing, request)
        if values is not None:
            parts.append(render_to_string(filler.template, values, request=request))
    return mark_safe("".join(parts))


def render_later(template: str, record: Any, request: HttpRequest | None) -> SafeString:
    """A component that shows what changes without the record; without a record the same on all pages, and kept."""
    if record is None:
        key = ("later", template, get_language())
        return freshness.kept(key, request, lambda: _rendered(template, None, request))
    return _rendered(template, record, request)


def _rendered(template: str, record: Any, request: HttpRequest | None) -> SafeString:
    return mark_safe(get_template(template).render({"record": record}, request))


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
