"""What lies beside the tools: the work begun, bowls, sheets with patterns, chips and shavings, sheaves, dough."""

import numpy as np

from showcase.demo.drawing.canvas import curve, places
from showcase.demo.drawing.form import flat
from showcase.demo.drawing.lathe import lathe, ring
from showcase.demo.drawing.parts import Part, Task
from showcase.demo.drawing.sculpted import Lump, balls
from showcase.demo.drawing.silhouettes.small import turned
from showcase.demo.drawing.silhouettes.tools import Tool
from showcase.demo.drawing.silhouettes.vessels import BOWLS, lipped, sized
from showcase.demo.drawing.strands import Strand, bundle


def bowl_of(content: str, foot: str = "lacquer-plain") -> Tool:
    """A small bowl with something in it: lacquer, powder, paste."""

    def bowl(task: Task, x: float, y: float, angle: float, rng: np.random.Generator) -> list[Part]:
        line, tilt, size = sized(BOWLS[1], 150), 0.86, 150
        outer, inner = lipped(line, 9)
        low = y + 60
        body, inside = lathe(outer, x, low, task.scale, tilt), lathe(inner, x, low, task.scale, tilt, hollow=True)
        level = low - size * 0.50 * np.cos(tilt)
        full = flat([ring(x, level, size * 0.90, tilt)], task.scale, 5, 0.5)
        return [
            Part(body, "body", "clay-pale", "drop", 34),
            Part(inside.shaded(np.full(inside.shape, 0.7, np.float32)), "inside", "clay-pale"),
            Part(full, "content", content),
        ]

    return bowl


def drawing(task: Task, x: float, y: float, angle: float, rng: np.random.Generator) -> list[Part]:
    """A sheet with the pattern drawn on it, held at a corner."""
    form = flat(
        [turned(places([(-300, -220), (300, -226), (304, 222), (-298, 226)]), x, y, angle)], task.scale, 3, 0.4, angle
    )
    return [Part(form, "sheet", "pattern-sheet", "drop", 8, strength=0.4)]


def chips(surface: str, count: int = 26, size: float = 34) -> Tool:
    """Small broken or sawn pieces, strewn."""

    def strewn(task: Task, x: float, y: float, angle: float, rng: np.random.Generator) -> list[Part]:
        outlines = []
        for _ in range(count):
            a, b = x + rng.normal(0, 130), y + rng.normal(0, 90)
            corners = np.sort(rng.uniform(0, 2 * np.pi, int(rng.integers(4, 7))))
            reach = size * rng.uniform(0.35, 1.0)
            outlines.append(
                np.stack([a + reach * np.cos(corners) * rng.uniform(0.5, 1), b + reach * np.sin(corners)], 1)
            )
        return [Part(flat([one], task.scale, 4, 0.8), "chip", surface, "drop", 5, strength=0.5) for one in outlines]

    return strewn


def shavings(task: Task, x: float, y: float, angle: float, rng: np.random.Generator) -> list[Part]:
    """Curls that came off under the plane or the gouge."""
    parts = []
    for _ in range(7):
        a, b, turn = x + rng.normal(0, 150), y + rng.normal(0, 90), rng.uniform(0, 6.28)
        t = np.linspace(0, rng.uniform(5, 9), 50)
        reach = 44 * np.exp(-t / 9)
        line = np.stack(
            [a + reach * np.cos(t + turn) + 7 * t * np.cos(turn), b + reach * np.sin(t + turn) + 7 * t * np.sin(turn)],
            1,
        )
        form = bundle([Strand(line, 24 * np.linspace(1, 0.6, 50), t, 0.5, 0.7)], task.scale).form
        parts.append(Part(form, "shaving", "shaving", "drop", 9, strength=0.5))
    return parts


def strips(surface: str, count: int = 14, long: float = 900, wide: float = 16) -> Tool:
    """A sheaf of split rods, straws or sticks."""

    def sheaf(task: Task, x: float, y: float, angle: float, rng: np.random.Generator) -> list[Part]:
        strands = []
        for index in range(count):
            shift = (index - count / 2) * wide * 0.8 + rng.normal(0, 4)
            lean = rng.normal(0, 0.03)
            line = curve(
                [(-long / 2, shift - lean * 300), (0, shift + rng.normal(0, 5)), (long / 2, shift + lean * 300)], 8
            )
            strands.append(Strand(turned(line, x, y, angle), wide, rng.random(), rng.random(), 0.7))
        return [Part(bundle(strands, task.scale).form, "rod", surface, "drop", 14)]

    return sheaf


def lumps_of(tones: tuple[str, ...]) -> Tool:
    """Balls of coloured dough."""

    def heap(task: Task, x: float, y: float, angle: float, rng: np.random.Generator) -> list[Part]:
        from showcase.demo.drawing.silhouettes.dough import painted

        items = [
            Lump(
                x + (i % 3 - 1) * 150,
                y + (i // 3 - 0.5) * 140,
                66 * rng.uniform(0.8, 1.1),
                60,
                rng.uniform(0, 2),
                tone=t,
            )
            for i, t in enumerate(tones)
        ]
        model = balls(items, task.scale)
        return [Part(model, "lump", painted(list(tones)), "drop", 24)]

    return heap


def piece_of(surface: str = "", wide: float = 760, tall: float = 560) -> Tool:
    """A piece of the work itself, begun: a board, a cloth, a length of weaving."""

    def piece(task: Task, x: float, y: float, angle: float, rng: np.random.Generator) -> list[Part]:
        outline = turned(
            places([(-wide / 2, -tall / 2), (wide / 2, -tall / 2), (wide / 2, tall / 2), (-wide / 2, tall / 2)]),
            x,
            y,
            angle,
        )
        edge = flat([outline + places([0, 14])], task.scale, 4, turn=angle)
        return [
            Part(edge.shaded(np.full(edge.shape, 0.45, np.float32)), "edge", surface, "drop", 24, strength=0.6),
            Part(flat([outline], task.scale, 8, turn=angle), "detail", surface),
        ]

    return piece
