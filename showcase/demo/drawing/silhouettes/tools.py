"""Tools, as they lie on a bench; each function gives the parts of one of them."""

from collections.abc import Callable

import numpy as np

from showcase.demo.drawing.canvas import Points, curve, places
from showcase.demo.drawing.form import flat
from showcase.demo.drawing.parts import Part, Task
from showcase.demo.drawing.sculpted import Lump, balls
from showcase.demo.drawing.silhouettes.cutlery import BLADES, knife, outline_of
from showcase.demo.drawing.silhouettes.small import turned
from showcase.demo.drawing.strands import Strand, bundle

Tool = Callable[[Task, float, float, float, np.random.Generator], list[Part]]


def lying(
    task: Task, outline: Points, place: tuple[float, float, float], surface: str, bevel: float, lift: float = 16
) -> Part:
    """A flat outline lying at a place and angle."""
    x, y, angle = place
    form = flat([turned(outline, x, y, angle)], task.scale, bevel, 0.85, angle + np.pi / 2)
    return Part(form, surface, surface, "drop", lift, strength=0.55)


def slab(left: float, right: float, half: float, end: float = 0) -> Points:
    """A long shape along x whose ends are rounded by ``end``."""
    if not end:
        return places([(left, -half), (right, -half), (right, half), (left, half)])
    t = np.linspace(-np.pi / 2, np.pi / 2, 12)
    head = np.stack([right - end + end * np.cos(t), half * np.sin(t)], 1)
    return np.concatenate([head, np.stack([left + end - end * np.cos(t), -half * np.sin(t)], 1)])


def brush(task: Task, x: float, y: float, angle: float, rng: np.random.Generator) -> list[Part]:
    """A flat lacquer brush of hair between two boards, its end dipped."""
    place = (x, y, angle)
    wide = rng.uniform(30, 52)
    handle = curve(
        [(-330, -wide * 0.5), (-100, -wide * 0.62), (60, -wide), (60, wide), (-100, wide * 0.62), (-330, wide * 0.5)],
        8,
        True,
    )
    hair = places(
        [
            (52, -wide * 0.96),
            (170, -wide * 0.9),
            (196, -wide * 0.4),
            (200, wide * 0.5),
            (172, wide * 0.9),
            (52, wide * 0.96),
        ]
    )
    return [
        lying(task, hair, place, "hair", 12, 8),
        lying(task, handle, place, "bamboo-rod", 14),
        lying(task, slab(28, 70, wide * 1.03), place, "thread-red", 8, 4),
    ]


def chisel(task: Task, x: float, y: float, angle: float, rng: np.random.Generator) -> list[Part]:
    """A chisel or gouge: steel, ferrule, turned handle."""
    place = (x, y, angle)
    wide = rng.uniform(10, 26)
    blade = places(
        [(40, -8), (120, -8), (170, -wide), (300, -wide), (306, 0), (300, wide), (170, wide), (120, 8), (40, 8)]
    )
    handle = curve(
        [(-250, -20), (-262, 0), (-250, 20), (-150, 30), (-40, 22), (30, 26), (30, -26), (-40, -22), (-150, -30)],
        8,
        True,
    )
    return [
        lying(task, blade, place, "steel-bright", 5, 12),
        lying(task, handle, place, rng.choice(["wood", "dark-wood"]), 24, 22),
        lying(task, slab(22, 52, 23), place, "brass", 16, 6),
    ]


def mallet(task: Task, x: float, y: float, angle: float, rng: np.random.Generator) -> list[Part]:
    """A carver's mallet."""
    place = (x, y, angle)
    head = curve([(60, -95), (250, -105), (285, 0), (250, 105), (60, 95), (40, 0)], 10, True)
    return [lying(task, slab(-300, 90, 27, 24), place, "wood", 24, 20), lying(task, head, place, "wood-worn", 70, 40)]


def hammer(task: Task, x: float, y: float, angle: float, rng: np.random.Generator) -> list[Part]:
    """A smith's or shoemaker's hammer."""
    place = (x, y, angle)
    head = places([(190, -130), (262, -130), (272, -60), (268, 40), (240, 150), (222, 150), (196, 40), (186, -60)])
    return [
        lying(task, slab(-340, 240, 24, 20), place, "wood-worn", 22, 20),
        lying(task, head, place, "steel-dark", 22, 34),
    ]


def fretsaw(task: Task, x: float, y: float, angle: float, rng: np.random.Generator) -> list[Part]:
    """The saw that cuts shell: a bent frame and a blade as thin as a thread."""
    bow = curve([(-190, 0), (-200, -190), (0, -250), (200, -190), (190, 0)], 10)
    frame = bundle([Strand(turned(bow, x, y, angle), 22.0)], task.scale).form
    blade = bundle([Strand(turned(places([(-190, 0), (190, 0)]), x, y, angle), 5.0)], task.scale).form
    return [
        Part(frame, "frame", "bamboo-rod", "drop", 16),
        Part(blade, "blade", "steel-bright", "drop", 12),
        lying(task, slab(-380, -180, 26, 24), (x, y, angle), "wood", 24, 22),
    ]


def blade(task: Task, x: float, y: float, angle: float, rng: np.random.Generator) -> list[Part]:
    """A working knife."""
    which = int(rng.choice([0, 2]))
    return [
        Part(part.form, part.role, {"body": "steel", "handle": "wood-worn", "guard": "brass"}[part.role], "drop", 14)
        for part in knife(outline_of(which, 380), BLADES[which][1] * 420, x, y, angle, task.scale)
    ]


def scissors(task: Task, x: float, y: float, angle: float, rng: np.random.Generator) -> list[Part]:
    """Scissors, a little open."""
    parts = []
    for side in (-1, 1):
        lean = angle + side * 0.13
        cut = places([(-10, -14), (300, -3), (304, 2), (-10, 14)])
        bow = [(10, 0), (-60, side * 8), (-140, side * 40), (-230, side * 96), (-290, side * 60), (-250, side * 14)]
        loop = curve([*bow, (-150, side * 14), (-40, side * 4), (10, 0)], 8)
        parts.append(
            Part(bundle([Strand(turned(loop, x, y, lean), 20.0)], task.scale).form, "loop", "steel-dark", "drop", 12)
        )
        parts.append(lying(task, cut, (x, y, lean), "steel-bright", 5, 10))
    parts.append(Part(balls([Lump(x, y, 13, 13)], task.scale), "pin", "brass", "drop", 4))
    return parts


def ruler(task: Task, x: float, y: float, angle: float, rng: np.random.Generator) -> list[Part]:
    """A wooden rule with its marks."""
    parts = [lying(task, slab(-420, 420, 30), (x, y, angle), "bamboo-rod", 5, 10)]
    marks = []
    for index in range(41):
        at = -400 + index * 20
        long = 26 if index % 5 == 0 else 14
        marks.append(Strand(turned(places([(at, 29), (at, 29 - long)]), x, y, angle), 2.6, 0, 0.1))
    return [*parts, Part(bundle(marks, task.scale).form, "marks", "ink")]


def spool(surface: str) -> Tool:
    """A reel of thread lying on its side."""

    def reel(task: Task, x: float, y: float, angle: float, rng: np.random.Generator) -> list[Part]:
        wound = [
            Strand(turned(places([(-64 + i * 7, -44), (-64 + i * 7, 44)]), x, y, angle), 8.5, 0.0, rng.random())
            for i in range(19)
        ]
        tail = curve([(66, 30), (150, 90), (210, 20), (330, 70), (420, 40)], 10)
        wound.append(Strand(turned(tail, x, y, angle), 5.0))
        ends = [
            lying(
                task, places([(a - 12, -66), (a + 12, -66), (a + 12, 66), (a - 12, 66)]), (x, y, angle), "wood", 10, 22
            )
            for a in (-78, 78)
        ]
        core = lying(task, slab(-70, 70, 46), (x, y, angle), surface, 44, 24)
        return [core, Part(bundle(wound, task.scale).form, "thread", surface), *ends]

    return reel
