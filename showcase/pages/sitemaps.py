"""The sitemaps of pages, by type."""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import QuerySet
from wagtail.models import Page

from showcase.core.addresses import path_of
from showcase.core.sitemaps import Entry, SitemapPage, SitemapSource, latest

#: What a sitemap holds by its name; everything else that is public is in the last.
KINDS = {
    "exhibitions": ("exhibitionpage",),
    "events": ("eventpage",),
    "stories": ("storypage",),
}
REST = "pages"


def _public(kind: str) -> QuerySet[Page]:
    """Live pages that anybody may see, of the types of a sitemap."""
    rows = Page.objects.live().public().filter(depth__gte=2, content_type__app_label="pages")
    if kind == REST:
        return rows.exclude(content_type__model__in=[model for models in KINDS.values() for model in models])
    return rows.filter(content_type__model__in=KINDS[kind])


def _entries(kind: str) -> list[Entry]:
    """Twins together; a translation is public only while its source is."""
    found: dict[object, dict[str, Page]] = {}
    for page in _public(kind).select_related("locale").order_by("path"):
        found.setdefault(page.translation_key, {})[page.locale.language_code] = page
    entries = []
    for twins in found.values():
        if settings.LANGUAGE_CODE not in twins:
            continue
        order = [code for code, _name in settings.LANGUAGES if code in twins]
        changed = latest(*(page.last_published_at for page in twins.values()))
        entries.append(Entry({code: path_of(twins[code].get_url() or "/") for code in order}, changed))
    return entries


def page_sitemap(kind: str) -> SitemapSource:
    """All pages of a kind on one sitemap: there are tens to thousands of them."""

    def pages() -> list[SitemapPage]:
        entries = _entries(kind)
        return [SitemapPage(1, latest(*(entry.changed for entry in entries)))] if entries else []

    def entries(number: int) -> Iterable[Entry]:
        return _entries(kind) if number == 1 else ()

    return SitemapSource(kind, pages, entries)


SITEMAPS = tuple(page_sitemap(kind) for kind in (REST, *KINDS))
