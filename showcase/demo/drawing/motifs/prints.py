"""The mouse's wedding, as the old prints tell it."""

import numpy as np

from showcase.demo.drawing.canvas import curve, places
from showcase.demo.drawing.motifs.beasts import fish
from showcase.demo.drawing.motifs.pieces import Piece, closed, disc, limb, line, moved


def _mouse(robe: str) -> list[Piece]:
    """A mouse on its hind legs in a robe, looking right, height one."""
    tail = limb(curve([(-0.1, 0.42), (-0.32, 0.44), (-0.42, 0.26), (-0.34, 0.12)], 8), 0.04, 0.015, "feather")
    body = closed([(0.06, -0.2), (0.18, 0.1), (0.16, 0.46), (-0.18, 0.46), (-0.16, 0.08), (-0.08, -0.16)], robe)
    head = closed(
        [(-0.12, -0.26), (-0.02, -0.42), (0.14, -0.38), (0.34, -0.26), (0.16, -0.18), (-0.04, -0.14)], "feather"
    )
    ears = [disc(-0.06, -0.42, 0.09, "petal"), disc(0.05, -0.45, 0.07, "petal")]
    arm = limb(curve([(0.04, -0.02), (0.2, 0.06), (0.34, -0.04)], 6), 0.09, 0.05, robe)
    return [tail, *ears, body, head, disc(0.13, -0.30, 0.022, "dark"), disc(0.34, -0.25, 0.022, "dark"), arm]


def _carried(kind: int) -> list[Piece]:
    """What a mouse of the wedding carries: a flag, a horn, a lantern, a fish."""
    if kind == 0:
        flag = closed([(0.36, -0.8), (0.74, -0.7), (0.66, -0.56), (0.74, -0.42), (0.36, -0.46)], "son")
        return [flag, line([(0.35, 0.3), (0.35, -0.3), (0.36, -0.82)], 0.04, "sun", 1)]
    if kind == 1:
        return [limb(places([(0.3, -0.25), (0.5, -0.34), (0.72, -0.5)]), 0.03, 0.18, "sun")]
    if kind == 2:
        return [
            line([(0.35, 0.0), (0.4, -0.5), (0.5, -0.6)], 0.03),
            disc(0.52, -0.42, 0.12, "son", 1.2),
            disc(0.52, -0.42, 0.05, "sun"),
        ]
    return moved(fish(0.4, 0.05), 0.5, -0.05)


def mice(rng: np.random.Generator, width: float, height: float) -> list[Piece]:
    """The mouse's wedding: two rows of mice with flags and horns, and the cat that takes its gift."""
    size = min(width, height)
    pieces: list[Piece] = []
    for row, y in enumerate((-0.2, 0.22)):
        pieces.append(
            line(
                [(-0.48 * width, (y + 0.17) * height), (0, (y + 0.175) * height), (0.48 * width, (y + 0.17) * height)],
                size * 0.01,
                "sun",
                1,
            )
        )
        for index in range(5):
            robe = ("robe", "leaf", "son", "wall", "hill")[(index + row * 2) % 5]
            x = (-0.40 + index * 0.17) * width
            pieces += moved([*_carried((index + row) % 4), *_mouse(robe)], x, y * height, size * 0.29)
    cat = _cat()
    return [*pieces, *moved(cat, 0.38 * width, -0.16 * height, size * 0.34)]


def _cat() -> list[Piece]:
    """A cat that sits, looking left."""
    tail = limb(curve([(0.2, 0.4), (0.46, 0.36), (0.42, 0.02), (0.52, -0.1)], 8), 0.09, 0.05, "sun")
    body = closed([(-0.1, -0.1), (-0.2, 0.42), (0.24, 0.44), (0.3, 0.2), (0.12, -0.14)], "sun")
    ears = [Piece(places([(x - 0.09, -0.34), (x, -0.56), (x + 0.09, -0.34)]), "sun") for x in (-0.14, 0.08)]
    stripes = [line([(0.1, y), (0.2, y + 0.03), (0.26, y + 0.02)], 0.04, "dark") for y in (0.02, 0.14, 0.26)]
    face = [disc(-0.03, -0.26, 0.2, "sun", 0.85), disc(-0.11, -0.28, 0.035, "dark"), disc(0.04, -0.28, 0.035, "dark")]
    whiskers = [line([(-0.06, -0.2), (-0.2, y), (-0.32, y - 0.02)], 0.014, "moon") for y in (-0.22, -0.16)]
    return [tail, *ears, body, *stripes, *face, *whiskers]
