"""Colours of motifs, painted or dyed on paper, silk and leaf; and motifs wherever a craft asks for them."""

import cv2
import numpy as np

from showcase.demo.drawing.canvas import Array, colour, filled, noise, numbers
from showcase.demo.drawing.form import Unrolled
from showcase.demo.drawing.motifs import MOTIFS, Piece, motif_named, moved
from showcase.demo.drawing.parts import Task

#: Colours of a motif's pieces, from the edge to the middle.
PALETTES: dict[str, dict[str, tuple[str, str]]] = {
    "natural": {
        "petal": ("#d7808f", "#f6e3dc"), "heart": ("#b8862b", "#e9c869"), "leaf": ("#3f6136", "#86a36a"),
        "branch": ("#3d2a1e", "#7a5a40"), "stem": ("#51683c", "#8ea06a"), "feather": ("#cfc8ba", "#faf6ec"),
        "dark": ("#1b1714", "#463c36"), "cloud": ("#9fb4bd", "#dde6e4"), "line": ("#5c7f8c", "#9db8be"),
        "moon": ("#e6dcc0", "#fbf4de"), "sun": ("#b8441e", "#e0882f"), "son": ("#8c1f16", "#cf4b34"),
        "robe": ("#8c2b3a", "#cb6a6e"), "fish": ("#b3401f", "#ec9a54"), "fin": ("#9c3a20", "#e7b07e"),
        "hill": ("#4d6a66", "#8ea79b"), "wall": ("#c9a86a", "#eedcae"), "needle": ("#26452f", "#5f8560"),
        "bead": ("#b8862b", "#f0d68c"), "sail": ("#8a5a34", "#d9a86c"), "roof": ("#7a3527", "#b8694a"),
        "sky": ("#a8bfc6", "#efe0c8"), "far": ("#6f8f9c", "#c3d0cc"), "near hill": ("#34594e", "#93b09c"),
        "water": ("#7f9fa8", "#d9dfd6"), "bank": ("#5d5a34", "#a8a467"), "crown": ("#25452c", "#6f9150"),
        "trunk": ("#3a2a1e", "#8a6a4c"), "skin": ("#d3a078", "#f0cfa8"), "skin shade": ("#8a5a3e", "#a9764f"),
        "eye": ("#cdbfac", "#efe6d6"), "brow": ("#4a3a30", "#7a6656"),
        "hair": ("#171312", "#4a403a"), "scarf": ("#1b1714", "#51463f"), "blouse": ("#5a2a22", "#a8604a"),
        "lip": ("#a85448", "#c9796a"), "backdrop": ("#6d7f78", "#c9cdbb"), "straw": ("#a8854c", "#ecd9a8"),
        "shutter": ("#2f5a58", "#5f8c84"), "road": ("#b9a47c", "#e3d5b0"),
    },
    "ink": {"": ("#2a2622", "#6c625a"), "petal": ("#9c3a34", "#d2827a"), "son": ("#8c1f16", "#b8432f")},
    "gold": {"": ("#8a5f1c", "#e2bb63"), "petal": ("#a5752a", "#f0d087"), "dark": ("#6a4513", "#b98c3b")},
    "white": {"": ("#c9c3b4", "#f7f2e6"), "leaf": ("#a7b09a", "#dfe3d2"), "heart": ("#d0b065", "#efdc9f")},
    "court": {
        "": ("#a5752a", "#efce80"), "leaf": ("#1f5a4a", "#6fae8c"), "son": ("#8c1f16", "#e0664c"),
        "petal": ("#c9788a", "#f4dcd8"), "cloud": ("#2f5f8c", "#a9cbe0"), "line": ("#2a4f86", "#7fa8d0"),
        "feather": ("#1f4f8c", "#9cc4de"), "robe": ("#b8791c", "#f2cc6c"), "dark": ("#241a16", "#4a3a30"),
        "sun": ("#c2741c", "#f4c95c"), "heart": ("#c2862b", "#f7dc8a"), "stem": ("#2f6a44", "#86b878"),
    },
    "gold on dark": {"": ("#a97a2c", "#efce80")},
}  # fmt: skip


def colours_of(palette: str, kind: str) -> tuple[str, str]:
    """The two colours of a kind of piece."""
    known = PALETTES[palette]
    return known.get(kind) or known.get("") or known.get("leaf", ("#3f6136", "#86a36a"))


def motif(task: Task, name: str, width: float, height: float, x: float = 0, y: float = 0) -> list[Piece]:
    """A motif that fills a field."""
    return moved(MOTIFS[name](task.rng("motif", name), width, height), x, y)


def chosen(task: Task, *others: str) -> str:
    """The motif that a name asks for, else one of several."""
    return motif_named(task.sketch.name) or task.pick("motif", *others)


def painted(
    ground: Array, sheet: Unrolled, pieces: list[Piece], palette: str, rng: np.random.Generator, strength: float = 0.9
) -> Array:
    """Pieces brushed on a ground: darker at their edges, lines fine, pigment uneven."""
    wash = 0.5 + 0.32 * noise(sheet.shape, 26 * sheet.scale, rng, 3)
    for piece in pieces:
        outline = sheet.at(piece.outline)
        left, top = np.maximum(np.floor(outline.min(axis=0)).astype(int) - 2, 0)
        right, bottom = np.minimum(np.ceil(outline.max(axis=0)).astype(int) + 3, sheet.shape[::-1])
        if right <= left or bottom <= top:
            continue
        here = (slice(top, bottom), slice(left, right))
        mask = filled((bottom - top, right - left), outline - (left, top)) * np.float32(strength)
        dark, light = (numbers(colour(text)) for text in colours_of(palette, piece.kind))
        y, x = np.mgrid[0 : bottom - top, 0 : right - left]
        way = (x / max(right - left, 1)) * np.cos(piece.angle) + (y / max(bottom - top, 1)) * np.sin(piece.angle)
        share = np.clip(0.25 + 0.5 * np.abs(way) + 0.6 * (wash[here] - 0.5), 0, 1)[..., None]
        ground[here] += mask[..., None] * (dark + share * (light - dark) - ground[here])
        for line in piece.lines:
            _line(ground, sheet.at(line), dark, sheet.scale)
    return ground


def _line(ground: Array, points: Array, ink: Array, scale: float) -> None:
    fixed = np.round(np.asarray(points) * 16).astype(np.int32)
    cv2.polylines(ground, [fixed], False, tuple(float(part) for part in ink), max(1, round(1.5 * scale)), cv2.LINE_8,
                  shift=4)  # fmt: skip
