"""Incense: dyed bamboo sticks, herb paste rolled on them, sand, ties of sedge."""

import numpy as np

from showcase.demo.drawing.canvas import colour, noise, ramp, smooth
from showcase.demo.drawing.form import Form
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.parts import Surface, Task, dress, surface

STRAW = tuple(colour(text) for text in ("#8a6a3c", "#b9965c", "#d8ba83"))
CRIMSON = tuple(colour(text) for text in ("#6e0a20", "#a8132c", "#d3263c"))
HERB = tuple(colour(text) for text in ("#4f3a22", "#74562f", "#967343"))


def _two(form: Form, low: tuple[tuple[float, float, float], ...]) -> Material:
    """Strands whose tone is below a half are of one colour, those above it crimson."""
    dyed = ramp(CRIMSON, np.clip((form.u - 0.5) * 2, 0, 1))
    bare = ramp(low, np.clip(form.u * 2, 0, 1))
    return Material(np.where((form.u > 0.5)[..., None], dyed, bare), None, gloss=0.3, reflects=0.03)


@surface("sticks")
def sticks(form: Form, task: Task) -> Material:
    """Split bamboo, dyed at its feet."""
    return _two(form, STRAW)


@surface("herb-sticks")
def herb_sticks(form: Form, task: Task) -> Material:
    """Sticks with paste on them, their feet crimson."""
    made = _two(form, HERB)
    grain = noise(form.shape, 3.5 * form.scale, task.rng("grain", task.role), 2)
    made.albedo = made.albedo * (1 + 0.12 * grain)[..., None]
    made.height, made.gloss = grain * np.float32(0.5), 0.15
    return made


@surface("herb")
def herb(form: Form, task: Task) -> Material:
    """Paste of herb powder, dry and matt."""
    grain = noise(form.shape, 4 * form.scale, task.rng("herb", task.role), 3)
    slow = noise(form.shape, 60 * form.scale, task.rng("herb", task.role, "slow"), 2)
    share = np.clip(0.5 + 0.16 * grain + 0.16 * slow, 0, 1)
    return Material(ramp(HERB, share), grain * np.float32(0.6), gloss=0.1, reflects=0.02)


@surface("red-foot")
def red_foot(form: Form, task: Task) -> Material:
    """The dyed foot of a stick."""
    fibre = noise(form.shape, 3 * form.scale, task.rng("foot", task.role), 2, stretch=12)
    return Material(ramp(CRIMSON, np.clip(0.5 + 0.3 * fibre, 0, 1)), None, gloss=0.3, reflects=0.03)


@surface("red-thread")
def red_thread(form: Form, task: Task) -> Material:
    """A twisted red thread."""
    twist = np.sin(form.v * 1.2 + form.u * 2)
    return Material(ramp(CRIMSON, 0.5 + 0.4 * twist), None, gloss=0.3)


@surface("sand")
def sand(form: Form, task: Task) -> Material:
    """Sand and ash in a bowl."""
    grain = noise(form.shape, 2.6 * form.scale, task.rng("sand"), 2)
    share = np.clip(0.5 + 0.4 * grain, 0, 1)
    return Material(ramp([colour("#8f8676"), colour("#bdb5a4")], share), grain * np.float32(0.8), gloss=0.05)


@surface("sedge")
def sedge(form: Form, task: Task) -> Material:
    """A tie of sedge."""
    fibre = np.sin(form.u * 2.4 + np.sin(form.v * 0.1))
    return Material(ramp(STRAW, 0.55 + 0.3 * fibre), (0.6 * fibre).astype(np.float32), gloss=0.3)


@surface("sheaf-detail")
def field_of_sticks(form: Form, task: Task) -> Material:
    """Sticks side by side and over one another, spread like a fan, near by: crimson above, bare below."""
    rng = task.rng("field")
    v0 = float(form.v.max()) + 700
    angle, away = np.arctan2(form.u, v0 - form.v), np.hypot(form.u, v0 - form.v)
    albedo = np.zeros((*form.shape, 3), np.float32)
    height = np.full(form.shape, -30, np.float32)
    for layer in range(3):
        turn = angle + 0.02 * np.sin(away / 230 + layer * 2) + 0.03 * layer
        place = turn * np.float32(62 + 5 * layer)
        index = np.floor(place).astype(np.int32)
        table = rng.random((3, 512)).astype(np.float32)
        side = (place - index - 0.5) * 2 / (0.72 + 0.2 * table[0][index % 512])
        there = (np.abs(side) < 1) & (table[1][index % 512] < (0.55 if layer else 1.0))
        own = layer * 4 + 5 * np.sqrt(np.clip(1 - side * side, 0, 1)) + table[2][index % 512] * 2
        dyed = away > 760 + 60 * table[0][index % 512] - float(np.ptp(form.v)) * 0.10
        tone = np.where(dyed, 0.55 + 0.4 * table[1][index % 512], 0.1 + 0.35 * table[2][index % 512]).astype(np.float32)
        painted = np.where((tone > 0.5)[..., None], ramp(CRIMSON, (tone - 0.5) * 2), ramp(STRAW, tone * 2))
        upper = there & (own > height)
        albedo = np.where(upper[..., None], painted * (0.6 + 0.2 * layer), albedo)
        height = np.where(upper, own, height)
    return Material(albedo.astype(np.float32), np.maximum(height, -6).astype(np.float32), gloss=0.3, reflects=0.03)


def round_sheaf(reach: float) -> Surface:
    """A sheaf of sticks opened to a round of this radius: crimson tips outwards, the tie at its middle."""

    def laid(form: Form, task: Task) -> Material:
        rng = task.rng("round", task.role)
        away, angle = np.hypot(form.u, form.v) / np.float32(reach), np.arctan2(form.v, form.u)
        albedo = np.zeros((*form.shape, 3), np.float32)
        height = np.full(form.shape, -12, np.float32)
        cover = np.zeros(form.shape, np.float32)
        for layer in range(3):
            count = 150 - 20 * layer
            place = (angle / np.float32(2 * np.pi) + np.float32(0.5)) * count + np.float32(0.37 * layer)
            place = place + np.float32(0.5) * np.sin(away * 5 + layer * 2)
            index = np.floor(place).astype(np.int32) % count
            side = (place - np.floor(place) - np.float32(0.5)) * 2
            table = rng.random((3, count)).astype(np.float32)
            there = (
                (np.abs(side) < 0.92) & (away < 0.84 + 0.15 * table[0][index]) & (table[1][index] < 1.2 - 0.3 * layer)
            )
            own = 4 * layer + 5 * np.sqrt(np.clip(1 - side * side, 0, 1)) + 3 * table[2][index] - 14 * away
            dyed = smooth(0.30, 0.42, away + 0.10 * (table[2][index] - 0.5))
            tone = np.clip(0.25 + 0.35 * table[1][index] + 0.40 * away, 0, 1)
            painted = ramp(STRAW, tone) + dyed[..., None] * (ramp(CRIMSON, tone) - ramp(STRAW, tone))
            light = (0.40 + 0.25 * layer) * (0.62 + 0.38 * np.sqrt(np.clip(1 - side * side, 0, 1)))
            upper = there & (own > height)
            albedo = np.where(upper[..., None], painted * light[..., None], albedo)
            height, cover = np.where(upper, own, height), np.where(there, 1, cover)
        # Towards the tie the sticks stand up and shade one another.
        albedo *= (0.45 + 0.55 * smooth(0.0, 0.34, away))[..., None]
        return Material(albedo.astype(np.float32), height.astype(np.float32), gloss=0.3, reflects=0.03,
                        cover=cover.astype(np.float32))  # fmt: skip

    return laid


dress("incense", "sticks", detail="sheaf-detail")
