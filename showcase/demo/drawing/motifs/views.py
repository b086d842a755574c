"""Places: an old street of tiled houses, boats under mountains."""

import numpy as np

from showcase.demo.drawing.canvas import Points, places
from showcase.demo.drawing.motifs.pieces import Piece, closed, disc, leaf, line


def box(x: float, y: float, width: float, height: float, kind: str) -> Piece:
    """An upright rectangle from its upper left corner."""
    return Piece(places([(x, y), (x + width, y), (x + width, y + height), (x, y + height)]), kind)


def street(rng: np.random.Generator, width: float, height: float) -> list[Piece]:
    """A row of old houses, roof over roof, going down a street."""
    pieces = [disc(0.26 * width, -0.33 * height, 0.08 * min(width, height), "sun")]
    for row, base in enumerate((0.08, 0.26, 0.44)):
        x = -0.5 * width + rng.uniform(-0.1, 0) * width
        while x < 0.5 * width:
            wide = width * rng.uniform(0.13, 0.2) * (0.8 + 0.2 * row)
            tall = height * rng.uniform(0.26, 0.40) * (0.72 + 0.16 * row)
            pieces += _house(x, base * height, wide, tall, rng)
            x += wide * 1.0
    pieces.append(box(-0.5 * width, 0.44 * height, width, 0.06 * height, "road"))
    for x in rng.uniform(-0.42, 0.42, 3) * width:
        pieces += _walker(x, 0.475 * height, height * 0.07)
    return pieces


def _house(x: float, base: float, wide: float, tall: float, rng: np.random.Generator) -> list[Piece]:
    """A tube house: wall, tiled roof with rows of tiles, shutters, a door."""
    wall = rng.choice(["wall", "wall-pale", "wall-deep", "shell"])
    rise = tall * rng.uniform(0.24, 0.36)
    slope = [(x - wide * 0.05, base - tall + rise), (x + wide * 0.14, base - tall), (x + wide * 0.86, base - tall)]
    roof = places([*slope, (x + wide * 1.05, base - tall + rise)])
    tiles = [
        places([roof[0] + (roof[1] - roof[0]) * s, roof[3] + (roof[2] - roof[3]) * s])
        for s in np.linspace(0.15, 0.9, 5)
    ]
    pieces = [box(x, base - tall + rise * 0.9, wide, tall - rise * 0.9, wall), Piece(roof, "roof", 0, tiles)]
    room = tall - rise
    for row in range(2):
        top = base - room + room * (0.10 + 0.30 * row)
        for column in range(2):
            left = x + wide * (0.16 + 0.40 * column)
            slats = [
                places([(left, top + room * 0.2 * s), (left + wide * 0.26, top + room * 0.2 * s)]) for s in (0.3, 0.6)
            ]
            pieces.append(Piece(box(left, top, wide * 0.26, room * 0.2, "dark").outline, "shutter", 0, slats))
    pieces.append(box(x + wide * 0.30, base - room * 0.30, wide * 0.4, room * 0.30, "dark"))
    return pieces


def _walker(x: float, y: float, size: float) -> list[Piece]:
    """Somebody with a carrying pole under a conical hat."""
    pole = line(
        [(x - size * 0.6, y - size * 0.62), (x, y - size * 0.72), (x + size * 0.6, y - size * 0.62)], size * 0.05
    )
    body = closed(
        [
            (x, y - size * 0.8),
            (x + size * 0.16, y - size * 0.3),
            (x + size * 0.1, y),
            (x - size * 0.12, y),
            (x - size * 0.14, y - size * 0.4),
        ],
        "robe",
    )
    hat = Piece(
        places([(x - size * 0.26, y - size * 0.76), (x, y - size * 1.0), (x + size * 0.26, y - size * 0.76)]), "moon"
    )
    loads = [disc(x + side * size * 0.6, y - size * 0.2, size * 0.17, "sun", 0.6) for side in (-1, 1)]
    return [pole, body, hat, *loads]


def _ridge(rng: np.random.Generator, width: float, base: float, tall: float) -> Points:
    """A ridge of steep karst hills."""
    x = np.linspace(-0.5, 0.5, 90)
    rise = np.zeros_like(x)
    for _ in range(6):
        middle, wide = rng.uniform(-0.5, 0.5), rng.uniform(0.05, 0.12)
        rise = np.maximum(rise, rng.uniform(0.4, 1.0) * np.exp(-(np.abs((x - middle) / wide) ** 2.6)))
    rise += 0.02 * rng.standard_normal(90).cumsum() / 3
    top = np.stack([x * width, base - tall * np.clip(rise, 0.02, None)], 1)
    return np.concatenate([top, [(0.5 * width, base), (-0.5 * width, base)]])


def boats(rng: np.random.Generator, width: float, height: float) -> list[Piece]:
    """Boats with ribbed sails under steep hills, the sun or moon above."""
    size = min(width, height)
    pieces = [disc(rng.choice([-0.24, 0.26]) * width, -0.30 * height, size * 0.085, "sun")]
    for base, tall, kind in ((-0.02, 0.36, "hill-far"), (0.06, 0.26, "hill"), (0.10, 0.13, "hill-near")):
        pieces.append(Piece(_ridge(rng, width, base * height, tall * height), kind))
    for _ in range(26):
        x, y = rng.uniform(-0.46, 0.46) * width, rng.uniform(0.13, 0.47) * height
        reach = size * rng.uniform(0.03, 0.10)
        pieces.append(line([(x - reach, y), (x, y - reach * 0.06), (x + reach, y)], size * 0.005, "line"))
    for x, y, big in ((-0.22, 0.34, 0.26), (0.2, 0.22, 0.17), (0.02, 0.13, 0.08)):
        pieces += _boat((x + rng.normal(0, 0.03)) * width, y * height, size * big, rng)
    for x in rng.uniform(-0.3, 0.3, 4):
        pieces += [leaf(x * width, -0.2 * height, size * 0.03, size * 0.005, a, "line", 0.3) for a in (-0.4, -2.7)]
    return pieces


def _boat(x: float, y: float, size: float, rng: np.random.Generator) -> list[Piece]:
    """A junk: a hull and two sails with ribs."""
    hull = closed(
        [
            (x - size * 0.55, y - size * 0.10),
            (x, y - size * 0.02),
            (x + size * 0.6, y - size * 0.14),
            (x + size * 0.4, y + size * 0.08),
            (x - size * 0.4, y + size * 0.08),
        ],
        "dark",
    )
    pieces = [hull]
    for left, wide, tall in ((-0.36, 0.34, 0.62), (0.0, 0.44, 0.9)):
        foot, top = y - size * 0.06, y - size * tall
        a, b = x + size * left, x + size * (left + wide)
        outline = places(
            [
                (a, foot),
                (a - size * 0.04, (foot + top) / 2),
                (a + size * 0.1, top),
                (b - size * 0.06, top + size * 0.12),
                (b + size * 0.02, foot - size * 0.04),
            ]
        )
        ribs = [
            places([outline[0] + (outline[2] - outline[0]) * s, outline[4] + (outline[3] - outline[4]) * s])
            for s in np.linspace(0.15, 0.85, 5)
        ]
        pieces.append(Piece(outline, "sail", rng.normal(0, 0.3), ribs))
    return pieces
