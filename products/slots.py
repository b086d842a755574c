"""What the catalogue puts into the pages of villages and artisans."""

from typing import Any

from django.urls import reverse

from products.models import Availability, Product
from showcase.core.cards import Filters, joined, newest_cards, newest_groups
from showcase.core.registries import SlotFiller
from villages.models import Artisan, Village

SHOWN = 12
RELATED = 4
TO_BE_HAD = tuple(kind for kind in Availability.values if kind != Availability.NOT_FOR_SALE)


def village_products(village: Village, request: Any) -> dict[str, str] | None:
    """The newest pieces of a village."""
    return _works({"village": (village.code,)}, request)


def artisan_products(artisan: Artisan, request: Any) -> dict[str, str] | None:
    """The newest pieces of a maker."""
    return _works({"artisan": (artisan.code,)}, request)


def _works(filters: Filters, request: Any) -> dict[str, str] | None:
    hits = newest_cards("product", SHOWN, filters, request=request)
    ((name, (code,)),) = filters.items()
    return {"hits": joined(hits), "more_url": f"{reverse('product_list')}?{name}={code}"} if hits else None


def product_related(product: Product, request: Any) -> dict[str, str] | None:
    """From the same hands, from the same village; for a sold piece first those like it that can be had.

    Reads of the product only what a stored page knows of it.
    """
    alike = _alike(product) if product.is_sold else []
    hands: list[Filters] = [{"artisan": (product.maker_code,)}] if product.maker_code else []
    groups: list[list[Filters]] = [alike, hands, [{"village": (product.village_code,)}]]
    similar, same_hands, same_village = newest_groups("product", RELATED, groups, [product.code], request)
    if not (same_hands or same_village or product.is_sold):
        return None
    return {
        "is_sold": "sold" if product.is_sold else "",
        "similar": joined(similar),
        "similar_url": _similar_url(product),
        "same_hands": joined(same_hands),
        "same_village": joined(same_village),
        "maker_url": product.maker_url,
        "village_url": product.village_url,
    }


def _alike(product: Product) -> list[Filters]:
    """What stands in for a sold piece, best first: of its village, of its kind or craft, to be had; the same hands."""
    here = {"village": (product.village_code,), "availability": TO_BE_HAD}
    hands = {"artisan": (product.maker_code,)} if product.maker_code else None
    alike: list[Filters] = []
    for name, key in (("category", product.category_key), ("craft", product.craft_key)):
        if key:
            alike += [{**here, name: (key,), **hands}] if hands else []
            alike.append({**here, name: (key,)})
    return alike


def _similar_url(product: Product) -> str:
    """The catalogue, narrowed to the craft of this piece, or to its village."""
    narrowed = f"craft={product.craft_key}" if product.craft_key else f"village={product.village_code}"
    kinds = (Availability.IN_STOCK, Availability.MADE_TO_ORDER)
    return f"{reverse('product_list')}?{narrowed}&{'&'.join(f'availability={kind}' for kind in kinds)}"


FILLERS = (
    SlotFiller("village_products", "slots/village_products.html", village_products, texts_only=True),
    SlotFiller("artisan_products", "slots/artisan_products.html", artisan_products, texts_only=True),
    SlotFiller("product_related", "slots/product_related.html", product_related, texts_only=True),
)
