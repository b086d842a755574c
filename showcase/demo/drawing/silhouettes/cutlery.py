"""Knives."""

from itertools import pairwise

import numpy as np

from showcase.demo.drawing.canvas import Points, curve, places
from showcase.demo.drawing.form import flat
from showcase.demo.drawing.parts import Part, Task, silhouette
from showcase.demo.drawing.silhouettes.small import turned

#: Outlines of knives (blade), on a blade length of one, edge down; then how long the handle is.
BLADES: tuple[tuple[tuple[tuple[float, float], ...], float], ...] = (
    (((0, -0.13), (0.62, -0.13), (0.86, -0.06), (1.0, 0.10), (0.55, 0.135), (0.03, 0.13)), 0.55),
    (((0, -0.19), (0.92, -0.21), (1.0, -0.16), (0.98, 0.19), (0.5, 0.215), (0.02, 0.19)), 0.52),
    (((0, -0.075), (0.55, -0.085), (1.0, -0.01), (0.72, 0.065), (0.02, 0.075)), 0.56),
    (((0, -0.10), (0.70, -0.16), (0.94, -0.20), (1.0, -0.05), (0.72, 0.14), (0.03, 0.12)), 0.50),
)


@silhouette("knives")
def knives(task: Task) -> list[Part]:
    """Kitchen knives side by side on the cloth."""
    rng = task.rng("shape")
    order = [0, 1, 2] if task.named("3") else [int(i) for i in rng.permutation(4)[: int(rng.integers(1, 4))]]
    angle = rng.uniform(-0.5, -0.3)
    parts: list[Part] = []
    gap = 1250 / (len(order) + 1)
    for row, which in enumerate(order):
        outline, grip = BLADES[which]
        size = rng.uniform(680, 760) * (1.12 if len(order) == 1 else 1)
        y = 1000 + (row - (len(order) - 1) / 2) * gap * 0.72
        parts += knife(places(outline) * size, grip * size, 800 + rng.normal(0, 20) - 60, y, angle, task.scale)
    return parts


def knife(blade: Points, grip: float, x: float, y: float, angle: float, scale: float) -> list[Part]:
    """One knife: blade with a ground edge, ferrule, turned handle."""
    tall = float(blade[0, 1])
    first = blade[:1]
    smooth_ = np.concatenate([first, *[curve([tuple(a), tuple((a + b) / 2), tuple(b)], 6) for a, b in pairwise(blade)]])
    steel = flat([turned(smooth_, x, y, angle)], scale, 5, 0.5, angle)
    half = 30.0
    end = min(-tall, 40) * 0.62
    grip_line = curve(
        [
            (-30, -end),
            (-grip * 0.3, -half * 1.05),
            (-grip * 0.7, -half * 0.9),
            (-grip, -half * 1.15),
            (-grip - 22, 0),
            (-grip, half * 1.2),
            (-grip * 0.7, half * 0.95),
            (-grip * 0.3, half * 1.1),
            (-30, end),
        ],
        10,
    )
    handle = flat([turned(grip_line, x, y, angle)], scale, 30, 0.85, angle + np.pi / 2)
    ferrule = flat(
        [turned(places([(-52, -end - 4), (12, -end * 0.86), (12, end * 0.86), (-52, end + 4)]), x, y, angle)],
        scale,
        22,
        0.8,
        angle,
    )
    return [
        Part(steel, "body", shadow="lie", lift=14, strength=0.75),
        Part(handle, "handle", shadow="lie", lift=26, strength=0.75),
        Part(ferrule, "guard"),
    ]


def _grown(parts: list[Part]) -> list[Part]:
    return [Part(part.form, part.role, part.surface, "lie", 16, strength=0.6) for part in parts]


@silhouette("scissors")
def shears(task: Task) -> list[Part]:
    """Tailor's scissors, forged."""
    from showcase.demo.drawing.silhouettes.tools import scissors

    return _grown(scissors(task, 830, 1000, task.rng("shape").uniform(-0.9, -0.6), task.rng("shape")))


@silhouette("chisels")
def chisels(task: Task) -> list[Part]:
    """A carver's set, laid in two rows."""
    from showcase.demo.drawing.silhouettes.tools import chisel

    rng = task.rng("shape")
    parts: list[Part] = []
    for row in range(2):
        for index in range(6):
            parts += chisel(task, 350 + index * 180, 640 + row * 680, -np.pi / 2 + rng.normal(0, 0.02), rng)
    return _grown(parts)


@silhouette("sickle")
def sickle(task: Task) -> list[Part]:
    """A sickle with teeth on its inner edge."""
    t = np.linspace(-2.5, 0.55, 60)
    outer = np.stack([820 + 470 * np.cos(t), 900 + 470 * np.sin(t)], 1)
    thick = np.interp(t, [-2.5, -1.6, 0.2, 0.55], [4, 66, 84, 60]) + 5 * (np.arange(60) % 2)
    inner = np.stack([820 + (470 - thick) * np.cos(t), 900 + (470 - thick) * np.sin(t)], 1)
    blade = flat([np.concatenate([outer, inner[::-1]])], task.scale, 6, 0.6)
    end = (outer[-1] + inner[-1]) / 2
    grip = turned(
        curve([(0, -26), (180, -36), (380, -30), (410, 0), (380, 30), (180, 36), (0, 26)], 8, True),
        end[0] - 20,
        end[1] - 10,
        1.9,
    )
    handle = flat([grip], task.scale, 32, 0.85, 1.9 + np.pi / 2)
    return [
        Part(blade, "body", "steel-dark", "lie", 14, strength=0.7),
        Part(handle, "handle", "", "lie", 24, strength=0.7),
    ]
