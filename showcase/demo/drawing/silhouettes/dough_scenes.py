"""More than animals of dough: a rose, a dragon dance, birds on a plate, and what they are made with."""

import numpy as np

from showcase.demo.drawing.canvas import curve, places
from showcase.demo.drawing.form import flat
from showcase.demo.drawing.parts import Part, Task
from showcase.demo.drawing.sculpted import Lump, balls, grown
from showcase.demo.drawing.silhouettes.dough import figure, painted
from showcase.demo.drawing.silhouettes.pictures import rectangle
from showcase.demo.drawing.silhouettes.sweets import plate
from showcase.demo.drawing.strands import Strand, bundle
from showcase.demo.drawing.surfaces.food import DOUGH


def modelled(task: Task, lumps: list[Lump], shadow: str = "lie", lift: float = 34) -> Part:
    """Lumps of dough as one part."""
    return Part(balls(lumps, task.scale), "body", painted([one.tone for one in lumps]), shadow, lift, strength=0.6)


def _bloom(x: float, y: float, size: float, turn: float) -> list[Lump]:
    """A rose seen a little from above: rings of pressed petals, their pale lips outwards, the bud at the middle."""
    lumps: list[Lump] = []
    for ring, (count, away, wide, tall) in enumerate(
        ((7, 0.66, 0.40, 0.30), (6, 0.46, 0.36, 0.26), (5, 0.28, 0.29, 0.21), (4, 0.13, 0.20, 0.15))
    ):
        for index in range(count):
            angle = turn + ring * 0.5 + index * 2 * np.pi / count
            a, b = away * np.cos(angle), away * 0.86 * np.sin(angle)
            for out, share, tone in ((0.0, 1.0, "rose"), (-0.045, 0.90, "red")):
                lumps.append(
                    Lump(
                        a + out * np.cos(angle),
                        b + out * np.sin(angle),
                        wide * share,
                        tall * share,
                        angle + np.pi / 2,
                        tone=tone,
                        deep=0.16,
                    )
                )
    lumps += [Lump(0.02, 0.0, 0.105, 0.09, 0.5, tone="rose"), Lump(0.0, -0.01, 0.075, 0.07, 0.5, tone="red")]
    return grown(lumps, x, y, size)


def _leaf(x: float, y: float, long: float, turn: float) -> list[Lump]:
    """A leaf of two greens, its rib pressed in."""
    cosine, sine = np.cos(turn), np.sin(turn)
    own = [Lump(0.5 * cosine, 0.5 * sine, 0.50, 0.17, turn, tone="green", deep=0.07)]
    own += [
        Lump(
            0.46 * cosine - side * 0.055 * sine,
            0.46 * sine + side * 0.055 * cosine,
            0.40,
            0.055,
            turn + side * 0.06,
            tone="leaf",
            deep=0.05,
        )
        for side in (-1, 1)
    ]
    return grown(own, x, y, long)


def rose(task: Task) -> list[Part]:
    """A rose with two leaves and a bud, on its stick."""
    turn = task.rng("shape").uniform(0, 6)
    stick = Strand(places([(812, 1730), (800, 760)]), 22.0, 0.0)
    side = Strand(curve([(806, 1280), (900, 1190), (1010, 1060)], 10), 16.0, 0.1)
    leaves = [*_leaf(802, 1300, 360, -2.6), *_leaf(808, 1210, 330, 0.42)]
    bud = grown(
        [Lump(0, 0.30, 0.26, 0.30, tone="green"), Lump(-0.16, 0.0, 0.22, 0.44, 0.18, tone="rose"),
         Lump(0.16, 0.0, 0.22, 0.44, -0.18, tone="rose"), Lump(0, -0.02, 0.20, 0.46, tone="red"),
         Lump(-0.15, 0.28, 0.09, 0.24, 0.35, tone="green"), Lump(0.15, 0.28, 0.09, 0.24, -0.35, tone="green")],
        1030, 980, 210,
    )  # fmt: skip
    return [
        Part(bundle([stick, side], task.scale).form, "rod", "bamboo-rod", "lie", 26),
        modelled(task, leaves),
        modelled(task, bud),
        modelled(task, _bloom(790, 700, 400, turn), lift=46),
    ]


def _dancer(x: float, y: float, size: float, tone: str) -> list[Lump]:
    """Somebody who holds a pole: legs apart, arms up, a sash and a head-scarf."""
    own = [Lump(side * 0.13, 0.56, 0.10, 0.30, -side * 0.22, tone=tone) for side in (-1, 1)]
    own += [Lump(side * 0.20, 0.84, 0.12, 0.06, tone="black") for side in (-1, 1)]
    own += [Lump(0, 0.22, 0.22, 0.30, tone=tone), Lump(0, 0.36, 0.21, 0.07, tone="yellow")]
    own += [Lump(side * 0.15, -0.08, 0.07, 0.25, -side * 0.35, tone=tone) for side in (-1, 1)]
    own += [
        Lump(0, -0.16, 0.18, 0.19, tone="skin"),
        Lump(0, -0.27, 0.19, 0.08, tone="red" if tone != "red" else "yellow"),
    ]
    own += [Lump(side * 0.065, -0.15, 0.022, 0.028, tone="black") for side in (-1, 1)]
    own.append(Lump(0, -0.06, 0.05, 0.018, tone="red"))
    return grown(own, x, y, size)


def dance(task: Task) -> list[Part]:
    """A dragon on poles, its dancers below."""
    rng = task.rng("shape")
    x = np.linspace(330, 1420, 34)
    y = 800 + 130 * np.sin((x - 330) / 165) - 0.10 * (x - 330)
    poles, people = [], []
    for index, tone in zip((6, 13, 20, 27), ("blue", "red", "teal", "orange"), strict=True):
        foot = float(1240 + rng.normal(0, 14))
        poles.append(Strand(places([(x[index], foot + 70), (x[index], y[index])]), 15.0))
        people += _dancer(float(x[index]), foot, 260, tone)
    lumps: list[Lump] = []
    for index in range(33, 0, -1):
        size = 62 + 22 * np.sin(np.pi * (index / 33) ** 0.7)
        turn = float(np.arctan2(y[index] - y[index - 1], x[index] - x[index - 1]))
        lumps.append(Lump(float(x[index]), float(y[index] - size * 0.85), 20, 34, turn + 0.4, tone="red"))
        lumps.append(Lump(float(x[index]), float(y[index]), size * 0.72, size, turn, tone="green"))
        lumps.append(Lump(float(x[index]), float(y[index] + size * 0.50), size * 0.5, size * 0.46, turn, tone="yellow"))
    lumps = [
        Lump(float(x[33]) + 40 + 34 * k, float(y[33]) - 30 * k, 60, 24, -0.5 - 0.3 * k, tone="red") for k in (0, 1)
    ] + lumps
    head = [Lump(0.28, -0.05 + 0.16 * k, 0.30, 0.09, 0.3 * k, tone="red") for k in (-1, 0, 1)]
    head += [Lump(0.10, -0.44, 0.05, 0.24, 0.5, tone="yellow"), Lump(-0.08, -0.46, 0.05, 0.22, 0.25, tone="yellow")]
    head += [
        Lump(-0.22, 0.22, 0.26, 0.10, -0.25, tone="red"),
        Lump(0, 0, 0.34, 0.31, tone="green"),
        Lump(-0.30, 0.04, 0.25, 0.17, -0.1, tone="green"),
        Lump(-0.50, -0.03, 0.09, 0.09, tone="yellow"),
    ]
    head += [Lump(-0.40 + 0.11 * k, 0.17, 0.035, 0.055, tone="white") for k in range(3)]
    head += [
        Lump(-0.06, -0.16, 0.115, 0.115, tone="white"),
        Lump(-0.085, -0.15, 0.06, 0.06, tone="black"),
        Lump(-0.06, -0.30, 0.16, 0.05, -0.2, tone="yellow"),
    ]
    head = grown(head, 320, 740, 250)
    pearl = [Lump(150, 560, 56, 56, tone="orange"), Lump(136, 546, 22, 20, tone="yellow")]
    return [
        Part(bundle(poles, task.scale).form, "rod", "bamboo-rod", "lie", 20),
        modelled(task, people),
        modelled(task, lumps, lift=46),
        modelled(task, [*head, *pearl], "lie", 46),
    ]  # fmt: skip


def _bird(tone: str, second: str) -> list[Lump]:
    """A bird at rest, looking left, of length about one."""
    own = [Lump(0.44 + 0.05 * k, -0.04 - 0.09 * k, 0.24, 0.06, -0.25 - 0.2 * k, tone=second) for k in range(3)]
    own += [Lump(0, 0.06, 0.40, 0.27, -0.12, tone=tone), Lump(-0.30, -0.22, 0.19, 0.18, tone=tone)]
    own += [
        Lump(0.12 + 0.06 * k, 0.02 + 0.05 * k, 0.27 - 0.05 * k, 0.10, -0.15, tone=second if k % 2 == 0 else "yellow")
        for k in range(3)
    ]
    own += [
        Lump(-0.50, -0.20, 0.10, 0.045, 0.1, tone="orange"),
        Lump(-0.34, -0.26, 0.035, 0.04, tone="black"),
        Lump(-0.26, -0.40, 0.045, 0.09, 0.4, tone="red"),
    ]
    return own  # fmt: skip


def birds(task: Task) -> list[Part]:
    """Birds and fruit of steamed dough on a plate."""
    rng = task.rng("shape")
    parts = plate(task, 640)
    pairs = (("white", "teal"), ("yellow", "red"), ("pink", "violet"), ("teal", "green"))
    for (x, y), (tone, second) in zip(((600, 820), (1010, 840), (520, 1110), (900, 1120)), pairs, strict=True):
        own = [Lump(-p.x, p.y, p.wide, p.tall, -p.turn, tone=p.tone) for p in _bird(tone, second)]
        parts.append(modelled(task, grown(own if rng.random() < 0.5 else _bird(tone, second), x, y, 330), "drop", 26))
    for x, y, tone in ((800, 960, "orange"), (1180, 1060, "red"), (700, 1290, "violet"), (1040, 1290, "green")):
        fruit = [Lump(0, 0, 0.5, 0.46, tone=tone), Lump(0.04, -0.46, 0.05, 0.14, 0.2, tone="brown"),
                 Lump(0.22, -0.50, 0.20, 0.08, -0.3, tone="green")]  # fmt: skip
        parts.append(modelled(task, grown(fruit, x, y, 160), "drop", 22))
    return parts


def box(task: Task) -> list[Part]:
    """A box for a class: its lid folded out with figures in its holes, dough in rows, sticks and knives of bamboo."""
    rng = task.rng("shape")
    parts = [
        Part(flat([rectangle(800, 1180, 1240, 860)], task.scale, 14), "rim", "wood", "lie", 40, strength=0.8),
        Part(flat([rectangle(800, 1180, 1170, 790)], task.scale, 4), "inside", "paper"),
        Part(flat([rectangle(800, 590, 1240, 250)], task.scale, 12), "lid", "wood", "lie", 18, strength=0.7),
    ]
    tones = [name for name in DOUGH if name not in ("rose", "leaf", "skin", "brown")]
    lumps = []
    for index in range(10):
        row, column = divmod(index, 5)
        lumps.append(Lump(362 + column * 219, 930 + row * 220, 88 * rng.uniform(0.92, 1.05), 82, rng.uniform(0, 1),
                          tone=tones[index]))  # fmt: skip
    parts.append(modelled(task, lumps, "drop", 26))
    walls = [rectangle(800, 1290, 1170, 18), *[rectangle(x, 1050, 18, 480) for x in (472, 691, 909, 1128)]]
    parts += [Part(flat([wall], task.scale, 5), "wall", "wood", "drop", 14, strength=0.5) for wall in walls]
    sticks = [Strand(places([(280 + rng.normal(0, 5), 1340 + i * 21), (900 + rng.normal(0, 9), 1342 + i * 21)]), 14.0,
                     0.1 * (i % 2), rng.random()) for i in range(10)]  # fmt: skip
    knives = [Strand(places([(990, 1350 + i * 40), (1180, 1348 + i * 40), (1320, 1352 + i * 40)]),
                     places([16, 24, 8]),
                     0, rng.random(), 0.6) for i in range(5)]  # fmt: skip
    parts.append(Part(bundle([*sticks, *knives], task.scale).form, "rod", "bamboo-rod", "drop", 10))
    for place, which in enumerate(int(i) for i in rng.permutation(12)[:4]):
        parts += figure(task, which, 370 + place * 287, 400, 220, 0.95)
    return parts


def kit(task: Task) -> list[Part]:
    """Seven colours of dough in a tray, sticks, a small knife and a comb of wood."""
    rng = task.rng("shape")
    parts = [
        Part(flat([rectangle(800, 900, 1160, 900)], task.scale, 14), "rim", "wood", "lie", 26, strength=0.7),
        Part(flat([rectangle(800, 900, 1080, 820)], task.scale, 4), "inside", "paper"),
    ]
    tones = [name for name in DOUGH if name not in ("teal", "brown", "black")]
    lumps = []
    for index, tone in enumerate(tones[:8]):
        row, column = divmod(index, 4)
        lumps.append(
            Lump(430 + column * 246, 700 + row * 300, 112 * rng.uniform(0.94, 1.05), 104, rng.uniform(0, 1), tone=tone)
        )
    model = balls(lumps, task.scale)
    parts.append(Part(model, "body", painted(tones[:8]), "drop", 30))
    sticks = [
        Strand(places([(420 + i * 26, 1440 + rng.normal(0, 6)), (1180 + i * 14, 1420 + i * 26)]), 15.0, 0.1 * i)
        for i in range(6)
    ]
    parts.append(Part(bundle(sticks, task.scale).form, "rod", "bamboo-rod", "lie", 12))
    return parts
