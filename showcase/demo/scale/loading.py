"""Storing made-up records as saving them one by one would, only in bulk."""

from collections.abc import Callable
from itertools import islice
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model

from products.importing.service import import_centre
from products.models import Category, Certificate, Product
from search.rebuilding import rebuild_all
from showcase.core.models import LivingCode
from showcase.demo.content import FOLDER
from showcase.demo.scale.makers import make_artisans, make_villages
from showcase.demo.scale.marks import NOTE, code_of
from showcase.demo.scale.pieces import Piece, Workshop
from villages.models import Artisan, Craft, Village

BATCH = 500
Say = Callable[[str], None]


def load(count: int, say: Say) -> int:
    """See to it that the first ``count`` made-up products exist, with villages and makers; gives how many are new.

    Without vocabularies the demo's lists are imported first. If nothing is missing, nothing changes.
    """
    if not (Category.objects.exists() and Craft.objects.exists()):
        say("importing the demo's lists …")
        import_centre(FOLDER)
    with transaction.atomic():
        villages = make_villages()
        workshop = Workshop(villages, make_artisans(villages))
    say(f"{len(workshop.villages)} villages, {len(workshop.artisans)} makers")
    made = 0
    for start in range(0, count, BATCH):
        made += _store(workshop, range(start, min(start + BATCH, count)))
        if (start // BATCH) % 20 == 19:
            say(f"{start + BATCH:,} of {count:,} products")
    if made:
        say(f"{made:,} products stored; building search entries …")
        say(f"{rebuild_all():,} entries")
    return made


@transaction.atomic
def _store(workshop: Workshop, numbers: range) -> int:
    wanted = {code_of("product", number): number for number in numbers}
    # A code given before is never given again, were it to another record.
    taken = set(LivingCode.objects.filter(code__in=wanted).values_list("code", flat=True))
    pieces = [workshop.piece(number) for code, number in wanted.items() if code not in taken]
    products = Product.objects.bulk_create([piece.product for piece in pieces])
    content_type = ContentType.objects.get_for_model(Product)
    LivingCode.objects.bulk_create(
        LivingCode(code=product.code, content_type=content_type, object_id=product.pk) for product in products
    )
    _link(pieces, Product.techniques.through, "technique_id", "techniques")
    _link(pieces, Product.materials.through, "material_id", "materials")
    Certificate.objects.bulk_create(piece.certificate for piece in pieces if piece.certificate)
    return len(products)


def _link(pieces: list[Piece], through: type[Model], column: str, terms: str) -> None:
    through._default_manager.bulk_create(
        through(product_id=piece.product.pk, **{column: pk}) for piece in pieces for pk in getattr(piece, terms)
    )


def clear(say: Say) -> int:
    """Take all made-up records away, and their codes: no label was ever printed with one of them."""
    gone = 0
    models: list[tuple[str, Any]] = [("product", Product), ("artisan", Artisan), ("village", Village)]
    for kind, model in models:
        ids = iter(list(model.objects.filter(staff_note=NOTE).order_by("pk").values_list("pk", flat=True)))
        while batch := list(islice(ids, BATCH)):
            with transaction.atomic():
                rows = model.objects.filter(pk__in=batch)
                codes = list(rows.values_list("code", flat=True))
                rows.delete()
                LivingCode.objects.filter(code__in=codes).delete()
            gone += len(batch)
            if gone % (BATCH * 20) == 0:
                say(f"{gone:,} {kind} rows taken away")
    return gone
