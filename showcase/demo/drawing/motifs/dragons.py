"""The dragon of court robes, coiled about its pearl; medallions of phoenix feathers and flowers."""

import numpy as np

from showcase.demo.drawing.canvas import Points, curve, places
from showcase.demo.drawing.motifs.pieces import Piece, blossom, closed, disc, leaf, limb, line, moved


def _scales(spine: Points, half: Points) -> list[Points]:
    """Rows of scales across a body."""
    way = np.gradient(spine, axis=0)
    way = way / np.maximum(np.hypot(*way.T), 1e-9)[:, None]
    side = np.stack([-way[:, 1], way[:, 0]], 1)
    arcs = []
    for index in range(4, len(spine) - 6, 3):
        t = np.linspace(-0.85, 0.85, 7)[:, None]
        arcs.append(spine[index] + side[index] * t * half[index] + way[index] * (0.02 * (1 - t**2)))
    return arcs


def _paw(x: float, y: float, angle: float) -> list[Piece]:
    """A leg with four claws."""
    end = (x + 0.13 * np.cos(angle), y + 0.13 * np.sin(angle))
    knee = (x + 0.08 * np.cos(angle - 0.5), y + 0.08 * np.sin(angle - 0.5))
    claws = [leaf(end[0], end[1], 0.062, 0.011, angle + turn, "moon", 0.25) for turn in (-0.9, -0.3, 0.3, 0.9)]
    hair = [leaf(knee[0], knee[1], 0.10, 0.012, angle + 2.6 + k * 0.35, "leaf", 0.2) for k in range(3)]
    return [*hair, limb(curve([(x, y), knee, end], 6), 0.06, 0.035, "robe"), *claws]


def _head() -> list[Piece]:
    """The head, looking left, its mane flying."""
    mane = [leaf(0.03, 0.0, 0.19 - 0.012 * abs(k - 4), 0.018, -1.0 + 0.36 * k, "leaf", 0.3) for k in range(8)]
    skull = closed([(-0.17, 0.0), (-0.10, -0.055), (-0.02, -0.075), (0.06, -0.05), (0.07, 0.03), (0.0, 0.055),
                    (-0.08, 0.045),
                    (-0.16, 0.05)], "robe", 0.1)  # fmt: skip
    jaw = closed([(-0.14, 0.062), (-0.05, 0.062), (0.03, 0.07), (-0.03, 0.115), (-0.11, 0.10)], "son", 0.2)
    horns = [line([(0.02, -0.06), (0.10, -0.12), (0.19, -0.13), (0.22, -0.18)], 0.022, "sun"),
             line([(0.0, -0.07), (0.05, -0.15), (0.13, -0.19)], 0.020, "sun")]  # fmt: skip
    whiskers = [line([(-0.15, 0.02), (-0.26, -0.03), (-0.30, -0.13), (-0.25, -0.16)], 0.014, "sun"),
                line([(-0.14, 0.05), (-0.25, 0.08), (-0.30, 0.17)], 0.014, "sun")]  # fmt: skip
    face = [disc(-0.05, -0.035, 0.022, "moon"), disc(-0.055, -0.033, 0.010, "dark"), disc(-0.155, 0.005, 0.016, "son"),
            leaf(-0.02, -0.065, 0.07, 0.014, 3.3, "leaf")]  # fmt: skip
    return [*mane, *horns, jaw, skull, *face, *whiskers]


def _body(spine: Points, legs: tuple[tuple[int, float], ...], wide: float = 1.0) -> list[Piece]:
    """A scaled body along its spine from neck to tail, a crest on its back; legs by their place on it and their way."""
    half = np.interp(np.linspace(0, 1, len(spine)), [0, 0.15, 0.6, 1], [0.040, 0.060, 0.052, 0.012]) * wide
    way = np.gradient(spine, axis=0)
    way = way / np.maximum(np.hypot(*way.T), 1e-9)[:, None]
    side = np.stack([-way[:, 1], way[:, 0]], 1)
    pieces: list[Piece] = []
    for index in range(3, len(spine) - 3, 3):
        root = spine[index] + side[index] * half[index] * 0.8
        angle = float(np.arctan2(*(side[index] + way[index] * 0.8)[::-1]))
        pieces.append(leaf(root[0], root[1], 0.055, 0.016, angle, "son", 0.1))
    for index, turn in legs:
        pieces += _paw(float(spine[index, 0]), float(spine[index, 1]), turn)
    for start in range(0, len(spine) - 1, 10):
        part, own = spine[start : start + 12], half[start : start + 12]
        edge = np.concatenate(
            [part + side[start : start + 12] * own[:, None], (part - side[start : start + 12] * own[:, None])[::-1]]
        )
        angle = float(np.arctan2(*(part[-1] - part[0])[::-1]))
        pieces.append(Piece(edge, "robe", angle))
    rows = [spine + side * half[:, None] * share for share in (-0.42, 0.0, 0.42)]
    pieces[-1].lines = [*_scales(spine, half), *rows]
    tail = spine[-1]
    return [*pieces, *[leaf(tail[0], tail[1], 0.13, 0.02, -2.2 + 0.4 * k, "leaf", 0.25) for k in range(4)]]


def dragon(size: float) -> list[Piece]:
    """A dragon of this size, coiled, its pearl before it."""
    spine = curve([(0.04, -0.03), (0.22, -0.06), (0.33, -0.22), (0.18, -0.40), (-0.10, -0.42), (-0.34, -0.24),
                   (-0.40, 0.04),
                   (-0.26, 0.28), (0.02, 0.37), (0.28, 0.28), (0.40, 0.08), (0.46, -0.10), (0.42, -0.24)],
                   10)  # fmt: skip
    pieces = _body(spine, ((22, 2.6), (48, -2.2), (74, 1.0), (98, 0.4)))
    pieces += moved(_head(), -0.02, -0.02, 1.15)
    pieces += [leaf(-0.16, 0.16, 0.12, 0.018, -2.6 + 0.55 * k, "son", 0.3) for k in range(5)]
    pieces.append(disc(-0.16, 0.16, 0.045, "moon"))
    return moved(pieces, 0, 0, size)


def flying(size: float) -> list[Piece]:
    """A dragon in flight, about one and a quarter of its size long, its head at the left end looking left."""
    spine = curve([(0.03, -0.03), (0.13, 0.10), (0.27, 0.27), (0.45, 0.22), (0.50, -0.02), (0.56, -0.26), (0.73, -0.33),
                   (0.86, -0.16), (0.87, 0.08), (0.98, 0.25), (1.13, 0.18), (1.17, -0.02), (1.13, -0.18)],
                  10)  # fmt: skip
    pieces = _body(spine, ((18, 2.7), (36, 0.5), (62, -2.6), (84, 2.4)))
    return moved([*pieces, *moved(_head(), -0.04, -0.05, 1.35)], 0, 0, size)


def medallion(rng: np.random.Generator, size: float) -> list[Piece]:
    """A round of leaves and feathers about a flower."""
    t = np.linspace(0, 2 * np.pi, 48)
    ring = places(np.stack([0.48 * np.cos(t), 0.48 * np.sin(t)], 1))
    pieces = [limb(ring, 0.03, 0.03, "sun")]
    turn = rng.uniform(0, 6)
    for index in range(9):
        angle = turn + index * 2 * np.pi / 9
        x, y = 0.22 * np.cos(angle), 0.22 * np.sin(angle)
        pieces.append(leaf(x, y, 0.23, 0.05, angle + 0.9, "leaf" if index % 2 else "feather", 0.3))
        pieces.append(leaf(x, y, 0.20, 0.035, angle - 0.3, "son", 0.2))
    return moved([*pieces, *blossom(0, 0, 0.2, turn, 8)], 0, 0, size)
