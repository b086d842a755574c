"""Flat things in frames, hanging on the wall."""

from dataclasses import replace

import numpy as np

from showcase.demo.drawing.canvas import Points, places
from showcase.demo.drawing.form import Form, flat, normalised
from showcase.demo.drawing.parts import Part, Task, silhouette


def rectangle(x: float, y: float, width: float, height: float) -> Points:
    """A rectangle about its middle."""
    a, b = width / 2, height / 2
    return places([(x - a, y - b), (x + a, y - b), (x + a, y + b), (x - a, y + b)])


#: Height of a moulding from its outer edge (0) to the picture (1), on a width of one.
MOULDING = (
    (0, 0),
    (0.05, 0.14),
    (0.14, 0.2),
    (0.45, 0.2),
    (0.62, 0.13),
    (0.72, 0.10),
    (0.80, 0.13),
    (0.90, 0.09),
    (1, 0),
)


def bar(corners: Points, width: float, side: int, upright: bool, scale: float) -> Form:
    """One bar of a frame, its moulding running along it; ``side`` is -1 where its outer edge is left or up."""
    form = flat([corners], scale, bevel=1, turn=0.0 if upright else np.pi / 2)
    way = np.clip(form.u / np.float32(width) * -side + 0.5, 0, 1)
    if side < 0:
        way = np.clip(form.u / np.float32(width) + 0.5, 0, 1)
    at = np.linspace(0, 1, 256)
    height = np.interp(at, *places(MOULDING).T)
    height = np.convolve(np.pad(height, 8, "edge"), np.ones(17) / 17, "valid")
    slope = np.gradient(height, at)[(way * 255).astype(np.int32)].astype(np.float32) * np.float32(side)
    still = np.zeros_like(slope)
    normal = normalised(slope, still, 1.0) if upright else normalised(still, slope, 1.0)
    return replace(form, normal=normal)


def framed(x: float, y: float, width: float, height: float, thick: float, scale: float) -> list[Part]:
    """A picture and its frame of four mitred bars."""
    a, b, c, d = width / 2, height / 2, width / 2 - thick, height / 2 - thick
    parts = [
        Part(flat([rectangle(x, y, width, height)], scale, bevel=2), "frame", shadow="lie", lift=22),
        Part(flat([rectangle(x, y, 2 * c + 6, 2 * d + 6)], scale, bevel=2), "picture"),
    ]
    bars = (
        (False, 1, [(a, b), (-a, b), (-c, d), (c, d)]),
        (True, 1, [(a, -b), (a, b), (c, d), (c, -d)]),
        (False, -1, [(-a, -b), (a, -b), (c, -d), (-c, -d)]),
        (True, -1, [(-a, b), (-a, -b), (-c, -d), (-c, d)]),
    )
    for upright, side, corners in bars:
        form = bar(np.add(corners, (x, y)), thick, side, upright, scale)
        parts.append(Part(form, "frame", shadow="drop" if side < 0 else "", lift=8, strength=0.5))
    return parts


@silhouette("picture")
def picture(task: Task) -> list[Part]:
    """A framed picture on the wall."""
    rng = task.rng("shape")
    if task.named("4 tấm", "bốn tấm", "tứ bình"):
        return _four(task)
    shape = rng.choice([0.62, 0.72, 0.80, 1.0, 1.3])
    if task.named("vuông", "gà", "cờ"):
        shape = 1.0
    if task.named("phong cảnh", "phố", "thuyền", "đám cưới"):
        shape = 1.35
    if task.named("tùng hạc", "chân dung"):
        shape = 0.66
    width = min(1290.0, 1480 * shape) * rng.uniform(0.95, 1.0)
    return framed(800, 985, width, width / shape, rng.uniform(58, 80), task.scale)


def _four(task: Task) -> list[Part]:
    """Four narrow panels side by side, one for each season."""
    parts = []
    for index in range(4):
        for part in framed(245 + 370 * index, 990, 318, 1240, 26, task.scale):
            parts.append(replace(part, role=f"picture:{index + 1}") if part.role == "picture" else part)
    return parts
