"""Small surfaces of single parts: linings, strings, plain shell, pale horn, glaze, ink; and none at all."""

import numpy as np

from showcase.demo.drawing.canvas import colour, noise, ramp, tint
from showcase.demo.drawing.form import Form, unrolled
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.motifs import moved
from showcase.demo.drawing.motifs.pieces import blossom, leaf
from showcase.demo.drawing.parts import Surface, Task, dress, surface
from showcase.demo.drawing.surfaces.matter import clouded, even
from showcase.demo.drawing.surfaces.shell import CLAM, panel
from showcase.demo.drawing.surfaces.wood import waxed


@surface("none")
def none(form: Form, task: Task) -> Material:
    """Nothing to be seen: a form that only throws a shadow."""
    return Material(np.zeros((*form.shape, 3), np.float32), cover=np.zeros(form.shape, np.float32))


@surface("ink")
def ink(form: Form, task: Task) -> Material:
    """Black lacquer of hands and marks."""
    return even(form, "#1c1714", 0.6)


@surface("celadon")
def celadon(form: Form, task: Task) -> Material:
    """Pale green glaze."""
    painted = clouded(form, task.rng("glaze", task.role), "#8fa08a", "#c9d3c0", 160, 0.55, 0.25)
    return Material(painted, gloss=0.93, reflects=0.045)


@surface("drum-skin")
def drum_skin(form: Form, task: Task) -> Material:
    """Snake's skin over a sounding bowl: rows of scales, darker in broad bands."""
    a, b = (form.u + form.v) / 22, (form.u - form.v) / 22
    inside = np.maximum(np.abs(a - np.round(a)), np.abs(b - np.round(b))) * 2
    band = 0.5 + 0.5 * np.sin(form.u / 30 + 1.4 * noise(form.shape, 70 * form.scale, task.rng("skin"), 2))
    share = np.clip(0.30 + 0.45 * band + 0.30 * (1 - inside), 0, 1)
    painted = ramp([colour(text) for text in ("#3f3020", "#8d7450", "#d4c099", "#ece0c2")], share)
    return Material(painted, (1.4 * (1 - inside**2)).astype(np.float32), gloss=0.5, reflects=0.035)


@surface("horn-pale")
def horn_pale(form: Form, task: Task) -> Material:
    """Pale horn or bone of frets and bridges."""
    return even(form, "#d8c39a", 0.7)


@surface("shell-plain")
def shell_plain(form: Form, task: Task) -> Material:
    """A plain piece of shell."""
    bands = noise(form.shape, 40 * form.scale, task.rng("shell", str(form.left)), 3)
    return Material(ramp([colour(text) for text in CLAM], 0.5 + 0.4 * bands), gloss=0.9, reflects=0.06)


@surface("silk-lining")
def silk_lining(form: Form, task: Task) -> Material:
    """Red or gold silk that lines a case."""
    sheet = unrolled(form)
    u, v = sheet.axes()
    text = task.pick("lining", "#7e2016", "#8f6a24", "#23405c")
    weave = np.sin(u * 1.1) * np.sin(v * 1.1)
    fold = noise(sheet.shape, 200 * sheet.scale, task.rng("lining"), 2)
    painted = (1 + 0.10 * weave + 0.12 * fold)[..., None] * np.asarray(colour(text), np.float32)
    return Material(sheet.laid(painted.astype(np.float32)), sheet.laid((0.3 * weave).astype(np.float32)), gloss=0.35)


@surface("sacking")
def sacking(form: Form, task: Task) -> Material:
    """A cloth tied over a jar, in small folds."""
    sheet = unrolled(form)
    u, v = sheet.axes()
    rng = task.rng("cloth")
    fold = np.sin(u * 0.16 + 2.5 * noise(sheet.shape, 90 * sheet.scale, rng, 2)) * np.clip((v - 270) / 60, 0, 1)
    weave = np.sin(u * 0.9) + np.sin(v * 0.9)
    painted = (1 + 0.05 * weave + 0.10 * fold)[..., None] * np.asarray(colour("#b3382a"), np.float32)
    return Material(
        sheet.laid(painted.astype(np.float32)), sheet.laid((6 * fold + 0.4 * weave).astype(np.float32)), gloss=0.1
    )


@surface("split-bamboo")
def split_bamboo(form: Form, task: Task) -> Material:
    """Ties of fresh split bamboo."""
    tone = 0.5 + 0.3 * noise(form.shape, 30 * form.scale, task.rng("tie"), 3)
    return Material(tint(colour("#8f8a46"), colour("#d9d08c"), np.clip(tone, 0, 1)), gloss=0.4)


@surface("soundboard")
def soundboard(form: Form, task: Task) -> Material:
    """Paulownia: pale, light wood with straight, open grain."""
    return waxed(form, task.rng("soundboard"), "tung", gloss=0.45)


@surface("inlay-rose")
def inlay_rose(form: Form, task: Task) -> Material:
    """A rose of shell on a soundboard."""
    sheet = unrolled(form)
    u, v = sheet.axes()
    size = float(np.ptp(u)) / 2
    rng = task.rng("rose")
    pieces = blossom(0, 0, size * 0.72, 0.3, 8)
    pieces += [
        leaf(size * 0.5 * np.cos(a), size * 0.5 * np.sin(a), size * 0.42, size * 0.09, a, "leaf")
        for a in np.linspace(0, 6.283, 17)[:-1]
    ]
    return panel(form, task, moved(pieces, float(u.mean()), float(v.mean()), 1, rng.uniform(0, 1)), sheet)


dress("instruments", "soundboard", rim="dark-wood", top="soundboard", peg="dark-wood", gourd="wood")


def _plain(text: str, gloss: float) -> Surface:
    return lambda form, task: even(form, text, gloss)


for _name, _text, _gloss in (
    ("eggshell-chip", "#efe4cc", 0.4), ("chalk", "#f2efe6", 0.05), ("leather", "#4a2616", 0.6),
    ("fern-stem", "#6b3d1e", 0.45), ("incense-red", "#a3203c", 0.15), ("thread-green", "#3f6136", 0.4),
):  # fmt: skip
    surface(_name)(_plain(_text, _gloss))


@surface("mirror-glass")
def mirror_glass(form: Form, task: Task) -> Material:
    """A mirror that shows a dim room."""
    sheet = unrolled(form)
    u, v = sheet.axes()
    soft = noise(sheet.shape, 420 * sheet.scale, task.rng("mirror"), 2)
    share = np.clip(0.62 - (u + v) / 2600 + 0.12 * soft, 0, 1)
    return Material(sheet.laid(tint(colour("#7f8a8c"), colour("#e6e8e4"), share)), gloss=0.95, reflects=0.12)


@surface("sauce-glass")
def sauce_glass(form: Form, task: Task) -> Material:
    """Clear glass with soy sauce behind it: dark in the middle, amber at the edges where it is thin."""
    thin = np.clip(1 - form.normal[..., 2], 0, 1) ** 1.5
    return Material(tint(colour("#2a1208"), colour("#a8591c"), thin), gloss=0.97, reflects=0.05)
