"""The open weave of six-sided eyes (mắt cáo): splints run three ways and pass over and under one another in turn."""

import numpy as np

from showcase.demo.drawing.canvas import Array, blend, colour, noise, numbers, ramp, smooth
from showcase.demo.drawing.form import Form
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.parts import Task, surface
from showcase.demo.drawing.surfaces.weaving import STRANDS, weave_of

#: Distance between neighbouring splints of one way, and their width, in units.
PITCH, WIDE = 62.0, 21.0


def _way(form: Form, number: int) -> tuple[Array, Array]:
    """Which splint of a way (0, 1, 2) is nearest each place, and how far to the side of it the place is, in units."""
    turn = number * np.pi / 3
    # The third way runs between the crossings of the other two: so the eyes have six sides, not three.
    place = (form.u * np.float32(np.cos(turn)) + form.v * np.float32(np.sin(turn))) / np.float32(PITCH)
    place = place + np.float32(0.5 * (number == 2))
    index = np.round(place)
    return index.astype(np.int32), (place - index) * np.float32(PITCH)


def hexagonal(form: Form, task: Task, behind: tuple[str, str]) -> Material:
    """Splints on what is seen through the eyes: two colours, from its shade to its light."""
    rng = task.rng("hexagons", task.role)
    colours = [colour(text) for text in STRANDS[weave_of(task).colours]]
    fibre = noise(form.shape, 26 * form.scale, rng, 3)
    ways = [_way(form, number) for number in range(3)]
    there = [np.abs(side) < WIDE / 2 for _, side in ways]
    cloth = np.clip(0.5 + 0.4 * noise(form.shape, 90 * form.scale, rng, 3), 0, 1)
    low, high = (numbers(colour(text)) for text in behind)
    painted = (low + cloth[..., None] * (high - low)).astype(np.float32)
    # Splints throw their shade on it, to the lower right.
    for number in range(3):
        _, side = ways[number]
        lean = np.float32(7 * (np.cos(number * np.pi / 3) + np.sin(number * np.pi / 3)))
        painted *= (1 - 0.45 * smooth(WIDE * 0.95, WIDE * 0.35, np.abs(side - lean)))[..., None]
    height = np.full(form.shape, -9, np.float32)
    for number in (0, 1, 2, 0):
        index, side = ways[number]
        over, under = ways[(number + 1) % 3][1], ways[(number + 2) % 3][1]
        level = np.exp(-((over / WIDE) ** 2)) - np.exp(-((under / WIDE) ** 2))
        own = there[number] & ~(there[(number + 2) % 3])
        tone = 0.52 + 0.20 * (rng.random(97).astype(np.float32)[index % 97] - 0.5) + 0.10 * fibre
        back = np.sqrt(np.clip(1 - (np.abs(side) / (WIDE / 2)) ** 3, 0, 1))
        light = (0.72 + 0.28 * smooth(-0.9, 0.5, level)) * (0.68 + 0.32 * back)
        soft = own * smooth(WIDE / 2, WIDE / 2 - 1.6, np.abs(side))
        painted = blend(painted, ramp(colours, np.clip(tone, 0, 1)) * light[..., None], soft)
        height = np.where(own, 3.0 * level + 4 * back, height)
    return Material(painted, height.astype(np.float32), gloss=0.42, reflects=0.035)


@surface("hexagons")
def hexagons(form: Form, task: Task) -> Material:
    """Six-sided eyes before a cotton lining in the shade."""
    return hexagonal(form, task, ("#6d5f4b", "#a3937a"))


@surface("hexagons-dark")
def hexagons_dark(form: Form, task: Task) -> Material:
    """Six-sided eyes before the dark of an empty basket."""
    return hexagonal(form, task, ("#1c120b", "#2e2016"))
