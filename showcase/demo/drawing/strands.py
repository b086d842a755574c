"""Strands: rods, tubes, threads and ropes along curves, passing over and under one another by their depth."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from showcase.demo.drawing.canvas import Array, Points, blur, fixed
from showcase.demo.drawing.form import Form, bounds

#: A round strand is painted as stripes of one slope each, from its left edge to its right,
#: each a little over the next, so that nothing shows between them.
STRIPES = np.linspace(-1, 1, 10)[:-1]


@dataclass(frozen=True)
class Strand:
    """A curve (units) with a width and a depth, each one number or one for every point; nearer is larger."""

    line: Points
    width: float | Points
    depth: float | Points = 0.0
    #: 0 to 1, for the surface to tell strands apart.
    tone: float = 0.5
    #: 1 round, less for a flat splint.
    round: float = 1.0


@dataclass(frozen=True)
class Bundle:
    """Many strands as one form, and the tone of the strand that each pixel shows."""

    form: Form
    tone: Array


def bundle(strands: Sequence[Strand], scale: float) -> Bundle:
    """Paint strands into one form; u runs across a strand (-1 to 1), v is its depth (0 to 1)."""
    points = np.concatenate([np.asarray(strand.line) for strand in strands]) * scale
    widest = max(float(np.max(strand.width)) for strand in strands) * scale
    left, top, columns, rows = bounds(points, widest + 3)
    slopes = np.full((rows, columns, 4), 128, np.uint8)
    cover = np.zeros((rows, columns), np.uint8)
    pieces = np.concatenate([_pieces(strand, scale, (left, top)) for strand in strands])
    pieces = pieces[np.argsort(pieces[:, 0], kind="stable")]
    span = max(float(np.ptp(pieces[:, 0])), 1e-6)
    pieces[:, 0] = (pieces[:, 0] - pieces[:, 0].min()) / span
    _paint(slopes, cover, pieces)
    told = slopes.astype(np.float32)
    x, y = (told[..., 0] - 128) / 126, (told[..., 1] - 128) / 126
    z = np.sqrt(np.clip(1 - x * x - y * y, 0.02, 1))
    normal = np.dstack([x, y, z]).astype(np.float32)
    normal /= np.linalg.norm(normal, axis=2, keepdims=True)
    across = np.hypot(x, y).astype(np.float32)
    form = Form(left, top, cover.astype(np.float32) / 255, normal, across, told[..., 3] / np.float32(255), scale)
    shown = told[..., 2] / np.float32(255)
    return Bundle(replace(form.shaded(_under(form, scale)), kind=shown), shown)


def _under(form: Form, scale: float) -> Array:
    """Less light where a strand runs below others."""
    reach = 16 * scale
    about = blur(form.v * form.mask, reach) / np.maximum(blur(form.mask, reach), 0.05)
    return np.clip(1 - 0.9 * np.clip(about - form.v, 0, 1), 0.3, 1)


def _pieces(strand: Strand, scale: float, start: tuple[int, int]) -> Array:
    """The straight pieces of a strand, a row each: depth, both ends, half its width, roundness, tone."""
    line = np.asarray(strand.line, np.float64) * scale - start
    width = np.broadcast_to(np.asarray(strand.width, np.float64) * scale, len(line))
    depth = np.broadcast_to(np.asarray(strand.depth, np.float64), len(line))
    rows = np.empty((len(line) - 1, 8))
    rows[:, 0] = (depth[:-1] + depth[1:]) / 2
    rows[:, 1:3], rows[:, 3:5] = line[:-1], line[1:]
    rows[:, 5] = (width[:-1] + width[1:]) / 4
    rows[:, 6], rows[:, 7] = strand.round, strand.tone
    return rows[np.hypot(*np.diff(line, axis=0).T) > 1e-6]


def _paint(slopes: Array, cover: Array, pieces: Array) -> None:
    """Paint the pieces in their order, each in stripes from edge to edge."""
    depth, start, end, half, bend, tone = np.split(pieces, (1, 3, 5, 6, 7), axis=1)
    way = (end - start) / np.hypot(*(end - start).T)[:, None]
    side = np.stack([-way[:, 1], way[:, 0]], 1)
    start, end = start - way * 0.6, end + way * 0.6
    outline = fixed(np.stack([start - side * half, end - side * half, end + side * half, start + side * half], 1))
    told = np.round(np.concatenate([tone, depth], 1) * 255)
    painted = []
    for stripes in (STRIPES, STRIPES[::3]):
        near = half * stripes
        far = np.minimum(half * (stripes + 2 / len(stripes)) + 0.7, half)
        first, last = side[:, None] * near[..., None], side[:, None] * far[..., None]
        corners = np.stack(
            [start[:, None] + first, end[:, None] + first, end[:, None] + last, start[:, None] + last], 2
        )
        slope = (stripes + 1 / len(stripes)) * 0.95 * bend
        lean = 128 + 126 * side[:, None] * slope[..., None]
        values = np.concatenate([lean, np.broadcast_to(told[:, None], lean.shape)], axis=2).tolist()
        painted.append((fixed(corners), values))
    for index in range(len(pieces)):
        stripes_of, values = painted[0 if half[index, 0] > 2 else 1]
        for corner, value in zip(stripes_of[index], values[index], strict=True):
            cv2.fillConvexPoly(slopes, corner, value, cv2.LINE_AA, shift=4)
        cv2.fillConvexPoly(cover, outline[index], 255, cv2.LINE_AA, shift=4)
