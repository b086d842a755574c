"""Addresses of one page of every type, in both languages, from the demo."""

from __future__ import annotations

from django.db.models import Count
from django.db.models.functions import Length

from products.models import Product
from showcase.core.routes import word
from showcase.pages.models import StandardPage, StoryPage
from showcase.pages.selectors import events_by_time, exhibitions_by_time, live_events, live_exhibitions
from villages.models import Artisan, Village

LANGUAGES = ("vi", "en")
#: Pages that answer that there is nothing.
MISSED = {"products, after the last page", "search, after the last page", "not found"}


def prefix(language: str) -> str:
    return "/" if language == "vi" else f"/{language}/"


def section(name: str, language: str) -> str:
    """``/lang-nghe/`` or ``/en/villages/``."""
    return f"{prefix(language)}{word(name, language)}/"


def made_product() -> Product:
    """A public product whose maker may be named."""
    products = Product.objects.public().filter(artisan__live=True, artisan__may_show_name=True)
    return products.select_related("village", "artisan").order_by("code").first()


def every_page_type(language: str) -> dict[str, str]:
    """Name of the page type, and of the state it is in, to its address."""
    return {**_of_the_tree(language), **_of_records(language), **_lists(language), "not found": _missing(language)}


def records_that_differ(language: str) -> dict[str, str]:
    """The record of each kind that has most of something: the longest name, the most pictures."""
    products = Product.objects.public()
    villages = Village.objects.public()
    most = {
        "product, longest name": products.order_by(Length("name").desc(), "code"),
        "product, most pictures": products.annotate(pictures=Count("images")).order_by("-pictures", "code"),
        "village, longest story": villages.order_by(Length("story").desc(), "code"),
        "artisan, longest story": Artisan.objects.public().order_by(Length("story").desc(), "code"),
    }
    return {name: found.first().get_absolute_url(language) for name, found in most.items()}


def _missing(language: str) -> str:
    return f"{prefix(language)}khong-co-trang-nay/"


def _of_the_tree(language: str) -> dict[str, str]:
    """Home and index pages, every page of text, an exhibition and an event of each time, a story."""
    story = StoryPage.objects.live().filter(locale__language_code=language).first()
    events = events_by_time(live_events(), language)
    shows = exhibitions_by_time(live_exhibitions(), language)
    texts = StandardPage.objects.live().filter(locale__language_code=language)
    return {
        "home": prefix(language),
        "exhibitions": section("exhibitions", language),
        **{f"exhibition, {state}": pages[0].get_url() for state, pages in shows.items()},
        "stories": section("stories", language),
        "story": story.get_url(),
        "events": section("events", language),
        **{f"event, {state}": pages[0].get_url() for state, pages in events.items()},
        **{f"text, {page.source.slug}": page.get_url() for page in texts},
    }


def _of_records(language: str) -> dict[str, str]:
    product = made_product()
    return {
        "village": product.village.get_absolute_url(language),
        "artisan": product.artisan.get_absolute_url(language),
        "product": product.get_absolute_url(language),
    }


def _lists(language: str) -> dict[str, str]:
    """Lists, search, glossary and favourites: whole, narrowed, with nothing found, after the last page."""
    product = made_product()
    products, search, glossary, favourites = (
        section(name, language) for name in ("products", "search", "glossary", "favourites")
    )
    return {
        "villages": section("villages", language),
        "artisans": section("artisans", language),
        "products": products,
        "products, filtered": f"{products}?village={product.village.code}",
        "products, none left": f"{products}?village={product.village.code}&price=ask&stars=5",
        "products, after the last page": f"{products}?page=99",
        "search": search,
        "search, found": f"{search}?q=son+mai",
        "search, nothing": f"{search}?q=qqqqq",
        "search, after the last page": f"{search}?q=son+mai&page=99",
        "glossary": glossary,
        "glossary, nothing": f"{glossary}?q=qqqqq",
        "favourites": f"{favourites}?ma={product.code},{product.village.code},ABC234",
        "favourites, empty": favourites,
    }
