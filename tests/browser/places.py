"""Addresses of one page of every type, in both languages, from the demo."""

from __future__ import annotations

from products.models import Product
from showcase.core.routes import word
from showcase.pages.models import EventPage, ExhibitionPage, StoryPage

LANGUAGES = ("vi", "en")


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
    """Name of the page type to its address."""
    product = made_product()
    exhibition, story, event = (
        model.objects.live().filter(locale__language_code=language).first()
        for model in (ExhibitionPage, StoryPage, EventPage)
    )
    return {
        "home": prefix(language),
        "villages": section("villages", language),
        "artisans": section("artisans", language),
        "products": section("products", language),
        "products, filtered": f"{section('products', language)}?village={product.village.code}",
        "exhibitions": section("exhibitions", language),
        "exhibition": exhibition.get_url(),
        "stories": section("stories", language),
        "story": story.get_url(),
        "events": section("events", language),
        "event": event.get_url(),
        "glossary": section("glossary", language),
        "village": product.village.get_absolute_url(language),
        "artisan": product.artisan.get_absolute_url(language),
        "product": product.get_absolute_url(language),
        "search": section("search", language),
        "search, found": f"{section('search', language)}?q=son+mai",
        "search, nothing": f"{section('search', language)}?q=qqqqq",
        "products, none left": f"{section('products', language)}?village={product.village.code}&price=ask&stars=5",
        "products, after the last page": f"{section('products', language)}?page=99",
        "favourites": f"{section('favourites', language)}?ma={product.code},{product.village.code},ABC234",
        "favourites, empty": section("favourites", language),
        "not found": f"{prefix(language)}khong-co-trang-nay/",
    }
