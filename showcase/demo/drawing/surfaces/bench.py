"""What lies about in workshops: the bench, sheets with patterns, hair, shavings, worn handles, liquids."""

from collections.abc import Callable

import cv2
import numpy as np

from showcase.demo.drawing.canvas import blend, blur, colour, fixed, noise, smooth, tint
from showcase.demo.drawing.form import Form, unrolled
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.parts import Task, surface
from showcase.demo.drawing.surfaces.layout import motif_for
from showcase.demo.drawing.surfaces.matter import clouded
from showcase.demo.drawing.surfaces.wood import grain, waxed


@surface("bench")
def bench(form: Form, task: Task) -> Material:
    """An old bench of planks: worn, stained, scored by blades."""
    sheet = unrolled(form)
    rng = task.rng("bench")
    u, v = sheet.axes()
    painted, relief = grain(sheet, rng, "go", across=True)
    plank = 360.0
    number = np.floor((v - v.min()) / plank).astype(int)
    tones = rng.uniform(0.82, 1.12, int(number.max()) + 1).astype(np.float32)[number]
    joint = np.abs((v - v.min()) / plank - np.round((v - v.min()) / plank)) * plank
    gap = 1 - smooth(1.5, 6.0, joint)
    worn = noise(sheet.shape, 300 * sheet.scale, rng, 4)
    scored = np.zeros(sheet.shape, np.uint8)
    for _ in range(46):
        start = rng.uniform(0, 1, 2) * (sheet.shape[1], sheet.shape[0])
        end = start + rng.normal(0, 90, 2) * sheet.scale
        cv2.line(
            scored,
            tuple(fixed(start).tolist()),
            tuple(fixed(end).tolist()),
            int(rng.integers(40, 140)),
            1,
            cv2.LINE_AA,
            4,
        )
    scratch = blur(scored.astype(np.float32) / 255, 0.6)
    grey = tint(colour("#6b5a48"), colour("#a08c72"), np.clip(0.5 + 0.4 * worn, 0, 1))
    painted = blend(painted * (tones * (1 - 0.75 * gap) + 0 * u)[..., None], grey, 0.55 + 0.2 * worn)
    painted *= (1 - 0.25 * scratch - 0.72 * gap)[..., None]
    return Material(
        sheet.laid(painted), sheet.laid((0.8 * relief - 1.2 * scratch - 5 * gap + 0 * u).astype(np.float32)), gloss=0.22
    )


@surface("pattern-sheet")
def pattern_sheet(form: Form, task: Task) -> Material:
    """Thin paper with the pattern in ink, some of it filled with a wash."""
    sheet = unrolled(form)
    rng = task.rng("sheet")
    u, v = sheet.axes()
    fibre = noise(sheet.shape, 6 * sheet.scale, rng, 2, stretch=5)
    tone = 0.62 + 0.12 * noise(sheet.shape, 160 * sheet.scale, rng, 3) + 0.05 * fibre
    painted = tint(colour("#cbb98f"), colour("#f0e4c8"), np.clip(tone, 0, 1))
    lines = np.zeros(sheet.shape, np.uint8)
    for piece in motif_for(task, u, v, 0.84):
        cv2.polylines(
            lines, [fixed(sheet.at(piece.outline))], True, 255, max(1, round(2 * sheet.scale)), cv2.LINE_AA, 4
        )
        for line in piece.lines:
            cv2.polylines(lines, [fixed(sheet.at(line))], False, 150, 1, cv2.LINE_AA, 4)
    drawn = lines.astype(np.float32) / 255 * (0.75 + 0.2 * fibre)
    painted = blend(painted, colour("#2a2522"), drawn)
    wave = noise(sheet.shape, 240 * sheet.scale, rng, 2)
    return Material(sheet.laid(painted), sheet.laid(6 * wave + 0.2 * fibre), gloss=0.05, reflects=0.01)


@surface("hair")
def hair(form: Form, task: Task) -> Material:
    """Hair of a brush, its end wet with lacquer."""
    sheet = unrolled(form)
    rng = task.rng("hair", str(form.left))
    u, v = sheet.axes()
    fine = noise(sheet.shape, 3 * sheet.scale, rng, 2, stretch=30)
    wet = smooth(0.35, 0.6, (v.max() - v) / max(float(np.ptp(v)), 1) + 0 * u)
    dry = tint(colour("#2b1c14"), colour("#6a4a34"), np.clip(0.5 + 0.4 * fine, 0, 1))
    text = "#7d1c10" if task.sketch.craft == "lacquer" else "#1c1714"
    painted = blend(dry, colour(text), 0.85 * wet)
    return Material(sheet.laid(painted), sheet.laid(1.4 * fine), gloss=0.7, reflects=0.04)


@surface("shaving")
def shaving(form: Form, task: Task) -> Material:
    """Thin curled wood, light at its edges."""
    tone = np.clip(0.35 + 0.6 * form.v, 0, 1)
    glow = tone[..., None] * np.asarray(colour("#8a5a2c"), np.float32) * 0.25
    return Material(tint(colour("#9a6838"), colour("#e6c490"), tone), gloss=0.3, glow=glow.astype(np.float32))


@surface("wood-worn")
def wood_worn(form: Form, task: Task) -> Material:
    """A handle or a head darkened by hands."""
    return waxed(form, task.rng("worn", str(form.left)), "go", gloss=0.45)


@surface("steel-bright")
def steel_bright(form: Form, task: Task) -> Material:
    """Ground steel."""
    rng = task.rng("bright", str(form.left))
    scratch = noise(form.shape, 2.2 * form.scale, rng, 2, stretch=9)
    return Material(
        tint(colour("#9b9fa4"), colour("#d0d3d6"), np.clip(0.55 + 0.22 * scratch, 0, 1)),
        gloss=0.75,
        reflects=0.36,
        metal=0.55,
    )


@surface("steel-dark")
def steel_dark(form: Form, task: Task) -> Material:
    """Forged iron, black from the fire."""
    rng = task.rng("dark", str(form.left))
    pit = noise(form.shape, 16 * form.scale, rng, 3)
    return Material(
        tint(colour("#3d3f42"), colour("#64676b"), np.clip(0.5 + 0.3 * pit, 0, 1)),
        0.7 * pit,
        gloss=0.55,
        reflects=0.12,
        metal=0.5,
    )


@surface("clay-pale")
def clay_pale(form: Form, task: Task) -> Material:
    """A plain bowl that paint is mixed in."""
    painted = clouded(form, task.rng("pale", task.role), "#b7a58a", "#e2d6bf", 40, 0.5, 0.3)
    return Material(painted, gloss=0.8, reflects=0.04)


def _liquid(text: str) -> Callable[[Form, Task], Material]:
    def liquid(form: Form, task: Task) -> Material:
        tone = 1 + 0.12 * noise(form.shape, 50 * form.scale, task.rng("liquid"), 3)
        return Material(tone[..., None] * np.asarray(colour(text), np.float32), gloss=0.97, reflects=0.05)

    return liquid


def _powder(text: str) -> Callable[[Form, Task], Material]:
    def powder(form: Form, task: Task) -> Material:
        rng = task.rng("powder")
        heap = noise(form.shape, 60 * form.scale, rng, 5)
        return Material((1 + 0.15 * heap)[..., None] * np.asarray(colour(text), np.float32), 5 * heap, gloss=0.05)

    return powder


for _name, _text in (("black", "#120d0b"), ("son", "#8c2114"), ("amber", "#6a3a10"), ("glue", "#c9a05a")):
    surface(f"liquid-{_name}")(_liquid(_text))
for _name, _text in (("incense", "#7a5a38"), ("gold", "#c9983e"), ("rice", "#f0ead8"), ("crimson", "#a3203c")):
    surface(f"powder-{_name}")(_powder(_text))
