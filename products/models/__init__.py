"""Products and their vocabularies. Import from here."""

from products.importing.models import ImportedRow
from products.models.children import Certificate, ProductClaim, ProductImage, ProductOption
from products.models.product import Availability, PriceKind, Product, ProductQuerySet
from products.models.terms import Category, Material

__all__ = [
    "Availability",
    "Category",
    "Certificate",
    "ImportedRow",
    "Material",
    "PriceKind",
    "Product",
    "ProductClaim",
    "ProductImage",
    "ProductOption",
    "ProductQuerySet",
]
