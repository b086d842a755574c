"""Plants of the four seasons and of the pond, and the scroll that runs round boxes and trays."""

from itertools import pairwise

import numpy as np

from showcase.demo.drawing.canvas import Points, curve, places
from showcase.demo.drawing.motifs.pieces import Piece, blossom, closed, disc, leaf, limb, line, moved


def plum(rng: np.random.Generator, width: float, height: float) -> list[Piece]:
    """A plum branch in flower, from the lower left to the upper right."""
    size = min(width, height)
    spine = curve([(-0.42, 0.5), (-0.30, 0.22), (-0.34, -0.02), (-0.08, -0.16), (0.06, -0.33), (0.40, -0.44)], 10)
    spine = (spine + rng.normal(0, 0.004, spine.shape)) * (width, height)
    second = curve([tuple(spine[18]), (0.10 * width, 0.02 * height), (0.34 * width, 0.12 * height)], 10)
    pieces = [limb(second, size * 0.03, size * 0.008), limb(spine, size * 0.062, size * 0.012)]
    flowers: list[Piece] = []
    for stem, starts in ((spine, np.linspace(0.2, 0.96, 9)), (second, np.linspace(0.35, 0.97, 4))):
        for at in starts:
            twig, found = _twig(stem, at, size, rng)
            pieces.append(twig)
            flowers += found
    return pieces + flowers


def _twig(spine: Points, at: float, size: float, rng: np.random.Generator) -> tuple[Piece, list[Piece]]:
    """A side twig with a flower or a bud at its middle and end."""
    root = spine[int(at * (len(spine) - 1))]
    heading = -0.75 + rng.choice([-1.0, 1.0]) * rng.uniform(0.5, 1.2)
    step = places([np.cos(heading), np.sin(heading)]) * size * rng.uniform(0.12, 0.26) * (1.15 - at * 0.5)
    bend = places([-step[1], step[0]]) * rng.uniform(-0.25, 0.25)
    twig = curve([tuple(root), tuple(root + step * 0.5 + bend), tuple(root + step)], 8)
    flowers: list[Piece] = []
    for along in (0.5, 1.0):
        spot = twig[int(along * (len(twig) - 1))] + rng.normal(0, size * 0.01, 2)
        if rng.random() < 0.66:
            flowers += blossom(spot[0], spot[1], size * rng.uniform(0.040, 0.062), rng.uniform(0, 6))
        else:
            flowers.append(leaf(spot[0], spot[1], size * 0.05, size * 0.016, heading, "petal"))
    return limb(twig, size * 0.018, size * 0.006), flowers


def cup(size: float, open_: float) -> list[Piece]:
    """A lotus from the side, standing on (0, 0): outer petals first."""
    pieces = []
    for row, reach in ((0, 1.0), (1, 0.93), (2, 0.84)):
        count = 6 - row
        for index in range(count):
            spread = (index / (count - 1) - 0.5) * 2
            angle = -np.pi / 2 + spread * (0.35 + 0.85 * open_) * (1 - 0.24 * row)
            length = size * reach * (1 - 0.18 * abs(spread))
            pieces.append((abs(spread) - row, leaf(0, 0, length, length * 0.22, angle, "petal", -0.14 * spread)))
    return [piece for _, piece in sorted(pieces, key=lambda pair: -pair[0])]


def pad(size: float, flat: float, rng: np.random.Generator) -> Piece:
    """A lotus leaf seen askew, its edge in waves, its veins from the middle."""
    t = np.linspace(0, 2 * np.pi, 60, endpoint=False)
    edge = 1 + 0.05 * np.sin(7 * t + rng.uniform(0, 6)) + 0.03 * np.sin(12 * t + rng.uniform(0, 6))
    outline = np.stack([size * edge * np.cos(t), size * flat * edge * np.sin(t)], 1)
    veins = [outline[i : i + 1] * np.linspace(0.06, 0.88, 7)[:, None] for i in range(0, 60, 5)]
    return Piece(outline, "leaf", rng.uniform(-0.4, 0.4), veins)


def lotus(rng: np.random.Generator, width: float, height: float) -> list[Piece]:
    """A lotus pond: stems, leaves, a flower that is open, a bud, a seed head."""
    size = min(width, height)
    low = height * 0.46
    pieces: list[Piece] = []
    heads = [(-0.28, -0.05, "pad"), (0.33, 0.10, "pad"), (0.05, 0.26, "pad"), (-0.36, 0.32, "pad")]
    heads += [(0.12, -0.26, "flower"), (-0.10, -0.40, "bud"), (0.36, -0.22, "pod"), (-0.12, 0.08, "flower")]
    for x, y, _ in heads:
        spot = places([(x + rng.normal(0, 0.03)) * width, (y + rng.normal(0, 0.02)) * height])
        root = (spot[0] * 0.55 + rng.normal(0, 0.05) * width, low)
        bow = ((spot[0] + root[0]) / 2 + rng.normal(0, 0.06) * size, (spot[1] + low) / 2)
        pieces.append(line([root, bow, (spot[0], spot[1])], size * 0.014, "stem", 0.8))
    for x, y, kind in heads:
        spot = places([x * width, y * height])
        if kind == "pad":
            found = [pad(size * rng.uniform(0.16, 0.23), rng.uniform(0.42, 0.66), rng)]
        elif kind == "flower":
            found = [*cup(size * rng.uniform(0.19, 0.24), rng.uniform(0.7, 1.0))]
        elif kind == "bud":
            found = cup(size * 0.14, 0.12)
        else:
            found = [
                closed([(-0.05, -0.02), (0.05, -0.02), (0.02, 0.08), (-0.02, 0.08)], "heart"),
                disc(0, -0.025, 0.055, "heart", 0.4),
            ]
            found = moved(found, 0, 0, size)
        pieces += moved(found, spot[0], spot[1], 1, rng.normal(0, 0.12))
    for index in range(5):
        y, x = low - index * height * 0.014, rng.uniform(-0.3, 0.3) * width
        reach = rng.uniform(0.08, 0.2) * width
        pieces.append(line([(x - reach, y), (x, y - 3), (x + reach, y)], size * 0.006, "line"))
    return pieces


def bamboo(rng: np.random.Generator, width: float, height: float) -> list[Piece]:
    """Bamboo in the wind: jointed stems and drooping leaves in threes."""
    size = min(width, height)
    pieces: list[Piece] = []
    leaves: list[Piece] = []
    for x, wide in ((-0.22, 0.050), (0.10, 0.034), (-0.05, 0.022)):
        lean = rng.uniform(0.05, 0.22) * width
        joints = np.linspace(0.5, -0.5, 8)
        points = [places([x * width + lean * (0.5 - y) ** 1.5, y * height]) for y in joints]
        for lower, upper in pairwise(points):
            gap = (upper - lower) * 0.02
            pieces.append(
                limb(places([lower + gap, (lower + upper) / 2, upper - gap]), size * wide, size * wide * 0.94, "stem")
            )
        for node in points[2:]:
            for _ in range(2):
                heading = rng.choice([0.35, 2.6]) + rng.normal(0, 0.35)
                tip = node + places([np.cos(heading), np.sin(heading)]) * size * rng.uniform(0.06, 0.14)
                leaves.append(line([tuple(node), tuple(tip)], size * 0.007, "branch"))
                for turn in (-0.5, 0.0, 0.45):
                    length = size * rng.uniform(0.12, 0.19)
                    leaves.append(leaf(tip[0], tip[1], length, length * 0.105, heading * 0.6 + 0.5 + turn, "leaf"))
    return pieces + leaves


def _mum(size: float, rng: np.random.Generator) -> list[Piece]:
    """A chrysanthemum from the front: three rings of narrow petals."""
    pieces = []
    for reach, count in ((1.0, 22), (0.74, 17), (0.48, 12)):
        start = rng.uniform(0, 6)
        for index in range(count):
            angle = start + index * 2 * np.pi / count
            length = size * reach * rng.uniform(0.9, 1.04)
            pieces.append(leaf(0, 0, length, length * 0.105, angle, "petal", 0.08))
    return [*pieces, disc(0, 0, size * 0.14, "heart")]


def _lobed(size: float) -> Piece:
    """A chrysanthemum's leaf."""
    half = [(0, 0), (0.22, 0.10), (0.30, 0.28), (0.42, 0.16), (0.58, 0.30), (0.68, 0.15), (1.0, 0.0)]
    outline = [*half, *[(x, -y) for x, y in half[-2:0:-1]]]
    veins = [places([(0.1, 0), (0.85, 0)]) * size, places([(0.25, 0), (0.38, 0.16)]) * size]
    return Piece(curve([(x * size, y * size) for x, y in outline], 4, closed=True), "leaf", 0.0, veins)


def chrysanthemum(rng: np.random.Generator, width: float, height: float) -> list[Piece]:
    """Chrysanthemums: three flowers on bent stems, a bud, lobed leaves."""
    size = min(width, height)
    pieces: list[Piece] = []
    flowers: list[Piece] = []
    for x, y, big in ((-0.12, -0.26, 0.19), (0.24, -0.02, 0.16), (-0.26, 0.14, 0.12), (0.16, -0.40, 0.07)):
        spot = (x * width, y * height)
        stem = curve([(0.02 * width, 0.5 * height), (x * 0.4 * width, 0.2 * height), spot], 12)
        pieces.append(limb(stem, size * 0.02, size * 0.01, "stem"))
        for at in np.linspace(0.2, 0.85, 4):
            node = stem[int(at * (len(stem) - 1))]
            turn = rng.choice([0.2, 2.9]) + rng.normal(0, 0.3)
            pieces += moved([_lobed(size * rng.uniform(0.12, 0.17))], node[0], node[1], 1, turn)
        flowers += moved(_mum(size * big, rng), *spot)
    return pieces + flowers


def scroll(rng: np.random.Generator, width: float, height: float) -> list[Piece]:
    """A flowering vine in S-curves from end to end."""
    wide, tall = max(width, height), min(width, height)
    count = max(2, round(wide / tall * 0.55))
    x = np.linspace(-0.5, 0.5, count * 24)
    vine = np.stack([x * wide * 0.96, 0.22 * tall * np.sin(x * count * 2 * np.pi)], 1)
    pieces = [limb(vine, tall * 0.03, tall * 0.03, "branch")]
    for index in range(count * 2):
        middle = (-0.5 + (index + 0.5) / (count * 2)) * wide * 0.96
        side = 1 if index % 2 else -1
        t = np.linspace(0, 1.55 * np.pi, 22)
        reach = tall * 0.27 * (1 - t / (2.6 * np.pi))
        curl = np.stack([middle - reach * np.cos(t), -side * (0.03 * tall - reach * np.sin(t))], 1)
        pieces.append(limb(curl, tall * 0.022, tall * 0.012, "branch"))
        spot = curl[-1]
        pieces += blossom(spot[0], spot[1], tall * rng.uniform(0.12, 0.15), rng.uniform(0, 6), int(rng.integers(5, 8)))
        for at in (3, 11):
            node = curl[at]
            turn = rng.uniform(0, 6)
            pieces.append(leaf(node[0], node[1], tall * 0.15, tall * 0.032, turn, "leaf"))
    return pieces if width >= height else moved(pieces, 0, 0, 1, np.pi / 2)


def reeds(rng: np.random.Generator, width: float, height: float) -> list[Piece]:
    """Reeds bending before the moon."""
    size = min(width, height)
    pieces = [disc(0.2 * width, -0.24 * height, size * 0.16, "moon")]
    for _ in range(11):
        x = rng.uniform(-0.45, 0.15) * width
        top = rng.uniform(-0.42, 0.0) * height
        lean = rng.uniform(0.1, 0.34) * width
        stem = curve([(x, 0.48 * height), (x + lean * 0.2, (0.48 * height + top) / 2), (x + lean, top)], 12)
        pieces.append(limb(stem, size * 0.012, size * 0.004, "stem"))
        for at in np.linspace(0.7, 1, 12):
            node = stem[int(at * (len(stem) - 1))]
            pieces.append(leaf(node[0], node[1], size * 0.055, size * 0.008, -0.6 + rng.normal(0, 0.4), "petal"))
        for at in (0.25, 0.5):
            node = stem[int(at * (len(stem) - 1))]
            pieces.append(
                leaf(
                    node[0],
                    node[1],
                    size * rng.uniform(0.2, 0.32),
                    size * 0.016,
                    -1.0 + rng.normal(0, 0.5),
                    "leaf",
                    0.25,
                )
            )
    return pieces
