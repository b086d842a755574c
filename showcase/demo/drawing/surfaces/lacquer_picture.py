"""Lacquer painting: a scene of coats in a few colours over silver leaf, eggshell for what is white, rubbed flat."""

import numpy as np

from showcase.demo.drawing.canvas import Array, blend, colour, noise, smooth, tint
from showcase.demo.drawing.form import Form, Unrolled, unrolled
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.parts import Task, surface
from showcase.demo.drawing.surfaces.lacquer import gold, leafed, polished, pressed
from showcase.demo.drawing.surfaces.layout import Layout, lay_out, motif_for

#: The ground's coat, its rubbed-through tone, and the leaf's tint under it.
PALETTES = {
    "amber": ("#2b130a", "#6a3113", "#c08a3e"),
    "night": ("#0f1412", "#23302b", "#7f8f80"),
    "vermilion": ("#4a100a", "#8f2414", "#c98238"),
    "black": ("#120d0b", "#2c1a10", "#a5803f"),
}
WHITE = ("moon", "petal", "feather", "shell", "wall-pale", "sail")
COLOURS = {
    "leaf": "#2f4a33", "stem": "#3d4a28", "needle": "#2f4a33", "branch": "#1c100a", "heart": "#c99a3c",
    "sun": "#d2973a",
    "son": "#b8321c", "robe": "#9c2d18", "fish": "#b5391f", "fin": "#d2973a", "dark": "#0d0908", "line": "#c9a45c",
    "hill": "#3a2a17", "hill-near": "#1a110c", "hill-far": "#6b4a22", "roof": "#5a2413", "wall": "#a5702c",
    "wall-deep": "#7e2b17", "shutter": "#2f4a33", "road": "#2a1a10", "cloud": "#d8b469",
}  # fmt: skip
GILT = ("line", "heart", "sun", "cloud", "fin")


@surface("lacquer-picture")
def lacquer_picture(form: Form, task: Task) -> Material:
    """This record's picture."""
    sheet = unrolled(form)
    rng = task.rng("painting", task.role)
    u, v = sheet.axes()
    low, through, leaf = (colour(text) for text in PALETTES[task.pick("palette", *PALETTES)])
    ground = _ground(sheet, rng, (low, through, leaf))
    motif = motif_for(
        task,
        u,
        v,
        1.05 if task.role == "band" else 0.94,
        "street",
        "boats",
        "lotus",
        "carp",
        "cranes",
        "rooster",
        "reeds",
        "phoenix",
    )
    layout = lay_out(sheet, motif, rng, 1.8)
    painted = _scene(ground, layout, sheet, rng)
    relief: Array | None = None
    painted, relief = pressed(painted, sheet, layout.of(*WHITE), rng, 14)
    # Lines of gold round what is dark, of black round what is white.
    white = layout.of(*WHITE)
    edge = layout.cuts * layout.cover
    painted = painted * (1 - 0.85 * edge * white)[..., None]
    painted = blend(painted, gold(sheet, rng), (edge * (1 - white) * 0.8))
    return polished(sheet, painted, relief)


def _ground(sheet: Unrolled, rng: np.random.Generator, tones: tuple[tuple[float, float, float], ...]) -> Array:
    """Leaf glowing through dark coats, more in the middle of the sky than at the edges."""
    low, through, leaf = tones
    u, v = sheet.axes()
    far = np.hypot(u / max(float(np.ptp(u)), 1), (v - float(v.mean())) / max(float(np.ptp(v)), 1) + 0.12)
    glow = np.clip(0.95 - 1.5 * far + 0.35 * noise(sheet.shape, 260 * sheet.scale, rng, 4), 0, 1)
    coat = tint(low, through, np.clip(0.5 + 0.5 * noise(sheet.shape, 120 * sheet.scale, rng, 4), 0, 1))
    under = tint(through, leaf, leafed(sheet, rng))
    return blend(coat, under, (smooth(0.1, 0.95, glow) * 0.8))


def _scene(ground: Array, layout: Layout, sheet: Unrolled, rng: np.random.Generator) -> Array:
    """The coloured pieces, each rubbed until its neighbour or the leaf shows a little."""
    colours = layout.coloured({kind: colour(text) for kind, text in COLOURS.items()}, colour("#8a5a24"))
    rubbed = noise(sheet.shape, 34 * sheet.scale, rng, 3)
    broad = noise(sheet.shape, 150 * sheet.scale, rng, 2)
    colours = colours * (0.72 + 0.5 * layout.tone + 0.25 * broad)[..., None]
    gilt = layout.of(*GILT)
    colours = blend(colours, gold(sheet, rng), (0.6 * gilt))
    share = layout.cover * (0.90 - 0.22 * smooth(0.2, 0.8, rubbed))
    return blend(ground, colours, share)
