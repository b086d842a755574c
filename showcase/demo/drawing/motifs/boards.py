"""What is laid into boards: the lines of a chess board, three brushed characters for a hall of ancestors."""

from itertools import pairwise

import numpy as np

from showcase.demo.drawing.canvas import places
from showcase.demo.drawing.motifs.pieces import Piece, limb, line, moved, stretched

Stroke = tuple[tuple[float, float], ...]
#: Strokes of the brush on a square of one, y downwards: 思, 本, 堂, "hall of those who remember their root".
CHARACTERS: tuple[tuple[Stroke, ...], ...] = (
    (((0.22, 0.07), (0.21, 0.49)), ((0.21, 0.08), (0.5, 0.075), (0.79, 0.07)), ((0.78, 0.07), (0.78, 0.48)),
     ((0.50, 0.08), (0.50, 0.47)), ((0.23, 0.275), (0.77, 0.27)), ((0.22, 0.475), (0.78, 0.47)),
     ((0.18, 0.60), (0.14, 0.72), (0.08, 0.84)),
     ((0.31, 0.58), (0.34, 0.80), (0.44, 0.93), (0.58, 0.945), (0.70, 0.92), (0.74, 0.79)),
     ((0.47, 0.56), (0.53, 0.63), (0.57, 0.72)), ((0.74, 0.57), (0.83, 0.65), (0.91, 0.77))),
    (((0.07, 0.31), (0.5, 0.295), (0.93, 0.30)), ((0.50, 0.03), (0.505, 0.5), (0.50, 0.98)),
     ((0.48, 0.31), (0.34, 0.56), (0.05, 0.79)), ((0.52, 0.31), (0.67, 0.56), (0.96, 0.78)),
     ((0.31, 0.765), (0.69, 0.755))),
    (((0.50, 0.01), (0.50, 0.19)), ((0.25, 0.04), (0.30, 0.10), (0.34, 0.17)),
     ((0.77, 0.03), (0.72, 0.09), (0.66, 0.17)), ((0.13, 0.21), (0.10, 0.30), (0.06, 0.39)),
     ((0.13, 0.235), (0.5, 0.225), (0.91, 0.23), (0.87, 0.30), (0.81, 0.37)),
     ((0.33, 0.37), (0.345, 0.60)), ((0.32, 0.385), (0.69, 0.375)), ((0.68, 0.375), (0.66, 0.59)),
     ((0.34, 0.58), (0.67, 0.575)), ((0.25, 0.745), (0.75, 0.735)), ((0.50, 0.62), (0.50, 0.93)),
     ((0.05, 0.95), (0.5, 0.935), (0.95, 0.945))),
)  # fmt: skip


def characters(rng: np.random.Generator, width: float, height: float) -> list[Piece]:
    """Three large characters, read from the right."""
    size = min(height * 0.80, width * 0.26)
    pieces: list[Piece] = []
    for place, strokes in zip((1, 0, -1), CHARACTERS, strict=True):
        for stroke in strokes:
            long = float(np.hypot(*np.subtract(stroke[-1], stroke[0])))
            # A short stroke is a dot: the brush presses and lifts.
            wide = size * (0.095 if long > 0.3 else 0.105) * rng.uniform(0.94, 1.06)
            own = line([((x - 0.5) * size, (y - 0.5) * size) for x, y in stroke], wide, "moon",
                       0.72 if long > 0.3 else 0.45)  # fmt: skip
            own.lines = []
            pieces += moved([own], place * width * 0.305, 0)
    return pieces


def chess(rng: np.random.Generator, width: float, height: float) -> list[Piece]:
    """Nine files and ten ranks, the river between them, the two palaces, the marks of guns and soldiers."""
    size = min(width, height) * 0.90
    step = size / 9
    wide = size * 0.010

    def slip(a: tuple[float, float], b: tuple[float, float], thick: float = wide) -> Piece:
        ends = places([a, b]) * step
        return limb(places([ends[0], ends.mean(axis=0), ends[1]]), thick, thick, "moon")

    pieces = [slip((-4, y - 4.5), (4, y - 4.5)) for y in range(10)]
    for x in range(-4, 5):
        whole = abs(x) == 4
        pieces += [slip((x, -4.5), (x, 4.5))] if whole else [slip((x, -4.5), (x, -0.5)), slip((x, 0.5), (x, 4.5))]
    for end in (-1.0, 1.0):
        pieces += [slip((-1, end * 4.5), (1, end * 2.5)), slip((1, end * 4.5), (-1, end * 2.5))]
        spots = [(-3.0, end * 2.5), (3.0, end * 2.5), *[(x, end * 1.5) for x in (-4.0, -2.0, 0.0, 2.0, 4.0)]]
        for file, rank in spots:
            for a in (-1.0, 1.0):
                if abs(file + a * 0.2) < 4:
                    for b in (-1.0, 1.0):
                        pieces.append(
                            slip((file + a * 0.1, rank + b * 0.1), (file + a * 0.28, rank + b * 0.1), wide * 0.7)
                        )
                        pieces.append(
                            slip((file + a * 0.1, rank + b * 0.1), (file + a * 0.1, rank + b * 0.28), wide * 0.7)
                        )
    frame = 4.32
    corners = [(-frame, -4.75), (frame, -4.75), (frame, 4.75), (-frame, 4.75), (-frame, -4.75)]
    pieces += [slip(first, second, wide * 2) for first, second in pairwise(corners)]
    return stretched(pieces, 0.98, 0.92)
