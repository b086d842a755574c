"""What the blocks of a page show of records, looked up for the whole page in a fixed number of queries."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.translation import get_language
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue

from products.documents import product_card, public_products
from showcase.core.models.translation import SOURCE_LANGUAGE
from showcase.images.models import CentreImage
from villages.documents import artisan_card, public_artisans, public_villages, village_card

Key = tuple[str, int]
READERS = {
    "product": (public_products, product_card),
    "village": (public_villages, village_card),
    "artisan": (public_artisans, artisan_card),
}


def tell(*values: Any) -> dict[Key, Any]:
    """The cards of all record blocks of these values; the renditions of their pictures are loaded at once, too."""
    images = [image for value in values for image in pictures(value)]
    if images:
        prefetch_related_objects(images, "renditions")
    return cards_of(key for value in values for key in record_keys(value))


def _inside(value: Any) -> Iterator[Any]:
    """What stands in a value, one level down."""
    if isinstance(value, StreamValue):
        yield from (child.value for child in value)
    elif isinstance(value, StructValue):
        yield from value.values()
    elif isinstance(value, ListValue):
        yield from value


def pictures(value: Any) -> Iterator[CentreImage]:
    """Every picture in a value."""
    for inner in _inside(value):
        if isinstance(inner, CentreImage):
            yield inner
        else:
            yield from pictures(inner)


def record_keys(value: Any) -> Iterator[Key]:
    """(kind, primary key) of every record that record blocks of this value name, in order."""
    if isinstance(value, StreamValue):
        for child in value:
            if child.block_type in READERS:
                if child.value is not None:  # deleted since
                    yield child.block_type, child.value.pk
            else:
                yield from record_keys(child.value)
    else:
        for inner in _inside(value):
            yield from record_keys(inner)


def cards_of(keys: Iterable[Key]) -> dict[Key, Any]:
    """Cards of the public ones among these records, in the active language; one set of queries a kind."""
    language = get_language() or SOURCE_LANGUAGE
    by_kind: dict[str, set[int]] = {}
    for kind, pk in keys:
        by_kind.setdefault(kind, set()).add(pk)
    cards: dict[Key, Any] = {}
    for kind, pks in by_kind.items():
        queryset, card = READERS[kind]
        for record in queryset().filter(pk__in=pks):
            cards[kind, record.pk] = card(record, language)
    return cards
