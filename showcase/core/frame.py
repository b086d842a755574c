"""The frame around every page (head, header, footer), rendered once and filled for each request.

``frame.html`` is an ordinary template. Where something differs from page to page it says ``{% fill "name" %}`` or
``{% current url %}``; while the frame is recorded these leave a mark, and a request only joins the pieces between the
marks with its own values. What a frame shows may change with the clock ("open until 17:00"): none is kept longer
than the period in which pages say the same (``freshness.period``).
"""

import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Any, TypeVar

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from showcase.core import freshness

T = TypeVar("T")
_MOST_KEPT = 256


@cache
def _ours() -> str:
    """How a mark begins. Nobody outside can know it, so no text that somebody wrote is taken for one."""
    return f"\x01{salted_hmac('showcase.core.frame', 'marks').hexdigest()[:16]}:"


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(f"{_ours()}([^\x01]*)\x01")


def mark(name: str) -> SafeString:
    """The place of a value in a frame that is being recorded."""
    return mark_safe(f"{_ours()}{name}\x01")


@dataclass(frozen=True, slots=True)
class Frame:
    """Text and the names of values by turns, text first."""

    pieces: tuple[str, ...]

    @classmethod
    def of(cls, html: str) -> "Frame":
        """Split what a template with marks gave."""
        return cls(tuple(_pattern().split(html)))

    def fill(self, values: Mapping[str, str]) -> SafeString:
        """The page. Values must be escaped already; a name without a value leaves nothing."""
        get = values.get
        return mark_safe("".join([get(piece, "") if i & 1 else piece for i, piece in enumerate(self.pieces)]))


def kept_frame(name: str, request: HttpRequest | None, record: Callable[[], str]) -> Frame:
    """The frame of this name in the active language, recorded when it is not there or may be out of date."""
    return kept_now(name, request, lambda: Frame.of(record()))


_kept: dict[Hashable, Any] = {}
_MISSING: Any = object()
_lock = Lock()


def kept_now(name: Hashable, request: HttpRequest | None, make: Callable[[], T]) -> T:
    """What ``make`` gave in the active language since anything changed or the clock changed what pages say.

    Shared by all requests of the process, so only to be read. ``make`` keeps what it reads by itself: what was worked
    out before the call may be older, and belongs into the name. When there are too many names all are made again.
    Nothing is kept without a request, for which templates know neither centre nor menus.
    """
    version = None if settings.DEBUG or request is None else freshness.version(request)
    if version is None:
        return make()
    key = (name, get_language(), version, freshness.period(version))
    value: T = _kept.get(key, _MISSING)
    if value is not _MISSING:
        return value
    value = make()
    with _lock:
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        _kept[key] = value
    return value
