"""Motifs three times as wide as high, each one picture from end to end: a pond, a branch in flower, two dragons."""

import numpy as np

from showcase.demo.drawing.canvas import curve, places
from showcase.demo.drawing.motifs.beasts import cloud, crane, phoenix, rock
from showcase.demo.drawing.motifs.dragons import flying
from showcase.demo.drawing.motifs.pieces import Piece, blossom, closed, disc, leaf, limb, line, moved, stretched
from showcase.demo.drawing.motifs.plants import cup, pad

#: Plants of the pond from left to right: place across (width) and down (height), size (height), and what it is. Those
#: farther back come first.
POND = (
    (-0.47, -0.02, 0.13, "pad"), (-0.30, -0.10, 0.12, "pad"), (-0.36, -0.25, 0.17, "bud"), (0.03, 0.12, 0.12, "pad"),
    (0.20, 0.04, 0.13, "pad"), (0.44, -0.06, 0.13, "pad"), (-0.22, -0.16, 0.24, "flower"), (0.33, -0.18, 0.19, "bud"),
    (0.40, -0.22, 0.09, "pod"), (-0.42, 0.18, 0.20, "pad"), (-0.08, 0.24, 0.17, "pad"), (-0.13, -0.02, 0.16, "bud"),
    (0.28, 0.20, 0.21, "pad"), (0.39, 0.10, 0.24, "flower"), (-0.33, 0.12, 0.22, "flower"), (0.12, 0.30, 0.15, "pad"),
    (-0.24, 0.33, 0.20, "pad"), (0.46, 0.32, 0.19, "pad"), (-0.48, 0.38, 0.17, "pad"), (0.20, 0.14, 0.16, "flower"),
)  # fmt: skip


def pond(rng: np.random.Generator, width: float, height: float) -> list[Piece]:
    """A lotus pond under the moon, two cranes coming in."""
    pieces = [disc(0.17 * width, -0.24 * height, height * 0.135, "moon")]
    for index, y in enumerate(np.linspace(0.24, 0.47, 9)):
        for x in (-0.36, -0.02, 0.33):
            middle, reach = x + rng.uniform(-0.1, 0.1), rng.uniform(0.03, 0.09)
            wave = [((middle + k * reach) * width, (y + 0.012 * (abs(k) - 0.5) * (-1) ** index) * height)
                    for k in (-1, -0.5, 0, 0.5, 1)]  # fmt: skip
            pieces.append(line(wave, height * 0.006, "line"))
    for x in np.concatenate([np.linspace(-0.5, -0.43, 7), np.linspace(0.45, 0.5, 5)]):
        stem = [(x * width, 0.5 * height), (x * width, 0.1 * height), ((x - 0.16 * x) * width, rng.uniform(-0.42, -0.2)
            * height)]  # fmt: skip
        pieces.append(line(stem, height * 0.012, "stem", 0.3))
        pieces.append(leaf(stem[0][0], 0.2 * height, height * 0.4, height * 0.014, -1.57 - x * 0.9, "leaf", 0.2))
    heads: list[Piece] = []
    for x, y, size, kind in POND:
        spot = ((x + rng.normal(0, 0.005)) * width, (y + rng.normal(0, 0.015)) * height)
        root = (spot[0] - x * 0.05 * width, 0.49 * height)
        bow = ((spot[0] + root[0]) / 2 + rng.normal(0, 0.03) * height, (spot[1] + root[1]) / 2)
        own = [line([root, bow, spot], height * 0.013, "stem", 0.8)] if y < 0.3 else []
        heads += [*own, *moved(_head(kind, size * height, rng), *spot, 1, rng.normal(0, 0.10))]
    flying = [(-0.03, -0.24, 0.34, 0.20), (0.055, -0.11, 0.24, 0.05)]
    birds = [one for x, y, size, turn in flying
             for one in moved(stretched(crane(True), 1, 1), x * width, y * height, size * height, turn)]  # fmt: skip
    mist = [one for x, y in ((-0.14, -0.40), (0.30, -0.34), (-0.42, -0.36)) for one in
            cloud(x * width, y * height, height * 0.13)]  # fmt: skip
    return [*pieces, *mist, *heads, *birds]


def _head(kind: str, size: float, rng: np.random.Generator) -> list[Piece]:
    """What stands on a lotus stem."""
    if kind == "pad":
        return [pad(size * 1.15, rng.uniform(0.34, 0.56), rng)]
    if kind == "pod":
        shape = [(-0.5, -0.2), (0.5, -0.2), (0.2, 0.8), (-0.2, 0.8)]
        return moved([closed(shape, "heart"), disc(0, -0.25, 0.55, "heart", 0.4)], 0, 0, size)
    return cup(size, rng.uniform(0.75, 1.0) if kind == "flower" else 0.15)


def branch(rng: np.random.Generator, width: float, height: float) -> list[Piece]:
    """A plum branch in flower that runs through the whole picture, cranes on the rocks below it."""
    spine = curve(
        [(-0.45, 0.47), (-0.455, 0.22), (-0.37, 0.08), (-0.27, -0.16), (-0.12, -0.23), (0.0, -0.34), (0.13, -0.28),
         (0.26, -0.40)], 14,
    ) * (width, height)  # fmt: skip
    low = curve([tuple(spine[26]), (-0.22 * width, 0.10 * height), (-0.12 * width, 0.13 * height),
                 (-0.02 * width, 0.04 * height), (0.08 * width, 0.08 * height)], 14)  # fmt: skip
    far = curve([tuple(spine[60]), (0.02 * width, -0.16 * height), (0.13 * width, -0.10 * height),
                 (0.22 * width, -0.14 * height)], 14)  # fmt: skip
    pieces = [disc(0.335 * width, -0.20 * height, height * 0.15, "sun")]
    pieces += [limb(far, height * 0.022, height * 0.007), limb(low, height * 0.035, height * 0.008),
               limb(spine, height * 0.085, height * 0.014)]  # fmt: skip
    flowers: list[Piece] = []
    for stem, count in ((spine, 19), (low, 12), (far, 8)):
        for at in np.linspace(0.16, 0.98, count):
            flowers += _spray(stem[int(at * (len(stem) - 1))], height, rng)
    ground = [
        rock(x * width, y * height, size * height, rng)
        for x, y, size in (
            (0.42, 0.47, 0.42),
            (0.30, 0.48, 0.30),
            (0.21, 0.49, 0.20),
            (-0.44, 0.47, 0.40),
            (-0.36, 0.49, 0.22),
        )
    ]
    grass = [leaf(x * width, 0.48 * height, height * rng.uniform(0.10, 0.2), height * 0.012, -1.57 + turn, "leaf", 0.2)
             for x in (0.25, 0.36, 0.46, -0.40, -0.47) for turn in rng.normal(0, 0.5, 5)]  # fmt: skip
    birds = moved(crane(False), 0.33 * width, 0.20 * height, height * 0.46)
    birds += moved(stretched(crane(False), -1, 1), 0.43 * width, 0.24 * height, height * 0.36)
    return [*pieces, *flowers, *ground, *grass, *birds]


def _spray(root: np.ndarray, height: float, rng: np.random.Generator) -> list[Piece]:
    """A twig with two or three flowers and buds."""
    heading = rng.choice([-1.0, 1.0]) * rng.uniform(0.5, 1.4) - 0.4
    step = places([np.cos(heading), np.sin(heading)]) * height * rng.uniform(0.06, 0.15)
    twig = curve([tuple(root), tuple(root + step * 0.5 + rng.normal(0, height * 0.008, 2)), tuple(root + step)], 6)
    found = [limb(twig, height * 0.013, height * 0.005)]
    for along in (0.35, 0.7, 1.0):
        x, y = twig[int(along * (len(twig) - 1))] + rng.normal(0, height * 0.012, 2)
        if rng.random() < 0.68:
            found += blossom(x, y, height * rng.uniform(0.030, 0.050), rng.uniform(0, 6))
        else:
            found.append(leaf(x, y, height * 0.04, height * 0.014, heading, "petal"))
    return found


def _sun(height: float) -> list[Piece]:
    """A sun in flames."""
    flames = [leaf(0.10 * np.cos(a), 0.10 * np.sin(a), 0.13, 0.028, a, "son", 0.3) for a in np.linspace(0, 6.28, 15)]
    return moved([*flames, disc(0, 0, 0.115, "sun"), disc(0, 0, 0.085, "moon")], 0, 0, height)


def _waves(width: float, height: float) -> list[Piece]:
    """Rows of rounded waves along the foot."""
    pieces: list[Piece] = []
    t = np.linspace(np.pi, 2 * np.pi, 16)
    step = height * 0.17
    for row, base in enumerate((0.47, 0.50)):
        for x in np.arange(-0.56 * width + (0.5 - 0.5 * row) * step, 0.56 * width, step):
            for ring, kind in enumerate(("line", "petal", "leaf", "cloud")):
                size = step * (0.56 - 0.13 * ring)
                arc = np.stack([x + size * np.cos(t), base * height + size * 0.8 * np.sin(t)], 1)
                pieces.append(Piece(arc, kind, np.pi / 2))
    return pieces


def dragons(rng: np.random.Generator, width: float, height: float) -> list[Piece]:
    """Two dragons before a sun, clouds between, waves below."""
    pieces = _waves(width, height)
    for x, y in ((-0.10, -0.38), (0.10, -0.38), (-0.05, 0.24), (0.05, 0.24), (-0.42, -0.36), (0.42, -0.36)):
        own = cloud(0, 0, height * 0.15)
        pieces += moved(own if x <= 0 else stretched(own, -1, 1), x * width, (y + rng.normal(0, 0.01)) * height)
    one = flying(height * 0.84)
    pieces += moved(one, 0.130 * width, -0.03 * height)
    pieces += moved(stretched(one, -1, 1), -0.130 * width, -0.03 * height)
    return [*pieces, *moved(_sun(height * 0.8), 0, -0.13 * height)]


def phoenixes(rng: np.random.Generator, width: float, height: float) -> list[Piece]:
    """Two phoenixes before a lotus, clouds about them."""
    pieces = _waves(width, height)
    for x, y in ((-0.12, -0.38), (0.12, -0.38)):
        own = cloud(0, 0, height * 0.14)
        pieces += moved(own if x <= 0 else stretched(own, -1, 1), x * width, y * height)
    one = phoenix(rng, height * 0.86, height * 0.86)
    pieces += moved(one, -0.27 * width, -0.02 * height)
    pieces += moved(stretched(one, -1, 1), 0.27 * width, -0.02 * height)
    flower = [*cup(0.42 * height, 1.0)]
    sides = [leaf(0, 0, 0.27 * height, 0.05 * height, a, "leaf", b) for a, b in ((0.0, -0.12), (np.pi, 0.12))]
    return [*pieces, *moved([*sides, *flower], 0, 0.20 * height)]
