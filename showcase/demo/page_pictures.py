"""Pictures of the demo's pages: still lifes of what a show has, benches of stories and events."""

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.files import File

from products.models import Product
from showcase.demo.pictures import SCALE, TITLE_OF_MAKING, product_rows, sketch_of
from showcase.images.models import CentreImage
from showcase.images.processing import clean_upload
from showcase.pages.models import EventPage, ExhibitionPage, StoryPage

#: So many things of a show stand together.
MOST = 4
ALT = {
    "vi": "Hình vẽ minh họa: {names}, bày cạnh nhau",
    "en": "Illustration: {names}, side by side",
}


def draw_mastheads() -> int:
    """Give every exhibition that has none a picture of its first things; returns how many were drawn."""
    from showcase.demo.drawing.files import draw_files

    rows = {row["code"]: row for row in product_rows()}
    shows = {page: _first_of_each_chapter(page) for page in _without_picture(ExhibitionPage)}
    with tempfile.TemporaryDirectory(prefix="showcase-demo-") as scratch:
        paths = {page: Path(scratch) / f"{page.slug}-masthead.jpg" for page, products in shows.items() if products}
        draw_files(
            [([sketch_of(rows[one.code]) for one in shows[page]], "masthead", path) for page, path in paths.items()],
            SCALE,
        )
        for page, path in paths.items():
            _give(page, _stored(path, shows[page]))
    return len(paths)


def give_benches() -> int:
    """Give every story and event without a picture the bench of a thing it tells of; returns to how many."""
    told = [(page, list(_told_of(page))) for page in [*_without_picture(StoryPage), *_without_picture(EventPage)]]
    given = 0
    for thing, products in told:
        titles = [TITLE_OF_MAKING.format(code=product.code) for product in products]
        if image := CentreImage.objects.filter(title__in=titles).order_by("pk").first():
            _give(thing, image)
            given += 1
    return given


def _without_picture(model: type[Any]) -> list[Any]:
    return list(model.objects.filter(locale__language_code="vi", picture=None).order_by("pk"))


def _first_of_each_chapter(page: ExhibitionPage) -> list[Product]:
    first: dict[int, Product] = {}
    for item in page.items.select_related("product").order_by("sort_order"):
        if item.product is not None:
            first.setdefault(item.chapter, item.product)
    return list(first.values())[:MOST]


def _told_of(page: StoryPage | EventPage) -> Iterable[Product]:
    for block in page.body:
        if block.block_type == "records":
            yield from (child.value for child in block.value["records"] if isinstance(child.value, Product))


def _stored(path: Path, products: list[Product]) -> CentreImage:
    names = {language: ", ".join(str(one.localized("name", language)) for one in products) for language in ALT}
    image = CentreImage(title=path.name, alt_text=ALT["vi"].format(names=names["vi"])[:250])
    image.set_translation("alt_text", "en", ALT["en"].format(names=names["en"])[:250])
    with path.open("rb") as file:
        image.file = clean_upload(File(file, name=path.name))  # type: ignore[assignment]  # Django's descriptor takes it
        image.full_clean()
        image.save()
    return image


def _give(thing: Any, image: CentreImage) -> None:
    thing.picture = image
    thing.save_revision().publish()
