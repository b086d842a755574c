"""Bands built of their craft's own stuff: sheaves drying, weaves side by side, carved doors, skeins on a long rod."""

from dataclasses import replace
from itertools import pairwise

import numpy as np

from showcase.demo.drawing.canvas import places
from showcase.demo.drawing.form import Form, flat
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.parts import Part, Surface, Task
from showcase.demo.drawing.silhouettes.dough import figure
from showcase.demo.drawing.silhouettes.kitchen import skeins
from showcase.demo.drawing.silhouettes.pictures import framed, rectangle
from showcase.demo.drawing.surfaces.incense import round_sheaf
from showcase.demo.drawing.surfaces.weaving import Weave, woven
from showcase.demo.drawing.tubes import tube


def sheaves(task: Task) -> list[Part]:
    """Sheaves of incense sticks opened to rounds and set out to dry, seen from above."""
    rng = task.rng("sheaves")
    spots = [
        (x * 468 + (234 if row % 2 else 0) - 150 + rng.normal(0, 16), row * 392 + 8 + rng.normal(0, 14))
        for row in range(3)
        for x in range(7)
    ]
    parts = []
    t = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    for index in rng.permutation(len(spots)):
        x, y = spots[int(index)]
        reach = rng.uniform(236, 262)
        outline = np.stack([x + reach * np.cos(t), y + reach * np.sin(t)], 1)
        form = flat([outline], task.scale, 4)
        parts.append(Part(form, f"sheaf {index}", round_sheaf(reach), "drop", 30, strength=0.75))
    return parts


def _weave(weave: Weave) -> Surface:
    def laid(form: Form, task: Task) -> Material:
        return woven(form, task, weave)

    return laid


def weaves(task: Task) -> list[Part]:
    """Three weaves side by side: splints in herringbone, six-sided eyes, round strands; bound rods between them."""
    rng = task.rng("weaves")
    kinds: list[str | Surface] = [
        _weave(Weave("herringbone", 27, 27, flat=3.4, colours="bamboo", other="smoked", every=1)),
        "hexagons-dark",
        _weave(Weave("rand", 62, 18, standing=0.42, rise=8, back=6, colours="rattan")),
    ]
    edges = (0, 790 + rng.uniform(-20, 20), 1610 + rng.uniform(-20, 20), 2400)
    parts = []
    for index, (left, right) in enumerate(pairwise(edges)):
        form = flat([rectangle((left + right) / 2, 400, right - left + 20, 840)], task.scale, 2)
        parts.append(Part(form, f"field {index}", kinds[index]))
    for x in edges[1:-1]:
        rod = tube(places([(x, -30), (x + 2, 400), (x, 830)]), 46, task.scale)
        parts.append(Part(rod, "rim", "bound", "drop", 14, strength=0.8))
    return parts


def panels(task: Task) -> list[Part]:
    """A row of doors' panels, the four seasons carved in them."""
    board = flat([rectangle(1200, 400, 2480, 880)], task.scale, 1, turn=np.pi / 2)
    parts = [Part(board, "rail", "wood")]
    for index in range(4):
        for part in framed(339 + 574 * index, 400, 486, 620, 34, task.scale):
            shown = part.role == "picture"
            surface = "carved" if shown else "wood"
            parts.append(replace(part, role=f"door:{index + 1}" if shown else "stile", surface=surface, shadow="drop",
                                 lift=7))  # fmt: skip
    return parts


def drying(task: Task) -> list[Part]:
    """Vermicelli over a rod from one side to the other."""
    middles = np.linspace(110, 2290, 12) + task.rng("skeins").normal(0, 10, 12)
    return skeins(task, [(-60, 128), (1200, 120), (2460, 126)], middles, 360, 0.9)


def figures(task: Task) -> list[Part]:
    """The twelve animals of dough on their sticks."""
    rng = task.rng("row")
    parts: list[Part] = []
    for place in range(12):
        y = 330 + (46 if place % 2 else -30) + rng.normal(0, 8)
        parts += figure(task, place, 178 + 186 * place, y, 232, 1.5)
    return parts
