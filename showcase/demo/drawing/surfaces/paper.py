"""Paper of fans: long fibres, dyed, with a painting or flecks of gold."""

import numpy as np

from showcase.demo.drawing.canvas import Array, colour, noise, ramp, smooth
from showcase.demo.drawing.form import Form, Unrolled, unrolled
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.parts import Task, dress, surface
from showcase.demo.drawing.surfaces.painting import chosen, motif, painted
from showcase.demo.drawing.surfaces.silk import SHEETS

PAPERS = {
    "natural": ("#d6c6a2", "#efe4c8"),
    "violet": ("#3d2450", "#643f7d"),
    "vermilion": ("#8c2416", "#b83c28"),
    "black": ("#14110f", "#2a2420"),
    "indigo": ("#16304a", "#2c5273"),
    "ivory": ("#e4dbc6", "#f8f2e4"),
}


def sheet_of_paper(sheet: Unrolled, rng: np.random.Generator, paper: str) -> Array:
    """Dyed paper with its fibres."""
    cloud = noise(sheet.shape, 120 * sheet.scale, rng, 3)
    long = noise(sheet.shape, 3 * sheet.scale, rng, 1, stretch=14)
    across = noise(sheet.shape[::-1], 3 * sheet.scale, rng, 1, stretch=12).T
    fibre = smooth(0.55, 0.95, long) + smooth(0.6, 0.95, across)
    share = np.clip(0.5 + 0.22 * cloud + 0.24 * fibre, 0, 1)
    return ramp([colour(text) for text in PAPERS[paper]], share)


def leaf_of(form: Form, task: Task, ground: Array, sheet: Unrolled, dark: bool) -> Array:
    """What is painted on a fan's leaf, and the strip along its edge."""
    u, v = sheet.axes()
    height = float(v.max() - v.min())
    name = "cranes" if task.named("chim", "hạc") else chosen(task, "plum", "lotus", "bamboo", "chrysanthemum")
    wide = float(u.max() - u.min()) * 0.62
    side = task.rng("side").choice([-0.16, 0.16]) * float(u.max() - u.min())
    pieces = motif(task, name, wide, height * 0.96, side, float(v.mean()))
    palette = "gold on dark" if dark else task.pick("palette", "natural", "natural", "ink")
    ground = painted(ground, sheet, pieces, palette, task.rng("wash"))
    edge = smooth(9, 7, v - float(v.min())) * np.ones_like(u)
    trim = np.asarray(colour("#d8ad55" if dark else "#7c5a24"), np.float32)
    return ground + edge[..., None] * (trim - ground)


@surface("paper-leaf")
def paper_leaf(form: Form, task: Task) -> Material:
    """A fan's leaf of paper."""
    sheet = unrolled(form)
    paper = task.pick("paper", "natural", "violet", "vermilion", "ivory", "indigo", "black")
    ground = sheet_of_paper(sheet, task.rng("paper"), paper)
    albedo = leaf_of(form, task, ground, sheet, paper in ("violet", "vermilion", "black", "indigo"))
    height = None
    if task.role in SHEETS:
        step = (form.u + form.v * np.float32(0.12)) / 90
        place = np.abs(step - np.floor(step) - 0.5) * 2
        height = (13 * smooth(0.03, 0.97, place)).astype(np.float32)
    return Material(sheet.laid(albedo), height, gloss=0.25, reflects=0.03)


@surface("wrapper")
def plain(form: Form, task: Task) -> Material:
    """Plain paper: wrappers and labels."""
    sheet = unrolled(form)
    return Material(sheet.laid(sheet_of_paper(sheet, task.rng("paper", task.role), "natural")), None, gloss=0.2)


@surface("red-paper")
def red(form: Form, task: Task) -> Material:
    """Red paper round packets."""
    sheet = unrolled(form)
    return Material(sheet.laid(sheet_of_paper(sheet, task.rng("paper", task.role), "vermilion")), None, gloss=0.25)


dress("fans", "paper-leaf", stick="rod", guard="rod")
