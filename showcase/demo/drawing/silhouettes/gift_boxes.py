"""Food in boxes and kits: nests of vermicelli, leaves and ties for cakes."""

import numpy as np

from showcase.demo.drawing.canvas import curve, places
from showcase.demo.drawing.form import flat
from showcase.demo.drawing.parts import Part, Task
from showcase.demo.drawing.silhouettes.pictures import rectangle
from showcase.demo.drawing.silhouettes.small import turned
from showcase.demo.drawing.strands import Strand, bundle


def open_box(
    x: float, y: float, width: float, height: float, scale: float, wall: float = 26, surface: str = "wrapper"
) -> list[Part]:
    """A shallow box of card seen from above: its walls, and its floor in their shade."""
    outer, inner = rectangle(x, y, width, height), rectangle(x, y, width - 2 * wall, height - 2 * wall)
    floor = flat([inner], scale, 3)
    across, down = floor.grid()
    left = across / np.float32(scale) - np.float32(x - width / 2 + wall)
    top = down / np.float32(scale) - np.float32(y - height / 2 + wall)
    shade = 0.62 + 0.38 * np.clip(np.minimum(left, top) / 70, 0, 1)
    return [
        Part(flat([outer], scale, 2), "base", surface, "lie", 30, strength=0.75),
        Part(floor.shaded(shade.astype(np.float32)), "floor", "rice-paper"),
        Part(flat([outer, inner], scale, 8, 0.9), "box", surface),
    ]


def nests(task: Task) -> list[Part]:
    """Twelve coils of vermicelli in a box, like birds' nests."""
    rng = task.rng("shape")
    parts = open_box(800, 960, 1340, 1030, task.scale, surface="red-paper")
    for index in range(12):
        row, column = divmod(index, 4)
        x, y = 800 + (column - 1.5) * 312 + rng.normal(0, 5), 960 + (row - 1) * 312 + rng.normal(0, 5)
        strands = []
        turn = rng.uniform(0, 6.28)
        for loop in range(16):
            t = np.linspace(0, 2 * np.pi * rng.uniform(0.8, 1.25), 40) + turn + rng.uniform(0, 6.28)
            reach = 52 + 80 * (1 - (loop / 15) ** 1.6) * rng.uniform(0.86, 1.0) + 8 * np.sin(3 * t + loop)
            shift = rng.normal(0, 8, 2)
            line = np.stack([x + shift[0] + reach * np.cos(t), y + shift[1] + reach * np.sin(t)], 1)
            strands.append(Strand(line, 10.0, loop / 15 + 0.05 * np.sin(2 * t), rng.random()))
        parts.append(Part(bundle(strands, task.scale).form, "body", "noodle", "drop", 22, strength=0.7))
    return parts


def wrapping_kit(task: Task) -> list[Part]:
    """Leaves, ties, rice, beans and a mould for square cakes."""
    from showcase.demo.drawing.silhouettes.beginnings import bowl_of, strips

    rng = task.rng("shape")
    parts: list[Part] = []
    for index, turn in enumerate((-0.34, -0.16, 0.02, 0.20)):
        half = 150 + 10 * index
        outline = curve(
            [
                (-560, 0),
                (-420, -half * 0.74),
                (-120, -half),
                (240, -half * 0.86),
                (520, -half * 0.3),
                (640, 0),
                (520, half * 0.3),
                (240, half * 0.86),
                (-120, half),
                (-420, half * 0.74),
            ],
            8,
            True,
        )
        leaf = flat([turned(outline, 800, 560 + 62 * index, turn)], task.scale, 7, 0.8, turn + np.pi / 2)
        parts.append(Part(leaf, f"leaf {index}", "leaf-wrap", "lie" if not index else "drop", 16, strength=0.6))
    mould = flat(
        [turned(rectangle(0, 0, 400, 400), 520, 1250, 0.12), turned(rectangle(0, 0, 348, 348), 520, 1250, 0.12)],
        task.scale,
        9,
        0.9,
        0.12,
    )
    parts.append(Part(mould, "mould", "wood", "lie", 40, strength=0.8))
    parts += strips("split-bamboo", 13, 620, 15)(task, 1060, 1490, -0.10, rng)
    knot = curve([(1050, 1400), (1062, 1490), (1050, 1584)], 8)
    parts.append(Part(bundle([Strand(places(knot), 22.0)], task.scale).form, "cord", "thread-red", "drop", 5))
    for x, y, content in ((930, 1200, "powder-rice"), (1240, 1180, "powder-gold")):
        parts += bowl_of(content)(task, x, y, 0, rng)
    return parts
