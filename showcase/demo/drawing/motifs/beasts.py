"""Birds, fish and other beasts of the old prints and inlays."""

import numpy as np

from showcase.demo.drawing.canvas import Points, curve, places
from showcase.demo.drawing.motifs.pieces import Piece, closed, disc, leaf, limb, line, moved, stretched


def _feathers(root: Points, tip: Points, count: int, length: float, start: float, end: float, kind: str) -> list[Piece]:
    """A row of feathers along an edge, turning from one angle to another."""
    pieces = []
    for share in np.linspace(0, 1, count):
        spot = root + (tip - root) * share
        reach = length * (0.55 + 0.45 * np.sin(np.pi * (0.25 + 0.6 * share)))
        pieces.append(leaf(spot[0], spot[1], reach, reach * 0.13, start + (end - start) * share, kind, 0.06))
    return pieces


def crane(wings: bool) -> list[Piece]:
    """A crane of height one, looking right; standing, or with its wings raised."""
    legs = [line([(x, 0.22), (x + 0.02, 0.36), (x - 0.01, 0.5)], 0.014, "dark", 0.9) for x in (-0.02, 0.05)]
    neck = limb(
        curve([(0.10, 0.05), (0.22, -0.08), (0.16, -0.24), (0.20, -0.38), (0.27, -0.42)], 8), 0.06, 0.036, "feather"
    )
    body = closed(
        [(0.15, 0.04), (0.08, 0.17), (-0.10, 0.22), (-0.26, 0.20), (-0.12, 0.06), (0.04, -0.02)], "feather", 0.4
    )
    tail = _feathers(places((-0.16, 0.12)), places((-0.08, 0.2)), 6, 0.24, 2.5, 2.95, "dark")
    head = [
        disc(0.285, -0.425, 0.036, "feather"),
        leaf(0.31, -0.43, 0.13, 0.011, 0.12, "dark"),
        disc(0.28, -0.452, 0.02, "son"),
    ]
    wing = _feathers(places((0.08, 0.0)), places((-0.12, 0.06)), 8, 0.26, 2.35, 2.75, "feather")
    if wings:
        wing = _feathers(places((-0.02, 0.02)), places((-0.20, -0.36)), 11, 0.34, 2.7, 3.9, "feather")
        wing += _feathers(places((0.04, 0.02)), places((-0.16, -0.34)), 9, 0.2, 2.6, 3.6, "petal")
        wing.append(limb(curve([(0.1, 0.02), (-0.02, -0.14), (-0.18, -0.38)], 8), 0.05, 0.02, "feather"))
    return [*legs, *tail, neck, body, *wing, *head]


def _pine(width: float, height: float, size: float, rng: np.random.Generator) -> list[Piece]:
    """A pine leaning in from the right, its needles in fans."""
    trunk = curve([(0.30, 0.5), (0.36, 0.24), (0.25, 0.02), (0.34, -0.20), (0.22, -0.38), (0.05, -0.44)], 12)
    trunk = (trunk + rng.normal(0, 0.005, trunk.shape)) * (width, height)
    pieces = [limb(trunk, size * 0.11, size * 0.02)]
    fans: list[Piece] = []
    for at, reach in ((0.42, 0.40), (0.58, 0.55), (0.70, -0.22), (0.80, 0.38), (0.97, 0.22)):
        root = trunk[int(at * (len(trunk) - 1))]
        end = root + places([-reach * width * 0.75, rng.uniform(-0.02, 0.05) * height])
        bough = curve([tuple(root), tuple((root + end) / 2 + (0, size * 0.04)), tuple(end)], 10)
        pieces.append(limb(bough, size * 0.03, size * 0.01))
        for along in np.linspace(0.35, 1.0, 4):
            node = bough[int(along * (len(bough) - 1))] + rng.normal(0, size * 0.012, 2)
            fans += _fan(node, size * rng.uniform(0.075, 0.11), rng)
    return pieces + fans


def _fan(node: Points, reach: float, rng: np.random.Generator) -> list[Piece]:
    """Needles of a pine, in a fan that opens upwards."""
    turn = -np.pi / 2 + rng.normal(0, 0.2)
    angles = turn + np.linspace(-1.45, 1.45, 15)
    return [leaf(node[0], node[1], reach * rng.uniform(0.9, 1.05), reach * 0.05, angle, "needle") for angle in angles]


def cranes(rng: np.random.Generator, width: float, height: float) -> list[Piece]:
    """Pine and cranes: a long life."""
    size = min(width, height)
    pieces = [disc(-0.26 * width, -0.36 * height, size * 0.09, "sun"), *_pine(width, height, size, rng)]
    for x, y, big in ((-0.2, 0.45, 0.30), (0.12, 0.46, 0.36), (-0.42, 0.48, 0.16), (0.40, 0.48, 0.24)):
        pieces.append(rock(x * width, y * height, size * big, rng))
    pieces += moved(crane(False), -0.10 * width, 0.15 * height, size * 0.56)
    second = stretched(crane(True), -1, 1) if rng.random() < 0.5 else crane(True)
    pieces += moved(second, -0.24 * width, -0.12 * height, size * 0.42, 0.1)
    for x, y in ((-0.3, -0.25), (0.1, -0.47), (-0.36, 0.02)):
        pieces += cloud(x * width, y * height, size * 0.16)
    return pieces


def rock(x: float, y: float, size: float, rng: np.random.Generator) -> Piece:
    """A rock by the water, its faces engraved."""
    points = [(-0.5, 0.1), (-0.36, -0.14), (-0.1, -0.1), (0.05, -0.26), (0.3, -0.16), (0.5, 0.1)]
    piece = Piece(places([(x + a * size, y + (b + rng.normal(0, 0.03)) * size) for a, b in points]), "hill")
    piece.lines = [places([piece.outline[3], (x, y)]), places([piece.outline[1], (x - 0.2 * size, y)])]
    return piece


def cloud(x: float, y: float, size: float) -> list[Piece]:
    """A cloud of three lobes with a curl in each, drawn out to both sides."""
    edge = [(-1.0, 0.16), (-0.62, 0.06), (-0.50, -0.08), (-0.34, -0.10), (-0.24, -0.02), (-0.22, -0.20), (-0.04, -0.30),
            (0.16, -0.22), (0.19, -0.06), (0.30, -0.14), (0.46, -0.08), (0.50, 0.06), (1.0, 0.13), (0.50, 0.19),
            (0.0, 0.14), (-0.5, 0.21)]  # fmt: skip
    t = np.linspace(0.4, 1.9 * np.pi, 18)
    curls = []
    for left, top, wide in ((-0.40, 0.02, 0.10), (-0.03, -0.10, 0.16), (0.36, -0.01, 0.11)):
        reach = wide * (1 - t / (2.6 * np.pi))
        curls.append(np.stack([left - reach * np.cos(t), top - reach * np.sin(t)], 1))
    return moved([Piece(curve(edge, 5, closed=True), "cloud", 0.0, curls)], x, y, size)


def fish(size: float, bend: float) -> list[Piece]:
    """A carp of length one swimming to the left, its scales engraved."""
    x = np.linspace(-0.5, 0.32, 40)
    half = 0.17 * np.sin(np.pi * np.clip((x + 0.52) / 0.95, 0, 1)) ** 0.7 * (1 - 0.35 * (x + 0.5))
    middle = bend * np.sin((x + 0.5) * 3.2)
    outline = np.concatenate([np.stack([x, middle - half], 1), np.stack([x, middle + half], 1)[::-1]])
    scales = []
    for column in range(9):
        at = -0.26 + column * 0.062
        room, y0 = float(np.interp(at, x, half)), float(np.interp(at, x, middle))
        for row in np.arange(-3, 4) + 0.5 * (column % 2):
            y = row * 0.05
            if abs(y) < room * 0.86:
                t = np.linspace(-1.3, 1.3, 7)
                scales.append(np.stack([at + 0.036 * np.cos(t), y0 + y + 0.03 * np.sin(t)], 1))
    t = np.linspace(-1.2, 1.2, 9)
    scales.append(np.stack([-0.33 + 0.05 * np.cos(t), bend * 0.5 + 0.11 * np.sin(t)], 1))
    tail = [
        leaf(0.28, middle[-4], 0.3, 0.06, 0.5 + bend, "fin", 0.2),
        leaf(0.28, middle[-4], 0.3, 0.06, -0.5 + bend, "fin", -0.2),
    ]
    back = Piece(
        np.concatenate([np.stack([x[10:30], middle[10:30] - half[10:30] * 0.9], 1), [(0.16, -0.2), (-0.1, -0.27)]]),
        "fin",
        0.5,
    )
    fins = [leaf(-0.16, 0.1 + bend, 0.17, 0.04, 1.0, "fin"), leaf(0.1, 0.1 + bend, 0.13, 0.03, 0.9, "fin")]
    eye = [disc(-0.40, bend * 0.3 - 0.03, 0.022, "dark"), disc(-0.40, bend * 0.3 - 0.03, 0.010, "moon")]
    barbel = [line([(-0.49, bend * 0.1 + 0.03), (-0.55, 0.08), (-0.53, 0.14)], 0.012, "fin")]
    return moved([*tail, back, Piece(outline, "fish", bend, scales), *fins, *eye, *barbel], 0, 0, size)


def carp(rng: np.random.Generator, width: float, height: float) -> list[Piece]:
    """A carp looks at the moon in the water."""
    size = min(width, height)
    pieces = [disc(-0.22 * width, -0.24 * height, size * 0.15, "moon")]
    for index in range(9):
        y = (-0.02 + index * 0.055) * height
        for x in (-0.34, 0.0, 0.34):
            reach = width * rng.uniform(0.07, 0.16)
            x0 = (x + rng.uniform(-0.1, 0.1)) * width
            wave = [
                (x0 - reach, y),
                (x0 - reach * 0.5, y - size * 0.02),
                (x0, y),
                (x0 + reach * 0.5, y - size * 0.02),
                (x0 + reach, y),
            ]
            pieces.append(line(wave, size * 0.007, "line"))
    pieces += moved(fish(size * 0.72, rng.uniform(-0.1, -0.03)), 0.06 * width, 0.12 * height, 1, 0.35)
    pieces += moved(fish(size * 0.3, 0.08), -0.22 * width, 0.34 * height, 1, 0.1)
    for x, y in ((0.36, -0.02), (0.30, 0.40)):
        for angle in np.linspace(-2.4, -0.8, 7):
            pieces.append(
                leaf(x * width, y * height, size * 0.17, size * 0.012, angle + rng.normal(0, 0.1), "leaf", 0.2)
            )
    return pieces


def rooster(rng: np.random.Generator, width: float, height: float) -> list[Piece]:
    """A rooster, as New Year prints have it."""
    size = min(width, height) * 0.95
    tail = []
    for index, angle in enumerate(np.linspace(-2.0, -3.5, 9)):
        reach = 0.50 - 0.02 * index
        end = (-0.16 + reach * np.cos(angle), -0.04 + reach * np.sin(angle))
        bow = (-0.16 + reach * 0.75 * np.cos(angle + 0.45), -0.04 + reach * 0.75 * np.sin(angle + 0.45))
        tail.append(
            limb(
                curve([(-0.14, 0.0), bow, end, (end[0] - 0.05, end[1] + 0.13)], 8),
                0.05,
                0.012,
                ("leaf", "son", "sun")[index % 3],
            )
        )
    body = closed(
        [
            (0.24, -0.10),
            (0.27, 0.06),
            (0.12, 0.22),
            (-0.08, 0.22),
            (-0.22, 0.08),
            (-0.08, -0.02),
            (0.10, -0.12),
            (0.16, -0.26),
        ],
        "robe",
    )
    hackle = _feathers(places((0.17, -0.30)), places((0.26, -0.24)), 9, 0.26, 2.4, 1.3, "sun")
    wing = _feathers(places((0.10, 0.0)), places((-0.02, 0.12)), 7, 0.27, 2.6, 3.0, "leaf")
    wing += _feathers(places((0.13, -0.02)), places((0.04, 0.1)), 6, 0.16, 2.5, 2.9, "feather")
    head = closed([(0.16, -0.30), (0.19, -0.37), (0.26, -0.37), (0.28, -0.31), (0.25, -0.24)], "robe")
    comb = [disc(0.16 + 0.034 * i, -0.40 - 0.012 * (i % 2), 0.028, "son") for i in range(4)]
    face = [
        leaf(0.27, -0.33, 0.09, 0.022, 0.2, "sun"),
        disc(0.265, -0.255, 0.03, "son"),
        disc(0.235, -0.325, 0.013, "dark"),
    ]
    legs = [line([(x, 0.20), (x + 0.02, 0.33), (x + 0.01, 0.42)], 0.026, "sun", 0.9) for x in (0.0, 0.09)]
    toes = [leaf(x, 0.42, 0.085, 0.012, angle, "sun") for x in (0.01, 0.1) for angle in (0.1, 0.7, 2.9)]
    ground = [closed([(-0.46, 0.46), (-0.1, 0.41), (0.3, 0.43), (0.46, 0.46), (0.0, 0.49)], "hill")]
    flowers = [piece for x in (-0.36, 0.36) for piece in moved(_daisy(), x, 0.36, 0.09, rng.uniform(0, 3))]
    bird = [*tail, *legs, *toes, body, *hackle, *wing, *comb, head, *face]
    return moved([*ground, *bird, *flowers], 0, 0.0, size)


def _daisy() -> list[Piece]:
    return [*[leaf(0, 0, 1, 0.2, a, "petal") for a in np.linspace(0, 6.283, 9)[:-1]], disc(0, 0, 0.22, "heart")]


def phoenix(rng: np.random.Generator, width: float, height: float) -> list[Piece]:
    """A phoenix in flight among clouds, its tail in long streamers."""
    size = min(width, height)
    pieces: list[Piece] = []
    for index, drop in enumerate((-0.10, 0.02, 0.14, 0.26)):
        streamer = curve(
            [(-0.06, 0.02), (-0.24, drop * 0.4), (-0.38, drop + 0.06), (-0.56, drop - 0.03), (-0.66, drop + 0.06)], 10
        )
        pieces.append(limb(streamer, 0.045, 0.018, ("leaf", "son", "leaf", "sun")[index]))
        pieces += [leaf(x, y, 0.085, 0.013, a, "feather") for x, y in streamer[8::4] for a in (2.55, 3.75)]
    wing = _feathers(places((0.02, -0.02)), places((-0.10, -0.40)), 12, 0.32, 2.7, 4.3, "feather")
    wing += _feathers(places((0.06, -0.02)), places((-0.02, -0.36)), 9, 0.18, 2.6, 4.0, "leaf")
    far = _feathers(places((0.12, -0.04)), places((0.34, -0.30)), 9, 0.24, 4.0, 5.2, "petal")
    body = closed([(0.26, -0.10), (0.18, 0.06), (-0.04, 0.10), (-0.14, 0.04), (0.0, -0.06), (0.16, -0.14)], "robe", 0.3)
    neck = limb(curve([(0.2, -0.05), (0.34, -0.06), (0.36, -0.18), (0.44, -0.24)], 8), 0.075, 0.04, "robe")
    head = [
        disc(0.455, -0.245, 0.042, "robe"),
        leaf(0.48, -0.25, 0.1, 0.02, 0.3, "sun"),
        disc(0.465, -0.255, 0.010, "dark"),
    ]
    crest = [leaf(0.45, -0.27, 0.13, 0.018, a, "son", 0.2) for a in (-2.6, -2.2, -1.8)]
    bird = [*pieces, *far, body, *wing, neck, *crest, *head]
    clouds = [
        piece
        for x, y in ((-0.3, 0.36), (0.28, 0.34), (0.25, -0.42))
        for piece in cloud(x * width, y * height, size * 0.22)
    ]
    return [*clouds, *moved(bird, 0.06 * width, 0.02 * height, size * 0.86, rng.normal(0, 0.08))]
