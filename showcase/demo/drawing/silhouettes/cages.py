"""Birdcages: bars evenly bent over hoops, a base drum, a hook."""

from dataclasses import replace

import numpy as np

from showcase.demo.drawing.canvas import Points, curve, places
from showcase.demo.drawing.form import Form
from showcase.demo.drawing.lathe import lathe, profile
from showcase.demo.drawing.parts import Part, Task, silhouette
from showcase.demo.drawing.silhouettes.woven import disc, ellipse, near_half
from showcase.demo.drawing.strands import Strand, bundle
from showcase.demo.drawing.tubes import tube


def bars(line: Points, foot: float, tilt: float, count: int, start: float, end: float) -> list[Strand]:
    """Bars along a profile (radius, height) at even angles between two, seen from the front (0)."""
    strands = []
    for angle in np.arange(count) * 2 * np.pi / count:
        turned = (angle + np.pi) % (2 * np.pi) - np.pi
        if not start <= abs(turned) < end:
            continue
        x = 800 + line[:, 0] * np.sin(turned)
        y = foot - line[:, 1] * np.cos(tilt) + line[:, 0] * np.cos(turned) * np.sin(tilt)
        strands.append(
            Strand(np.stack([x, y], 1), 9, np.cos(turned) * line[:, 0] / 400, 0.3 + 0.4 * abs(np.sin(angle * 7)))
        )
    return strands


def hoops(line: Points, foot: float, tilt: float, levels: list[float], width: float, near: bool) -> list[Strand]:
    """Hoops inside the bars, their far or their near halves."""
    strands = []
    for level in levels:
        radius = float(np.interp(level, line[:, 1], line[:, 0]))
        start, end = (0.0, np.pi) if near else (np.pi, 2 * np.pi)
        points = ellipse(800, foot - level * np.cos(tilt), radius - 4, tilt, start, end)[::4]
        depth = np.sin(np.linspace(start, end, 220))[::4] * radius / 400
        strands.append(Strand(points, width, depth - 0.02, 0.35))
    return strands


@silhouette("cage")
def cage(task: Task) -> list[Part]:
    """A cage: its far bars, what is in it, its near bars."""
    rng = task.rng("shape")
    carved, tilt, scale = task.named("chạm"), rng.uniform(0.14, 0.20), task.scale
    wide, foot = rng.uniform(390, 430), 1620.0
    tall = 700.0 if carved else 640.0
    line = np.concatenate([[(wide, 0.0), (wide, tall)], profile([(wide, tall), (wide * 0.93, tall + 130), (wide * 0.6,
                           tall + 270), (wide * 0.12, tall + 330)], 26)[1:]])  # fmt: skip
    levels = [20.0, tall * 0.34, tall * 0.67, tall, tall + 200]
    count = 56
    far = bundle(
        [*bars(line, foot, tilt, count, np.pi / 2, np.pi + 1), *hoops(line, foot, tilt, levels, 13, False)], scale
    )
    near = bundle([*bars(line, foot, tilt, count, 0, np.pi / 2), *hoops(line, foot, tilt, levels, 13, True)], scale)
    dark = far.form.shaded(np.full(far.form.shape, 0.62, np.float32))
    drum = profile([(wide + 10, 0), (wide + 26, 10), (wide + 18, 30), (wide + 18, 100), (wide + 26, 120),
                    (wide + 6, 134)]) \
        if carved else profile([(wide + 8, 0), (wide + 16, 10), (wide + 12, 50), (wide + 4, 62)])  # fmt: skip
    base = foot + (130 if carved else 60)
    crown = foot - (tall + 330) * np.cos(tilt)
    floor = disc(800, foot, wide, tilt, scale)
    perch = tube(places([(800 - wide * 0.8, foot - 250), (800, foot - 240), (800 + wide * 0.8, foot - 262)]), 20, scale)
    cup = lathe(profile([(34, 0), (60, 30), (66, 84), (70, 92)]), 800 - wide * 0.55, foot - 240, scale, 0.25)
    hook = tube(curve([(800, crown - 20), (800, crown - 90), (800 + 44, crown - 140), (800 + 34, crown - 205),
                       (800 - 16,
                crown - 214), (800 - 40, crown - 176)], 14), 15, scale)  # fmt: skip
    knob = lathe(profile([(58, 0), (64, 22), (36, 44), (44, 76), (16, 104), (1, 108)]), 800, crown + 18, scale, tilt)
    feet = [Part(_foot(800 + np.sin(a) * wide * 0.96, base + np.cos(a) * wide * np.sin(tilt) * 0.96, scale), "rod",
                 shadow="stand", strength=0.5) for a in (-1.0, 0.0, 1.0)]  # fmt: skip
    return [
        *feet,
        Part(lathe(drum, 800, base, scale, tilt), "drum", shadow="stand", foot=base + 44, strength=0.6,
             surface="lacquered-bamboo" if carved else "rod"),
        Part(floor.shaded(np.full(floor.shape, 0.8, np.float32)), "floor", surface="rod"),
        Part(replace(dark, u=far.tone), "bars", surface="bars", shadow="stand", foot=base, strength=0.12),
        Part(perch, "rod", surface="rod"),
        Part(cup, "cup", surface="porcelain"),
        Part(replace(near.form, u=near.tone), "bars", surface="bars", shadow="drop", lift=30, strength=0.28),
        *_door(wide, foot, tilt, tall, scale),
        Part(near_half(800, foot - 10, wide + 4, tilt, 22, scale), "rod"),
        Part(knob, "rod"),
        Part(hook, "hook", surface="brass"),
    ]  # fmt: skip


def _foot(x: float, y: float, scale: float) -> Form:
    return tube(curve([(x, y - 20), (x - 4, y + 16), (x + 4, y + 42)], 10), places(np.linspace(42, 26, 21)), scale)


def _door(wide: float, foot: float, tilt: float, tall: float, scale: float) -> list[Part]:
    """A sliding door: a frame before a few bars."""
    near = foot + wide * np.sin(tilt)
    low, high, half = near - 30, near - tall * 0.36 * np.cos(tilt), 92
    frame = places([(800 - half, low), (800 - half, high), (800 + half, high), (800 + half, low)])
    return [Part(tube(frame[i : i + 2], 17, scale), "rod", shadow="drop", lift=8, strength=0.4) for i in range(3)]
