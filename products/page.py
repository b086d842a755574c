"""The product's page."""

from typing import Any

from products.models import Product
from products.presentation import product_context
from products.structured import product_findable, product_head
from showcase.core.recorded import RecordPage

_FACTS = ("village_code", "maker_code", "craft_key", "category_key", "village_url", "maker_url", "is_sold")


def _facts(product: Product) -> dict[str, Any]:
    return {name: getattr(product, name) for name in _FACTS}


PRODUCT_PAGE = RecordPage(
    Product, "products/product_detail.html", product_context, _facts, product_head, product_findable
)
