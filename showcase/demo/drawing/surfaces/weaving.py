"""Weaves of rattan, bamboo, fern and water hyacinth: strands that go over and under one another.

A weave is computed once as a tile of a few dozen strands and laid round the form; what repeats is hidden by slow
noise. Each strand has its own tone, rises where it passes over and is in shade where it passes under.
"""

from dataclasses import dataclass, replace

import cv2
import numpy as np

from showcase.demo.drawing.canvas import Array, colour, noise, numbers, ramp, smooth, wrapped
from showcase.demo.drawing.form import Form
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.parts import Task, dress, surface

#: Dark to light of the strands, and how they shine.
STRANDS: dict[str, tuple[str, ...]] = {
    "rattan": ("#8a5a24", "#b98746", "#d3a766", "#e6c58c"),
    "bamboo": ("#a87f45", "#cda76a", "#e0c18b", "#efdcb2"),
    "green bamboo": ("#6d7a3c", "#94994f", "#b9b46c", "#d6cc92"),
    "smoked": ("#2e1a0e", "#4f2e17", "#6f4523", "#8f6136"),
    "fern": ("#3d2010", "#63381c", "#84512a", "#a06b3d"),
    "hyacinth": ("#7a5430", "#a4784a", "#c29a68", "#d8b98c"),
    "black": ("#120d0a", "#1f1712", "#2d221a", "#3d2f24"),
    "red": ("#5c150c", "#86241a", "#a8321e", "#bf4a30"),
}


@dataclass(frozen=True)
class Weave:
    """How strands are laid: distances between them, widths as shares of these, and which goes over which."""

    kind: str = "plain"
    across: float = 24
    down: float = 24
    standing: float = 0.92
    lying: float = 0.92
    #: Height of a strand's back and of its rise, in units.
    back: float = 5.0
    rise: float = 4.0
    #: How round a strand is: 2 is a rod, higher is a flat splint with rounded edges.
    flat: float = 2.0
    colours: str = "rattan"
    other: str = ""
    #: Every so many standing strands is of the other colour.
    every: int = 0
    open: bool = False


WEAVES: dict[str, tuple[Weave, ...]] = {
    "rattan-bamboo": (
        Weave("herringbone", 22, 22, flat=3.0),
        Weave("twill", 20, 20, flat=2.6),
        Weave("rand", 52, 15, standing=0.42, rise=7, back=5),
        Weave("herringbone", 20, 20, flat=3.0, other="smoked", every=1),
        Weave("twill", 22, 22, flat=4, back=3, rise=3, colours="bamboo"),
    ),
    "fern-weaving": (
        Weave("rand", 46, 15, standing=0.5, rise=7, colours="fern"),
        Weave("twill", 22, 17, colours="fern"),
        Weave("herringbone", 20, 20, colours="fern"),
        Weave("pairs", 40, 17, standing=0.6, rise=6, colours="fern"),
    ),
    "hyacinth-weaving": (Weave("rand", 74, 38, standing=0.6, rise=11, back=13, colours="hyacinth"),),
}

COUNT = 24


def over(kind: str, count: int = COUNT) -> Array:
    """Whether the lying strand (row) is above the standing one (column) at each crossing."""
    row, column = np.mgrid[0:count, 0:count]
    if kind == "twill":
        return ((row + column) % 4 < 2).astype(np.float32)
    if kind == "herringbone":
        turned = np.where(column // 12 % 2 == 0, column, -column - 1)
        return ((row + turned) % 4 < 2).astype(np.float32)
    if kind == "pairs":
        return ((row // 2 + column) % 2).astype(np.float32)
    return ((row + column) % 2).astype(np.float32)


def _strand(place: Array, wide: Array, flat: float) -> tuple[Array, Array]:
    """Cross-section of strands: how high their backs are (0 to 1) and whether they are there."""
    own = np.abs(place) / wide
    return (1 - np.minimum(own, 1) ** flat) ** np.float32(1 / 2), (own < 1).astype(np.float32)


def _way(above: Array, row: Array, column: Array) -> Array:
    """Between crossings a strand bends from one to the next; -1 below, 1 above."""
    low = np.floor(column).astype(np.int32)
    share = column - low
    share = share * share * (3 - 2 * share)
    count = above.shape[1]
    first, second = above[row % count, low % count], above[row % count, (low + 1) % count]
    return (first + (second - first) * share) * 2 - 1


@dataclass(frozen=True)
class Tile:
    """A weave drawn once: its colours, relief and what is there, and how many pixels a unit is on it."""

    painted: Array
    height: Array
    cover: Array
    scale: float


def tile(weave: Weave, scale: float, rng: np.random.Generator, above: Array | None = None) -> Tile:
    """Draw a weave of some dozens of strands that repeats on all sides; ``above`` says which crossings lie on top."""
    drawn = max(scale, 0.9) if above is None else min(scale, 0.75)
    above = over(weave.kind) if above is None else above
    lines, standing = above.shape
    columns, rows = round(standing * weave.across * drawn), round(lines * weave.down * drawn)
    x = ((np.arange(columns, dtype=np.float32) + 0.5) / columns * standing)[None, :].repeat(rows, 0)
    y = ((np.arange(rows, dtype=np.float32) + 0.5) / rows * lines)[:, None].repeat(columns, 1)
    i, j = np.floor(x).astype(np.int32), np.floor(y).astype(np.int32)
    widths = rng.uniform(0.86, 1.06, (2, max(above.shape))).astype(np.float32)
    tones = np.clip(rng.normal(0.55, 0.17, widths.shape), 0.05, 1).astype(np.float32)
    back_w, there_w = _strand((x - i - 0.5) * 2, weave.standing * widths[0][i], weave.flat)
    back_l, there_l = _strand((y - j - 0.5) * 2, weave.lying * widths[1][j], weave.flat)
    level_l = _way(above, j, x - 0.5)
    level_w = _way(1 - above.T, i, y - 0.5)
    high_l = np.where(there_l > 0, weave.rise * level_l + weave.back * back_l, -30)
    high_w = np.where(there_w > 0, weave.rise * level_w + weave.back * back_w, -30)
    lying = high_l > high_w
    cover = np.maximum(there_l, there_w)
    height = np.maximum(np.maximum(high_l, high_w), -weave.rise - 2).astype(np.float32)
    level = np.where(lying, level_l, level_w)
    back = np.where(lying, back_l, back_w)
    streak = np.where(lying, _streaks((rows, columns), drawn, rng), _streaks((columns, rows), drawn, rng).T)
    tone = np.where(lying, tones[1][j], tones[0][i]) + 0.14 * streak
    painted = ramp([colour(text) for text in STRANDS[weave.colours]], np.clip(tone, 0, 1))
    if weave.other:
        second = ramp([colour(text) for text in STRANDS[weave.other]], np.clip(tone, 0, 1))
        chosen = ~lying & (i % weave.every == 0) if weave.every > 1 else ~lying
        painted = np.where(chosen[..., None], second, painted)
    # A strand that dives is in the shade of the one above it, and its sides see less of the sky.
    light = (0.46 + 0.54 * smooth(-1, 0.55, level)) * (0.62 + 0.38 * back)
    painted = painted * (light * (0.2 + 0.8 * cover))[..., None]
    return _reduced(Tile(painted, height, cover, drawn), scale)


def _streaks(shape: tuple[int, int], scale: float, rng: np.random.Generator) -> Array:
    """Fibres along a lying strand."""
    return noise((shape[1], shape[0]), 3 * scale, rng, 2, stretch=26).T


def _reduced(whole: Tile, scale: float) -> Tile:
    """The tile at the picture's scale, its fine parts averaged."""
    if whole.scale <= scale * 1.001:
        return whole
    columns = max(8, round(whole.height.shape[1] * scale / whole.scale))
    rows = max(8, round(whole.height.shape[0] * scale / whole.scale))
    small = [
        cv2.resize(each, (columns, rows), interpolation=cv2.INTER_AREA)
        for each in (whole.painted, whole.height, whole.cover)
    ]
    return Tile(small[0], small[1], small[2], scale)


def woven(
    form: Form,
    task: Task,
    weave: Weave,
    u: Array | None = None,
    v: Array | None = None,
    above: Array | None = None,
    wandering: float = 0.16,
) -> Material:
    """A form of this weave."""
    rng = task.rng("weave", task.role, weave.kind)
    drawn = tile(weave, form.scale, rng, above)
    lines, standing = (COUNT, COUNT) if above is None else above.shape
    u, v = form.u if u is None else u, form.v if v is None else v
    # Strands are not ruled: they wander by a part of their width.
    wander = noise(form.shape, 130 * form.scale, rng, 2) * np.float32(wandering * min(weave.across, weave.down))
    across = (u + wander) * np.float32(drawn.height.shape[1] / (standing * weave.across))
    down = (v - wander) * np.float32(drawn.height.shape[0] / (lines * weave.down))
    painted = wrapped(drawn.painted, across, down)
    painted *= (1 + 0.10 * noise(form.shape, 210 * form.scale, rng, 2))[..., None]
    cover = wrapped(drawn.cover, across, down) if weave.open else None
    return Material(painted, wrapped(drawn.height, across, down), gloss=0.42, reflects=0.035, cover=cover)


def weave_of(task: Task) -> Weave:
    """This record's weave."""
    known = WEAVES.get(task.sketch.craft, WEAVES["rattan-bamboo"])
    return known[int(task.rng("pick", "weave").integers(len(known)))]


@surface("woven")
def body(form: Form, task: Task) -> Material:
    """The weave of this record; the inside is the same, in its own shade."""
    return woven(form, task, weave_of(task))


@surface("woven-floor")
def floor(form: Form, task: Task) -> Material:
    """A close flat weave, as floors and lids have it."""
    weave = weave_of(task)
    if weave.kind in ("rand", "pairs"):
        weave = replace(weave, kind="herringbone", across=22, down=22, standing=0.92, rise=4, back=5)
    return woven(form, task, weave)


@surface("spiral")
def spiral(form: Form, task: Task) -> Material:
    """Woven from a middle outwards: where the spokes would stand too wide apart, there are twice as many."""
    weave = replace(weave_of(task), kind="plain", across=34, down=17, standing=0.55, rise=5)
    away = np.clip(float(form.v.max()) - form.v, 1, None)
    share = away / np.float32(float(away.max()))
    level = np.floor(np.log2(np.clip(share, 0.02, 0.999)))
    count = np.exp2(level + 1)
    part = weave.across * COUNT / (2 * np.pi * float(np.abs(form.u).max()) / np.pi)
    turns = max(1, round(1 / part))
    u = form.u / np.float32(float(np.abs(form.u).max())) * np.float32(turns * COUNT * weave.across / 2) * count
    made = woven(form, task, weave, u, form.v + form.u * np.float32(17 / (2 * float(np.abs(form.u).max()))))
    ring = np.abs(share - np.exp2(np.round(np.log2(np.clip(share, 0.02, 1)))))
    made.albedo *= (0.72 + 0.28 * smooth(0.002, 0.012, ring))[..., None]
    tone = ((form.v / 17) // 3 % 5 == 1) & (share > 0.2)
    made.albedo *= np.where(tone, 0.55, 1).astype(np.float32)[..., None]
    return made


@surface("lit-weave")
def lit(form: Form, task: Task) -> Material:
    """A weave round a lamp: light comes through its gaps."""
    made = woven(form, task, weave_of(task))
    height = made.height if made.height is not None else form.u * 0
    gaps = smooth(1.5, -6.0, height)
    made.glow = gaps[..., None] * numbers(colour("#ffd08a")) * np.float32(0.75) + made.albedo * np.float32(0.22)
    return made


@surface("woven-open")
def loose(form: Form, task: Task) -> Material:
    """An open weave one sees through."""
    weave = replace(weave_of(task), kind="plain", across=40, down=40, standing=0.4, lying=0.4, open=True)
    return woven(form, task, weave)


for _craft in ("rattan-bamboo", "fern-weaving", "hyacinth-weaving"):
    dress(
        _craft,
        "woven",
        floor="woven-floor",
        rim="bound",
        rod="rod",
        handle="bound",
        picture="woven-picture",
        frame="dark-wood",
    )
