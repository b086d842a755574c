"""Rims, handles and rods: bare, bound round with split rattan, plaited."""

import numpy as np

from showcase.demo.drawing.canvas import Array, colour, noise, ramp, smooth
from showcase.demo.drawing.form import Form
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.parts import Task, surface
from showcase.demo.drawing.surfaces.weaving import STRANDS, weave_of


def strands_of(task: Task) -> str:
    """The colours of this record's rims and rods."""
    if task.sketch.craft in ("birdcages", "fans", "conical-hats"):
        return task.pick("rods", "bamboo", "smoked", "rattan")
    return weave_of(task).colours


def _numbered(index: Array, rng: np.random.Generator) -> Array:
    """A tone for every turn of a binding."""
    table = rng.uniform(0, 1, 512).astype(np.float32)
    return table[np.floor(index).astype(np.int32) % 512]


def bound(form: Form, task: Task, colours: str, pitch: float = 17, slant: float = 0.5) -> Material:
    """A rod bound round with split strands, one turn beside the other."""
    rng = task.rng("binding", task.role)
    turn = (form.v + form.u * np.float32(slant)) / np.float32(pitch)
    inside = np.abs(turn - np.floor(turn) - 0.5) * 2
    height = 2.6 * np.sqrt(np.clip(1 - inside**2.6, 0, 1))
    tone = 0.34 + 0.42 * _numbered(turn, rng) + 0.12 * noise(form.shape, 60 * form.scale, rng, 2)
    painted = ramp([colour(text) for text in STRANDS[colours]], np.clip(tone, 0, 1))
    painted *= (1 - 0.55 * smooth(0.72, 1.0, inside))[..., None]
    return Material(painted, height.astype(np.float32), gloss=0.5, reflects=0.04)


@surface("bound")
def binding(form: Form, task: Task) -> Material:
    """Bound with the record's own strands."""
    return bound(form, task, strands_of(task))


@surface("rod")
def rod(form: Form, task: Task) -> Material:
    """A bare rod: long fibres, here and there a node."""
    rng = task.rng("rod", task.role)
    colours = strands_of(task)
    length = noise(form.shape, 80 * form.scale, rng, 3)
    node = form.v / 170 + np.float32(rng.random())
    node = np.abs(node - np.round(node)) * 170
    knot = np.exp(-((node / 4) ** 2)).astype(np.float32)
    fibre = np.sin(form.u * 1.9 + 2 * length)
    tone = np.clip(0.6 + 0.2 * length + 0.06 * fibre - 0.35 * knot, 0, 1)
    painted = ramp([colour(text) for text in STRANDS[colours]], tone)
    return Material(painted, (1.6 * knot).astype(np.float32), gloss=0.62, reflects=0.045)


@surface("plaited")
def plaited(form: Form, task: Task) -> Material:
    """A flat plait of three along a rim."""
    rng = task.rng("plait", task.role)
    half = float(np.abs(form.u[form.mask > 0.5]).max()) + 0.1
    side = form.u / np.float32(half)
    turn = form.v / np.float32(half * 1.15) + np.abs(side) * np.float32(0.9) + np.where(side > 0, 0.5, 0)
    inside = np.abs(turn - np.floor(turn) - 0.5) * 2
    middle = np.abs(np.abs(side) - 0.45) / 0.55
    height = half * 0.3 * np.sqrt(np.clip(1 - inside**2.4, 0, 1)) * (1 - 0.4 * np.clip(middle, 0, 1) ** 2)
    tone = 0.35 + 0.35 * _numbered(turn * 1 + np.where(side > 0, 91, 0), rng) + 0.1 * np.sin(turn * 40)
    painted = ramp([colour(text) for text in STRANDS[strands_of(task)]], np.clip(tone, 0, 1))
    painted *= (1 - 0.55 * smooth(0.7, 1.0, inside))[..., None]
    return Material(painted, height.astype(np.float32), gloss=0.4, reflects=0.035)
