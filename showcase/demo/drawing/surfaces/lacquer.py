"""Lacquer: many thin coats over black or vermilion, rubbed until they shine; eggshell and leaf between the coats."""

import numpy as np

from showcase.demo.drawing.canvas import Array, blend, blur, colour, noise, smooth, tint
from showcase.demo.drawing.form import Form, Unrolled, unrolled
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.motifs import MOTIFS, Piece, motif_named, moved
from showcase.demo.drawing.parts import Task, dress, surface
from showcase.demo.drawing.surfaces.layout import lay_out
from showcase.demo.drawing.surfaces.shards import eggshell

#: The coat seen, and the one that shows through where it was rubbed thinner.
COATS = {
    "black": ("#15100e", "#2a1a12"),
    "son": ("#8c2114", "#b53a22"),
    "brown": ("#3b1a0f", "#5f2c16"),
    "green": ("#16241a", "#2c4230"),
}
BODY_COATS = ("black", "black", "son", "brown", "green")
SHELL = ("#d9cdb4", "#f3ead6")
GOLD = ("#8a6420", "#d8ad55")


def coats(sheet: Unrolled, rng: np.random.Generator, name: str) -> Array:
    """The colour of a lacquered field: never quite even, as it was rubbed by hand."""
    deep, through = (colour(text) for text in COATS[name])
    cloud = noise(sheet.shape, 240 * sheet.scale, rng, 3)
    fine = noise(sheet.shape, 9 * sheet.scale, rng, 2)
    return tint(deep, through, np.clip(0.28 + 0.26 * cloud + 0.07 * fine, 0, 1))


def pressed(
    painted: Array, sheet: Unrolled, where: Array, rng: np.random.Generator, cell: float = 22
) -> tuple[Array, Array]:
    """Eggshell pressed into a field where it shall be; gives colour and relief."""
    cover, tone, height = eggshell(sheet.shape, sheet.scale, rng, cell)
    # Shards end whole: the edge of the field follows them.
    ragged = where + 0.22 * (tone - 0.5)
    cover = cover * smooth(0.42, 0.58, ragged)
    low, high = (colour(text) for text in SHELL)
    shell = tint(low, high, np.clip(tone * 0.9 + 0.05, 0, 1))
    stain = noise(sheet.shape, 70 * sheet.scale, rng, 2)[..., None]
    shell = shell * (1 - 0.10 * np.clip(stain, 0, 1))
    return blend(painted, shell, cover), height * cover


def leafed(sheet: Unrolled, rng: np.random.Generator, side: float = 78) -> Array:
    """Squares of silver leaf under the coats: their joints and their unequal lustre, 0 to 1."""
    u, v = sheet.axes()
    # No hand lays squares to a rule: rows lean a little and their joints wander.
    lean, wander = rng.uniform(0.02, 0.06), 0.10 * noise(sheet.shape, 150 * sheet.scale, rng, 2)
    across, down = (u - u.min() + lean * v) / side + wander + 2, (v - v.min() - lean * u) / side + wander + 2
    shift = rng.normal(0, 0.06, 2)
    tones = rng.random((int(down.max()) + 3, int(across.max()) + 3)).astype(np.float32)
    row, column = np.broadcast_arrays((down + shift[0]).astype(int), (across + shift[1]).astype(int))
    joint = np.minimum(np.abs(across - np.round(across)), np.abs(down - np.round(down))) * side
    lustre = 0.42 + 0.40 * tones[np.clip(row, 0, None), np.clip(column, 0, None)]
    return np.clip(lustre + 0.16 * (1 - smooth(0.5, 3.0, joint)), 0, 1).astype(np.float32)


def gold(sheet: Unrolled, rng: np.random.Generator) -> Array:
    """A field of gold leaf, its tone uneven."""
    dull, bright = (colour(text) for text in GOLD)
    return tint(dull, bright, np.clip(0.62 + 0.3 * noise(sheet.shape, 60 * sheet.scale, rng, 2), 0, 1))


def gilded(painted: Array, sheet: Unrolled, pieces: list[Piece], rng: np.random.Generator) -> Array:
    """Motifs in gold, worn thin in places, their inner lines left open."""
    layout = lay_out(sheet, pieces, rng, 1.2)
    worn = 0.82 + 0.18 * noise(sheet.shape, 16 * sheet.scale, rng, 2)
    share = layout.cover * worn * (0.72 + 0.28 * layout.tone) * (1 - 0.85 * layout.cuts)
    return blend(painted, gold(sheet, rng), share)


def polished(sheet: Unrolled, painted: Array, relief: Array | None = None) -> Material:
    """The finished lacquer: one even gloss over everything."""
    height = None if relief is None else sheet.laid(relief)
    return Material(sheet.laid(painted), height, gloss=0.97, reflects=0.045, coated=True)


@surface("lacquer-plain")
def plain(form: Form, task: Task) -> Material:
    """One coat, nothing on it: frames, insides, rims, feet."""
    sheet = unrolled(form)
    body = task.pick("coat", *BODY_COATS)
    coat = body if task.role == "frame" else "son" if body != "son" else "black"
    return polished(sheet, coats(sheet, task.rng("lacquer", task.role), "black" if task.role == "frame" else coat))


@surface("lacquer")
def lacquer(form: Form, task: Task) -> Material:
    """This record's lacquer: its coat, and on it eggshell, silver leaf or a motif in gold."""
    sheet = unrolled(form)
    rng = task.rng("lacquer", task.role)
    painted = coats(sheet, rng, task.pick("coat", *BODY_COATS))
    u, v = sheet.axes()
    style = (
        "gold"
        if task.named("cá chép")
        else "shell"
        if task.named("vỏ trứng")
        else task.pick("style", "shell", "gold", "leaf", "shell", "moon")
    )
    relief: Array | None = None
    if style == "shell":
        painted, relief = pressed(painted, sheet, _wave(sheet, rng), rng, rng.uniform(18, 26))
    elif style == "leaf":
        painted = _cloud_of_leaf(painted, sheet, rng)
    elif style == "moon":
        size = min(float(np.ptp(u)), float(np.ptp(v))) * 0.30
        x, y = rng.uniform(-0.15, 0.15) * float(np.ptp(u)), float(v.mean()) - 0.1 * float(np.ptp(v))
        inside = smooth(-2, 2, size - np.hypot(u - x - float(u.mean()), v - y))
        painted, relief = pressed(painted, sheet, inside, rng, 20)
    width, height = float(np.ptp(u)), float(np.ptp(v))
    reach = 1.5 if task.role == "detail" else 0.8
    pieces = _ornament(task, rng, min(width, height * 1.1) * reach, height * reach)
    painted = gilded(painted, sheet, moved(pieces, float(u.mean()), float(v.mean())), rng)
    return polished(sheet, painted, relief)


def _ornament(task: Task, rng: np.random.Generator, width: float, height: float) -> list[Piece]:
    name = motif_named(task.sketch.name) or task.pick("motif", "plum", "reeds", "bamboo", "lotus", "chrysanthemum")
    return MOTIFS[name](rng, width, height)


def _wave(sheet: Unrolled, rng: np.random.Generator) -> Array:
    """A band that swings across the field."""
    u, v = sheet.axes()
    middle, span = float(v.mean()), float(np.ptp(v))
    tilt, low = rng.uniform(-0.4, 0.4), rng.uniform(-0.05, 0.16)
    wave = np.sin(u / 210 + rng.uniform(0, 6)) * 0.09 + noise(sheet.shape, 330 * sheet.scale, rng, 2) * 0.05
    level = (v - middle) / span + tilt * (u - float(u.mean())) / span + wave
    return blur(smooth(low - 0.02, low + 0.02, level) * (1 - smooth(low + 0.26, low + 0.30, level)), 2 * sheet.scale)


def _cloud_of_leaf(painted: Array, sheet: Unrolled, rng: np.random.Generator) -> Array:
    """Silver leaf under a tinted coat, rubbed out towards the edges of a cloud."""
    cloud = smooth(-0.15, 0.55, noise(sheet.shape, 420 * sheet.scale, rng, 3))
    silver = tint(colour("#4a3414"), colour("#c9a45c"), leafed(sheet, rng))
    return blend(painted, silver, (0.75 * cloud))


dress("lacquer", "lacquer", frame="lacquer-plain", inside="lacquer-plain", rim="lacquer-plain", foot="lacquer-plain")
dress("lacquer", "lacquer", picture="lacquer-picture", band="lacquer-picture", panel="lacquer")
