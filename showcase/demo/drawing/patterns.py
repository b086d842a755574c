"""``manage.py draw_patterns``: a band of every craft's pattern, as files of the site with their style sheet.

They stand where there is no picture: under a maker's monogram, on the tiles of the home page, above a village. Drawn
once and kept under version control, so that a site needs none of the demo's packages. After drawing them anew raise
``showcase.core.sharing.DRAWING``: share pictures show them.
"""

import csv
from pathlib import Path

from PIL import Image

from showcase.demo.drawing import band

ROOT = Path(__file__).resolve().parents[3]
CRAFTS = ROOT / "villages" / "data" / "crafts.csv"
STATIC = ROOT / "showcase" / "core" / "static"
#: Width and height in pixels by what follows the craft's key in the file's name.
SIZES = {"": (1440, 480), "-small": (720, 240)}
QUALITY = 50
HEAD = """/* Components: the pattern of each craft, drawn by `manage.py draw_patterns`. Do not edit. */
@layer components {
"""


def draw_patterns() -> int:
    """Write the files of every craft and the style sheet; returns how many files there are."""
    with CRAFTS.open(encoding="utf-8", newline="") as lines:
        crafts = [(row["key"], row["name_vi"]) for row in csv.DictReader(lines)]
    folder = STATIC / "img" / "crafts"
    folder.mkdir(exist_ok=True)
    for key, name in crafts:
        drawn = band(f"craft-{key}", name, 0.6)
        for ending, size in SIZES.items():
            drawn.resize(size, Image.Resampling.LANCZOS).save(folder / f"{key}{ending}.avif", quality=QUALITY)
    rules = "\n".join(_rule(key) for key, _name in crafts)
    (STATIC / "css" / "components-patterns.css").write_text(f"{HEAD}{rules}}}\n", encoding="utf-8")
    return len(crafts) * len(SIZES)


def _rule(key: str) -> str:
    large, small = (f'url("../img/crafts/{key}{ending}.avif")' for ending in SIZES)
    return f"  .panel--{key} {{\n    --pattern: {large};\n    --pattern-small: {small};\n  }}\n"
