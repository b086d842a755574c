"""Lamps: pendant shades seen from below, lanterns, a lamp on a table."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from showcase.demo.drawing.canvas import curve, numbers, places
from showcase.demo.drawing.form import Form
from showcase.demo.drawing.lathe import lathe, profile
from showcase.demo.drawing.parts import Part, Task, silhouette
from showcase.demo.drawing.silhouettes.woven import ellipse, hoop, near_half
from showcase.demo.drawing.tubes import tube


def from_below(form: Form, rows: float) -> Form:
    """A form drawn standing on its head, the right way up: we look at it from below."""
    flipped = numbers([1, -1, 1])
    open_ = None if form.open is None else form.open[::-1]
    top = round(rows * form.scale) - form.top - form.shape[0]
    return replace(form, top=top, mask=form.mask[::-1].copy(), normal=(form.normal[::-1] * flipped).copy(),
                   u=form.u[::-1].copy(), v=form.v[::-1].copy(), open=open_)  # fmt: skip


def hanging(task: Task, points: Sequence[tuple[float, float]], top: float, role: str, tilt: float = 0.22) -> list[Part]:
    """A shade hanging from a cord, its opening towards us; (radius, depth below its top)."""
    line = profile(points)
    rows = task.height
    body = from_below(lathe(line, 800, rows - top, task.scale, tilt), rows)
    inner = line.copy()
    inner[:, 0] = np.maximum(inner[:, 0] - 8, 0)
    inside = from_below(lathe(inner, 800, rows - top, task.scale, tilt, hollow=True), rows)
    radius, depth = points[-1]
    level = top + depth * np.cos(tilt)
    rim = hoop(800, level, radius, tilt, 26, task.scale)
    neck = top - points[0][0] * np.sin(tilt) * 0.4
    cord = tube(places([(800, 70), (800, 0.5 * neck), (800, neck + 6)]), 9, task.scale)
    hook = tube(ellipse(800, 62, 15, np.pi / 2), 6, task.scale)
    bulb = lathe(profile([(12, 0), (14, 60), (64, 150), (70, 200), (40, 255), (1, 268)]), 800, rows - level + 190,
                 task.scale, 0.05)  # fmt: skip
    return [
        Part(hook, "cord", surface="cord"),
        Part(cord, "cord", surface="cord"),
        Part(inside.shaded(np.clip(0.5 + inside.v / 500, 0.3, 1).astype(np.float32)), "inside", surface="glowing"),
        Part(from_below(bulb, rows), "bulb", surface="bulb"),
        Part(body.cut(1 - _hole(body, 800, level, radius, tilt)), role, surface=_shade_surface(task)),
        Part(rim, "rim"),
    ]


def _hole(form: Form, x: float, y: float, radius: float, tilt: float) -> np.ndarray:
    """Where one looks into the opening."""
    across, down = form.grid()
    away = ((across / form.scale - x) / radius) ** 2 + ((down / form.scale - y) / (radius * np.sin(tilt))) ** 2
    return np.asarray(away < 1, np.float32)


def _shade_surface(task: Task) -> str:
    return {"conical-hats": "lit-leaf", "silk-weaving": "lit-silk"}.get(task.sketch.craft, "lit-weave")


@silhouette("lamp")
def lamp(task: Task) -> list[Part]:
    """A lamp as its name says: a shade that hangs, a lantern, or one for a table."""
    if task.named("đèn lồng"):
        return _lantern(task)
    if task.named("quả bí"):
        return hanging(task, [(70, 0), (330, 60), (480, 250), (470, 420), (330, 590), (210, 640)], 620, "body", 0.26)
    if task.named("đèn bàn") or task.named("tằm nhả"):
        return _table(task)
    if task.named("lá nón"):
        return hanging(task, [(20, 0), (250, 190), (420, 330), (600, 470)], 700, "body", 0.24)
    if task.named("chao"):
        bell = [(60, 0), (200, 50), (330, 220), (430, 450), (560, 640)]
        drum = [(190, 0), (330, 60), (470, 300), (540, 560)]
        return hanging(task, bell if task.sketch.craft == "fern-weaving" else drum, 640, "body", 0.24)
    return _table(task)


def _table(task: Task) -> list[Part]:
    """A turned foot and a shade."""
    tilt, foot, scale = 0.20, 1740.0, task.scale
    rng = task.rng("shape")
    wide = rng.uniform(0.9, 1.1)
    line = profile([(170 * wide, 0), (176 * wide, 26), (120, 60), (200 * wide, 220), (215 * wide, 360), (120, 560),
                    (46, 640), (42, 700)])  # fmt: skip
    base = lathe(line, 800, foot, scale, tilt)
    shade = lathe(profile([(430, 0), (400, 200), (330, 560)]), 800, foot - 660, scale, tilt)
    level = foot - 660 - 560 * np.cos(tilt)
    inner = lathe(profile([(424, 0), (394, 200), (324, 560)]), 800, foot - 660, scale, tilt, hollow=True)
    craft = "lit-silk" if task.sketch.craft == "silk-weaving" else "lit-paper"
    return [
        Part(base, "body", shadow="stand", foot=foot, strength=0.7,
             surface="wood" if task.sketch.craft == "silk-weaving" else ""),
        Part(shade, "shade", surface=craft, shadow="drop", lift=24, strength=0.3),
        Part(inner, "inside", surface="glowing"),
        Part(hoop(800, level, 330, tilt, 10, scale), "ring", surface="cord"),
        Part(near_half(800, foot - 660, 430, tilt, 10, scale), "ring", surface="cord"),
    ]  # fmt: skip


def _lantern(task: Task) -> list[Part]:
    """A lantern of drawn bars round silk, with a cap and a foot."""
    tilt, scale, top, tall, wide = 0.16, task.scale, 520.0, 900.0, 360.0
    low = top + tall * np.cos(tilt)
    silk = lathe(profile([(wide - 14, 0), (wide + 26, tall * 0.5), (wide - 14, tall)]), 800, low, scale, tilt)
    parts = [
        Part(tube(places([(800, 90), (800, 200), (800, 330)]), 9, scale), "cord", surface="cord"),
        Part(lathe(profile([(wide + 30, 0), (wide + 40, 26), (wide * 0.5, 90), (60, 130), (26, 200), (0.5, 205)]), 800,
                   top + 20, scale, tilt), "cap", surface="rod"),
        Part(silk, "silk", surface="lit-silk"),
    ]  # fmt: skip
    for angle in np.linspace(-1.45, 1.45, 15):
        high = np.linspace(0, 1, 14)
        radius = wide + 42 * np.sin(np.pi * high)
        bar = np.stack([800 + radius * np.sin(angle), low - high * tall * np.cos(tilt) + radius * np.cos(angle) *
                        np.sin(tilt)], 1)  # fmt: skip
        parts.append(Part(tube(bar, 15, scale), "bar", surface="rod", shadow="drop", lift=10, strength=0.3))
    for share in (0.33, 0.67):
        radius = wide + 46 * np.sin(np.pi * share)
        parts.append(Part(near_half(800, low - share * tall * np.cos(tilt), radius, tilt, 13, scale), "bar",
                          surface="rod"))  # fmt: skip
    foot = lathe(profile([(wide - 30, 0), (wide + 34, 30), (wide + 30, 62)]), 800, low + 50, scale, tilt)
    tassel = tube(
        curve([(800, low + 90), (800, low + 180), (800, low + 260)], 8), places(np.linspace(20, 56, 17)), scale
    )
    return [parts[0], Part(tassel, "tassel", surface="threads"),
            Part(foot, "cap", surface="rod"), *parts[1:],
            Part(near_half(800, top + 12, wide + 36, tilt, 30, scale), "rim", surface="rod"),
            Part(near_half(800, low + 6, wide + 34, tilt, 26, scale), "rim", surface="rod")]  # fmt: skip
