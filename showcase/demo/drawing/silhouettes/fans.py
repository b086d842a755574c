"""Folding fans, open: sticks from a rivet, a pleated leaf of paper or silk."""

from dataclasses import replace

import numpy as np

from showcase.demo.drawing.canvas import Points, filled, places
from showcase.demo.drawing.form import Form, bounds, flat, normalised
from showcase.demo.drawing.lathe import lathe, profile
from showcase.demo.drawing.parts import Part, Task, silhouette
from showcase.demo.drawing.tubes import tube


def at(x: float, y: float, radius: float, angle: float) -> tuple[float, float]:
    """A place by its distance from the rivet and its angle from upright, to the right."""
    return x + radius * np.sin(angle), y - radius * np.cos(angle)


def leaf(x: float, y: float, inner: float, outer: float, half: float, pleats: int, scale: float) -> Form:
    """The pleated leaf: u runs round at its middle, v inwards from its edge."""
    angles = np.linspace(-half, half, pleats * 2 + 1)
    rim = [at(x, y, outer - (7 if i % 2 else 0), a) for i, a in enumerate(angles)]
    low = [at(x, y, inner, a) for a in np.linspace(half, -half, 60)]
    outline = places([*rim, *low]) * scale
    left, top, columns, rows = bounds(outline)
    mask = filled((rows, columns), outline - (left, top))
    dx = (np.arange(columns, dtype=np.float32)[None, :] + left) / np.float32(scale) - np.float32(x)
    dy = np.float32(y) - (np.arange(rows, dtype=np.float32)[:, None] + top) / np.float32(scale)
    radius, angle = np.hypot(dx, dy), np.arctan2(dx, dy)
    place = (angle + half) / np.float32(2 * half) * pleats
    side = place - np.floor(place)
    # Each pleat rises to its fold and falls; folds are rounded a little.
    slope = np.float32(0.46) * np.clip((0.5 - np.abs(2 * side - 1)) * 0 + np.where(side < 0.5, 1, -1), -1, 1)
    soft = np.clip(np.minimum(np.minimum(side, 1 - side), np.abs(side - 0.5)) / 0.06, 0, 1)
    slope = (slope * soft).astype(np.float32)
    normal = normalised(-np.cos(angle) * slope, np.sin(angle) * -slope, np.ones_like(angle))
    shade = (1 - 0.22 * np.exp(-((np.minimum(side, 1 - side) / 0.10) ** 2))).astype(np.float32)
    middle = (inner + outer) / 2
    return Form(left, top, mask, normal, angle * np.float32(middle), np.float32(outer) - radius, scale).shaded(shade)


def blade(x: float, y: float, angle: float, low: float, high: float, widths: tuple[float, float], scale: float) -> Form:
    """A stick, tapering from one radius to another."""
    way = places([np.sin(angle), -np.cos(angle)])
    side = places([way[1], -way[0]])
    foot, tip = places([x, y]) + way * low, places([x, y]) + way * high
    t = np.linspace(0, np.pi, 9)
    cap = [foot - way * np.sin(k) * widths[0] / 2 + side * np.cos(k) * widths[0] / 2 for k in t]
    outline: Points = places([*cap, tip - side * widths[1] / 2, tip + side * widths[1] / 2])
    return flat([outline], scale, bevel=4, turn=angle)


@silhouette("fan")
def fan(task: Task) -> list[Part]:
    """An open fan."""
    rng, scale = task.rng("shape"), task.scale
    great = task.named("treo tường", "lớn")
    silk = task.sketch.craft == "silk-weaving" or task.named("lụa")
    pleats = 30 if great else 18
    half = 1.36 if great else rng.uniform(1.16, 1.28)
    outer = 710.0 if great else rng.uniform(730, 750)
    inner, x, y = outer * rng.uniform(0.44, 0.52), 800.0, 1310.0 if not great else 1250.0
    parts: list[Part] = []
    angles = (np.arange(pleats) + 0.5) / pleats * 2 * half - half
    for index, angle in enumerate(angles):
        form = blade(x, y, angle, -46, inner + 30, (20, 17), scale)
        parts.append(Part(form, "stick", surface="rod", shadow="lie" if index % 2 else "drop", lift=14, strength=0.35))
    parts.append(Part(leaf(x, y, inner, outer, half, pleats, scale), "leaf",
                      surface="silk-leaf" if silk else "paper-leaf",
                      shadow="lie", lift=26))  # fmt: skip
    for sign in (-1, 1):
        form = blade(x, y, sign * (half + 0.012), -52, outer + 4, (30, 22), scale)
        parts.append(Part(form, "guard", surface="rod", shadow="drop", lift=10))
    rivet = lathe(profile([(17, 0), (16, 6), (9, 12), (0.5, 14)]), x, y, scale, 1.4)
    parts.append(Part(replace(rivet), "rivet", surface="brass", shadow="drop", lift=5))
    if not great:
        cord = tube(places([(x, y + 40), (x + 10, y + 110), (x + 4, y + 190)]), 8, scale)
        line = np.linspace((x + 4, y + 185), (x + 2, y + 400), 24)
        width = np.interp(np.linspace(0, 1, 24), [0, 0.05, 0.13, 0.18, 1], [10, 24, 24, 15, 46])
        parts += [Part(cord, "cord", surface="twisted", shadow="lie", lift=8),
                  Part(tube(line, width, scale), "tassel", surface="threads", shadow="lie", lift=10)]  # fmt: skip
    return parts
