"""Pictures of the demo's pages: still lifes of what a show has, benches of stories and events."""

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.files import File

from products.models import Product
from showcase.demo.pictures import SCALE, TITLE_OF_MAKING, product_rows, sketch_of
from showcase.demo.told import demo_titles
from showcase.images.models import CentreImage
from showcase.images.processing import clean_upload
from showcase.pages.models import EventPage, ExhibitionPage, StoryPage

#: How the title of a still life ends.
MASTHEAD = "-masthead.jpg"
#: So many things of a show stand together.
MOST = 4
ALT = {
    "vi": "Hình vẽ minh họa: {names}, bày cạnh nhau",
    "en": "Illustration: {names}, side by side",
}


def draw_mastheads() -> int:
    """Give the demo's exhibitions a picture of their first things, each one once; returns how many were drawn."""
    from showcase.demo.drawing.files import draw_files

    rows = {row["code"]: row for row in product_rows()}
    drawn = set(CentreImage.objects.filter(title__endswith=MASTHEAD).values_list("title", flat=True))
    fresh = [page for page in _of_demo(ExhibitionPage) if f"{page.slug}{MASTHEAD}" not in drawn]
    shows = {page: [one for one in _first_of_each_chapter(page) if one.code in rows] for page in fresh}
    with tempfile.TemporaryDirectory(prefix="showcase-demo-") as scratch:
        paths = {page: Path(scratch) / f"{page.slug}{MASTHEAD}" for page, products in shows.items() if products}
        draw_files(
            [([sketch_of(rows[one.code]) for one in shows[page]], "masthead", path) for page, path in paths.items()],
            SCALE,
        )
        for page, path in paths.items():
            _give(page, _stored(path, shows[page]))
    return len(paths)


def give_benches() -> int:
    """Give the demo's stories and events the bench of a thing they tell of; returns to how many."""
    told = [(page, list(_told_of(page))) for page in [*_of_demo(StoryPage), *_of_demo(EventPage)]]
    given = 0
    for thing, products in told:
        titles = [TITLE_OF_MAKING.format(code=product.code) for product in products]
        if image := CentreImage.objects.filter(title__in=titles).order_by("pk").first():
            _give(thing, image)
            given += 1
    return given


def _of_demo(model: type[Any]) -> list[Any]:
    """The pages of a kind that the demo made and nobody is at work on, as long as they have no picture."""
    pages = model.objects.filter(locale__language_code="vi", picture=None, live=True, has_unpublished_changes=False)
    return list(pages.filter(title__in=demo_titles()).order_by("pk"))


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
