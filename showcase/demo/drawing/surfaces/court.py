"""Robes of the court: satin with medallions or a dragon, waves at the hem, bands of five colours at the cuffs."""

import numpy as np

from showcase.demo.drawing.canvas import colour, numbers, smooth
from showcase.demo.drawing.form import Form
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.motifs import Piece, moved
from showcase.demo.drawing.motifs.dragons import dragon, medallion
from showcase.demo.drawing.parts import Task, surface
from showcase.demo.drawing.surfaces.embroidery import gold, satin_of, waves
from showcase.demo.drawing.surfaces.painting import motif

FIVE = ("#23405c", "#efe6cf", "#2f6650", "#d8a63a", "#8c2a5a")


def _cloud(x: float, y: float, size: float) -> list[Piece]:
    t = np.linspace(0, 2 * np.pi, 40)
    knob = 1 + 0.22 * np.cos(3 * t + 0.5)
    body = np.stack([x + size * knob * np.cos(t), y + 0.6 * size * knob * np.sin(t)], 1)
    inner = np.stack([x + 0.5 * size * np.cos(t), y + 0.3 * size * np.sin(t)], 1)
    return [Piece(body, "cloud", 0.0, [inner])]


@surface("robe-body")
def body(form: Form, task: Task) -> Material:
    """The body of a robe: its chief motif in the middle, others about it, waves below."""
    u, v = form.u[form.mask > 0.5], form.v[form.mask > 0.5]
    wide, tall, low = float(np.ptp(u)), float(np.ptp(v)), float(v.max())
    rng = task.rng("robe")
    pieces = moved(waves(wide * 1.02, tall * 0.16), 0, low - tall * 0.08)
    if task.named("rồng", "bào"):
        pieces += moved(dragon(wide * 0.62), 0, float(v.min()) + tall * 0.44)
        for x, y in (
            (-0.30, 0.20),
            (0.30, 0.22),
            (-0.34, 0.66),
            (0.34, 0.68),
            (0.0, 0.74),
            (-0.38, 0.44),
            (0.38, 0.46),
        ):
            pieces += _cloud(x * wide, float(v.min()) + y * tall, wide * 0.055)
    else:
        for x, y in ((-0.24, 0.42), (0.24, 0.42), (-0.27, 0.66), (0.27, 0.66)):
            pieces += moved(medallion(rng, wide * 0.24), x * wide, float(v.min()) + y * tall)
        for x, y in ((0.0, 0.55), (-0.40, 0.54), (0.40, 0.54), (0.0, 0.76), (-0.33, 0.27), (0.33, 0.27)):
            pieces += _cloud(x * wide, float(v.min()) + y * tall, wide * 0.045)
    return gold(form, task, satin_of(task), pieces)


@surface("robe-sleeve")
def sleeve(form: Form, task: Task) -> Material:
    """A sleeve: a medallion, clouds, and bands of five colours at its cuff."""
    u, v = form.u[form.mask > 0.5], form.v[form.mask > 0.5]
    left = task.role.endswith("left")
    wide, tall = float(np.ptp(u)), float(np.ptp(v))
    x, y = float(u.mean()) + (0.06 if left else -0.06) * wide, float(np.median(v))
    pieces = moved(medallion(task.rng("sleeve"), tall * 0.5), x, y)
    pieces += _cloud(x - wide * 0.26, y - tall * 0.22, tall * 0.07) + _cloud(
        x + wide * 0.26, y + tall * 0.2, tall * 0.07
    )
    made = gold(form, task, satin_of(task), pieces)
    away = (form.u - float(u.min())) if left else (float(u.max()) - form.u)
    for index, tone in enumerate(FIVE):
        start = 8 + index * 20
        band = smooth(start - 1.5, start + 1.5, away) * smooth(start + 21.5, start + 18.5, away)
        made.albedo = made.albedo + band[...,
                                         None] * (numbers(colour(tone)) * (0.9 + 0.1 * np.sin(form.v * 0.4))[..., None]
                                                       - made.albedo)  # fmt: skip
    return made


@surface("robe-collar")
def collar(form: Form, task: Task) -> Material:
    """A collar of dark satin, a scroll in gold along it."""
    u, v = form.u[form.mask > 0.5], form.v[form.mask > 0.5]
    pieces = motif(task, "scroll", float(np.ptp(u)) * 0.9, float(np.ptp(v)) * 0.96, float(u.mean()), float(v.mean()))
    return gold(form, task, colour("#1d2f4a" if task.named("nhật bình") else "#5c1512"), pieces)
