"""What the pages read."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language

from products.documents import product_card, with_document_relations
from products.models import Availability, Product
from showcase.core import freshness
from showcase.core.models import BasePage
from showcase.core.models.translation import SOURCE_LANGUAGE
from showcase.pages.models import EventPage, ExhibitionItem, ExhibitionPage, StoryPage
from showcase.pages.telling import tell

AnyPage = TypeVar("AnyPage", bound=BasePage)


def live_exhibitions() -> QuerySet[ExhibitionPage]:
    """Live exhibitions, newest first, as the Vietnamese pages that hold their dates and objects."""
    live = ExhibitionPage.objects.live().public().filter(locale__language_code=SOURCE_LANGUAGE)
    return live.select_related("locale").order_by("-opens_on", "pk")


def live_events() -> QuerySet[EventPage]:
    """Live events, as the Vietnamese pages that hold their dates."""
    live = EventPage.objects.live().public().filter(locale__language_code=SOURCE_LANGUAGE)
    return live.select_related("locale").prefetch_related("dates").order_by("pk")


def live_stories() -> QuerySet[StoryPage]:
    """Live stories, newest first, as the Vietnamese pages that hold their date and picture."""
    live = StoryPage.objects.live().public().filter(locale__language_code=SOURCE_LANGUAGE)
    return with_pictures(live).select_related("locale", "craft").order_by("-told_on", "-pk")


def with_pictures(pages: QuerySet[AnyPage]) -> QuerySet[AnyPage]:
    """With the picture of each page, in its sizes."""
    return pages.select_related("picture").prefetch_related("picture__renditions")


def in_language(sources: Iterable[AnyPage], language: str) -> list[AnyPage]:
    """The public pages of these sources in a language, in the order given, in two queries."""
    ordered = list(sources)
    if language == SOURCE_LANGUAGE or not ordered:
        return ordered
    twins = (
        type(ordered[0])
        ._default_manager.live()
        .public()
        .filter(locale__language_code=language, translation_key__in=[source.translation_key for source in ordered])
    )
    by_key = {twin.translation_key: twin for twin in twins.select_related("locale")}
    pages = []
    for source in ordered:
        if (page := by_key.get(source.translation_key)) is not None:
            page.know_source(source)
            pages.append(page)
    return pages


def events_by_time(sources: QuerySet[EventPage], language: str) -> dict[str, list[EventPage]]:
    """Coming (the next one first) and past (the last one first), by the calendar of Hà Nội."""
    pages = in_language(sources, language)
    past = [page for page in pages if page.past_dates and not page.coming_dates]
    past.sort(key=lambda page: page.past_dates[-1].starts_at, reverse=True)
    return {"coming": coming_first(pages), "past": past}


def coming_first(pages: Iterable[EventPage]) -> list[EventPage]:
    """Those of these events that have a date to come, the next one first; no query."""
    coming = [page for page in pages if page.coming_dates]
    return sorted(coming, key=lambda page: page.coming_dates[0].starts_at)


def exhibitions_by_time(sources: QuerySet[ExhibitionPage], language: str) -> dict[str, list[ExhibitionPage]]:
    """On now, coming (the next one first), past, by the calendar of Hà Nội and the dates of the source."""
    return by_time(in_language(sources, language))


def by_time(pages: Iterable[ExhibitionPage]) -> dict[str, list[ExhibitionPage]]:
    """These exhibitions (newest first) in the groups of :func:`exhibitions_by_time`; no query."""
    today = timezone.localdate()
    groups: dict[str, list[ExhibitionPage]] = {"on_now": [], "coming": [], "past": []}
    for page in pages:
        if page.source.opens_on > today:
            groups["coming"].insert(0, page)
        elif page.is_past:
            groups["past"].append(page)
        else:
            groups["on_now"].append(page)
    return groups


def exhibition_chapters(page: ExhibitionPage) -> dict[str, Any]:
    """Chapters with their objects in hand order; objects without a chapter come last."""
    items = _shown_items(page.source)
    chapters = [
        {"value": block.value, "items": [item for item in items if item["chapter"] == number]}
        for number, block in enumerate(page.body, start=1)
    ]
    rest = [item for item in items if item["chapter"] > len(chapters) or item["chapter"] < 1]
    had = [item["card"] for item in items if item["can_be_had"]]
    cards = tell(page.body)
    return {"chapters": chapters, "rest": rest, "items": items, "can_be_had": had, "record_cards": cards}


def _shown_items(source: ExhibitionPage) -> list[dict[str, Any]]:
    """The objects of a show, without those that never were public."""
    items = list(source.items.all())
    linked = Product.objects.filter(pk__in=[item.product_id for item in items if item.product_id])
    products = {row.pk: row for row in with_document_relations(linked)}
    shown = []
    for item in items:
        product = products.get(item.product_id or 0)
        if product is None or product.is_public:
            shown.append(_shown(item, product))
        elif not (product.never_published or product.village.never_published):
            shown.append(_remembered(item, product))
    return shown


def _shown(item: ExhibitionItem, product: Product | None) -> dict[str, Any]:
    """A live product as a card; one whose record is gone as text."""
    if product is None:
        return _as_text(item, "")  # nobody is left to ask whether the maker may be named
    language = get_language() or SOURCE_LANGUAGE
    card = product_card(product, language)
    return {
        "chapter": item.chapter,
        "item": item,
        "title": card["name"],
        "title_lang": card["name_lang"],
        "maker": card["maker"],
        "card": card,
        "can_be_had": not product.is_sold and product.availability != Availability.NOT_FOR_SALE,
    }


def _remembered(item: ExhibitionItem, product: Product) -> dict[str, Any]:
    """One that left the public: text without link or picture; a maker who is not public is not named."""
    named = product.artisan is None or product.artisan.is_public
    return _as_text(item, item.maker_as_shown if named else "")


def _as_text(item: ExhibitionItem, maker: str) -> dict[str, Any]:
    return {
        "chapter": item.chapter,
        "item": item,
        "title": item.title_as_shown,
        "title_lang": SOURCE_LANGUAGE,
        "maker": maker,
        "card": None,
        "can_be_had": False,
    }


def exhibitions_showing(**lookup: object) -> list[ExhibitionPage]:
    """Live exhibitions in the active language that show public products which match."""
    shown = Product.objects.public().filter(**lookup)
    items = ExhibitionItem.objects.filter(product__in=shown)
    return in_language(live_exhibitions().filter(pk__in=items.values("page")), get_language() or SOURCE_LANGUAGE)


@dataclass(frozen=True, slots=True)
class Exhibited:
    """The keys of products in live exhibitions, and of their villages."""

    products: frozenset[int]
    villages: frozenset[int]


def exhibited(request: HttpRequest | None) -> Exhibited:
    """What live exhibitions show, kept in the process: most pieces are in none, and need not ask."""
    return freshness.kept("exhibited", request, _read_exhibited)


def _read_exhibited() -> Exhibited:
    items = ExhibitionItem.objects.filter(page__in=live_exhibitions().values("pk"), product__isnull=False)
    pairs = list(items.values_list("product_id", "product__village_id"))
    return Exhibited(
        frozenset(product for product, _village in pairs), frozenset(village for _product, village in pairs)
    )
