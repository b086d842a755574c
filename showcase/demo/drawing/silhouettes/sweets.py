"""Sweets of Cổ Hoàng: brittle in pieces, rolls in slices, bars of sesame, and a box of all three."""

import numpy as np

from showcase.demo.drawing.canvas import places
from showcase.demo.drawing.form import flat
from showcase.demo.drawing.lathe import lathe
from showcase.demo.drawing.parts import Part, Task, silhouette
from showcase.demo.drawing.silhouettes.gift_boxes import open_box
from showcase.demo.drawing.silhouettes.pictures import rectangle
from showcase.demo.drawing.silhouettes.small import circle, turned
from showcase.demo.drawing.silhouettes.vessels import PLATE, lipped, planar, sized


@silhouette("candy")
def candy(task: Task) -> list[Part]:
    """The sweet that the name speaks of."""
    if task.named("hộp quà"):
        return _three(task)
    if task.named("dồi"):
        return _rolls(task)
    if task.named("vừng"):
        return _bars(task)
    return _pieces(task)


def plate(task: Task, size: float = 600, tilt: float = 0.95, foot: float = 1080.0) -> list[Part]:
    """A plate of celadon with a level middle."""
    outer, inner = lipped(sized(PLATE, size), 18)
    level = np.stack([np.linspace(0, inner[0, 0], 60)[:-1], np.full(59, 14.0)], 1)
    inner = np.concatenate([level, np.add(inner[1:], (0, 14))])
    inside = planar(lathe(inner, 800, foot, task.scale, tilt, hollow=True), 800, foot, tilt)
    return [
        Part(lathe(outer, 800, foot, task.scale, tilt), "rim", "celadon", "lie", 34, strength=0.7),
        Part(inside, "inside", "celadon"),
    ]


def _block(
    task: Task, outline: np.ndarray, place: tuple[float, float, float], thick: float, surface: str, name: str = "body"
) -> list[Part]:
    """A cut piece lying flat: its side in the shade, its face."""
    x, y, turn = place
    side = flat([turned(outline, x, y + thick, turn)], task.scale, 10, turn=turn)
    face = flat([turned(outline, x, y, turn)], task.scale, 11, 0.6, turn)
    return [
        Part(side.shaded(0.55 + 0 * side.mask), name, surface, "drop", 18, strength=0.5),
        Part(face, name, surface),
    ]


def _pieces(task: Task) -> list[Part]:
    """Brittle rolled thin, cut in pieces two finger joints long, heaped on a plate."""
    rng = task.rng("shape")
    parts = plate(task)
    for layer, count in enumerate((9, 6, 3)):
        for index in range(count):
            a = index * 2 * np.pi / count + rng.uniform(-0.25, 0.25) + layer
            reach = (322 - layer * 100) * rng.uniform(0.88, 1.05)
            x, y = 800 + reach * np.cos(a), 1026 - layer * 30 + reach * 0.74 * np.sin(a)
            shape = places([(-128, -66), (128, -66), (131, 66), (-126, 70)]) * rng.uniform(0.92, 1.04)
            parts += _block(task, shape, (x, y, rng.uniform(0, np.pi)), 22, "brittle")
    return parts


def _slice(task: Task, x: float, y: float, size: float, thick: float) -> list[Part]:
    """A slice of a roll on its cut face: pulled sugar round its core of peanut."""
    squash = places([1, 0.80])
    side = flat([circle(0, 0, size) * squash + (x, y + thick)], task.scale, 10)
    wall = flat([rectangle(x, y + thick / 2, 2 * size, thick)], task.scale, 1)
    face = flat([circle(0, 0, size) * squash + (x, y)], task.scale, 8, 0.7)
    dim = 0.72
    return [
        Part(side.shaded(dim + 0 * side.mask), "side", "pulled-sugar", "drop", 20, strength=0.55),
        Part(wall.shaded(dim + 0 * wall.mask), "side", "pulled-sugar"),
        Part(face, f"face {x:.0f} {y:.0f}", "roll-slice"),
    ]


def _rolls(task: Task) -> list[Part]:
    """Slices of the roll on a plate, leaning one on the other in rings."""
    rng = task.rng("shape")
    parts = plate(task, 620)
    spots = [(0.0, 0.0, 0.0)]
    for count, reach, high in ((6, 150.0, 0.0), (11, 312.0, 0.0), (3, 84.0, 58.0)):
        start = rng.uniform(0, 6.28)
        spots += [(reach * np.cos(a), reach * np.sin(a), high) for a in start + np.arange(count) * 2 * np.pi / count]
    # Those lower in the picture lie before the others; the upper layer comes last.
    for x, y, high in sorted(spots, key=lambda spot: (spot[2], spot[1])):
        parts += _slice(task, 800 + x + rng.normal(0, 6), 1010 + y * 0.80 - high, 80 * rng.uniform(0.95, 1.05), 40)
    return parts


def _bars(task: Task) -> list[Part]:
    """Long bars of sesame and peanut side by side on a board."""
    rng = task.rng("shape")
    board = flat([turned(rectangle(0, 0, 1240, 1060), 800, 1040, -0.10)], task.scale, 12, turn=-0.10)
    parts = [Part(board, "board", "dark-wood", "lie", 26, strength=0.7)]
    for index in range(6):
        x, y = turned(places([(rng.normal(0, 12), (index - 2.5) * 158.0)]), 800, 1020, -0.10)[0]
        shape = places([(-520, -50), (520, -50), (522, 50), (-519, 51)])
        parts += _block(task, shape, (float(x), float(y), -0.10 + rng.normal(0, 0.014)), 32, "sesame", f"bar {index}")
    return parts


def _three(task: Task) -> list[Part]:
    """A box in three parts; the middle one, for the rolls, is the smallest."""
    rng = task.rng("shape")
    parts = open_box(800, 980, 1300, 1180, task.scale, 30, "red-paper")
    for y in (806.0, 1154.0):
        wall = flat([rectangle(800, y, 1240, 22)], task.scale, 6, 0.9)
        parts.append(Part(wall, "wall", "red-paper", "drop", 24, strength=0.7))
    for row in range(2):
        for column in range(5):
            spot = (330 + column * 236 + rng.normal(0, 8), 518 + row * 176 + rng.normal(0, 8), rng.normal(0, 0.10))
            parts += _block(task, places([(-104, -66), (104, -66), (106, 68), (-102, 66)]), spot, 20, "brittle")
    for row in range(2):
        for column in range(7):
            x, y = 286 + column * 172 + rng.normal(0, 5), 900 + row * 138 + rng.normal(0, 4)
            parts += _slice(task, x, y, 70, 28)
    for index in range(4):
        spot = (800 + rng.normal(0, 6), 1226 + index * 82, rng.normal(0, 0.012))
        parts += _block(
            task, places([(-560, -32), (560, -32), (562, 34), (-558, 32)]), spot, 20, "sesame", f"bar {index}"
        )
    return parts
