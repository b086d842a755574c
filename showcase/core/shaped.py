"""Templates whose texts differ from request to request but whose shape does not: rendered once, filled each time.

A template is given texts only (plain, or HTML marked safe) and asks of them no more than whether they are empty. It is
recorded once for each shape, that is for each set of texts that are not empty, with marks in their places, and kept
like the frame. It is an ordinary template: where nothing is kept it is rendered with the texts themselves.
"""

from collections.abc import Callable, Hashable, Mapping
from html import escape  # Django's own is lazy, and ten times as slow
from typing import Any

from django.http import HttpRequest
from django.template.loader import get_template
from django.utils.safestring import SafeString

from showcase.core.frame import Frame, kept_now, mark

Texts = Mapping[str, str]
Context = Mapping[str, Any]


def filled(
    template: str,
    request: HttpRequest | None,
    texts: Texts,
    shape: Hashable = (),
    context: Callable[[Texts], Context] = dict,
) -> SafeString:
    """A component with its texts. ``context(texts)`` is what it is rendered with; all it knows besides is ``shape``."""
    key = (template, shape, shape_of(texts))
    frame = kept_now(key, request, lambda: Frame.of(get_template(template).render(dict(context(marks_for(texts))))))
    return frame.fill(escaped(texts))


def shape_of(texts: Texts) -> frozenset[str]:
    """The names of those that are not empty."""
    return frozenset([name for name, text in texts.items() if text])


def marks_for(texts: Texts) -> dict[str, str]:
    """What a template is recorded with."""
    return {name: mark(name) if text else "" for name, text in texts.items()}


def escaped(texts: Texts) -> dict[str, str]:
    """What goes into the places."""
    return {name: text if isinstance(text, SafeString) else escape(text) for name, text in texts.items()}
