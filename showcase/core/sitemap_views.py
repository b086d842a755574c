"""``/robots.txt``, ``/sitemap.xml`` and the sitemaps it names."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.html import escape
from django.views.decorators.http import require_safe

from showcase.core.addresses import absolute
from showcase.core.caching import kept_answer
from showcase.core.findable import X_DEFAULT
from showcase.core.sitemaps import Entry, latest, sitemaps

XML = "application/xml; charset=utf-8"
HOUR = 3_600
DAY = 86_400
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_ALTERNATES = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'


@require_safe
def robots(request: HttpRequest) -> HttpResponseBase:
    """Everything public may be read; what is not to be listed says so itself (``noindex``), which must be read."""
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /documents/", "", f"Sitemap: {_url('sitemap_index')}", ""]
    return kept_answer(request, HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8"), DAY)


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponseBase:
    """All sitemaps that have something to say, one query a kind."""
    pages = [(source.kind, page) for source in sitemaps for page in source.pages()]
    lines = [
        f"<sitemap><loc>{_url('sitemap', kind, page.number)}</loc>{_lastmod(page.changed)}</sitemap>"
        for kind, page in pages
    ]
    body = _document("sitemapindex", _NAMESPACE, lines)
    return _answer(request, body, (page.changed for _kind, page in pages))


@require_safe
def sitemap(request: HttpRequest, kind: str, number: int) -> HttpResponseBase:
    """One sitemap: each thing in each language, with all its languages. 404 for one that is empty."""
    source = sitemaps.get(kind)
    entries = list(source.entries(number)) if source is not None and number >= 1 else []
    if not entries:
        raise Http404
    body = _document("urlset", f"{_NAMESPACE} {_ALTERNATES}", (line for entry in entries for line in _urls(entry)))
    return _answer(request, body, (entry.changed for entry in entries))


def _answer(request: HttpRequest, body: str, changes: Iterable[datetime | None]) -> HttpResponseBase:
    return kept_answer(request, HttpResponse(body, content_type=XML), HOUR, latest(*changes))


def _urls(entry: Entry) -> Iterator[str]:
    addresses = {language: escape(absolute(path)) for language, path in entry.paths.items()}
    links = ""
    if len(addresses) > 1:
        named = {**addresses, "x-default": addresses.get(X_DEFAULT, "")}
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{address}"/>'
            for code, address in named.items()
            if address
        )
    lastmod = _lastmod(entry.changed)
    for address in addresses.values():
        yield f"<url><loc>{address}</loc>{lastmod}{links}</url>"


def _lastmod(changed: datetime | None) -> str:
    return f"<lastmod>{changed.isoformat(timespec='seconds')}</lastmod>" if changed else ""


def _document(root: str, namespaces: str, lines: Iterable[str]) -> str:
    return "\n".join([f"{_HEAD}<{root} {namespaces}>", *lines, f"</{root}>\n"])


def _url(name: str, *args: object) -> str:
    return escape(absolute(reverse(name, args=args)))
