"""Instruments: monochord, moon lute, long zither."""

from collections.abc import Sequence

import numpy as np

from showcase.demo.drawing.canvas import Points, curve, places
from showcase.demo.drawing.form import flat
from showcase.demo.drawing.parts import Part, Task, silhouette
from showcase.demo.drawing.sculpted import Lump, balls
from showcase.demo.drawing.silhouettes.small import circle, turned
from showcase.demo.drawing.strands import Strand, bundle


def strings(lines: list[Points], width: float, scale: float, lift: float = 16) -> Part:
    """Thin strings above a soundboard."""
    form = bundle([Strand(line, width, 0.0, 0.5) for line in lines], scale).form
    return Part(form, "string", "thread-gold", "drop", lift, strength=0.5)


@silhouette("monochord")
def monochord(task: Task) -> list[Part]:
    """Đàn bầu: a long box that narrows, one string to a bent rod with a gourd."""
    rng = task.rng("shape")
    angle = rng.uniform(-0.98, -0.86)
    long = 1480.0
    board = places([(-long / 2, -118), (long / 2, -84), (long / 2 + 26, 0), (long / 2, 84), (-long / 2, 118)])
    x, y = 800.0, 1030.0
    side = turned(np.add(board, (0, 44)), x, y, angle)
    rim = flat([turned(board, x, y, angle)], task.scale, 10, 0.8, angle + np.pi / 2)
    top = flat([turned(board * (0.975, 0.80), x, y, angle)], task.scale, 3, 0.5, angle + np.pi / 2)
    root = turned(places([(-long * 0.44, 0)]), x, y, angle)[0]
    tip = root + places([-60, -330])
    rod = curve([tuple(root), tuple(np.add(root, (-34, -150))), tuple(tip), tuple(np.add(tip, (90, -110)))], 16)
    parts = [
        Part(flat([side], task.scale, 12, turn=angle + np.pi / 2), "rim", shadow="lie", lift=34, strength=0.7),
        Part(rim, "rim"), Part(top, "top"),
    ]  # fmt: skip
    for spot in (-0.05, 0.24):
        rose = turned(places([(long * spot, 0)]), x, y, angle)[0]
        parts.append(Part(flat([circle(rose[0], rose[1], 46)], task.scale, 2), "ornament", "shell-plain"))
    bridge = turned(places([(long * 0.45, 0)]), x, y, angle)[0]
    gourd = balls(
        [Lump(root[0] - 18, root[1] - 62, 62, 70, 0.2), Lump(root[0] - 26, root[1] - 140, 40, 44, 0.1)], task.scale
    )
    parts += [
        strings([places([tuple(np.add(tip, (4, 40))), tuple(bridge)])], 4, task.scale),
        Part(
            bundle([Strand(rod, np.linspace(26, 9, len(rod)), 0.0)], task.scale).form, "rod", "bamboo-rod", "drop", 30
        ),
        Part(gourd, "gourd", "wood", "drop", 26),
        Part(balls([Lump(bridge[0], bridge[1], 24, 24)], task.scale), "peg", "dark-wood", "drop", 8),
    ]
    return parts


@silhouette("lute")
def lute(task: Task) -> list[Part]:
    """Đàn nguyệt: a body round as the moon, a long neck with high frets."""
    if task.named("nhị"):
        return _fiddle(task)
    rng = task.rng("shape")
    angle = rng.uniform(0.16, 0.30) * rng.choice([-1, 1])
    x, y, size = 800 - 330 * np.sin(angle) * -1, 1330.0, rng.uniform(350, 385)
    two = task.named("tỳ bà")
    moon = (
        circle(x, y, size)
        if not two
        else turned(
            curve(
                [(0, -520), (170, -250), (330, 40), (250, 290), (0, 350), (-250, 290), (-330, 40), (-170, -250)],
                14,
                closed=True,
            ),
            x,
            y,
            angle,
        )
    )
    if task.named("đáy"):
        moon = turned(places([(-250, -300), (250, -300), (290, 320), (-290, 320)]), x, y, angle)
    inner = (moon - (x, y)) * 0.90 + (x, y)
    neck = turned(places([(-36, -1180), (36, -1180), (42, -size * 0.35), (-42, -size * 0.35)]), x, y, angle)
    head = turned(
        curve([(-38, -1120), (-66, -1250), (-40, -1330), (0, -1352), (40, -1330), (66, -1250), (38, -1120)], 10),
        x,
        y,
        angle,
    )
    frets: list[Part] = []
    for share in np.linspace(0.10, 0.94, 10) ** 0.85:
        at = -1080 + share * (1080 - size * 0.2)
        thick = turned(places([(-34, at - 8), (34, at - 8), (34, at + 8), (-34, at + 8)]), x, y, angle)
        frets.append(Part(flat([thick], task.scale, 7, 1.0, angle), "fret", "horn-pale", "drop", 12, strength=0.6))
    bridge = turned(
        places([(-90, size * 0.52), (90, size * 0.52), (90, size * 0.52 + 34), (-90, size * 0.52 + 34)]), x, y, angle
    )
    lines = [turned(places([(dx, -1160), (dx * 1.8, size * 0.54)]), x, y, angle) for dx in (-14, 14)]
    pegs = []
    for index, at in enumerate((-1290, -1240, -1190, -1150)):
        way = -1 if index % 2 else 1
        line = turned(places([(0, at), (way * 168, at - 22)]), x, y, angle)
        pegs.append(
            Part(bundle([Strand(line, places([14.0, 30.0]), 0.0)], task.scale).form, "peg", "dark-wood", "lie", 22)
        )
    return [
        *pegs,
        Part(flat([neck], task.scale, 20, 0.8, angle), "rim", shadow="lie", lift=26),
        Part(flat([head], task.scale, 22, 0.8, angle), "rim", shadow="lie", lift=26),
        Part(flat([moon], task.scale, 20, 0.9, angle), "rim", shadow="lie", lift=40, strength=0.7),
        Part(flat([inner], task.scale, 3, 0.5, angle), "top"),
        Part(flat([circle(x, y - size * 0.05, 84)], task.scale, 2, turn=angle), "ornament", "inlay-rose"),
        Part(flat([neck], task.scale, 20, 0.8, angle), "rim", shadow="drop", lift=10),
        *frets,
        Part(flat([bridge], task.scale, 12, 0.9, angle), "peg", "dark-wood", "drop", 8),
        strings(lines, 4, task.scale),
    ]


def _fiddle(task: Task) -> list[Part]:
    """Đàn nhị: a small bowl covered with skin, a long neck without frets, two strings, the bow's hair between them."""
    angle = task.rng("shape").uniform(0.10, 0.16)
    x, y = 740.0, 1560.0

    def rod(points: Sequence[tuple[float, float]], width: float | Points, surface: str, shadow: str = "lie") -> Part:
        line = turned(curve(points, 16), x, y, angle)
        wide = width if isinstance(width, float) else np.interp(np.linspace(0, 1, len(line)), *width.T)
        form = bundle([Strand(line, wide, 0.0, 0.5)], task.scale).form
        return Part(form, "neck", surface, shadow, 24, strength=0.6)

    bowl, skin = circle(x, y, 178), circle(x, y, 150)
    side = turned(np.add(circle(0, 0, 172), (30, 22)), x, y, 0.0)
    pegs = [rod([(-120, at), (30, at + 8), (150, at + 12)], places([(0, 40.0), (0.35, 20), (1, 13)]), "dark-wood")
            for at in (-1180, -1050)]  # fmt: skip
    bow = [(150, -980), (226, -560), (214, -80), (92, 150)]
    hair = [(150, -980), (120, -420), (92, 150)]
    bridge = turned(places([(-40, 24), (40, 24), (34, 46), (-34, 46)]), x, y, angle)
    loop = turned(places([(-28, -742), (28, -742), (28, -724), (-28, -724)]), x, y, angle)
    return [
        *pegs,
        Part(flat([side], task.scale, 24), "rim", "dark-wood", "lie", 46, strength=0.7),
        rod([(0, 190), (0, -600), (0, -1130), (-26, -1270), (-84, -1300)], places([(0, 34.0), (0.9, 38), (1, 20)]),
            "dark-wood"),
        Part(flat([bowl], task.scale, 22, 0.9, angle), "rim", "dark-wood", "lie", 30, strength=0.6),
        Part(flat([skin], task.scale, 5, 0.5), "skin", "drum-skin"),
        rod(hair, 9.0, "horn-pale", "drop"),
        strings([turned(places([(dx * 0.5, -1120), (dx, -730), (dx * 1.2, 34)]), x, y, angle) for dx in (-10, 10)], 4,
                task.scale, 26),
        Part(flat([loop], task.scale, 5, 0.8), "loop", "thread-red", "drop", 6),
        Part(flat([bridge], task.scale, 8, 0.9), "bridge", "bamboo-rod", "drop", 10),
        rod(bow, places([(0, 12.0), (0.15, 20), (1, 24)]), "bamboo-rod", "lie"),
    ]  # fmt: skip


@silhouette("zither")
def zither(task: Task) -> list[Part]:
    """Đàn tranh: a long vaulted board, sixteen strings over bridges in a slant."""
    rng = task.rng("shape")
    angle = rng.uniform(-1.0, -0.86)
    x, y, long = 800.0, 1010.0, 1560.0
    board = places(
        [
            (-long / 2, -205),
            (long / 2, -128),
            (long / 2 + 24, 0),
            (long / 2, 128),
            (-long / 2, 205),
            (-long / 2 - 26, 0),
        ]
    )
    parts = [
        Part(
            flat([turned(np.add(board, (0, 36)), x, y, angle)], task.scale, 16, turn=angle + np.pi / 2),
            "rim",
            shadow="lie",
            lift=34,
            strength=0.7,
        ),
        Part(flat([turned(board, x, y, angle)], task.scale, 12, 0.8, angle + np.pi / 2), "rim"),
        Part(flat([turned(board * (0.985, 0.90), x, y, angle)], task.scale, 110, 0.35, angle + np.pi / 2), "top"),
    ]
    lines, bridges = [], []
    for index in range(16):
        share = (index - 7.5) / 8
        a, b = (-long * 0.44, share * 165), (long * 0.44, share * 100)
        lines.append(turned(places([a, b]), x, y, angle))
        at = -0.05 + 0.36 * (index / 15 - 0.5) + rng.normal(0, 0.008)
        spot = (long * at, share * (132 - 65 * at))
        foot = turned(
            places(
                [
                    (spot[0] - 9, spot[1] - 13),
                    (spot[0] + 9, spot[1] - 13),
                    (spot[0] + 9, spot[1] + 13),
                    (spot[0] - 9, spot[1] + 13),
                ]
            ),
            x,
            y,
            angle,
        )
        bridges.append(Part(flat([foot], task.scale, 9, 1.2, angle), "fret", "horn-pale", "drop", 12, strength=0.7))
    for end in (-0.455, 0.455):
        reach = 176 if end < 0 else 112
        bar = turned(
            curve(
                [
                    (long * end - 14, -reach),
                    (long * end + (12 if end < 0 else -12), 0),
                    (long * end - 14, reach),
                    (long * end + 16, reach),
                    (long * end + 40 * (1 if end < 0 else 0) + 16, 0),
                    (long * end + 16, -reach),
                ],
                8,
                closed=True,
            ),
            x,
            y,
            angle,
        )
        parts.append(Part(flat([bar], task.scale, 12, 0.8, angle), "peg", "dark-wood", "drop", 6))
    ornament = turned(
        places([(-long / 2 + 6, -190), (-long * 0.475, -190), (-long * 0.475, 190), (-long / 2 + 6, 190)]), x, y, angle
    )
    parts.append(Part(flat([ornament], task.scale, 2, turn=angle), "ornament", "inlay-scroll"))
    return [*parts, *bridges, strings(lines, 3.2, task.scale, 18)]
