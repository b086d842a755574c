"""What a product gives to search and lists."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Model, Q, QuerySet
from django.utils import timezone, translation

from products.models import Category, Material, PriceKind, Product
from products.presentation import availability_display, price_display
from showcase.core.documents import CardContext, SearchDocument
from showcase.core.registries import SearchSource
from showcase.images.models import CentreImage
from showcase.images.pictures import card_picture
from villages.documents import place_names
from villages.models import Artisan, Craft, Place, Technique, Village

# Lower bounds of the price bands in đồng; a range belongs to every band it touches.
PRICE_BANDS: tuple[tuple[str, int, int | None], ...] = (
    ("under-200k", 0, 200_000),
    ("200k-500k", 200_000, 500_000),
    ("500k-1m", 500_000, 1_000_000),
    ("1m-5m", 1_000_000, 5_000_000),
    ("over-5m", 5_000_000, None),
)


def price_keys(product: Product) -> tuple[str, ...]:
    """The price bands of a product."""
    if product.price_min is None:
        return ("ask",)
    low = product.price_min
    high = product.price_max if product.price_kind == PriceKind.RANGE and product.price_max else low
    return tuple(key for key, start, end in PRICE_BANDS if high >= start and (end is None or low < end))


def product_card(product: Product, language: str) -> CardContext:
    """What the card component needs, in one language."""
    name = product.localized("name", language)
    maker = product.maker
    first = next(iter(product.images.all()), None)
    return {
        "kind": "product",
        "code": product.code,
        "url": product.get_absolute_url(language),
        "name": str(name),
        "name_lang": name.language,
        "maker": str(maker.localized("name", language)) if maker else "",
        "village": str(product.village.localized("name", language)),
        "availability": availability_display(product, language),
        "availability_kind": "sold" if product.is_sold else product.availability,
        "price": price_display(product, language),
        "craft": product.craft.key if product.craft else "",
        "image": card_picture(first.image, language) if first else None,
    }


def _terms(product: Product) -> tuple[str, ...]:
    terms = [product.craft, product.category, *product.techniques.all(), *product.materials.all()]
    languages = [language for language, _name in settings.LANGUAGES]
    names = [str(term.localized("name", language)) for language in languages for term in terms if term]
    maker = [product.maker.name] if product.maker else []
    return tuple(dict.fromkeys(filter(None, [*names, *maker])))


def _text(product: Product) -> str:
    pieces: list[str] = []
    for language, _name in settings.LANGUAGES:
        pieces += [str(product.localized(field, language)) for field in ("summary", "story")]
    pieces += [option.label for option in product.options.all()]
    pieces += [str(certificate) for certificate in product.certificates.all()]
    return "\n".join(dict.fromkeys(piece for piece in pieces if piece))


def build_product_document(product: Product) -> SearchDocument | None:
    """The document of a public product, else ``None``."""
    if not product.is_public:
        return None
    languages = [language for language, _name in settings.LANGUAGES]
    maker = product.maker
    return SearchDocument(
        kind="product",
        object_id=product.pk,
        code=product.code,
        names={language: str(product.localized("name", language)) for language in languages},
        terms=_terms(product),
        text=_text(product),
        places=place_names(product.village),
        facets=_facet_keys(product),
        stars=tuple(
            (row.stars, _iso(row.valid_from), _iso(row.valid_to))
            for row in product.certificates.all()
            if row.stars and row.valid_to
        ),
        price=product.price_min,
        published_at=(product.first_published_at or timezone.now()).isoformat(),
        cards={language: _card_in(product, language) for language in languages},
        parents=tuple(filter(None, (product.village.code, maker.code if maker else ""))),
    )


def _card_in(product: Product, language: str) -> CardContext:
    with translation.override(language):
        return product_card(product, language)


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None


def _facet_keys(product: Product) -> dict[str, tuple[str, ...]]:
    craft = product.craft
    return {
        "village": (product.village.code,),
        "artisan": (product.maker.code,) if product.maker else (),
        "craft": tuple(dict.fromkeys([craft.key, *([craft.group.key] if craft.group else [])])) if craft else (),
        "material": tuple(term.key for term in product.materials.all()),
        "technique": tuple(term.key for term in product.techniques.all()),
        "category": (product.category.key,) if product.category else (),
        "price": price_keys(product),
        "availability": ("sold" if product.is_sold else product.availability,),
    }


def public_products() -> QuerySet[Product]:
    """Public products with all that the document reads."""
    return with_document_relations(Product.objects.public())


def with_document_relations(queryset: QuerySet[Product]) -> QuerySet[Product]:
    """Load what documents and cards read, in a fixed number of queries."""
    return queryset.select_related(
        "village", "village__commune", "village__former_place", "artisan", "craft", "craft__group", "category"
    ).prefetch_related(
        "village__aliases",
        "techniques",
        "materials",
        "certificates",
        "options",
        "images__image__renditions",
    )


def products_with_page_relations() -> QuerySet[Product]:
    """Public products with all that their pages read."""
    return public_products().prefetch_related("claims", "artisan__titles")


def dependants(instance: Model) -> Iterable[tuple[str, QuerySet[Any]]]:
    """The products whose documents show this village, artisan, term, place or picture."""
    lookups: dict[type[Model], Q] = {
        Village: Q(village=instance.pk),
        Artisan: Q(artisan=instance.pk),
        Craft: Q(craft=instance.pk) | Q(craft__group=instance.pk),
        Technique: Q(techniques=instance.pk),
        Category: Q(category=instance.pk),
        Material: Q(materials=instance.pk),
        Place: Q(village__commune=instance.pk) | Q(village__former_place=instance.pk),
        CentreImage: Q(images__image=instance.pk),
    }
    if (lookup := lookups.get(type(instance))) is not None:
        yield "product", Product.objects.filter(lookup)


PRODUCT_SOURCE = SearchSource(
    kind="product",
    model=Product,
    build=build_product_document,
    queryset=public_products,
    dependants=dependants,
    may_wait=True,
)
