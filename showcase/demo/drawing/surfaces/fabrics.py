"""Cloths of wool and cotton, towels, quilts, fringes, flags."""

import numpy as np

from showcase.demo.drawing.canvas import colour, mix, noise, numbers, ramp, smooth
from showcase.demo.drawing.drapery import rumpled
from showcase.demo.drawing.form import Form
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.parts import Task, dress, surface
from showcase.demo.drawing.surfaces.silk import SHEETS, cloth, directed, dye_of, threaded
from showcase.demo.drawing.surfaces.weaving import Weave

WOOLS = {
    "navy": ("#0f1826", "#1d2b40", "#33455e"),
    "charcoal": ("#17171a", "#2a2b2f", "#45474d"),
    "brown": ("#231810", "#3b2a1e", "#5b4535"),
    "grey": ("#3a3c40", "#5a5d62", "#82858a"),
    "camel": ("#7a5530", "#a87e4e", "#cba374"),
}


def wool_of(task: Task) -> str:
    """This record's wool."""
    if task.named("măng tô"):
        return task.pick("coat", "camel", "charcoal")
    return task.pick("wool", "navy", "charcoal", "grey", "brown")


@surface("wool")
def wool(form: Form, task: Task) -> Material:
    """Worsted: a fine twill, some with a chalk stripe, some with a check."""
    made = threaded(
        form, task.rng("wool", task.role), Weave("twill", 3.6, 3.6, back=0.5, rise=0.3), WOOLS[wool_of(task)]
    )
    kind = task.pick("pattern", "plain", "stripe", "stripe", "check")
    chalk = numbers(colour("#b9bec6"))
    if kind != "plain" and not task.named("măng tô"):
        fleck = 0.5 + 0.5 * noise(form.shape, 4 * form.scale, task.rng("chalk", task.role), 1)
        step = form.u / 62
        line = np.exp(-(((step - np.round(step)) * 62 / 1.7) ** 2)) * fleck
        if kind == "check":
            level = form.v / 74
            line = np.maximum(line, np.exp(-(((level - np.round(level)) * 74 / 1.7) ** 2)) * fleck) * 0.6
        made.albedo = made.albedo + (0.42 * line)[..., None].astype(np.float32) * (chalk - made.albedo)
    if task.role in SHEETS and made.height is not None:
        made.height = made.height + rumpled(form, task.rng("folds"), 11)
    nap = noise(form.shape, 90 * form.scale, task.rng("nap", task.role), 2)
    made.albedo = made.albedo * (1 + 0.05 * nap)[..., None]
    return made


@surface("shirt")
def shirt(form: Form, task: Task) -> Material:
    """White cotton."""
    albedo, relief = cloth(form, task.rng("shirt", task.role), colour("#efece4"), 4)
    return Material(albedo, relief, gloss=0.2, reflects=0.02)


@surface("suit-lining")
def suit_lining(form: Form, task: Task) -> Material:
    """The silk inside a jacket."""
    tone = colour(task.pick("lining", "#6d2433", "#23405c", "#5a4a2c"))
    albedo, relief = cloth(form, task.rng("lining", task.role), tone, 3)
    return Material(albedo, relief, gloss=0.5, reflects=0.05, strand=directed(form), sheen=0.4)


@surface("button")
def button(form: Form, task: Task) -> Material:
    """A horn button with four holes."""
    size = float(np.abs(form.u).max())
    hole = np.ones(form.shape, np.float32)
    for x in (-0.24, 0.24):
        for y in (-0.24, 0.24):
            hole *= smooth(0.07, 0.14, np.hypot(form.u / size - x, form.v / size - y))
    vein = noise(form.shape, 10 * form.scale, task.rng("button", task.role), 2, stretch=2)
    albedo = ramp([colour("#120d0a"), colour("#3d2a1c"), colour("#6b4a30")], np.clip(0.4 + 0.3 * vein, 0, 1))
    return Material(albedo * (0.15 + 0.85 * hole)[..., None], hole * np.float32(2), gloss=0.8, reflects=0.05)


def _fringe(form: Form, low: str, high: str) -> Material:
    colours = [colour(low), colour(high)]
    return Material(ramp(colours, np.clip(form.u, 0, 1)), None, gloss=0.35, reflects=0.035)


@surface("fringe")
def fringe(form: Form, task: Task) -> Material:
    """Warp ends of the cloth's own thread."""
    if task.sketch.craft == "lotus-silk":
        return _fringe(form, "#b3a078", "#eadfc6")
    tone = dye_of(task)
    share = np.clip(0.6 + 0.5 * form.u, 0, 1.1)[..., None]
    return Material((numbers(tone) * share).astype(np.float32), None, gloss=0.4)


@surface("fringe-gold")
def fringe_gold(form: Form, task: Task) -> Material:
    """A fringe of yellow silk and gold."""
    return _fringe(form, "#8a5f1c", "#e7c068")


FLAG = ("#1f4f8c", "#f1ede0", "#b3261f", "#e0ad2e", "#2d7a4a")


def _flag(index: int) -> None:
    @surface(f"flag-{index}")
    def part(form: Form, task: Task) -> Material:
        """One square of the flag, satin."""
        first = task.rng("flag").integers(5)
        albedo, relief = cloth(form, task.rng("flag", task.role), colour(FLAG[(index + int(first)) % 5]), 3)
        half = max(float(np.abs(form.u).max()), 1.0)
        near = half - np.maximum(np.abs(form.u), np.abs(form.v))
        seam = np.exp(-(((near - 12) / 2.2) ** 2)) if index else form.u * 0
        albedo = albedo * (1 - 0.3 * seam)[..., None]
        return Material(albedo, relief - seam, gloss=0.45, reflects=0.04, strand=directed(form), sheen=0.35)


for _index in range(5):
    _flag(_index)


@surface("towel")
def towel(form: Form, task: Task) -> Material:
    """A waffle of floss silk and cotton, with a plain border."""
    tones = {"ecru": ("#b8a888", "#d9ccb0", "#f2e9d6"), "rose": ("#b08a84", "#d3b3ac", "#f0dfd9"),
             "sea": ("#8fa39c", "#b6c7bf", "#e0e9e2")}  # fmt: skip
    colours = tones[task.pick("towel", *tones)]
    made = threaded(form, task.rng("towel", task.role), Weave("plain", 17, 17, back=3, rise=2.5), colours)
    return made


@surface("quilted")
def quilted(form: Form, task: Task) -> Material:
    """A silk cover over a thick filling, stitched in lozenges."""
    tone = mix(dye_of(task), colour("#efe6d2"), 0.45)
    albedo, relief = cloth(form, task.rng("quilt", task.role), tone, 3.2)
    a, b = (form.u + form.v) / 150, (form.u - form.v) / 150
    line = np.minimum(np.abs(a - np.round(a)), np.abs(b - np.round(b))) * 150
    # The filling rises from the seam at once and is nearly flat in the middle of a lozenge.
    fold = noise(form.shape, 26 * form.scale, task.rng("puff", task.role), 2)
    puff = 13 * np.tanh(line / 26) ** 0.8 + 0.7 * fold * np.exp(-line / 30)
    stitch = np.exp(-((line / 2.2) ** 2)) * smooth(0, 0.4, np.sin((form.u + form.v) * 0.35) + 0.2)
    albedo = albedo * (1 - 0.22 * stitch)[..., None]
    height = (puff + relief).astype(np.float32)
    return Material(albedo, height, gloss=0.35, reflects=0.035, strand=directed(form), sheen=0.25)


dress("suits", "wool", shirt="shirt", lining="suit-lining", button="button")
