"""Mother-of-pearl let into dark wood: small sawn pieces whose hue turns with their angle, and engraved lines."""

import numpy as np

from showcase.demo.drawing.canvas import Array, blend, colour, noise, ramp
from showcase.demo.drawing.form import Form, Unrolled, unrolled
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.motifs import MOTIFS, Piece, moved
from showcase.demo.drawing.motifs.pieces import blossom, leaf
from showcase.demo.drawing.parts import Task, dress, surface
from showcase.demo.drawing.surfaces.layout import Layout, lay_out, motif_for
from showcase.demo.drawing.surfaces.wood import grain

#: Hues of abalone and turban shell as they turn in the light, and of the white clam.
ABALONE = ("#1f6a6a", "#4aa596", "#a9d9b0", "#f0e4d2", "#e093a6", "#8c6fc0", "#3f82bd", "#4aa5a0")
CLAM = ("#c4bfb6", "#efe9df", "#e2d6ec", "#cfe6dd", "#f6f0e6", "#ecd9cd")
#: How much a kind of piece is abalone (1) rather than white clam (0), and its share of light.
ABALONE_KINDS = {
    "petal": 0.12, "heart": 0.9, "leaf": 1.0, "needle": 0.9, "branch": 0.8, "stem": 0.75, "feather": 0.04, "dark": 1.0,
    "moon": 0.1, "sun": 0.35, "hill": 0.9, "hill-far": 0.5, "hill-near": 1.0, "fish": 0.3, "robe": 0.85, "wall": 0.5,
    "wall-pale": 0.1, "wall-deep": 0.9, "roof": 1.0, "shutter": 0.8, "sail": 0.2, "fin": 0.9, "son": 0.95, "road": 0.6,
}  # fmt: skip
LIGHT_KINDS = {
    "branch": 0.52, "stem": 0.6, "dark": 0.22, "needle": 0.8, "hill": 0.55, "hill-near": 0.45, "hill-far": 0.6,
    "roof": 0.45, "shutter": 0.5, "road": 0.4, "heart": 0.75,
}  # fmt: skip


def pearl(sheet: Unrolled, layout: Layout, rng: np.random.Generator) -> Array:
    """The colour of shell: bands of hue that run with the shell's growth and turn with the piece's angle."""
    scale = sheet.scale
    bands = noise(sheet.shape, 60 * scale, rng, 3, stretch=2.2)
    fine = noise(sheet.shape, 7 * scale, rng, 2, stretch=4)
    phase = 0.5 + 0.5 * np.sin(2.6 * layout.turned + 2.8 * bands + 0.6 * fine)
    hue = ramp([colour(text) for text in ABALONE], phase)
    white = ramp([colour(text) for text in CLAM], np.clip(phase * 0.85 + 0.2 * bands + 0.08, 0, 1))
    abalone = np.clip(layout.valued(ABALONE_KINDS, 0.5) + 0.24 * (layout.tone - 0.5), 0, 1)
    light = layout.valued(LIGHT_KINDS, 0.95) * (0.86 + 0.22 * layout.tone)
    return (blend(white, hue, abalone)) * (light * (1 + 0.16 * fine + 0.12 * bands))[..., None]


def inlaid(painted: Array, sheet: Unrolled, pieces: list[Piece], rng: np.random.Generator) -> tuple[Array, Array]:
    """Let pieces into a painted wood; gives its colour and how much is shell."""
    layout = lay_out(sheet, pieces, rng)
    pearled = pearl(sheet, layout, rng) * (1 - 0.82 * layout.cuts)[..., None]
    return blend(painted, pearled, layout.cover), layout.cover


def panel(form: Form, task: Task, pieces: list[Piece], sheet: Unrolled | None = None) -> Material:
    """Dark wood with these pieces let in, polished over."""
    sheet = sheet or unrolled(form)
    rng = task.rng("inlay", task.role)
    wood, relief = grain(sheet, rng, task.pick("dark wood", "gu", "trac", "trac"))
    painted, shell = inlaid(wood * 0.72, sheet, pieces, rng)
    # Shell throws back light from within: it stays bright where wood is dull.
    return Material(
        sheet.laid(painted * (1 + 0.25 * shell)[..., None]),
        sheet.laid(relief * (1 - shell) * 0.6),
        gloss=0.85,
        reflects=0.045,
        coated=True,
    )


def bordered(u: Array, v: Array, rng: np.random.Generator, wide: float) -> list[Piece]:
    """A scroll along all four sides of a field."""
    width, height = float(np.ptp(u)), float(np.ptp(v))
    x, y = float(u.min() + u.max()) / 2, float(v.min() + v.max()) / 2
    pieces: list[Piece] = []
    for side in (-1, 1):
        pieces += moved(MOTIFS["scroll"](rng, width - 3 * wide, wide), x, y + side * (height / 2 - wide * 0.75))
        pieces += moved(MOTIFS["scroll"](rng, wide, height - 3 * wide), x + side * (width / 2 - wide * 0.75), y)
    return pieces


@surface("inlay")
def inlay(form: Form, task: Task) -> Material:
    """This record's inlay: a motif that fills the form; large fields have a border too."""
    sheet = unrolled(form)
    u, v = sheet.axes()
    width, height = float(np.ptp(u)), float(np.ptp(v))
    rng = task.rng("border", task.role)
    if task.role != "band" and max(width, height) > 3.4 * min(width, height):
        return panel(form, task, moved(MOTIFS["scroll"](rng, width * 0.96, height * 0.9), 0, float(v.mean())), sheet)
    choices = ("plum", "cranes", "lotus", "chrysanthemum", "bamboo", "phoenix", "boats", "rooster")
    if min(width, height) < 380 or task.role == "detail":
        return panel(form, task, motif_for(task, u, v, 0.9, *choices), sheet)
    if task.named("bàn cờ"):
        return panel(form, task, motif_for(task, u, v, 0.96), sheet)
    wide = min(width, height) * 0.075
    pieces = motif_for(task, u, v, 1 - 2.6 * wide / min(width, height), *choices)
    return panel(form, task, [*bordered(u, v, rng, wide), *pieces], sheet)


@surface("inlay-sticks")
def inlay_sticks(form: Form, task: Task) -> Material:
    """Small sprigs one under the other on each of ten chopsticks."""
    sheet = unrolled(form)
    u, v = sheet.axes()
    rng = task.rng("sticks")
    pieces: list[Piece] = []
    for x in np.linspace(float(u.min()) + 17, float(u.max()) - 17, 10):
        for index, y in enumerate(np.arange(float(v.min()) + 22, float(v.max()) - 10, 36)):
            if index % 3 == 0:
                pieces += blossom(x, y, 12, rng.uniform(0, 6))
            else:
                pieces += [leaf(x, y + 12, 26, 5, -np.pi / 2 + side * 0.5) for side in (-1, 1)]
    return panel(form, task, pieces, sheet)


@surface("inlay-scroll")
def inlay_scroll(form: Form, task: Task) -> Material:
    """A vine along the form, whichever way it is longer."""
    sheet = unrolled(form)
    u, v = sheet.axes()
    pieces = MOTIFS["scroll"](task.rng("scroll", task.role), float(np.ptp(u)) * 0.97, float(np.ptp(v)) * 0.8)
    return panel(form, task, moved(pieces, float(u.mean()), float(v.mean())), sheet)


dress("inlay", "inlay", frame="dark-wood", inside="dark-wood", rim="dark-wood", foot="dark-wood", wall="inlay-scroll")
dress("inlay", "inlay", sticks="inlay-sticks")
