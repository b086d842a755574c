"""Village foods and dough: leaves, noodles, brittle, pure soft colours."""

import cv2
import numpy as np

from showcase.demo.drawing.canvas import Array, blend, colour, noise, ramp, smooth, tint
from showcase.demo.drawing.form import Form, unrolled
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.parts import Task, dress, surface
from showcase.demo.drawing.surfaces.shards import shards

#: Dough is dyed with what a kitchen has: gac, turmeric, leaves, pandan, charcoal.
DOUGH = {
    "red": "#c93a2c", "pink": "#e58a8f", "orange": "#e58a35", "yellow": "#f0c342", "green": "#5f9a4c",
    "teal": "#3f8f8a", "blue": "#4a6fb0", "violet": "#80599a", "white": "#f3ead9", "black": "#2a2524",
    "brown": "#8a5a34", "rose": "#dd6a66", "leaf": "#7fb05c", "skin": "#f0c9a0",
}  # fmt: skip


@surface("leaf-wrap")
def leaf_wrap(form: Form, task: Task) -> Material:
    """Dong leaves folded over: long parallel veins, a fold where one leaf ends."""
    sheet = unrolled(form)
    rng = task.rng("leaf", task.role)
    across = task.role in ("wall", "side")
    shape = sheet.shape[::-1] if across else sheet.shape
    x = np.arange(shape[1], dtype=np.float32)[None, :] / np.float32(sheet.scale)
    bend = noise(shape, 300 * sheet.scale, rng, 2, stretch=3) * 16
    vein = 0.5 + 0.5 * np.cos((x + bend) * np.float32(2 * np.pi / 13))
    cloud = noise(shape, 120 * sheet.scale, rng, 3)
    worn = noise(shape, 14 * sheet.scale, rng, 3, stretch=3)
    half = smooth(-1.5, 1.5, (x - float(x.mean()) + bend * 0.3))
    fine = noise(shape, 4 * sheet.scale, rng, 2, stretch=40)
    share = np.clip(0.42 + 0.20 * cloud + 0.10 * vein + 0.08 * worn + 0.12 * half + 0.14 * fine, 0, 1)
    tones = [colour(text) for text in ("#26371a", "#3f5526", "#5f7434", "#8a8f4c")]
    painted, relief = ramp(tones, share), 1.5 * vein + 0.4 * worn + 2.2 * half + 0.3 * fine
    if across:
        painted, relief = np.ascontiguousarray(painted.transpose(1, 0, 2)), np.ascontiguousarray(relief.T)
    return Material(sheet.laid(painted), sheet.laid(relief.astype(np.float32)), gloss=0.5, reflects=0.035)


@surface("noodle")
def noodle(form: Form, task: Task) -> Material:
    """Dried vermicelli: grey glassy threads that let light through."""
    if task.role in ("band", "panel", "detail"):
        return _hanging(form, task)
    share = np.clip(0.35 + 0.5 * form.v, 0, 1)
    painted = tint(colour("#7d7568"), colour("#cfc8b8"), share)
    glow = share[..., None] * np.asarray(colour("#6b6558"), np.float32) * 0.5
    return Material(painted, gloss=0.75, reflects=0.06, glow=glow)


def _hanging(form: Form, task: Task) -> Material:
    """A sheet of threads that hang side by side, one layer over the other."""
    rng = task.rng("noodles")
    albedo = np.broadcast_to(np.asarray(colour("#4d473d"), np.float32), (*form.shape, 3)).copy()
    height = np.full(form.shape, -8, np.float32)
    for layer in range(3):
        sway = 16 * noise(form.shape, 210 * form.scale, rng, 2, stretch=5) + 5 * np.sin(form.v / 130 + layer * 2)
        place = (form.u + sway) / np.float32(11) + 0.33 * layer
        index = np.floor(place).astype(np.int32)
        side = (place - index - 0.5) * 2 / 0.86
        table = rng.random((2, 257)).astype(np.float32)[:, index % 257]
        there = (np.abs(side) < 1) & (table[0] < (1.0, 0.7, 0.4)[layer])
        back = np.sqrt(np.clip(1 - side * side, 0, 1))
        tone = tint(colour("#8d8576"), colour("#ddd7c8"), np.clip(0.2 + 0.3 * layer + 0.3 * table[1], 0, 1))
        albedo = np.where(there[..., None], tone * (0.6 + 0.4 * back)[..., None], albedo)
        height = np.where(there, 5 * layer + 5 * back, height)
    return Material(albedo.astype(np.float32), height.astype(np.float32), gloss=0.7, reflects=0.05)


@surface("brittle")
def brittle(form: Form, task: Task) -> Material:
    """Peanut brittle: halves of peanuts and sesame in clear amber sugar."""
    sheet = unrolled(form)
    rng = task.rng("brittle", task.role, str(form.left), str(form.top))
    tone, inward = shards(sheet.shape, 34 * sheet.scale, rng, 0.55)
    inward = np.minimum(inward, 1e6) / np.float32(sheet.scale)  # one shard alone has no edge
    nut = smooth(2.5, 5.5, inward) * (tone > 0.22)
    height = np.sqrt(np.minimum(inward, 11)) * 2.6 * nut
    sugar = tint(
        colour("#7a3c0c"), colour("#c77a24"), np.clip(0.5 + 0.4 * noise(sheet.shape, 50 * sheet.scale, rng, 3), 0, 1)
    )
    kernel = tint(colour("#b98446"), colour("#ecca92"), tone)
    sesame = (noise(sheet.shape, 7 * sheet.scale, rng, 1) > 0.72)[..., None]
    painted = blend(sugar, kernel, nut)
    painted = np.where(sesame, np.asarray(colour("#f0e2c0"), np.float32), painted)
    return Material(sheet.laid(painted), sheet.laid(height.astype(np.float32)), gloss=0.8, reflects=0.05)


@surface("rice-paper")
def rice_paper(form: Form, task: Task) -> Material:
    """A sheet that brittle is dried and cut on."""
    tone = 1 + 0.06 * noise(form.shape, 40 * form.scale, task.rng("sheet"), 4)
    return Material(tone[..., None] * np.asarray(colour("#e6d9bd"), np.float32), gloss=0.2)


def doughs(which: Array | None, tones: list[str]) -> Array:
    """Colours of lumps by their names."""
    table = np.array([colour(DOUGH.get(tone, DOUGH["white"])) for tone in tones], np.float32)
    return table[0 if which is None else which]


def kneaded(form: Form, painted: Array, task: Task) -> Material:
    """Dough: soft, matt, with the print of fingers."""
    rng = task.rng("dough")
    print_ = noise(form.shape, 16 * form.scale, rng, 3)
    deep = cv2.GaussianBlur(painted, (0, 0), max(1.0, 2.5 * form.scale))
    return Material(painted * 0.7 + deep * 0.3, 0.9 * print_, gloss=0.3, reflects=0.028)


@surface("dough")
def dough(form: Form, task: Task) -> Material:
    """Rolls of dough side by side, each of two colours twisted together."""
    sheet = unrolled(form)
    rng = task.rng("dough")
    u, v = sheet.axes()
    across = (u + 0.35 * v) / np.float32(74) + 0.10 * noise(sheet.shape, 260 * sheet.scale, rng, 2)
    number = np.floor(across).astype(int)
    inside = (across - number - 0.5) * 2
    names = [name for name in DOUGH if name not in ("black", "brown", "rose", "leaf", "skin")]
    table = np.array([colour(DOUGH[name]) for name in names], np.float32)
    pairs = rng.integers(0, len(names), (int(np.ptp(number)) + 1, 2))
    phase = v / np.float32(88) + inside * 0.28 + number * 0.37
    turn = np.abs(phase - np.floor(phase) - 0.5) * 2
    first, second = (table[pairs[number - number.min(), i]] for i in (0, 1))
    painted = blend(first.copy(), second, smooth(0.44, 0.56, turn))
    height = 24 * np.sqrt(np.clip(1 - inside**2, 0, 1)) - 3.0 * np.exp(-(((turn - 0.5) / 0.10) ** 2))
    shade = 0.45 + 0.55 * np.sqrt(np.clip(1 - inside**4, 0, 1))
    soft = cv2.GaussianBlur(height.astype(np.float32), (0, 0), max(0.8, 2.5 * sheet.scale))
    return Material(sheet.laid(painted * shade[..., None]), sheet.laid(soft), gloss=0.3, reflects=0.028)


dress("rice-cakes", "leaf-wrap", cord="thread-gold")
dress("vermicelli", "noodle", rod="bamboo-rod", cord="thread-gold")
dress("confectionery", "brittle", sheet="rice-paper")
dress("dough-figures", "dough", rod="bamboo-rod")
