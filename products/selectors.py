"""What is read of products for pages of others."""

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.utils.translation import get_language

from products.documents import product_card, with_document_relations
from products.models import Availability, Product
from showcase.core.documents import CardContext


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
