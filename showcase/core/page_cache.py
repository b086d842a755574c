"""Whole pages for visitors without a session, as bytes: kept until something changes or the clock makes it untrue.

A page is known by its address, query and host, by the version of all that shows (``freshness``) and by the period of
time in which it says the same (a day in Hà Nội, and the time to the next opening or closing). Words that somebody
searched for are never kept. Another process's change is seen within a second.
"""

import gzip
import hashlib
import logging
import math
import re
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from redis.exceptions import RedisError

from showcase.core import fingerprint, freshness
from showcase.core.middleware import is_admin

#: Seconds within which a change made by another process is seen.
PATIENCE = 1.0
MOST_BYTES = 64 * 1024 * 1024
LARGEST = 512 * 1024
LEVEL = 5
KINDS = ("text/html", "application/xml", "application/atom+xml", "text/plain", "image/svg+xml")
#: Address, host, version, period.
Key = tuple[str, str, Hashable, datetime]
#: What a cache server that is away raises; the page is made then.
CACHE_ERRORS = (OSError, RedisError)
logger = logging.getLogger(__name__)
#: Named by the client, and not refused by ``q=0``.
_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))", re.IGNORECASE)
#: Never kept: headers of one answer, not of the page.
OWN_HEADERS = frozenset({"content-length", "content-encoding", "etag", "date", "vary"})


@dataclass(frozen=True, slots=True)
class Page:
    """One answer: body, its compressed form, address with query, headers."""

    body: bytes
    packed: bytes
    path: str
    headers: tuple[tuple[str, str], ...]
    etag: str

    @property
    def size(self) -> int:
        """Bytes held."""
        return len(self.body) + len(self.packed) + len(self.path)


class LocalPages:
    """Pages of this process, the least used dropped first."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._pages: OrderedDict[Hashable, Page] = OrderedDict()
        self._lock = Lock()
        self._most = most_bytes
        self._bytes = 0

    def get(self, key: Hashable) -> Page | None:
        """A page, or ``None``."""
        with self._lock:
            page = self._pages.get(key)
            if page is not None:
                self._pages.move_to_end(key)
            return page

    def put(self, key: Hashable, page: Page) -> None:
        """Keep a page."""
        with self._lock:
            before = self._pages.pop(key, None)
            self._bytes += page.size - (before.size if before else 0)
            self._pages[key] = page
            while self._bytes > self._most:
                _key, dropped = self._pages.popitem(last=False)
                self._bytes -= dropped.size

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._pages.clear()
            self._bytes = 0


pages = LocalPages()


class PageCacheMiddleware:
    """Answers from what is kept; stands after what redirects to HTTPS and before everything that costs."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self._asked = -math.inf  # the clock counts from the start of the machine

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Serve ``request``."""
        if not settings.PAGE_CACHE or not _is_for_everybody(request):
            return self.get_response(request)
        key = self._key(request)
        if key is None:
            return self.get_response(request)
        page = _find(key)
        if page is None:
            response = self.get_response(request)
            if not _may_be_kept(response):
                return response
            page = _page_of(request, response)
            _keep(key, page)
        return _answer(request, page)

    def _key(self, request: HttpRequest) -> Key | None:
        host = request.get_host()  # refuses a name that is not ours, as every page does
        now = time.monotonic()
        is_due = now - self._asked >= PATIENCE
        version = freshness.version(request if is_due else None)
        if is_due:
            self._asked = now
        if version is None:
            return None
        return request.get_full_path(), host, version, freshness.period(version)


def _is_for_everybody(request: HttpRequest) -> bool:
    return (
        request.method in ("GET", "HEAD")
        and not is_admin(request)
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "q" not in request.GET
    )


def _may_be_kept(response: HttpResponseBase) -> bool:
    if response.status_code != 200 or response.streaming or response.cookies:
        return False
    if any(word in response.get("Cache-Control", "") for word in ("private", "no-store")):
        return False
    if "cookie" in response.get("Vary", "").lower():
        return False
    is_text = response.get("Content-Type", "").split(";")[0] in KINDS
    return is_text and isinstance(response, HttpResponse) and len(response.content) <= LARGEST


def _page_of(request: HttpRequest, response: HttpResponseBase) -> Page:
    body = response.content if isinstance(response, HttpResponse) else b""
    headers = tuple((name, value) for name, value in response.headers.items() if name.lower() not in OWN_HEADERS)
    digest = hashlib.sha256(body).hexdigest()[:20]
    return Page(body, gzip.compress(body, LEVEL, mtime=0), request.get_full_path(), headers, f'"{digest}"')


def _answer(request: HttpRequest, page: Page) -> HttpResponse:
    is_packed = _GZIP.search(request.META.get("HTTP_ACCEPT_ENCODING", "")) is not None
    # One tag for both forms would let a proxy hand out the wrong one.
    etag = page.etag[:-1] + ('-gz"' if is_packed else '"')
    if etag in request.META.get("HTTP_IF_NONE_MATCH", ""):
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = HttpResponse(page.packed if is_packed else page.body)
        if is_packed:
            response.headers["Content-Encoding"] = "gzip"
        response.headers["Content-Length"] = str(len(page.packed if is_packed else page.body))
    for name, value in page.headers:
        response.headers[name] = value
    response.headers["ETag"] = etag
    response.headers.setdefault("Cache-Control", "no-cache")  # a browser asks first, and is told "not modified"
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def _find(key: Key) -> Page | None:
    page = pages.get(key)
    if page is None and _is_shared(key):
        try:
            page = caches["default"].get(_shared(key))
        except CACHE_ERRORS as error:
            logger.warning("the shared cache does not answer: %s", error)
        if page is not None:
            pages.put(key, page)
    return page


def _keep(key: Key, page: Page) -> None:
    pages.put(key, page)
    if _is_shared(key):
        try:
            caches["default"].set(_shared(key), page, timeout=3600)
        except CACHE_ERRORS as error:
            logger.warning("the shared cache does not answer: %s", error)


def _is_shared(key: Key) -> bool:
    """Addresses with a query are without number: they stay in the process, where the least used are dropped."""
    return bool(settings.PAGE_CACHE_SHARED) and "?" not in key[0]


def _shared(key: Key) -> str:
    return f"page:{hashlib.sha256(repr((fingerprint.current(), key)).encode()).hexdigest()}"
