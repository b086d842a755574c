"""The demo's pictures: drawn into a folder beside copies of the lists, so that they come in by everybody's door."""

import csv
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from django.test.utils import override_settings

from showcase.demo.content import FOLDER
from showcase.images.models import CentreImage
from showcase.images.rendering import make_missing

if TYPE_CHECKING:  # drawing needs the demo's own packages
    from showcase.demo.drawing import Sketch

#: What is seen on each, in Vietnamese and English.
VIEWS = {
    "object": ("Hình vẽ minh họa: {name}", "Illustration: {name}"),
    "detail": ("Hình vẽ minh họa: {name}, bề mặt nhìn gần", "Illustration: the surface of {name}, seen close"),
    "making": ("Hình vẽ minh họa: đồ nghề làm {name}", "Illustration: the tools behind {name}"),
}
#: The title under which the import takes in the bench of a product.
TITLE_OF_MAKING = "import:{code}-making.jpg"
#: Made before the site answers: what lists and a phone's pages show. A task makes the others.
FIRST_SIZES = tuple(f"width-{width}|format-{format_}" for format_ in ("webp", "jpeg") for width in (320, 640))
#: The same of what is seen across a whole page.
FIRST_WIDE = tuple(f"width-{width}|format-{format_}" for format_ in ("webp", "jpeg") for width in (320, 640, 960, 1600))
#: Of pictures of 1600 × 2000 pixels: 1280 × 1600.
SCALE = 0.8


@contextmanager
def folder_with_pictures(views: Sequence[str]) -> Iterator[Path]:
    """The demo's lists with these views of every product drawn."""
    with tempfile.TemporaryDirectory(prefix="showcase-demo-") as scratch:
        folder = Path(scratch)
        for path in FOLDER.glob("*.csv"):
            shutil.copy(path, folder)
        rows = product_rows()
        _draw_all(rows, views, folder / "media")
        _write(rows, views, folder / "products.csv")
        yield folder


@contextmanager
def tasks_left() -> Iterator[None]:
    """What may wait is stored for ``db_worker``, also in development, where it is else done at once."""
    with override_settings(TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}):
        yield


def is_drawn(view: str) -> bool:
    """Whether pictures of this view were taken in."""
    return CentreImage.objects.filter(title__endswith=f"-{view}.jpg").exists()


def make_first_sizes() -> int:
    """The sizes without which a page would have no picture; returns how many were made."""
    images = CentreImage.objects.prefetch_related("renditions").order_by("pk")
    return sum(
        make_missing(image, FIRST_WIDE if image.title.endswith("-masthead.jpg") else FIRST_SIZES)
        for image in images.iterator(chunk_size=100)
    )


def product_rows() -> list[dict[str, str]]:
    """The demo's products, as their list has them."""
    with (FOLDER / "products.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _write(rows: list[dict[str, str]], views: Sequence[str], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, [*rows[0], "images"])
        writer.writeheader()
        writer.writerows({**row, "images": "\n".join(_line(row, view) for view in views)} for row in rows)


def _line(row: dict[str, str], view: str) -> str:
    vietnamese, english = VIEWS[view]
    names = (row["name_vi"], row["name_en"] or row["name_vi"])
    texts = (
        words.format(name=name.replace(";", ",")) for words, name in zip((vietnamese, english), names, strict=True)
    )
    return " | ".join([f"{row['code']}-{view}.jpg", *texts])


def _draw_all(rows: list[dict[str, str]], views: Sequence[str], media: Path) -> None:
    from showcase.demo.drawing.files import draw_files

    media.mkdir()
    sketches = [sketch_of(row) for row in rows]
    draw_files([([one], view, media / f"{one.code}-{view}.jpg") for one in sketches for view in views], SCALE)


def sketch_of(row: dict[str, str]) -> "Sketch":
    """What is drawn of a row of products.csv."""
    from showcase.demo.drawing import Sketch, silhouette_of

    silhouette = silhouette_of(row["craft"], row["category"], row["name_vi"])
    return Sketch(row["code"], row["craft"], silhouette, row["name_vi"])
