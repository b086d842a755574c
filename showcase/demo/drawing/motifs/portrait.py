"""The portrait that embroiderers sew after a photograph: an old woman in a head-scarf, and the light on her face."""

import numpy as np

from showcase.demo.drawing.canvas import Array, places, smooth
from showcase.demo.drawing.motifs.pieces import Piece, closed, disc, line, moved

#: How much larger than its own measure the bust is on a field of width one, and how far it is moved down.
LARGER, LOWER = 1.62, 0.13
#: Light and shade on the face: place, reach across and down, and how much lighter (or darker) it is there.
LIGHT = (
    (-0.095, -0.080, 0.040, 0.022, -0.16), (0.045, -0.080, 0.042, 0.022, -0.18), (-0.075, -0.005, 0.013, 0.055, 0.16),
    (-0.040, 0.020, 0.018, 0.050, -0.17), (-0.078, 0.042, 0.017, 0.015, 0.16), (-0.070, 0.066, 0.034, 0.010, -0.24),
    (-0.125, 0.020, 0.026, 0.030, 0.10), (0.050, 0.022, 0.036, 0.032, 0.10), (-0.135, 0.085, 0.022, 0.035, -0.10),
    (0.020, 0.085, 0.020, 0.034, -0.10), (-0.062, 0.128, 0.030, 0.009, -0.20), (-0.060, 0.150, 0.024, 0.014, 0.10),
    (-0.040, -0.150, 0.070, 0.035, 0.10), (0.115, 0.000, 0.034, 0.130, -0.30), (0.040, 0.165, 0.060, 0.030, -0.22),
    (-0.160, -0.020, 0.014, 0.090, -0.16), (-0.010, 0.215, 0.100, 0.045, -0.40), (-0.062, -0.060, 0.012, 0.020, -0.10),
    (0.008, -0.055, 0.012, 0.020, -0.08),
)  # fmt: skip


def modelling(u: Array, v: Array, size: float) -> Array:
    """Light and shade of the face for places about the portrait's middle (units), on a field of this width."""
    x, y = u / np.float32(size * LARGER), v / np.float32(size * LARGER) - np.float32(LOWER / LARGER)
    total = 1.0 + 0 * x + 0 * y
    for across, down, wide, tall, much in LIGHT:
        total = total + np.float32(1.7 * much) * np.exp(-(((x - across) / wide) ** 2) - ((y - down) / tall) ** 2)
    face = smooth(1.25, 0.95, np.hypot((x + 0.02) / 0.16, (y + 0.03) / 0.22))
    neck = smooth(1.3, 0.8, np.hypot(x / 0.10, (y - 0.21) / 0.12))
    return (1 + (total - 1) * np.maximum(face, neck)).astype(np.float32)


def portrait(rng: np.random.Generator, size: float) -> list[Piece]:
    """An old woman in a head-scarf, turned a little to the left, on a field of this width."""
    backdrop = [Piece(places([(-0.6, -0.85), (0.6, -0.85), (0.6, 0.85), (-0.6, 0.85)]), "backdrop")]
    chest = closed(
        [
            (-0.13, 0.22),
            (-0.26, 0.275),
            (-0.36, 0.36),
            (-0.42, 0.72),
            (0.44, 0.72),
            (0.37, 0.36),
            (0.26, 0.26),
            (0.10, 0.20),
        ],
        "blouse",
        1.3,
    )
    collar = [
        closed([(-0.10, 0.205), (-0.125, 0.255), (-0.045, 0.36), (-0.02, 0.33), (-0.075, 0.27)], "moon", 1.0),
        closed([(0.095, 0.20), (0.125, 0.25), (0.0, 0.37), (-0.025, 0.335), (0.06, 0.27)], "moon", 2.2),
    ]
    neck = closed([(-0.09, 0.10), (-0.10, 0.24), (-0.02, 0.33), (0.09, 0.24), (0.09, 0.06)], "skin", 1.4)
    scarf = closed(
        [
            (-0.10, 0.17),
            (-0.19, 0.06),
            (-0.225, -0.08),
            (-0.205, -0.23),
            (-0.09, -0.335),
            (0.06, -0.345),
            (0.19, -0.25),
            (0.225, -0.07),
            (0.20, 0.10),
            (0.14, 0.24),
            (0.02, 0.25),
        ],
        "scarf",
        1.2,
    )
    face = closed(
        [
            (-0.168, -0.07),
            (-0.150, -0.16),
            (-0.09, -0.222),
            (0.0, -0.238),
            (0.085, -0.19),
            (0.125, -0.08),
            (0.118, 0.03),
            (0.075, 0.12),
            (0.0, 0.175),
            (-0.07, 0.176),
            (-0.13, 0.115),
            (-0.160, 0.02),
        ],
        "skin",
        1.35,
    )
    hair = [
        closed(
            [(-0.158, -0.135), (-0.125, -0.20), (-0.05, -0.242), (-0.02, -0.240), (-0.08, -0.195), (-0.13, -0.13)],
            "hair",
            2.4,
        ),
        closed(
            [(-0.025, -0.241), (0.06, -0.222), (0.115, -0.14), (0.122, -0.09), (0.085, -0.16), (0.02, -0.215)],
            "hair",
            0.8,
        ),
    ]
    eyes: list[Piece] = []
    for x, wide in ((-0.095, 0.034), (0.045, 0.037)):
        eyes.append(
            closed(
                [
                    (x - wide, -0.066),
                    (x - wide * 0.3, -0.079),
                    (x + wide * 0.4, -0.078),
                    (x + wide, -0.066),
                    (x, -0.058),
                ],
                "eye",
                0.0,
            )
        )
        eyes += [disc(x - 0.004, -0.068, 0.0105, "dark"), disc(x - 0.008, -0.072, 0.003, "moon")]
        eyes.append(line([(x - wide * 1.05, -0.064), (x, -0.083), (x + wide * 1.15, -0.063)], 0.0055, "hair", 0.8))
        eyes.append(line([(x - wide, -0.052), (x, -0.046), (x + wide, -0.053)], 0.0030, "skin shade", 0.8))
    features = [
        *[
            line([(a, -0.112), (b, -0.129), (c, -0.113)], 0.0075, "brow", 0.6)
            for a, b, c in ((-0.142, -0.105, -0.057), (0.0, 0.050, 0.095))
        ],
        line([(-0.100, 0.057), (-0.078, 0.063), (-0.056, 0.056)], 0.0055, "skin shade", 0.9),
        closed(
            [(-0.108, 0.094), (-0.080, 0.087), (-0.064, 0.091), (-0.046, 0.086), (-0.012, 0.093), (-0.058, 0.114)],
            "lip",
            0.0,
        ),
        line(
            [(-0.112, 0.092), (-0.085, 0.098), (-0.062, 0.0985), (-0.035, 0.098), (-0.006, 0.091)], 0.0034, "trunk", 0.7
        ),
        line([(-0.142, 0.045), (-0.140, 0.075), (-0.124, 0.100)], 0.0030, "skin shade", 0.6),
        line([(0.000, 0.045), (0.022, 0.072), (0.018, 0.105)], 0.0030, "skin shade", 0.6),
        line([(0.095, -0.066), (0.112, -0.075)], 0.0026, "skin shade", 0.6),
        line([(0.094, -0.058), (0.110, -0.052)], 0.0026, "skin shade", 0.6),
    ]
    folds = [
        line([(a, -0.31), (b, -0.1), (c, 0.06)], 0.007, "hair")
        for a, b, c in ((0.10, 0.175, 0.14), (0.04, 0.155, 0.10), (-0.12, -0.195, -0.185))
    ]
    bust = [chest, neck, *collar, scarf, face, *hair, *eyes, *features, *folds]
    return moved([*backdrop, *moved(bust, 0.0, LOWER, LARGER, rng.normal(0, 0.004))], 0, 0, size)  # fmt: skip
