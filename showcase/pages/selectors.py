"""What the pages read."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import get_language

from products.documents import product_card, with_document_relations
from products.models import Product
from products.selectors import cards
from showcase.core.models.translation import SOURCE_LANGUAGE
from showcase.pages.models import ExhibitionItem, ExhibitionPage
from villages.documents import public_villages, village_card

SEARCH_EXAMPLES = {
    "vi": ("khay sơn mài", "non la", "quà tặng"),
    "en": ("lacquer tray", "silk scarf", "khảm trai"),
}


def exhibitions_by_time(pages: QuerySet[ExhibitionPage]) -> dict[str, list[ExhibitionPage]]:
    """On now, coming, past, by the calendar of Hà Nội."""
    today = timezone.localdate()
    groups: dict[str, list[ExhibitionPage]] = {"on_now": [], "coming": [], "past": []}
    for page in pages.select_related("locale").order_by("-opens_on", "pk"):
        if page.opens_on > today:
            groups["coming"].append(page)
        elif page.closes_on and page.closes_on < today:
            groups["past"].append(page)
        else:
            groups["on_now"].append(page)
    return groups


def home_sections() -> dict[str, Any]:
    """What is on now, some villages, what is new."""
    language = get_language() or "vi"
    live = ExhibitionPage.objects.live().filter(locale__language_code=language)
    villages = public_villages().order_by("-first_published_at", "code")[:8]
    return {
        "on_now": exhibitions_by_time(live)["on_now"][:1],
        "villages": [village_card(village, language) for village in villages],
        "new_products": cards(8),
        "search_examples": SEARCH_EXAMPLES.get(language, SEARCH_EXAMPLES["vi"]),
    }


def exhibition_chapters(page: ExhibitionPage) -> dict[str, Any]:
    """Chapters with their objects in hand order; objects without a chapter come last."""
    items = [_shown(item) for item in _items(page.source)]
    chapters = [
        {"value": block.value, "items": [item for item in items if item["chapter"] == number]}
        for number, block in enumerate(page.body, start=1)
    ]
    rest = [item for item in items if item["chapter"] > len(chapters) or item["chapter"] < 1]
    return {"chapters": chapters, "rest": rest, "items": items}


def _items(source: ExhibitionPage) -> list[ExhibitionItem]:
    items = list(source.items.all())
    ids = [item.product_id for item in items if item.product_id]
    products = {row.pk: row for row in with_document_relations(Product.objects.public().filter(pk__in=ids))}
    withdrawn = set(Product.objects.filter(pk__in=ids, withdrawn_at__isnull=False).values_list("pk", flat=True))
    for item in items:
        item.public_product = products.get(item.product_id)  # type: ignore[attr-defined]
        item.is_withdrawn = item.product_id in withdrawn  # type: ignore[attr-defined]
    return items


def _shown(item: Any) -> dict[str, Any]:
    """A live product as a card; one that left the public as text without link or picture."""
    product = item.public_product
    language = get_language() or SOURCE_LANGUAGE
    return {
        "chapter": item.chapter,
        "item": item,
        "title": product.localized("name") if product else item.title_as_shown,
        "maker": (product.maker.name if product.maker else "") if product else item.maker_as_shown,
        "card": product_card(product, language) if product else None,
    }


def exhibitions_showing(product: Product) -> list[ExhibitionPage]:
    """Live exhibitions in the active language in which this product is shown."""
    language = get_language() or SOURCE_LANGUAGE
    keys = ExhibitionPage.objects.filter(items__product=product).values("translation_key")
    return list(
        ExhibitionPage.objects.live()
        .filter(locale__language_code=language, translation_key__in=keys)
        .select_related("locale")
        .order_by("-opens_on")
    )
