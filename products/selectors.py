"""What is read of products for pages of others."""

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.utils.translation import get_language

from products.documents import product_card, with_document_relations
from products.models import Availability, Product
from showcase.core.documents import CardContext


def cards(limit: int, **lookup: object) -> list[CardContext]:
    """Cards of the newest public products that match, in the active language."""
    language = get_language() or "vi"
    queryset = with_document_relations(Product.objects.public().filter(**lookup))
    newest = queryset.order_by("-first_published_at", "code")[:limit]
    return [product_card(product, language) for product in newest]


def related_cards(
    product: Product, limit: int = 4, besides: tuple[str, ...] = ()
) -> tuple[list[CardContext], list[CardContext]]:
    """Others from the same hands, and others from the same village; none of the codes ``besides``."""
    language = get_language() or "vi"
    others = with_document_relations(_others(product).exclude(code__in=besides)).order_by("-first_published_at", "code")
    maker = product.maker
    hands = list(others.filter(artisan=maker)[:limit]) if maker else []
    village = others.filter(village=product.village).exclude(pk__in=[row.pk for row in hands])[:limit]
    return [product_card(row, language) for row in hands], [product_card(row, language) for row in village]


def similar_cards(product: Product, limit: int = 4) -> list[CardContext]:
    """Pieces of the same village that can be had, of the same craft or kind: the same hands and the same kind first."""
    alike = Q(craft=product.craft_id) if product.craft_id else Q()
    alike |= Q(category=product.category_id) if product.category_id else Q()
    if not alike:
        return []
    same_hands = Q(artisan=product.maker.pk) if product.maker else Q(pk__isnull=True)
    to_be_had = _others(product).filter(alike, village=product.village, sold_on__isnull=True)
    found = to_be_had.exclude(availability=Availability.NOT_FOR_SALE).annotate(
        hands=_one_if(same_hands), kind=_one_if(Q(category=product.category_id))
    )
    nearest = with_document_relations(found.order_by("-kind", "-hands", "-first_published_at", "code"))[:limit]
    language = get_language() or "vi"
    return [product_card(row, language) for row in nearest]


def _others(product: Product) -> QuerySet[Product]:
    others: QuerySet[Product] = Product.objects.public().exclude(pk=product.pk)
    return others


def _one_if(condition: Q) -> Case:
    return Case(When(condition, then=Value(1)), default=Value(0), output_field=IntegerField())
