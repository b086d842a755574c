"""Pictures that embroiderers sew edge to edge: a landing under an old tree."""

import numpy as np

from showcase.demo.drawing.canvas import curve
from showcase.demo.drawing.motifs.pieces import Piece, closed, disc, leaf, limb, line, moved


def _band(top: float, low: float, kind: str, rng: np.random.Generator, rough: float = 0.004) -> Piece:
    """A level field from edge to edge."""
    x = np.linspace(-0.5, 0.5, 40)
    upper = np.stack([x, top + rng.normal(0, rough, 40)], 1)
    return Piece(np.concatenate([upper, [(0.5, low), (-0.5, low)]]), kind)


def _range(level: float, high: float, kind: str, rng: np.random.Generator, count: int) -> Piece:
    """A line of hills that runs out of the picture at both sides."""
    x = np.linspace(-0.5, 0.5, 80)
    y = np.zeros(80)
    for _ in range(count):
        peak, wide = rng.uniform(-0.55, 0.55), rng.uniform(0.06, 0.15)
        y = np.maximum(y, rng.uniform(0.45, 1.0) * np.exp(-(((x - peak) / wide) ** 2)))
    upper = np.stack([x, level - 0.02 - high * y + 0.006 * np.sin(x * 90)], 1)
    return Piece(np.concatenate([upper, [(0.5, level), (-0.5, level)]]), kind)


def _tree(rng: np.random.Generator) -> list[Piece]:
    """A banyan leaning over the water from the right."""
    trunk = [(0.40, 0.30), (0.36, 0.12), (0.38, -0.04), (0.30, -0.16)]
    pieces = [limb(curve(trunk, 8), 0.075, 0.03, "trunk")]
    for end in ((0.12, -0.20), (0.22, -0.30), (0.44, -0.28), (0.05, -0.12)):
        pieces.append(
            limb(curve([(0.37, 0.0), ((0.37 + end[0]) / 2, end[1] * 0.5 - 0.02), end], 8), 0.028, 0.01, "trunk")
        )
    pieces += [
        line([(x, -0.12), (x + 0.006, 0.05), (x, rng.uniform(0.1, 0.22))], 0.005, "trunk")
        for x in (0.2, 0.24, 0.29, 0.33)
    ]
    for _ in range(46):
        angle, away = rng.uniform(0, 6.28), np.sqrt(rng.random())
        x, y = 0.26 + 0.27 * away * np.cos(angle), -0.25 + 0.14 * away * np.sin(angle)
        size = rng.uniform(0.03, 0.055)
        points = [(x + size * k * np.cos(t), y + 0.62 * size * k * np.sin(t)) for t, k in
                  zip(np.linspace(0, 6.28, 9)[:-1], rng.uniform(0.8, 1.2, 8), strict=True)]  # fmt: skip
        pieces.append(closed(points, "crown", rng.uniform(-0.9, 0.9), 4))
    return pieces


def _boat() -> list[Piece]:
    """A sampan with its rower."""
    hull = closed([(-0.5, -0.06), (-0.3, 0.03), (0.25, 0.03), (0.5, -0.08), (0.3, 0.10), (-0.3, 0.10)], "trunk", 0.05)
    cover = closed([(-0.16, 0.0), (-0.12, -0.13), (0.06, -0.16), (0.2, -0.02)], "straw", 1.2)
    person = [closed([(0.27, 0.02), (0.28, -0.16), (0.36, -0.17), (0.40, 0.0)], "blouse", 1.5),
              closed([(0.24, -0.19), (0.32, -0.27), (0.41, -0.18)], "straw", 0.1),
              line([(0.30, -0.1), (0.46, 0.0), (0.56, 0.12)], 0.018, "trunk", 1)]  # fmt: skip
    shade = [closed([(-0.4, 0.12), (0.0, 0.13), (0.42, 0.12), (0.2, 0.17), (-0.2, 0.17)], "far")]
    return [*shade, cover, *person, hull]


def landing(rng: np.random.Generator, width: float, height: float) -> list[Piece]:
    """A landing at daybreak: mist, far hills, an old tree, boats."""
    pieces = [_band(-0.5, -0.06, "sky", rng), disc(-0.20, -0.26, 0.06, "sun", width / height)]
    pieces += [_range(-0.04, 0.26, "far", rng, 9), _range(-0.02, 0.15, "near hill", rng, 9)]
    pieces.append(_band(-0.02, 0.5, "water", rng, 0.001))
    for _ in range(26):
        x, y = rng.uniform(-0.45, 0.4), rng.uniform(0.0, 0.44)
        reach = rng.uniform(0.03, 0.10)
        pieces.append(
            line([(x - reach, y), (x, y - 0.004), (x + reach, y)], 0.006, "moon" if rng.random() < 0.5 else "line")
        )
    pieces.append(Piece(curve([(0.5, 0.12), (0.30, 0.22), (0.16, 0.34), (0.22, 0.5), (0.5, 0.5)], 8), "bank"))
    pieces.append(Piece(curve([(-0.5, 0.40), (-0.34, 0.43), (-0.2, 0.5), (-0.5, 0.5)], 8), "bank"))
    for x in np.linspace(-0.48, -0.28, 16):
        pieces.append(leaf(x, 0.46, rng.uniform(0.06, 0.13), 0.005, -1.57 + rng.normal(0, 0.25), "leaf"))
    for x, y, size in ((-0.18, 0.17, 0.24), (-0.33, 0.03, 0.12), (0.05, 0.06, 0.13)):
        pieces += moved(_boat(), x, y, size)
    pieces += _tree(rng)
    return [
        Piece(p.outline * (width, height), p.kind, p.angle, [one * (width, height) for one in p.lines]) for p in pieces
    ]
