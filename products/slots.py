"""What the catalogue puts into the pages of villages and artisans."""

from typing import Any

from django.urls import reverse

from products.models import Availability, Product
from products.selectors import cards, related_cards, similar_cards
from showcase.core.registries import SlotFiller
from villages.models import Artisan, Village

SHOWN = 12


def village_products(village: Village, request: Any) -> dict[str, Any] | None:
    """The newest pieces of a village."""
    hits = cards(SHOWN, village=village)
    more = f"{reverse('product_list')}?village={village.code}"
    return {"hits": hits, "more_url": more} if hits else None


def artisan_products(artisan: Artisan, request: Any) -> dict[str, Any] | None:
    """The newest pieces of a maker."""
    hits = cards(SHOWN, artisan=artisan)
    more = f"{reverse('product_list')}?artisan={artisan.code}"
    return {"hits": hits, "more_url": more} if hits else None


def product_related(product: Product, request: Any) -> dict[str, Any] | None:
    """From the same hands, from the same village; for a sold piece first those like it that can be had."""
    similar = similar_cards(product) if product.is_sold else []
    same_hands, same_village = related_cards(product, besides=tuple(card["code"] for card in similar))
    if not (same_hands or same_village or product.is_sold):
        return None
    return {
        "is_sold": product.is_sold,
        "similar": similar,
        "similar_url": _similar_url(product),
        "same_hands": same_hands,
        "same_village": same_village,
        "maker": product.maker,
        "village": product.village,
    }


def _similar_url(product: Product) -> str:
    """The catalogue, narrowed to the craft of this piece, or to its village."""
    narrowed = f"craft={product.craft.key}" if product.craft else f"village={product.village.code}"
    kinds = (Availability.IN_STOCK, Availability.MADE_TO_ORDER)
    return f"{reverse('product_list')}?{narrowed}&{'&'.join(f'availability={kind}' for kind in kinds)}"


FILLERS = (
    SlotFiller("village_products", "slots/village_products.html", village_products),
    SlotFiller("artisan_products", "slots/artisan_products.html", artisan_products),
    SlotFiller("product_related", "slots/product_related.html", product_related),
)
