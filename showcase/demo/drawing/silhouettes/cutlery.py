"""Knives."""

import numpy as np

from showcase.demo.drawing.canvas import Points, curve, places
from showcase.demo.drawing.form import flat
from showcase.demo.drawing.parts import Part, Task, silhouette
from showcase.demo.drawing.sculpted import Lump, balls
from showcase.demo.drawing.silhouettes.small import turned
from showcase.demo.drawing.strands import Strand, bundle

#: Knives on a blade length of one, edge down: lines from the heel's top round the point to the heel's foot, each smooth
#: and meeting the next in a corner; then how long the handle is.
Line = tuple[tuple[float, float], ...]
BLADES: tuple[tuple[tuple[Line, ...], float], ...] = (
    ((((0, -0.13), (0.45, -0.135), (0.80, -0.085), (1.0, 0.08)), ((1.0, 0.08), (0.80, 0.128), (0.45, 0.14),
                                                                 (0.03, 0.135))), 0.55),
    ((((0, -0.19), (0.5, -0.205), (0.97, -0.20)), ((0.97, -0.20), (1.0, -0.03), (0.985, 0.165)),
      ((0.985, 0.165), (0.5, 0.21), (0.02, 0.19))), 0.52),
    ((((0, -0.075), (0.5, -0.08), (0.85, -0.045), (1.0, 0.025)), ((1.0, 0.025), (0.8, 0.062), (0.4, 0.078),
                                                                 (0.02, 0.075))), 0.56),
    ((((0, -0.07), (0.35, -0.10), (0.75, -0.18), (1.0, -0.32)), ((1.0, -0.32), (0.97, -0.06), (0.78, 0.15),
                                                                 (0.42, 0.19), (0.03, 0.07))), 0.62),
)  # fmt: skip


def outline_of(which: int, size: float) -> Points:
    """The outline of one of the blades at a length."""
    return np.concatenate([curve(line, 10) for line in BLADES[which][0]]) * size


@silhouette("knives")
def knives(task: Task) -> list[Part]:
    """Kitchen knives side by side on the cloth; the one that cuts areca lies alone, its point turned up."""
    rng = task.rng("shape")
    angle = rng.uniform(-0.5, -0.3)
    if task.named("bổ cau"):
        return knife(outline_of(3, 800), 500, 760, 1000, angle, task.scale, "horn")
    order = [0, 1, 2] if task.named("3") else [int(i) for i in rng.permutation(3)[: int(rng.integers(2, 4))]]
    parts: list[Part] = []
    blades = [(outline_of(which, rng.uniform(690, 750)), BLADES[which][1] * 720) for which in order]
    heights = [float(np.ptp(blade[:, 1])) for blade, _ in blades]
    y = 1000 - (sum(heights) + 84 * (len(order) - 1)) / 2
    for (blade, grip), height in zip(blades, heights, strict=True):
        parts += knife(blade, grip, 740 + rng.normal(0, 20), y + height / 2, angle, task.scale)
        y += height + 84
    return parts


def knife(blade: Points, grip: float, x: float, y: float, angle: float, scale: float, handle: str = "") -> list[Part]:
    """One knife: blade with a ground edge, ferrule, turned handle."""
    steel = flat([turned(blade, x, y, angle)], scale, 8, 0.26, angle)
    half = 30.0
    end = min(-float(blade[0, 1]), 40) * 0.62
    grip_line = curve(
        [(-30, -end), (-grip * 0.3, -half * 1.05), (-grip * 0.7, -half * 0.9), (-grip, -half * 1.15), (-grip - 22, 0),
         (-grip, half * 1.2), (-grip * 0.7, half * 0.95), (-grip * 0.3, half * 1.1), (-30, end)], 10,
    )  # fmt: skip
    held = flat([turned(grip_line, x, y, angle)], scale, 30, 0.85, angle + np.pi / 2)
    ring = places([(-52, -end - 4), (12, -end * 0.86), (12, end * 0.86), (-52, end + 4)])
    return [
        Part(steel, "body", shadow="lie", lift=14, strength=0.75),
        Part(held, "handle", handle, shadow="lie", lift=26, strength=0.75),
        Part(flat([turned(ring, x, y, angle)], scale, 22, 0.8, angle), "guard"),
    ]


def _grown(parts: list[Part]) -> list[Part]:
    return [Part(part.form, part.role, part.surface, "lie", 16, strength=0.6) for part in parts]


@silhouette("scissors")
def shears(task: Task) -> list[Part]:
    """Tailor's scissors, forged: broad blades a little open, a bow for the thumb and a longer one for the fingers."""
    rng = task.rng("shape")
    x, y, angle = 830.0, 1000.0, rng.uniform(-1.0, -0.8)
    parts: list[Part] = []
    for side, bow in ((1, 150.0), (-1, 112.0)):
        lean = angle - side * 0.10
        cut = np.concatenate([
            curve([(-60, -side * 30), (60, -side * 46), (300, -side * 40), (560, -side * 6)], 10),
            curve([(560, -side * 6), (300, side * 2), (40, side * 8), (-70, side * 22)], 10),
        ])  # fmt: skip
        shank = curve([(20, 0), (-90, side * 16), (-190, side * 58), (-250, side * 92)], 12)
        loop = curve([(-250 - bow * (0.94 - np.cos(a)), side * (104 + 78 * np.sin(a))) for a in
                      np.linspace(0.2, 2 * np.pi + 0.7, 15)], 8)  # fmt: skip
        iron = [Strand(turned(shank, x, y, lean), np.linspace(58, 34, len(shank)), 0.0, 0.5),
                Strand(turned(loop, x, y, lean), 32.0, 0.0, 0.5)]  # fmt: skip
        parts.append(Part(bundle(iron, task.scale).form, "loop", "steel-dark", "lie", 18, strength=0.65))
        parts.append(Part(flat([turned(cut, x, y, lean)], task.scale, 9, 0.30, lean), f"blade {side}", "steel-bright",
                          "lie" if side > 0 else "drop", 14, strength=0.6))  # fmt: skip
    pin = balls([Lump(x, y, 25, 25, deep=16)], task.scale)
    return [*parts, Part(pin, "pin", "brass", "drop", 4)]


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
