"""Modelled forms: balls of dough set one against another, and figures carved from blocks that flow into each other."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from showcase.demo.drawing.canvas import Array, Points, blur, fixed, gradient, places, smooth
from showcase.demo.drawing.form import Form, bounds, normalised, unit


@dataclass(frozen=True)
class Lump:
    """An ellipsoid: its middle, half its width and height, its turn, how far it stands out, and a colour's name."""

    x: float
    y: float
    wide: float
    tall: float
    turn: float = 0.0
    out: float = 0.0
    tone: str = ""
    #: Half its thickness towards us; as thick as it is narrow, if not told.
    deep: float = 0.0

    def reach(self) -> Points:
        """Two corners that hold it."""
        most = max(self.wide, self.tall)
        return places([(self.x - most, self.y - most), (self.x + most, self.y + most)])

    def field(self, across: Array, down: Array) -> tuple[Array, Array, Array]:
        """Own coordinates of places, and the square of the distance from its middle (1 at its edge)."""
        cosine, sine = np.cos(self.turn), np.sin(self.turn)
        x = ((across - self.x) * cosine + (down - self.y) * sine) / self.wide
        y = ((down - self.y) * cosine - (across - self.x) * sine) / self.tall
        return x.astype(np.float32), y.astype(np.float32), (x * x + y * y).astype(np.float32)


#: A line cut into a block, its width and its depth.
Groove = tuple[Points, float, float]


def arc(x: float, y: float, wide: float, tall: float, start: float, end: float) -> Points:
    """Part of an oval's edge."""
    t = np.linspace(start, end, 24)
    return np.stack([x + wide * np.cos(t), y + tall * np.sin(t)], 1)


def grown(lumps: Sequence[Lump], x: float, y: float, size: float) -> list[Lump]:
    """The lumps made larger and put at a place."""
    return [
        Lump(
            x + one.x * size, y + one.y * size, one.wide * size, one.tall * size,
            one.turn, one.out * size, one.tone, one.deep * size,
        )
        for one in lumps
    ]  # fmt: skip


def balls(lumps: Sequence[Lump], scale: float) -> Form:
    """Lumps one over the other in their order, each whole and round: beads, dough, sweets; ``kind`` numbers them."""
    corners = np.concatenate([lump.reach() for lump in lumps]) * scale
    left, top, columns, rows = bounds(corners)
    mask = np.zeros((rows, columns), np.float32)
    normal = np.zeros((rows, columns, 3), np.float32)
    normal[..., 2] = 1
    u, v = np.zeros((rows, columns), np.float32), np.zeros((rows, columns), np.float32)
    which = np.zeros((rows, columns), np.int32)
    shade = np.ones((rows, columns), np.float32)
    for number, lump in enumerate(lumps):
        window = _around(lump, scale, (left, top, columns, rows))
        if window is None:
            continue
        here, across, down = window
        x, y, far = lump.field(across, down)
        edge = np.clip((1 - np.sqrt(far)) * min(lump.wide, lump.tall) * scale + 0.5, 0, 1)
        # What lies behind is a little darker near the edge of what is before it.
        shade[here] *= 1 - 0.35 * np.clip(1.25 - far, 0, 1) * (1 - edge)
        inside = edge > 0.5
        own = _facing(lump, x, y, far)
        normal[here][inside] = own[inside]
        mask[here] = np.maximum(mask[here], edge)
        which[here][inside], shade[here][inside] = number, 1
        u[here][inside] = (x * lump.wide)[inside]
        v[here][inside] = (y * lump.tall)[inside]
    return Form(left, top, mask, normal, u, v, scale, shade, which)


def _around(
    lump: Lump, scale: float, whole: tuple[int, int, int, int]
) -> tuple[tuple[slice, slice], Array, Array] | None:
    """The window of pixels round a lump and their places in units."""
    left, top, columns, rows = whole
    low, high = lump.reach() * 1.0
    x0, y0 = max(int(low[0] * scale - left - 3), 0), max(int(low[1] * scale - top - 3), 0)
    x1, y1 = min(int(high[0] * scale - left + 4), columns), min(int(high[1] * scale - top + 4), rows)
    if x1 <= x0 or y1 <= y0:
        return None
    across = (np.arange(x0, x1, dtype=np.float32)[None, :] + left) / np.float32(scale)
    down = (np.arange(y0, y1, dtype=np.float32)[:, None] + top) / np.float32(scale)
    return (slice(y0, y1), slice(x0, x1)), across, down


def _facing(lump: Lump, x: Array, y: Array, far: Array) -> Array:
    """Normals of an ellipsoid."""
    deep = lump.deep or min(lump.wide, lump.tall)
    z = np.sqrt(np.maximum(1 - far, 0.0)) / np.float32(deep)
    a, b = x / np.float32(lump.wide), y / np.float32(lump.tall)
    cosine, sine = np.float32(np.cos(lump.turn)), np.float32(np.sin(lump.turn))
    return normalised(a * cosine - b * sine, a * sine + b * cosine, np.maximum(z, 1e-4))


def carved(lumps: Sequence[Lump], scale: float, soft: float = 14, grooves: Sequence[Groove] = ()) -> Form:
    """One block cut to these lumps, which flow into each other; grooves are lines with a width and a depth."""
    work = min(scale, 0.6)
    corners = np.concatenate([lump.reach() for lump in lumps])
    left, top, columns, rows = bounds(corners * scale)
    shape = (max(2, round(rows * work / scale)), max(2, round(columns * work / scale)))
    across = (np.arange(shape[1], dtype=np.float32)[None, :] / np.float32(work)) + np.float32(left / scale)
    down = (np.arange(shape[0], dtype=np.float32)[:, None] / np.float32(work)) + np.float32(top / scale)
    total = np.full(shape, 1e-6, np.float32)
    inside = np.full(shape, -9.0, np.float32)
    for lump in lumps:
        _, _, far = lump.field(across, down)
        deep = lump.deep or min(lump.wide, lump.tall)
        height = lump.out + deep * np.sqrt(np.clip(1 - far, 0, 1))
        there = far < 1
        total += np.where(there, np.exp(np.clip(height / np.float32(soft), -40, 60)), 0)
        inside = np.maximum(inside, (1 - np.sqrt(far)) * np.float32(min(lump.wide, lump.tall)))
    height = np.float32(soft) * np.log(total)
    height = blur(np.maximum(height, 0), 2.2 * work)
    height -= _grooved(shape, grooves, work, (left / scale, top / scale))
    slope_x, slope_y = gradient(height * np.float32(work))
    # No place of a block is seen quite edge-on: its steepest walls would shine like a wire.
    gentle = 1 / (1 + np.hypot(slope_x, slope_y) / np.float32(3.2))
    normal = normalised(-slope_x * gentle, -slope_y * gentle, 1.0)
    open_ = np.clip(1 + (height - blur(height, 26 * work)) * 0.018, 0.35, 1.08)
    size = (columns, rows)
    mask = cv2.resize(inside * np.float32(scale), size, interpolation=cv2.INTER_CUBIC)
    normal = unit(cv2.resize(normal, size, interpolation=cv2.INTER_CUBIC))
    u = np.arange(columns, dtype=np.float32)[None, :] / np.float32(scale)
    v = np.arange(rows, dtype=np.float32)[:, None] / np.float32(scale)
    # Grain runs through the block: where the surface goes back, another layer shows.
    depth = cv2.resize(height, size, interpolation=cv2.INTER_LINEAR)
    return Form(
        left, top, smooth(-0.5, 1.0, mask), normal, u - u.mean() + depth * 0.55, v - v.mean() + 0 * depth, scale,
        cv2.resize(open_.astype(np.float32), size, interpolation=cv2.INTER_LINEAR),
    )  # fmt: skip


def _grooved(shape: tuple[int, int], grooves: Sequence[Groove], work: float, start: tuple[float, float]) -> Array:
    """Depth of lines cut into a block."""
    total = np.zeros(shape, np.float32)
    for line, width, depth in grooves:
        drawn: Array = np.zeros(shape, np.uint8)
        pixels = (np.asarray(line) - start) * work
        cv2.polylines(drawn, [fixed(pixels)], False, 255, max(1, round(width * work)), cv2.LINE_AA, shift=4)
        total = np.maximum(
            total, blur(drawn.astype(np.float32) / np.float32(255), max(width * work * 0.35, 0.6)) * depth
        )
    return total
