"""Sitemaps: who is public, at which addresses, changed when. Apps register their kinds; the views only write."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import BigIntegerField, ExpressionWrapper, F, IntegerField, Max, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone

from showcase.core.addresses import record_path
from showcase.core.registries import Registry
from showcase.core.text import slugify

#: So many records stand on a page, each with an address in every language: far below 50,000 addresses and 50 MB.
PER_PAGE = 2_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing with its path in each language, and when it last changed."""

    paths: Mapping[str, str]
    changed: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class SitemapPage:
    """A page of a kind that has something on it, and the last change on it."""

    number: int
    changed: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class SitemapSource:
    """A kind: which pages there are (one query), and what stands on one (one query)."""

    kind: str
    pages: Callable[[], Sequence[SitemapPage]]
    entries: Callable[[int], Iterable[Entry]]


sitemaps: Registry[SitemapSource] = Registry()


def record_sitemap(kind: str, model: Any, *dates: str) -> SitemapSource:
    """The sitemap of a kind of record. ``dates`` are its fields that tell of changes beside publishing.

    A page holds a fixed range of primary keys: it costs the same wherever it lies, and stays as it is when records
    before it leave.
    """

    def public() -> QuerySet[Any]:
        rows: QuerySet[Any] = model.objects.public()
        return rows.order_by()

    def pages() -> list[SitemapPage]:
        page = ExpressionWrapper((F("pk") - F("pk") % PER_PAGE) / PER_PAGE, output_field=BigIntegerField())
        found = public().annotate(page=Cast(page, IntegerField())).values("page")
        rows = found.annotate(changed=Max("last_published_at"), **{f"max_{name}": Max(name) for name in dates})
        return [
            SitemapPage(row["page"] + 1, latest(row["changed"], *(row[f"max_{name}"] for name in dates)))
            for row in rows.order_by("page")
        ]

    def entries(number: int) -> Iterable[Entry]:
        first = (number - 1) * PER_PAGE
        names = [f"translations__{code}__name__text" for code in _others()]
        rows = public().filter(pk__gte=first, pk__lt=first + PER_PAGE).order_by("pk")
        for code, name, published, *more in rows.values_list("code", "name", "last_published_at", *dates, *names):
            changes, texts = more[: len(dates)], more[len(dates) :]
            translated = {language: text or name for language, text in zip(_others(), texts, strict=True)}
            paths = _paths(model.detail_route, code, {settings.LANGUAGE_CODE: name, **translated})
            yield Entry(paths, latest(published, *changes))

    return SitemapSource(kind, pages, entries)


def _others() -> list[str]:
    return [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


def _paths(route: str, code: str, names: Mapping[str, str]) -> dict[str, str]:
    """As ``Record.reference`` makes them."""
    source = slugify(names[settings.LANGUAGE_CODE])
    paths = {}
    for language, name in names.items():
        slug = slugify(name) or source
        paths[language] = record_path(route, f"{slug}-{code}" if slug else code, language)
    return paths


def latest(*moments: datetime.datetime | datetime.date | None) -> datetime.datetime | None:
    """The last of some days and times; a day counts from its beginning in Hà Nội."""
    zone = timezone.get_default_timezone()
    known = [
        moment
        if isinstance(moment, datetime.datetime)
        else datetime.datetime.combine(moment, datetime.time(), tzinfo=zone)
        for moment in moments
        if moment is not None
    ]
    return max(known, default=None)
