"""What is read of products for pages of others."""

from django.utils.translation import get_language

from products.documents import product_card, with_document_relations
from products.models import Product
from showcase.core.documents import CardContext


def cards(limit: int, **lookup: object) -> list[CardContext]:
    """Cards of the newest public products that match, in the active language."""
    language = get_language() or "vi"
    queryset = with_document_relations(Product.objects.public().filter(**lookup))
    newest = queryset.order_by("-first_published_at", "code")[:limit]
    return [product_card(product, language) for product in newest]


def related_cards(product: Product, limit: int = 4) -> tuple[list[CardContext], list[CardContext]]:
    """Others from the same hands, and others from the same village."""
    language = get_language() or "vi"
    others = with_document_relations(Product.objects.public().exclude(pk=product.pk)).order_by(
        "-first_published_at", "code"
    )
    maker = product.maker
    hands = list(others.filter(artisan=maker)[:limit]) if maker else []
    village = others.filter(village=product.village).exclude(pk__in=[row.pk for row in hands])[:limit]
    return [product_card(row, language) for row in hands], [product_card(row, language) for row in village]
