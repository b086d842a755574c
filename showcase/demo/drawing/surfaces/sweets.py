"""Pulled sugar, slices of the filled roll, sesame bars."""

import numpy as np

from showcase.demo.drawing.canvas import blend, colour, noise, numbers, smooth, tint
from showcase.demo.drawing.form import Form
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.parts import Task, surface
from showcase.demo.drawing.surfaces.shards import shards


@surface("pulled-sugar")
def pulled_sugar(form: Form, task: Task) -> Material:
    """Sugar pulled until it is white with air: fine ribs along the roll."""
    rng = task.rng("sugar", task.role)
    rib = noise(form.shape, 4 * form.scale, rng, 2, stretch=14)
    tone = np.clip(0.6 + 0.25 * rib + 0.1 * noise(form.shape, 50 * form.scale, rng, 2), 0, 1)
    return Material(tint(colour("#d8c8a4"), colour("#fbf3df"), tone), 0.5 * rib, gloss=0.5, reflects=0.035)


@surface("roll-slice")
def roll_slice(form: Form, task: Task) -> Material:
    """The cut face: airy white sugar about a core of crushed peanut."""
    rng = task.rng("slice", task.role)
    reach = float(np.abs(form.u[form.mask > 0.5]).max())
    away = np.hypot(form.u, form.v / np.float32(0.80)) / np.float32(reach)
    away = away + 0.06 * noise(form.shape, 18 * form.scale, rng, 2)
    crumb, inward = shards(form.shape, 15 * form.scale, rng, 0.9)
    core = smooth(0.66, 0.60, away)
    air = noise(form.shape, 5 * form.scale, rng, 2)
    sugar = tint(colour("#e3d6b6"), colour("#fdf7e8"), np.clip(0.62 + 0.2 * air, 0, 1))
    nut = tint(colour("#a8753a"), colour("#e6c288"), np.clip(crumb, 0, 1))
    nut = nut * (0.55 + 0.45 * smooth(0.3, 2.0, inward / np.float32(form.scale)))[..., None]
    height = core * np.minimum(inward / np.float32(form.scale), 4) * 1.2 + (1 - core) * 0.5 * air
    return Material(blend(sugar, nut, core), height.astype(np.float32), gloss=0.4, reflects=0.03)


@surface("sesame")
def sesame(form: Form, task: Task) -> Material:
    """A bar thick with white sesame, halves of peanuts between the seeds."""
    rng = task.rng("sesame", task.role, str(form.left))
    shape, scale = form.shape, form.scale
    seed, inward = shards(shape, max(13 * scale, 2.2), rng, 0.6)
    nut, deep = shards(shape, 52 * scale, rng, 0.9)
    inward, deep = inward / np.float32(scale), deep / np.float32(scale)
    seeds = smooth(0.6, 2.2, inward)
    nuts = smooth(7.0, 10.0, deep) * (nut > 0.62)
    syrup = numbers(colour("#a8743a"))
    painted = syrup + seeds[..., None] * (tint(colour("#dcc592"), colour("#fbf0d2"), seed) - syrup)
    painted = blend(painted.astype(np.float32), tint(colour("#b98446"), colour("#e6c48c"), nut), nuts)
    height = np.sqrt(np.minimum(inward, 5)) * 1.3 * seeds + nuts * 4
    return Material(painted, height.astype(np.float32), gloss=0.6, reflects=0.04)
