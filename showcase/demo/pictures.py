"""The demo's pictures: drawn into a folder beside copies of the lists, so that they come in by everybody's door."""

import csv
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from django.test.utils import override_settings

from products.importing.models import ImportedRow
from showcase.demo.content import FOLDER
from showcase.images.models import CentreImage
from showcase.images.rendering import make_missing_of
from villages.models import Village

if TYPE_CHECKING:  # drawing needs the demo's own packages
    from showcase.demo.drawing import Sketch

#: What is seen on each, in Vietnamese and English.
VIEWS = {
    "object": ("Hình vẽ minh họa: {name}", "Illustration: {name}"),
    "detail": ("Hình vẽ minh họa: {name}, bề mặt nhìn gần", "Illustration: the surface of {name}, seen close"),
    "making": ("Hình vẽ minh họa: đồ nghề làm {name}", "Illustration: the tools behind {name}"),
    "band": ("Hình vẽ minh họa: nghề của làng {name}", "Illustration: the craft of {name}"),
}
#: The one view of a village; the others are of products.
BAND = "band"
Row = dict[str, str]
#: The title under which the import takes in the bench of a product.
TITLE_OF_MAKING = "import:{code}-making.jpg"
#: Made before the site answers: what lists and a phone's pages show. A task makes the others.
FIRST_SIZES = tuple(f"width-{width}|format-{format_}" for format_ in ("webp", "jpeg") for width in (320, 640))
#: The same of what is seen across a whole page.
FIRST_WIDE = tuple(f"width-{width}|format-{format_}" for format_ in ("webp", "jpeg") for width in (320, 640, 960, 1600))
#: Of pictures of 1600 × 2000 pixels: 1280 × 1600.
SCALE = 0.8


@contextmanager
def folder_with_pictures(views: Sequence[str], there: Collection[str] = ()) -> Iterator[Path]:
    """The demo's lists with these views of every product, and with "band" one of every village.

    Those that are ``there`` already are named in the lists, and not drawn again.
    """
    with tempfile.TemporaryDirectory(prefix="showcase-demo-") as scratch:
        folder = Path(scratch)
        for path in FOLDER.glob("*.csv"):
            shutil.copy(path, folder)
        products, of_products = product_rows(), [view for view in views if view != BAND]
        sketches = [(sketch_of(row), view) for row in products for view in of_products]
        _write(folder / "products.csv", products, "images", lambda row: [_line(row, view) for view in of_products])
        if BAND in views:
            villages = _read("villages.csv")
            sketches += [(_band_of(row), BAND) for row in villages]
            _write(folder / "villages.csv", villages, "picture", lambda row: [_line(row, BAND)])
        _draw_all([(sketch, view) for sketch, view in sketches if view not in there], folder / "media")
        yield folder


@contextmanager
def tasks_left() -> Iterator[None]:
    """What may wait is stored for ``db_worker``, also in development, where it is else done at once."""
    with override_settings(TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}):
        yield


def are_taken_in(views: Collection[str]) -> bool:
    """Whether the import took in a picture of each of these views for every row of the demo's lists."""
    return all(
        f"-{view}.jpg" in cells.get("picture" if view == BAND else "images", "")
        for view in views
        for cells in _imported("villages.csv" if view == BAND else "products.csv")
    )


def _imported(name: str) -> list[Row]:
    """The cells of a list's rows as they were imported; an empty row when there is none."""
    return list(ImportedRow.objects.filter(file_name=name).values_list("cells", flat=True)) or [{}]


def make_first_sizes() -> int:
    """The sizes without which a page would have no picture; returns how many were made."""
    images = CentreImage.objects.prefetch_related("renditions").order_by("pk")
    return make_missing_of(
        (image, FIRST_WIDE if image.title.endswith(("-masthead.jpg", f"-{BAND}.jpg")) else FIRST_SIZES)
        for image in images.iterator(chunk_size=100)
    )


def product_rows() -> list[Row]:
    """The demo's products, as their list has them."""
    return _read("products.csv")


def _read(name: str) -> list[Row]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _write(path: Path, rows: list[Row], column: str, cell: Callable[[Row], list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, [*rows[0], column])
        writer.writeheader()
        writer.writerows({**row, column: "\n".join(cell(row))} for row in rows)


def _line(row: Row, view: str) -> str:
    vietnamese, english = VIEWS[view]
    names = [row["name_vi"].split(" (")[0], row.get("name_en") or row["name_vi"].split(" (")[0]]
    texts = (
        words.format(name=name.replace(";", ",")) for words, name in zip((vietnamese, english), names, strict=True)
    )
    return " | ".join([f"{row['code']}-{view}.jpg", *texts])


def _draw_all(sketches: "list[tuple[Sketch, str]]", media: Path) -> None:
    from showcase.demo.drawing.files import draw_files

    media.mkdir()
    draw_files([([sketch], view, media / f"{sketch.code}-{view}.jpg") for sketch, view in sketches], SCALE)


def _band_of(row: Row) -> "Sketch":
    from showcase.demo.drawing import Sketch

    craft = Village.objects.get(code=row["code"]).crafts.first()
    return Sketch(row["code"], craft.name if craft else "", BAND, row["name_vi"])


def sketch_of(row: Row) -> "Sketch":
    """What is drawn of a row of products.csv."""
    from showcase.demo.drawing import Sketch, silhouette_of

    silhouette = silhouette_of(row["craft"], row["category"], row["name_vi"])
    return Sketch(row["code"], row["craft"], silhouette, row["name_vi"])
