"""Braid and tassels by themselves: hat straps, tassels of flags and parasols, rolls of narrow band."""

from dataclasses import replace

import numpy as np

from showcase.demo.drawing.canvas import curve, filled, places
from showcase.demo.drawing.form import Form, bounds, facing
from showcase.demo.drawing.lathe import lathe, profile, ring
from showcase.demo.drawing.parts import Part, Task, silhouette
from showcase.demo.drawing.silhouettes.hats import tassels
from showcase.demo.drawing.tubes import tube


@silhouette("braid")
def braid(task: Task) -> list[Part]:
    """Braid as its name says."""
    if task.named("dải băng"):
        return _rolls(task)
    if task.named("tua"):
        return _hung(task)
    return _straps(task)


def _peg(task: Task, half: float) -> Part:
    return Part(tube(places([(800 - half, 270), (800, 270), (800 + half, 270)]), 30, task.scale), "rod",
                surface="bamboo-rod",
                shadow="lie", lift=50)  # fmt: skip


def _straps(task: Task) -> list[Part]:
    """A strap in loops over a rod, a sheaf of tassels at each end."""
    scale = task.scale
    parts = [_peg(task, 560)]
    for index, (half, low) in enumerate(((330, 1000), (250, 880), (170, 780))):
        line = curve([(800 - half, 262), (800 - half * 1.02, 560), (800 - half * 0.62, low - 60), (800, low),
                      (800 + half * 0.62,
                      low - 60), (800 + half * 1.02, 560), (800 + half, 262)], 24)  # fmt: skip
        parts.append(
            Part(tube(line, 40, scale, flat=0.5, blunt=True), f"braid-{index}", surface="braid", shadow="lie", lift=30)
        )
    for side in (-1, 1):
        x = 800 + side * 430
        drop = tube(curve([(x, 262), (x + side * 6, 480), (x, 800)], 20), 44, scale, flat=0.5, blunt=True)
        parts.append(Part(drop, "braid", surface="braid", shadow="lie", lift=30))
        parts += tassels(x, 810, scale, 7, 760, 25, 25)
    return parts


def _hung(task: Task) -> list[Part]:
    """Three tassels on cords."""
    scale = task.scale
    parts = [_peg(task, 520)]
    for index, (x, y, size) in enumerate(((460, 720, 0.9), (800, 640, 1.1), (1140, 720, 0.9))):
        cord = tube(places([(x, 262), (x, (y + 262) / 2), (x, y - 60)]), 20, scale)
        parts.append(Part(cord, "cord", surface="twisted", shadow="lie", lift=30))
        knot = lathe(
            profile([(20, 0), (58 * size, 30), (66 * size, 70), (46 * size, 112), (20, 130)]), x, y + 10, scale, 0.1
        )
        knot = replace(knot, u=knot.v - 60, v=knot.u)
        line = np.linspace((x, y - 20), (x, y + 760 * size), 40)
        width = np.interp(np.linspace(0, 1, 40), [0, 0.06, 0.13, 0.17, 0.5, 1], [60, 118, 112, 84, 138, 168]) * size
        parts += [Part(tube(line, width, scale, blunt=True), f"tassel-{index}", surface="threads", shadow="lie",
                       lift=36),
                  Part(knot, "knot", surface="braid", shadow="drop", lift=14)]  # fmt: skip
    return parts


def coil(x: float, y: float, radius: float, tilt: float, scale: float) -> Form:
    """The top of a roll: u grows outwards, turn by turn."""
    outline = ring(x, y, radius, tilt) * scale
    left, top, columns, rows = bounds(outline)
    mask = filled((rows, columns), outline - (left, top))
    across = (np.arange(columns, dtype=np.float32)[None, :] + left) / np.float32(scale) - np.float32(x)
    down = ((np.arange(rows, dtype=np.float32)[:, None] + top) / np.float32(scale) - np.float32(y)) / np.float32(
        np.sin(tilt)
    )
    away, angle = np.hypot(across, down), np.arctan2(down, across)
    return Form(
        left,
        top,
        mask,
        facing((rows, columns), 0, -1),
        away + angle * np.float32(11 / (2 * np.pi)),
        angle * away,
        scale,
    )


def _rolls(task: Task) -> list[Part]:
    """Rolls of band, one on its own, two in a pile, an end that lies open."""
    scale, tilt = task.scale, 0.62
    parts: list[Part] = []
    for index, (x, y, radius, tall) in enumerate(((560, 1000, 300, 120), (600, 880, 286, 116), (1080, 1240, 330, 124))):
        side = lathe(profile([(radius, 0), (radius + 3, tall / 2), (radius, tall)]), x, y, scale, tilt)
        side = replace(side, u=side.v - tall / 2, v=side.u)
        top = coil(x, y - tall * np.cos(tilt), radius, tilt, scale)
        parts += [Part(side, f"roll-{index}", surface=f"band-{index}", shadow="stand" if index != 1 else "drop",
                       lift=30,
                       foot=y + radius * np.sin(tilt), strength=0.7), Part(top, f"roll-{index}",
                           surface="coil")]  # fmt: skip
    line = curve([(1080 - 300, 1330), (700, 1420), (520, 1400), (400, 1480), (300, 1560)], 20)
    parts.append(Part(tube(line, 96, scale, flat=0.25, blunt=True), "roll-2", surface="band-2", shadow="lie", lift=10))
    return parts
