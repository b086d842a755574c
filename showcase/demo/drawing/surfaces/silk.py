"""Silk: figures seen by their sheen alone, plain silk, brocade, and the raw silk of lotus stems."""

import cv2
import numpy as np

from showcase.demo.drawing.canvas import Array, Colour, blur, colour, filled, mix, noise, numbers, ramp, wrapped
from showcase.demo.drawing.drapery import rumpled
from showcase.demo.drawing.form import Form
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.motifs.pieces import Piece, blossom, leaf, line, moved
from showcase.demo.drawing.parts import Task, dress, surface
from showcase.demo.drawing.surfaces.weaving import Weave, tile

#: Dyes of the silk villages: lit and in shade.
DYES = {
    "madder": "#a3342c", "indigo": "#2a4a6c", "jade": "#4f8570", "old gold": "#b68f45", "plum": "#6d3556",
    "rose": "#c4818a", "ivory": "#e6dabf", "mist": "#9fb0ae", "moss": "#6f7a48", "peacock": "#1f6468",
    "lilac": "#8f7ba6", "apricot": "#d79a68",
}  # fmt: skip

#: Roles of a surface that fills its picture.
SHEETS = ("detail", "band", "panel")
#: Size of a repeat of the figure, in units.
REPEAT = 168.0


def dye_of(task: Task) -> Colour:
    """The colour of this record's silk."""
    if task.named("cưới"):
        return colour("#a3261f")
    return colour(DYES[task.pick("dye", *DYES)])


def _longevity(size: float) -> list[Piece]:
    """The round sign of long life: bars about a middle, within a ring."""
    pieces = [line([(0, -0.42), (0, 0.42)], 0.055, "line", 1)]
    for y, reach in ((-0.32, 0.22), (-0.2, 0.36), (-0.08, 0.26), (0.08, 0.26), (0.2, 0.36), (0.32, 0.22)):
        pieces.append(line([(-reach, y), (reach, y)], 0.05, "line", 1))
    for side in (-1, 1):
        pieces.append(line([(side * 0.36, -0.2), (side * 0.43, 0), (side * 0.36, 0.2)], 0.05, "line", 1))
    return moved(pieces, 0, 0, size)


def _cloud(size: float) -> list[Piece]:
    """A small cloud with a curl."""
    curl = [(-0.5, 0.1), (-0.3, -0.16), (0.0, -0.2), (0.2, -0.02), (0.06, 0.12), (-0.06, 0.02), (0.02, -0.06)]
    return moved(
        [line(curl, 0.06, "line", 0.6), line([(-0.5, 0.1), (0, 0.2), (0.5, 0.1)], 0.05, "line", 0.5)], 0, 0, size
    )


def _lattice() -> list[Piece]:
    """Fine lines from blossom to blossom, doubled."""
    lines = []
    for a, b in ((-1, -1), (1, -1)):
        for away in (-5, 5):
            lines.append(
                line([(a * 20 + away, b * 20), (a * 42 + away, b * 42), (a * 64 + away, b * 64)], 3, "line", 1)
            )
            lines.append(
                line([(-a * 20 + away, -b * 20), (-a * 42 + away, -b * 42), (-a * 64 + away, -b * 64)], 3, "line", 1)
            )
    return lines


def _sprig(size: float, rng: np.random.Generator) -> list[Piece]:
    """A flower with leaves."""
    pieces = [leaf(0, 0, 0.62, 0.13, a, "leaf", 0.15) for a in (0.6, 2.2, 3.9, 5.4)]
    return moved([*pieces, *blossom(0, 0, 0.34, rng.uniform(0, 6))], 0, 0, size)


def figure(task: Task, scale: float) -> Array:
    """One repeat of the woven figure: 1 where the weft floats."""
    rng = task.rng("figure")
    name = "thọ" if task.named("thọ", "cưới") else task.pick("figure", "flowers", "clouds", "thọ", "lattice")
    side = max(48, round(REPEAT * max(scale, 0.5)))
    unit = side / REPEAT
    mask: Array = np.zeros((side, side), np.float32)
    pieces: list[Piece] = []
    for index, (x, y) in enumerate(((42.0, 42.0), (126.0, 126.0))):
        if name == "thọ":
            own = _longevity(66) if index == 0 else _sprig(30, rng)
        elif name == "clouds":
            own = [*_cloud(72), *moved(_cloud(44), 62, -34), *moved(blossom(0, 0, 12, 0.3), -58, 26)]
        elif name == "lattice":
            own = [*_lattice(), *blossom(0, 0, 22, 0.2), *moved(blossom(0, 0, 13, 0.5), 84, 0)]
        else:
            own = [*_sprig(46, rng), *moved(_sprig(20, rng), 84, 6)]
        pieces += moved(own, x, y, 1, rng.uniform(-0.4, 0.4) if name == "flowers" else 0)
    for piece in pieces:
        for dx in (-REPEAT, 0, REPEAT):
            for dy in (-REPEAT, 0, REPEAT):
                mask = np.maximum(mask, filled((side, side), np.add(piece.outline, (dx, dy)) * unit))
    for piece in pieces:
        for vein in piece.lines:
            points = np.round(vein * unit * 16).astype(np.int32)
            cv2.polylines(mask, [points], False, 0.0, max(1, round(2 * unit)), cv2.LINE_8, shift=4)
    return mask


def cloth(form: Form, rng: np.random.Generator, tone: Colour, pitch: float = 3.2) -> tuple[Array, Array]:
    """The colour and relief of a plain weave of fine threads, each a little thicker or thinner than the next."""
    fine = min(1.0, pitch * form.scale / 2.6)
    slub = noise(form.shape, pitch * 1.3 * form.scale, rng, 1, stretch=40)
    weft = noise(form.shape[::-1], pitch * 1.3 * form.scale, rng, 1, stretch=40).T
    grid = np.sin(form.u * np.float32(2 * np.pi / pitch)) * np.sin(form.v * np.float32(2 * np.pi / pitch))
    share = 1 + fine * (0.025 * slub + 0.03 * weft + 0.05 * grid)
    slow = noise(form.shape, 300 * form.scale, rng, 2)
    albedo = numbers(tone) * (share * (1 + 0.05 * slow))[..., None]
    return albedo.astype(np.float32), (fine * (0.22 * grid + 0.06 * weft)).astype(np.float32)


def directed(form: Form) -> Array:
    """The direction in the picture in which u grows."""
    return np.arctan2(cv2.Sobel(form.u, cv2.CV_32F, 0, 1), cv2.Sobel(form.u, cv2.CV_32F, 1, 0)).astype(np.float32)


@surface("silk")
def silk(form: Form, task: Task) -> Material:
    """Figured silk: the same thread throughout, its figure seen only by the way the light falls."""
    tone = dye_of(task)
    albedo, relief = cloth(form, task.rng("silk", task.role), tone)
    repeat = figure(task, form.scale)
    there = wrapped(repeat, form.u * (repeat.shape[1] / REPEAT), form.v * (repeat.shape[0] / REPEAT))
    way = directed(form)
    lit = 0.94 + 0.13 * there
    albedo = albedo * lit[..., None]
    strand = way + np.where(there > 0.5, 0, np.pi / 2).astype(np.float32)
    if task.role in SHEETS:
        relief = relief + rumpled(form, task.rng("folds"))
    made = Material(albedo, relief + there * np.float32(0.12), gloss=0.32, reflects=0.035, strand=strand, sheen=0.36)
    if task.named("gấm", "cưới"):
        gold = numbers(colour("#d8ad55"))
        made.albedo = albedo + (there * 0.85)[..., None] * (gold - albedo)
    return made


@surface("plain-silk")
def plain_silk(form: Form, task: Task) -> Material:
    """Silk without a figure, of a paler colour: trousers, linings."""
    tone = mix(dye_of(task), colour("#f0e8d8"), 0.86)
    albedo, relief = cloth(form, task.rng("silk", task.role), tone)
    return Material(albedo, relief, gloss=0.45, reflects=0.04, strand=directed(form), sheen=0.35)


@surface("lining")
def lining(form: Form, task: Task) -> Material:
    """The inside of a garment."""
    albedo, relief = cloth(form, task.rng("lining", task.role), mix(dye_of(task), colour("#1a1412"), 0.55))
    return Material(albedo, relief, gloss=0.4, reflects=0.04, strand=directed(form), sheen=0.3)


def threaded(form: Form, rng: np.random.Generator, weave: Weave, colours: tuple[str, ...]) -> Material:
    """A cloth of threads one can count: each has its own thickness and tone."""
    drawn = tile(weave, form.scale, rng)
    rows, columns = drawn.height.shape
    wander = noise(form.shape, 40 * form.scale, rng, 2) * np.float32(weave.across * 0.5)
    across = (form.u + wander) * np.float32(columns / (24 * weave.across))
    down = (form.v + wander * 0.7) * np.float32(rows / (24 * weave.down))
    tone = wrapped(drawn.painted[..., 1], across, down)
    tone = tone / np.float32(max(float(drawn.painted[..., 1].max()), 1e-3))
    slub = (
        noise(form.shape, 6 * form.scale, rng, 2, stretch=30)
        + noise(form.shape[::-1], 6 * form.scale, rng, 2, stretch=30).T
    )
    share = np.clip(0.30 + 0.55 * tone + 0.13 * slub, 0, 1)
    height = wrapped(drawn.height, across, down) + slub * np.float32(0.4)
    return Material(ramp([colour(text) for text in colours], share), height, gloss=0.2, reflects=0.02)


LOTUS = {
    "ivory": ("#a8946c", "#d6c6a2", "#f1e7cf"),
    "leaf dye": ("#5d5836", "#8d875a", "#bdb78a"),
    "bark dye": ("#6b4028", "#9c6a48", "#cda27c"),
}


@surface("lotus-silk")
def lotus(form: Form, task: Task) -> Material:
    """Lotus thread: uneven, matt, a little rough."""
    colours = LOTUS[task.pick("lotus", *LOTUS)]
    made = threaded(form, task.rng("lotus", task.role), Weave("plain", 8, 8, back=1.1, rise=0.9), colours)
    if task.role in SHEETS and made.height is not None:
        made.height = made.height + rumpled(form, task.rng("folds"), 9)
    stripe = blur((np.abs(form.v - 20 - float(form.v.max()) + 130) < 36).astype(np.float32), 1)
    made.albedo = made.albedo * (1 - 0.25 * stripe)[..., None]
    return made


dress("silk-weaving", "silk", stick="rod", guard="rod", trousers="plain-silk", inside="lining", rod="rod")
dress("lotus-silk", "lotus-silk", rod="rod")
dress("ao-dai", "silk", trousers="plain-silk", inside="lining", rod="rod")
