"""What the catalogue puts into the pages of villages and artisans."""

from typing import Any

from django.urls import reverse

from products.models import Availability, Product
from products.selectors import similar_cards
from showcase.core.cards import Filters, newest_cards, newest_groups
from showcase.core.registries import SlotFiller
from villages.models import Artisan, Village

SHOWN = 12
RELATED = 4


def village_products(village: Village, request: Any) -> dict[str, Any] | None:
    """The newest pieces of a village."""
    return _works({"village": (village.code,)}, request)


def artisan_products(artisan: Artisan, request: Any) -> dict[str, Any] | None:
    """The newest pieces of a maker."""
    return _works({"artisan": (artisan.code,)}, request)


def _works(filters: Filters, request: Any) -> dict[str, Any] | None:
    hits = newest_cards("product", SHOWN, filters, request=request)
    ((name, (code,)),) = filters.items()
    return {"hits": hits, "more_url": f"{reverse('product_list')}?{name}={code}"} if hits else None


def product_related(product: Product, request: Any) -> dict[str, Any] | None:
    """From the same hands, from the same village; for a sold piece first those like it that can be had.

    Reads of the product only what a stored page knows of it.
    """
    similar = similar_cards(product) if product.is_sold else []
    seen = [product.code, *(card["code"] for card in similar)]
    hands = {"artisan": (product.maker_code,)} if product.maker_code else None
    same_hands, same_village = newest_groups(
        "product", RELATED, [hands, {"village": (product.village_code,)}], without=seen, request=request
    )
    if not (same_hands or same_village or product.is_sold):
        return None
    return {
        "is_sold": product.is_sold,
        "similar": similar,
        "similar_url": _similar_url(product),
        "same_hands": same_hands,
        "same_village": same_village,
        "maker_url": product.maker_url,
        "village_url": product.village_url,
    }


def _similar_url(product: Product) -> str:
    """The catalogue, narrowed to the craft of this piece, or to its village."""
    narrowed = f"craft={product.craft_key}" if product.craft_key else f"village={product.village_code}"
    kinds = (Availability.IN_STOCK, Availability.MADE_TO_ORDER)
    return f"{reverse('product_list')}?{narrowed}&{'&'.join(f'availability={kind}' for kind in kinds)}"


FILLERS = (
    SlotFiller("village_products", "slots/village_products.html", village_products),
    SlotFiller("artisan_products", "slots/artisan_products.html", artisan_products),
    SlotFiller("product_related", "slots/product_related.html", product_related),
)
