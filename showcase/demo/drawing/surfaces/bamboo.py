"""Bars of split bamboo, evenly drawn: cages, frames of hats and fans."""

import numpy as np

from showcase.demo.drawing.canvas import Colour, colour, noise, ramp
from showcase.demo.drawing.form import Form
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.parts import Task, dress, surface
from showcase.demo.drawing.surfaces.binding import strands_of
from showcase.demo.drawing.surfaces.weaving import STRANDS


def toned(form: Form, colours: list[Colour], rng: np.random.Generator, gloss: float = 0.6) -> Material:
    """Strands whose u tells one from another (0 to 1)."""
    share = 0.25 + 0.6 * form.u + 0.10 * noise(form.shape, 30 * form.scale, rng, 2)
    return Material(ramp(colours, np.clip(share, 0, 1)), None, gloss=gloss, reflects=0.045)


@surface("bars")
def bars(form: Form, task: Task) -> Material:
    """Bars of a bundle."""
    return toned(form, [colour(text) for text in STRANDS[strands_of(task)]], task.rng("bars", task.role))


@surface("lacquered-bamboo")
def fretted(form: Form, task: Task) -> Material:
    """The drum of a cage: bent bamboo with a fretted band between two mouldings."""
    rng = task.rng("fret", task.role)
    span = float(np.ptp(form.v[form.mask > 0.5]))
    v = (form.v - float(form.v[form.mask > 0.5].min())) / np.float32(max(span, 1))
    u = form.u / np.float32(max(span, 1) * 0.9)
    wave = 0.30 * np.sin(u * 2 * np.pi * 0.5)
    vine = np.exp(-(((v - 0.5 - wave * 0.6) / 0.07) ** 2))
    turn = u + 0.5 - np.floor(u + 0.5) - 0.5
    centre = 0.5 - 0.24 * np.sign(np.sin(u * np.pi + 1e-3))
    away = np.hypot(turn * 0.9, v - centre)
    petals = 0.5 + 0.5 * np.cos(5 * np.arctan2(v - centre, turn + 1e-4))
    flower = np.clip(1.2 - away / (0.10 + 0.07 * petals), 0, 1)
    band = (v > 0.12) & (v < 0.88)
    carved = np.where(band, np.maximum(vine, flower) * 7 - 4, 3 * np.cos((v - 0.06) * 24))
    length = noise(form.shape, 120 * form.scale, rng, 3)
    share = 0.42 + 0.16 * length + 0.05 * np.where(band, np.maximum(vine, flower), 1)
    painted = ramp([colour(text) for text in STRANDS[strands_of(task)]], np.clip(share, 0, 1))
    return Material(painted, carved.astype(np.float32), gloss=0.6, reflects=0.045)


@surface("cage-bars")
def cage_bars(form: Form, task: Task) -> Material:
    """Bars through their hoops, near by; between them one looks into the shade of the cage."""
    colours = [colour(text) for text in STRANDS[strands_of(task)]]
    rng = task.rng("cage bars", task.role)
    albedo = np.broadcast_to(np.asarray(colours[0], np.float32) * np.float32(0.35), (*form.shape, 3)).copy()
    height = np.full(form.shape, -14, np.float32)
    fibre = noise(form.shape, 5 * form.scale, rng, 2, stretch=20)
    for place, wide, level, stretch in ((form.v / 190, 26, 0, fibre.T if form.shape[0] == form.shape[1] else fibre),
                                        (form.u / 46, 15, 7, fibre)):  # fmt: skip
        pitch = 190 if level == 0 else 46
        index = np.floor(place).astype(np.int32)
        side = (place - index - 0.5) * pitch / (wide / 2)
        there = np.abs(side) < 1
        back = np.sqrt(np.clip(1 - side * side, 0, 1))
        tone = np.clip(0.5 + 0.16 * stretch + 0.25 * (rng.random(64).astype(np.float32)[index % 64] - 0.5), 0, 1)
        albedo = np.where(there[..., None], ramp(colours, tone) * (0.55 + 0.45 * back)[..., None], albedo)
        height = np.where(there, level + wide * 0.45 * back, height)
    return Material(albedo.astype(np.float32), height.astype(np.float32), gloss=0.6, reflects=0.045)


dress("birdcages", "rod", bars="bars", drum="lacquered-bamboo", rim="rod", rod="rod", detail="cage-bars")
