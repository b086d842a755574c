"""A contact sheet of the demo's pictures: ``python -m showcase.demo.drawing.sheet OUT.jpg``."""

import argparse
import csv
from pathlib import Path

from PIL import Image

from showcase.demo.drawing import Sketch, draw, silhouette_of

LIST = Path(__file__).parents[1] / "centre" / "products.csv"
COLUMNS = 8
GAP = 12


def sketches(path: Path) -> list[Sketch]:
    """Every record of a list of products."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            Sketch(
                row["code"], row["craft"], silhouette_of(row["craft"], row["category"], row["name_vi"]), row["name_vi"]
            )
            for row in csv.DictReader(lines)
        ]


def sheet(chosen: list[Sketch], view: str = "object", scale: float = 0.25) -> Image.Image:
    """All their pictures, side by side."""
    pictures = [draw(sketch, view, scale) for sketch in chosen]
    width, height = pictures[0].size
    columns = min(COLUMNS, len(pictures))
    rows = -(-len(pictures) // columns)
    whole = Image.new("RGB", (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP), "#faf6ee")
    for index, picture in enumerate(pictures):
        row, column = divmod(index, columns)
        whole.paste(picture, (GAP + column * (width + GAP), GAP + row * (height + GAP)))
    return whole


def main() -> None:
    """Read the words of the command line and save the sheet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--view", default="object", choices=("object", "detail", "making"))
    parser.add_argument("--only", default="", help="silhouettes or codes, with commas between them")
    parser.add_argument("--csv", default=LIST, type=Path)
    parser.add_argument("--scale", default=0.25, type=float)
    words = parser.parse_args()
    only = set(filter(None, words.only.split(",")))
    chosen = [sketch for sketch in sketches(words.csv) if not only or only & {sketch.silhouette, sketch.code}]
    sheet(chosen, words.view, words.scale).save(words.out, quality=92)


if __name__ == "__main__":
    main()
