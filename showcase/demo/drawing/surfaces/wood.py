"""Woods: grain that follows the form, pores, and a waxed surface."""

import numpy as np

from showcase.demo.drawing.canvas import Array, Colour, colour, noise, ramp, smooth
from showcase.demo.drawing.form import Form, Unrolled, unrolled
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.parts import Task, dress, surface

#: Dark to light grain of the woods that the villages use.
WOODS: dict[str, tuple[str, ...]] = {
    "gu": ("#2e1a10", "#4a2b1a", "#6a4126", "#7d5132"),
    "huong": ("#5a2415", "#853a20", "#a85431", "#bf6c42"),
    "mit": ("#8a5a1e", "#b37c2f", "#cd9a48", "#deb268"),
    "go": ("#4f2a14", "#7a4723", "#9c6536", "#b57f4a"),
    "trac": ("#24100c", "#3a1a12", "#54281a", "#673523"),
    "tung": ("#b98a52", "#d3a96e", "#e3c08a", "#edd0a0"),
}


def colours(wood: str) -> list[Colour]:
    """The colours of a wood, dark to light."""
    return [colour(text) for text in WOODS[wood]]


def grain(sheet: Unrolled, rng: np.random.Generator, wood: str, across: bool = False) -> tuple[Array, Array]:
    """Colour and relief of a planed board whose grain runs down the sheet (or across it)."""
    shape = sheet.shape[::-1] if across else sheet.shape
    scale = sheet.scale
    slow = noise(shape, 150 * scale, rng, 3, stretch=9)
    position = np.arange(shape[1], dtype=np.float32)[None, :] / np.float32(scale)
    rings = position / np.float32(26) + slow * np.float32(3.2)
    rings = rings - np.floor(rings)
    late = smooth(0.0, 0.75, rings) * (1 - smooth(0.86, 1.0, rings))
    fine = noise(shape, 5 * scale, rng, 2, stretch=34)
    pores = smooth(0.45, 0.9, noise(shape, 3.2 * scale, rng, 1, stretch=16))
    share = 0.60 - 0.26 * late + 0.18 * slow + 0.08 * fine - 0.13 * pores
    relief = -0.35 * pores + 0.10 * fine
    painted = ramp(colours(wood), np.clip(share, 0, 1))
    if across:
        return np.ascontiguousarray(painted.transpose(1, 0, 2)), np.ascontiguousarray(relief.T)
    return painted, relief


def waxed(form: Form, rng: np.random.Generator, wood: str, across: bool = False, gloss: float = 0.5) -> Material:
    """A form of wood, waxed."""
    sheet = unrolled(form)
    painted, relief = grain(sheet, rng, wood, across)
    return Material(sheet.laid(painted), sheet.laid(relief), gloss=gloss, reflects=0.035)


def wood_of(task: Task) -> str:
    """The wood of this record: the one its name tells, else one of four, the same for all its parts."""
    told = next((kind for kind, word in (("mit", "mít"), ("huong", "hương"), ("gu", "gụ")) if task.named(word)), "")
    return told or task.pick("wood", "huong", "gu", "go", "mit")


@surface("wood")
def wood(form: Form, task: Task) -> Material:
    """The wood of this record, planed and waxed."""
    return waxed(form, task.rng("wood", task.role), wood_of(task))


@surface("dark-wood")
def dark_wood(form: Form, task: Task) -> Material:
    """Dark, heavy wood, as frames and inlaid things have it."""
    return waxed(form, task.rng("wood", task.role), task.pick("dark wood", "gu", "trac"), gloss=0.6)


@surface("dark-wood-across")
def dark_wood_across(form: Form, task: Task) -> Material:
    """The same, with its grain across the form."""
    return waxed(form, task.rng("wood", task.role), task.pick("dark wood", "gu", "trac"), across=True, gloss=0.6)


dress("fine-joinery", "wood")
