"""Pieces that motifs are made of: leaves, blossoms, branches, discs. Shell is sawn and gold is laid by their outlines.

Coordinates are units of whatever a motif is put on, y downwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from showcase.demo.drawing.canvas import Points, curve, places


@dataclass
class Piece:
    """One sawn piece: its outline, what it is, the way its fibre runs, and lines engraved in it."""

    outline: Points
    kind: str
    angle: float = 0.0
    lines: list[Points] = field(default_factory=list)


def moved(pieces: list[Piece], x: float, y: float, size: float = 1.0, turn: float = 0.0) -> list[Piece]:
    """The pieces made larger, turned, and put at a place."""
    cosine, sine = np.cos(turn) * size, np.sin(turn) * size
    matrix = places([[cosine, sine], [-sine, cosine]])
    place = places([x, y])
    return [
        Piece(p.outline @ matrix + place, p.kind, p.angle + turn, [line @ matrix + place for line in p.lines])
        for p in pieces
    ]


def leaf(x: float, y: float, length: float, width: float, angle: float, kind: str = "leaf", bend: float = 0.1) -> Piece:
    """A pointed leaf growing from (x, y)."""
    t = np.linspace(0, 1, 15)
    half = width * np.sin(np.pi * t**0.8) * (1 - 0.25 * t)
    middle = bend * length * np.sin(np.pi * t)
    own = np.concatenate([np.stack([t * length, middle + half], 1), np.stack([t * length, middle - half], 1)[::-1]])
    rib = np.stack([t * length, middle], 1)[1:-2]
    return moved([Piece(own, kind, 0, [rib])], x, y, 1, angle)[0]


def blossom(x: float, y: float, size: float, turn: float, petals: int = 5, kind: str = "petal") -> list[Piece]:
    """A blossom seen from the front: round petals about a heart."""
    pieces = []
    for index in range(petals):
        angle = turn + index * 2 * np.pi / petals
        t = np.linspace(0, 2 * np.pi, 22, endpoint=False)
        wide = size * np.sin(np.pi / petals) * 0.86
        outline = np.stack([size * (0.58 + 0.42 * np.cos(t)), wide * np.sin(t) * (0.82 + 0.3 * np.cos(t))], 1)
        veins = [
            np.stack([np.linspace(0.3, 0.8, 6) * size, np.linspace(0.3, 0.8, 6) * wide * k], 1) for k in (-0.4, 0, 0.4)
        ]
        pieces += moved([Piece(outline, kind, 0, veins)], x, y, 1, angle)
    t = np.linspace(0, 2 * np.pi, 16, endpoint=False)
    pieces.append(Piece(np.stack([x + size * 0.17 * np.cos(t), y + size * 0.17 * np.sin(t)], 1), "heart"))
    return pieces


def limb(points: Points, start: float, end: float, kind: str = "branch") -> Piece:
    """A branch along a line, tapering."""
    along = np.gradient(points, axis=0)
    across = np.stack([-along[:, 1], along[:, 0]], 1) / np.maximum(np.hypot(*along.T), 1e-9)[:, None]
    half = (np.linspace(start, end, len(points)) / 2)[:, None]
    outline = np.concatenate([points + across * half, (points - across * half)[::-1]])
    middle = len(points) // 2
    angle = float(np.arctan2(along[middle, 1], along[middle, 0]))
    return Piece(outline, kind, angle, [points[1:-1:1]] if start > 8 else [])


def disc(x: float, y: float, size: float, kind: str = "moon", flat: float = 1.0) -> Piece:
    """A round or (``flat`` below 1) lying oval piece."""
    t = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    return Piece(np.stack([x + size * np.cos(t), y + size * flat * np.sin(t)], 1), kind)


def closed(points: Sequence[tuple[float, float]], kind: str, angle: float = 0.0, steps: int = 8) -> Piece:
    """A piece with a smooth outline through points."""
    return Piece(curve(points, steps, closed=True), kind, angle)


def line(points: Sequence[tuple[float, float]], wide: float, kind: str = "line", fine: float = 0.5) -> Piece:
    """A thin strip along a smooth line, finer at its end."""
    return limb(curve(points, 8), wide, wide * fine, kind)


def stretched(pieces: list[Piece], across: float, down: float) -> list[Piece]:
    """The pieces drawn wider and taller (or, below zero, mirrored)."""
    scale = places([across, down])
    return [Piece(p.outline * scale, p.kind, p.angle, [one * scale for one in p.lines]) for p in pieces]
