"""Carved wood: figures with the marks of the gouge, and panels of low relief."""

import numpy as np

from showcase.demo.drawing.canvas import Array, blur, noise, smooth
from showcase.demo.drawing.form import Form, Unrolled, unrolled
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.motifs import MOTIFS, Piece, moved
from showcase.demo.drawing.parts import Task, dress, surface
from showcase.demo.drawing.surfaces.layout import along_apron, lay_out, motif_for
from showcase.demo.drawing.surfaces.matter import stone
from showcase.demo.drawing.surfaces.shards import shards
from showcase.demo.drawing.surfaces.wood import grain, wood_of


@surface("carved-figure")
def carved_figure(form: Form, task: Task) -> Material:
    """A figure's wood: grain through the block, facets of the gouge."""
    sheet = unrolled(form)
    rng = task.rng("figure")
    painted, relief = grain(sheet, rng, wood_of(task))
    _, inward = shards(sheet.shape, 30 * sheet.scale, rng, 0.6)
    facets = blur(np.minimum(inward / np.float32(sheet.scale), 10), 2 * sheet.scale) * -0.10
    return Material(sheet.laid(painted), sheet.laid(0.6 * relief + facets), gloss=0.55, reflects=0.04)


def relief_of(sheet: Unrolled, pieces: list[Piece], rng: np.random.Generator, deep: float = 9) -> Array:
    """Heights of pieces standing out of a ground: round at their edges, veins cut in."""
    layout = lay_out(sheet, pieces, rng, 3.0)
    body = blur(layout.cover, 2.2 * sheet.scale) + 0.6 * blur(layout.cover, 7 * sheet.scale)
    tool = noise(sheet.shape, 26 * sheet.scale, rng, 2)
    ground = 0.06 * tool * (1 - layout.cover)
    return deep * (0.62 * body * (0.8 + 0.4 * layout.tone) - 0.45 * blur(layout.cuts, 1.0 * sheet.scale) + ground)


@surface("carved")
def carved(form: Form, task: Task) -> Material:
    """A panel or apron with a motif in relief, its ground cut back."""
    sheet = unrolled(form)
    rng = task.rng("carved", task.role)
    u, v = sheet.axes()
    width, height = float(np.ptp(u)), float(np.ptp(v))
    kind = "go" if task.role == "band" else wood_of(task)
    painted, fine = grain(sheet, rng, kind, across=width > height)
    apron = along_apron(form, rng, u, v) if task.role == "wall" else None
    if apron:
        pieces = apron
    elif task.role != "band" and max(width, height) > 2.2 * min(width, height):
        pieces = moved(MOTIFS["scroll"](rng, width * 0.95, height * 0.8), float(u.mean()), float(v.mean()))
    else:
        pieces = motif_for(
            task, u, v, 1.0 if task.role == "band" else 0.86, "lotus", "plum", "chrysanthemum", "phoenix", "bamboo"
        )
    relief = relief_of(sheet, pieces, rng)
    dark = smooth(0.5, 4.0, relief)
    return Material(
        sheet.laid(painted * (0.55 + 0.45 * dark)[..., None]), sheet.laid(relief + 0.4 * fine), gloss=0.6, reflects=0.04
    )


@surface("stone-relief")
def stone_relief(form: Form, task: Task) -> Material:
    """A slab with a motif in relief, its ground pointed."""
    sheet = unrolled(form)
    u, v = sheet.axes()
    relief = relief_of(sheet, motif_for(task, u, v, 1.0), task.rng("relief"), 10)
    made = stone(form, task)
    laid = sheet.laid(relief)
    made.albedo = made.albedo * (0.66 + 0.40 * smooth(0.5, 5.0, laid))[..., None]
    made.height = laid + np.float32(0.35) * np.asarray(made.height)
    return made


dress("wood-carving", "carved-figure", detail="carved")
dress("fine-joinery", "wood", door="carved", wall="carved", detail="carved", clasp="brass")
dress("stone-carving", "stone", figure="stone", band="stone-relief")
