"""Horn, steel, stone, clay and other plain matter."""

import numpy as np

from showcase.demo.drawing.canvas import Array, blend, blur, colour, noise, ramp, smooth, tint
from showcase.demo.drawing.form import Form, unrolled
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.parts import Task, dress, surface
from showcase.demo.drawing.surfaces.shards import shards


def even(form: Form, text: str, gloss: float = 0.3, reflects: float = 0.03) -> Material:
    """One colour, a little alive."""
    rng = np.random.default_rng(7)
    tone = 1 + 0.05 * noise(form.shape, 90 * form.scale, rng, 3)
    return Material(tone[..., None] * np.asarray(colour(text), np.float32), gloss=gloss, reflects=reflects)


def clouded(
    form: Form, rng: np.random.Generator, low: str, high: str, size: float, about: float = 0.5, swing: float = 0.35
) -> Array:
    """Colours between two, in clouds of a size (units), going as far as ``swing`` from the middle ``about``."""
    tone = about + swing * noise(form.shape, size * form.scale, rng, 3)
    return tint(colour(low), colour(high), np.clip(tone, 0, 1))


@surface("horn")
def horn(form: Form, task: Task) -> Material:
    """Buffalo horn: amber to black in bands along its growth, light coming through where it is thin."""
    sheet = unrolled(form)
    rng = task.rng("horn")
    # A sheet that fills its picture shows broad flames; on a thing they run along it.
    flat_sheet = task.role in ("panel", "detail")
    flow = noise(sheet.shape, 150 * sheet.scale, rng, 4, stretch=1.7 if flat_sheet else 3.5)
    fine = noise(sheet.shape, 9 * sheet.scale, rng, 3, stretch=9 if flat_sheet else 26) * (0.5 if flat_sheet else 1)
    u, v = sheet.axes()
    lean = (v - float(v.mean())) / max(float(np.ptp(v)), 1) * rng.choice([-1.0, 1.0])
    dark = np.clip(rng.uniform(0.25, 0.6) + 0.7 * flow + 0.20 * fine + 0.5 * lean + 0 * u, 0, 1)
    tones = [colour(text) for text in ("#d69a4a", "#a9651f", "#5e2f10", "#22130b", "#120c09")]
    painted = ramp(tones, dark)
    glow = (1 - dark)[..., None] ** 2 * np.asarray(colour("#8a4f16"), np.float32) * 0.5
    return Material(sheet.laid(painted), gloss=0.92, reflects=0.05, glow=sheet.laid(glow))


@surface("steel")
def steel(form: Form, task: Task) -> Material:
    """A forged blade: grey scale and the hammer's dents along its back, the rest ground bright along the edge."""
    sheet = unrolled(form)
    rng = task.rng("steel", task.role)
    u, v = sheet.axes()
    _, inward = shards(sheet.shape, 46 * sheet.scale, rng, 0.6)
    dents = blur(np.minimum(inward / np.float32(sheet.scale), 14), 4 * sheet.scale) * -0.09
    share = (v - v.min()) / max(float(np.ptp(v)), 1) + 0 * u
    ground = smooth(0.30, 0.37, share + 0.03 * noise(sheet.shape, 120 * sheet.scale, rng, 2))
    # The last strip is the edge itself, ground once more.
    edge = smooth(0.86, 0.875, share)
    scratch = noise(sheet.shape[::-1], 1.8 * sheet.scale, rng, 2, stretch=70).T
    cloud = noise(sheet.shape, 60 * sheet.scale, rng, 3)
    scale = tint(colour("#64686d"), colour("#93979c"), np.clip(0.5 + 0.28 * cloud + 0.08 * scratch, 0, 1))
    bright = tint(colour("#a3a8ad"), colour("#d3d6d9"), np.clip(0.5 + 0.18 * scratch + 0.15 * cloud + 0.3 * edge, 0, 1))
    return Material(
        sheet.laid(blend(scale, bright, ground)),
        sheet.laid((dents * (1 - ground) + 0.05 * scratch * ground - 1.2 * edge).astype(np.float32)),
        gloss=0.70,
        reflects=0.14 + 0.24 * sheet.laid(np.ascontiguousarray(ground)),
        metal=0.55,
    )


@surface("brass")
def brass(form: Form, task: Task) -> Material:
    """Worn brass of fittings."""
    painted = clouded(form, task.rng("brass"), "#6d4a1a", "#cfa04a", 30, 0.55, 0.3)
    return Material(painted, gloss=0.8, reflects=0.30, metal=0.9)


@surface("stone")
def stone(form: Form, task: Task) -> Material:
    """Carved stone: grains, veins, the tooth of the point chisel."""
    sheet = unrolled(form)
    rng = task.rng("stone")
    kind = task.pick("stone", "grey", "white", "green")
    low, high = {"grey": ("#5d5e5e", "#93938f"), "white": ("#b9b4a8", "#e8e4da"), "green": ("#46564a", "#7f9080")}[kind]
    cloud, grain = noise(sheet.shape, 130 * sheet.scale, rng, 4), noise(sheet.shape, 3 * sheet.scale, rng, 2)
    vein = 1 - smooth(0.0, 0.10, np.abs(noise(sheet.shape, 260 * sheet.scale, rng, 4)))
    share = np.clip(0.55 + 0.28 * cloud + 0.16 * grain + 0.22 * vein, 0, 1)
    relief = 0.7 * grain + 0.8 * noise(sheet.shape, 14 * sheet.scale, rng, 2)
    return Material(sheet.laid(tint(colour(low), colour(high), share)), sheet.laid(relief), gloss=0.25)


@surface("clay")
def clay(form: Form, task: Task) -> Material:
    """Brown stoneware under a thin glaze that ran."""
    sheet = unrolled(form)
    rng = task.rng("clay")
    u, v = sheet.axes()
    share = (v - v.min()) / max(float(np.ptp(v)), 1) + 0 * u
    runs = noise(sheet.shape, 34 * sheet.scale, rng, 3, stretch=7)
    end = smooth(0.70, 0.80, share + 0.09 * runs)
    glaze = tint(colour("#2f1a0e"), colour("#8a4b1e"), np.clip(0.4 + 0.35 * runs + 0.3 * share, 0, 1))
    bare = tint(
        colour("#8c6a4c"), colour("#b08c68"), np.clip(0.5 + 0.4 * noise(sheet.shape, 9 * sheet.scale, rng, 3), 0, 1)
    )
    painted = blend(glaze, bare, end)
    wheel = np.sin(v * np.float32(0.30)) * 0.5 + 0 * u
    gloss = 0.85
    return Material(
        sheet.laid(painted), sheet.laid((wheel + 1.2 * (1 - end)).astype(np.float32)), gloss=gloss,
        reflects=0.05 * (1 - 0.8 * sheet.laid(end)),
    )  # fmt: skip


@surface("red-lacquer")
def red_lacquer(form: Form, task: Task) -> Material:
    """Vermilion lacquer of altar things."""
    painted = clouded(form, task.rng("red", task.role), "#7d1c10", "#a8321e", 120)
    return Material(painted, gloss=0.85, reflects=0.045)


@surface("paper")
def paper(form: Form, task: Task) -> Material:
    """Handmade paper: fibres and a soft unevenness."""
    rng = task.rng("paper", task.role)
    fibre = noise(form.shape, 5 * form.scale, rng, 2, stretch=6)
    tone = 1 + 0.05 * noise(form.shape, 60 * form.scale, rng, 3) + 0.04 * fibre
    return Material(tone[..., None] * np.asarray(colour("#e9dfc8"), np.float32), 0.3 * fibre, gloss=0.05, reflects=0.01)


def cord_colours(tone: Array, low: str, high: str) -> Array:
    """Colours of cords and threads by their tone."""
    return tint(colour(low), colour(high), tone)


@surface("thread-red")
def thread_red(form: Form, task: Task) -> Material:
    """Red silk thread: strings of beads, tassels."""
    return Material(cord_colours(np.clip(form.v * 0.7 + 0.2, 0, 1), "#5e130c", "#b93a26"), gloss=0.35)


@surface("thread-gold")
def thread_gold(form: Form, task: Task) -> Material:
    """Pale strings: strings of instruments, ties of bamboo."""
    return Material(cord_colours(np.clip(form.v * 0.6 + 0.3, 0, 1), "#8d6b34", "#e2c88c"), gloss=0.5, reflects=0.06)


@surface("bamboo-rod")
def bamboo_rod(form: Form, task: Task) -> Material:
    """A smooth rod of bamboo."""
    painted = clouded(form, task.rng("rod", task.role), "#8a6428", "#d9b56c", 40, 0.55, 0.25)
    return Material(painted, gloss=0.6, reflects=0.05)


dress("horn-work", "horn")
dress("stone-carving", "stone")
dress("forging", "steel", handle="dark-wood", guard="brass")
dress("soy-paste", "clay")
