"""Wood on the lathe: the rings of the tree as the turned form cuts them, fine lines of the tool round it."""

import numpy as np

from showcase.demo.drawing.canvas import Array, noise, ramp, smooth
from showcase.demo.drawing.form import Form
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.parts import Task, dress, surface
from showcase.demo.drawing.surfaces.wood import colours, wood, wood_of

#: Things that come off a lathe whole, and so have one axis.
LATHED = {"vase", "stand", "caddy", "bowl", "balusters", "plate", "lamp", "round-box"}
#: Distance of the tree's rings, in units.
RING = 30.0


def _radius(form: Form) -> Array:
    """How far from the axis the surface is at each place: as far as its level reaches to the sides."""
    there = form.mask > 0.4
    aside = np.abs(np.arange(form.shape[1], dtype=np.float32) - (form.shape[1] - 1) / 2) / np.float32(form.scale)
    low, high = float(form.v[there].min()), float(form.v[there].max())
    level = np.clip((form.v - low) / max(high - low, 1.0) * 63, 0, 63)
    widest = np.zeros(64, np.float32)
    np.maximum.at(widest, level[there].astype(np.int32), np.broadcast_to(aside, form.shape)[there])
    even = np.convolve(np.pad(widest, 2, "edge"), np.ones(5) / 5, "valid")
    return np.interp(level, np.arange(64), np.maximum(even, 4)).astype(np.float32)


@surface("turned-wood")
def turned_wood(form: Form, task: Task) -> Material:
    """The wood of this record, its grain through the block: ovals where the form bulges, lines where it is straight."""
    if task.sketch.silhouette not in LATHED:
        return wood(form, task)
    rng = task.rng("tree", task.role.split(":")[0])
    kind = "huong" if task.named("lọ hoa") else wood_of(task)
    radius = _radius(form)
    angle = np.clip(form.u / radius, -np.pi, np.pi)
    x, z = radius * np.sin(angle), radius * np.cos(angle)
    # The blank was not mounted quite along the tree's axis, and the tree was not quite round.
    lean, tip = rng.uniform(0.05, 0.12) * rng.choice([-1.0, 1.0]), rng.uniform(0.10, 0.22)
    warp = noise(form.shape, 260 * form.scale, rng, 2, stretch=2.5) * np.float32(16)
    across = x - np.float32(rng.uniform(-60, 60)) - np.float32(lean) * form.v
    deep = z + np.float32(rng.uniform(60, 150)) - np.float32(tip) * form.v
    place = (np.sqrt(across * across + deep * deep * np.float32(0.8)) + warp) / np.float32(RING)
    ring = place - np.floor(place)
    width = 0.6 + 0.4 * np.random.default_rng(5).random(256).astype(np.float32)[np.floor(place).astype(np.int32) % 256]
    late = smooth(0.15, 0.86, ring) * (1 - smooth(0.88, 1.0, ring)) * width
    pores = smooth(0.5, 0.95, noise(form.shape, 2.6 * form.scale, rng, 1, stretch=12))
    slow = noise(form.shape, 190 * form.scale, rng, 2, stretch=2)
    tool = np.sin(form.v * np.float32(0.9))
    share = np.clip(0.66 - 0.34 * late + 0.10 * slow - 0.06 * pores, 0, 1)
    height = (0.10 * tool - 0.18 * pores).astype(np.float32)
    return Material(ramp(colours(kind), share), height, gloss=0.62, reflects=0.04)


dress("wood-turning", "turned-wood")
