"""``pictures.py TREE``: one picture of every product of a fresh installation, all unlike, none small, few MB.

Prints what was measured and what is wrong; exits 1 when something is.
"""

from __future__ import annotations

import csv
import sqlite3
import sys
from collections import defaultdict
from itertools import combinations
from pathlib import Path

from PIL import Image

LONG_SIDE = 1600
#: Of 256 bits: fewer differ in a picture that was stored twice, or again in another quality.
LEAST_DISTANCE = 3
MEDIA_MB = 150
SIDE = 16
PICTURES = """
SELECT product.code, image.file FROM products_product product
LEFT JOIN products_productimage shown ON shown.product_id = product.id
LEFT JOIN images_centreimage image ON image.id = shown.image_id
"""


def difference_hash(path: Path) -> int:
    """256 bits: whether each of 16 × 16 points is lighter than its neighbour to the right (dHash)."""
    with Image.open(path) as image:
        small = image.convert("L").resize((SIDE + 1, SIDE), Image.Resampling.LANCZOS)
    points = small.tobytes()
    bits = 0
    for row in range(SIDE):
        for column in range(SIDE):
            at = row * (SIDE + 1) + column
            bits = bits << 1 | (points[at] > points[at + 1])
    return bits


def nearest(pictures: dict[str, Path]) -> tuple[int, str, str]:
    """The two most alike: how many bits differ, and whose they are."""
    hashes = {code: difference_hash(path) for code, path in pictures.items()}
    return min(((hashes[one] ^ hashes[other]).bit_count(), one, other) for one, other in combinations(hashes, 2))


def too_small(pictures: dict[str, Path]) -> dict[str, int]:
    """Long sides under the least."""
    sides = {}
    for code, path in pictures.items():
        with Image.open(path) as image:
            sides[code] = max(image.size)
    return {code: side for code, side in sides.items() if side < LONG_SIDE}


def megabytes(folder: Path) -> float:
    """What all files below weigh."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1_000_000


def wrong(pictures: dict[str, list[Path]], products: int, media: Path) -> list[str]:
    """What is wrong with the pictures by product, where so many products are to have one each."""
    found = [f"{code} has {len(paths)} pictures" for code, paths in pictures.items() if len(paths) != 1]
    if len(pictures) != products:
        found.append(f"{len(pictures)} products, {products} in the list")
    first = {code: paths[0] for code, paths in pictures.items() if paths}
    if len(first) > 1:
        distance, one, other = nearest(first)
        print(f"{len(first)} pictures, the most alike differ in {distance} of 256 bits: {one}, {other}")
        if distance < LEAST_DISTANCE:
            found.append(f"{one} and {other} are the same picture")
    found += [f"{code}: {side} px on the long side" for code, side in too_small(first).items()]
    weight = megabytes(media)
    print(f"media: {weight:.0f} MB")
    if weight > MEDIA_MB:
        found.append(f"media weigh {weight:.0f} MB, at most {MEDIA_MB} are meant")
    return found


def main(tree: Path) -> int:
    """Look at the installation in ``tree``."""
    media = tree / "media"
    pictures: dict[str, list[Path]] = defaultdict(list)
    with sqlite3.connect(f"file:{tree / 'db.sqlite3'}?mode=ro", uri=True) as connection:
        for code, name in connection.execute(PICTURES):
            pictures[code] += [media / name] if name else []
    with (tree / "showcase/demo/centre/products.csv").open(encoding="utf-8", newline="") as rows:
        products = sum(1 for _row in csv.DictReader(rows))
    found = wrong(pictures, products, media)
    print(*found, sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
