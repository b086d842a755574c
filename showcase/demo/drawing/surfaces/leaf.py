"""Palm leaf ironed flat and sewn over hoops: narrow panels with veins, rings of stitches, light that comes through."""

from dataclasses import replace

import numpy as np

from showcase.demo.drawing.canvas import Array, colour, noise, numbers, ramp, smooth, wrapped
from showcase.demo.drawing.form import Form, unrolled
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.parts import Task, dress, surface
from showcase.demo.drawing.surfaces.painting import chosen, motif, painted

LEAF = tuple(colour(text) for text in ("#b9a878", "#d8cb9f", "#e9dfbd", "#f4eed8"))
#: Leaves round a hat, and rings of stitches from rim to crown.
LEAVES, RINGS = 84, 16


def _sheet(rng: np.random.Generator, rings: int) -> tuple[Array, Array]:
    """Leaves unrolled, angle across and height down: how light they are, and their relief."""
    columns, rows = LEAVES * 44, 256
    x = np.arange(columns, dtype=np.float32)[None, :] / 44
    index = np.floor(x).astype(np.int32) % LEAVES
    place = x - np.floor(x)
    tone = rng.normal(0.62, 0.10, LEAVES).astype(np.float32)[index]
    veins = noise((rows, columns), 6, rng, 2, stretch=60)
    fine = noise((rows, columns), 2, rng, 1, stretch=90)
    edge = np.exp(-((place / 0.10) ** 2))
    cloud = noise((rows, columns), 130, rng, 2)
    share = tone + 0.10 * veins + 0.05 * fine + 0.06 * cloud - 0.28 * edge
    height = 1.4 * (1 - place) ** 2 + 0.5 * veins + 0.25 * fine
    return share.astype(np.float32), height.astype(np.float32)


def leaves(form: Form, task: Task, rings: int = RINGS, reach: float = 0.0) -> Material:
    """A cone of leaves; the crown is where v is smallest."""
    rng = task.rng("leaf", task.role)
    share, height = _sheet(rng, rings)
    reach = reach or float(np.abs(form.u).max())
    span = float(form.v[form.mask > 0.5].max())
    across = (form.u / np.float32(2 * reach) + 0.5) * np.float32(share.shape[1])
    down = np.clip(form.v / np.float32(span), 0, 1) * np.float32(share.shape[0] - 2)
    tone, relief = wrapped(share, across, down), wrapped(height, across, down)
    step = np.float32(span / rings)
    away = form.v / step - np.round(form.v / step)
    away = away * step
    hoop = np.exp(-((away / 4.5) ** 2))
    # Stitches: as the hoop is smaller, fewer of the same length.
    round_ = form.u * np.maximum(form.v / np.float32(span), 0.06)
    stitch = smooth(0.2, 0.5, np.abs(np.sin(round_ * np.float32(np.pi / 13)))) * np.exp(-((away / 1.9) ** 2))
    side = np.exp(-(((away - 6.5) / 3.4) ** 2))
    relief = relief + 2.6 * hoop + 1.6 * stitch
    albedo = ramp(LEAF, np.clip(tone, 0, 1))
    albedo = albedo * (1 - 0.30 * side)[..., None]
    thread = numbers(colour("#fbf7ea"))
    albedo = albedo + (stitch * 0.75)[..., None] * (thread - albedo)
    return Material(albedo.astype(np.float32), relief.astype(np.float32), gloss=0.5, reflects=0.04)


@surface("leaf")
def leaf(form: Form, task: Task) -> Material:
    """Leaf over hoops."""
    if task.role in ("detail", "band", "panel"):
        # Near by, a hat's side: leaves that run down, rings across.
        form = replace(form, v=form.v - float(form.v.min()) + 520, u=form.u * np.float32(1.0))
        reach = np.float32(620 * np.pi)
        form = replace(form, u=np.clip(form.u * np.float32(620) / form.v, -reach, reach))
        return leaves(form, task, 15, float(reach))
    made = leaves(form, task, 12 if task.named("mười hai") else RINGS)
    if task.named("vẽ") and task.role == "body":
        sheet = unrolled(form)
        size = float(form.v.max()) * 0.82
        pieces = motif(task, chosen(task, "lotus", "plum"), size * 1.35, size, 0.02 * size, float(form.v.max()) * 0.60)
        blank = np.full((*sheet.shape, 3), -1, np.float32)
        drawn = sheet.laid(painted(blank, sheet, pieces, "natural", task.rng("wash"), 1.0))
        on = smooth(-0.3, 0.0, drawn[..., 0])[..., None] * np.float32(0.9)
        made.albedo = made.albedo + on * (np.maximum(drawn, 0) * (0.75 + 0.5 * made.albedo) - made.albedo)
    return made


@surface("lit-leaf")
def lit(form: Form, task: Task) -> Material:
    """Leaf with a lamp behind it."""
    made = leaves(form, task, 10)
    share = np.clip(form.v / float(form.v.max()), 0, 1)
    made.glow = (made.albedo * (0.18 + 0.5 * share)[..., None] * numbers(colour("#ffcf8a"))).astype(np.float32)
    return made


@surface("leaf-flat")
def disc(form: Form, task: Task) -> Material:
    """The underside of a flat hat: leaves run to the middle, rings of fine sewing."""
    return leaves(form, task, 30)


dress("conical-hats", "leaf", rim="bound", rod="rod", strap="ribbon", bars="bars")
