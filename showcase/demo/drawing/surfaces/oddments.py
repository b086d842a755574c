"""Small things that go with others: porcelain cups, brass hooks, the sheath in a hat."""

import numpy as np

from showcase.demo.drawing.canvas import colour, noise, ramp, smooth
from showcase.demo.drawing.form import Form
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.parts import Task, surface
from showcase.demo.drawing.surfaces.wood import waxed


@surface("porcelain")
def porcelain(form: Form, task: Task) -> Material:
    """White glaze with two blue lines."""
    span = float(np.ptp(form.v)) + 1
    ring = np.exp(-(((form.v - span * 0.25) / 3) ** 2)) + np.exp(-(((form.v - span * 0.75) / 2) ** 2))
    painted = ramp([colour("#f3f1ea"), colour("#2c4f7c")], np.clip(ring, 0, 1))
    return Material(painted, None, gloss=0.95, reflects=0.05)


@surface("sheath")
def sheath(form: Form, task: Task) -> Material:
    """Bamboo sheath, the middle layer of a hat: brown, with dark flecks along its fibres."""
    rng = task.rng("sheath")
    fibre = noise(form.shape, 5 * form.scale, rng, 2, stretch=20)
    fleck = smooth(0.4, 0.8, noise(form.shape, 26 * form.scale, rng, 2, stretch=3))
    share = np.clip(0.55 + 0.2 * fibre - 0.5 * fleck, 0, 1)
    painted = ramp([colour("#5f4423"), colour("#8e6a3a"), colour("#b8935a")], share)
    return Material(painted, fibre * np.float32(0.5), gloss=0.35)


@surface("bound-leaf")
def bound_leaf(form: Form, task: Task) -> Material:
    """A rim of leaf folded over and sewn."""
    turn = form.v / 60
    edge = np.exp(-(((turn - np.round(turn)) * 60 / 5) ** 2))
    stitch = smooth(0.3, 0.6, np.abs(np.sin(form.v * np.float32(np.pi / 15)))) * np.exp(
        -(((np.abs(form.u) - 12) / 2.4) ** 2)
    )
    rng = task.rng("rim", task.role)
    share = 0.62 + 0.2 * noise(form.shape, 40 * form.scale, rng, 2) - 0.3 * edge + 0.25 * stitch
    painted = ramp([colour("#a08a52"), colour("#d3c191"), colour("#efe6c8")], np.clip(share, 0, 1))
    return Material(painted, (1.5 * stitch - edge).astype(np.float32), gloss=0.4, reflects=0.035)


@surface("last")
def last(form: Form, task: Task) -> Material:
    """Pale wood, turned and rasped, dark where hands held it."""
    return waxed(form, task.rng("last"), "tung", gloss=0.45)
