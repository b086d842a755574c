"""Silk cords, ribbons, plaits and tassels."""

from dataclasses import replace

import numpy as np

from showcase.demo.drawing.canvas import Array, Colour, colour, noise, ramp, smooth
from showcase.demo.drawing.form import Form
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.parts import Task, dress, surface

SILKS = {
    "crimson": ("#4a0d12", "#8c1a22", "#c03a3c"),
    "violet": ("#2a1838", "#4b2c63", "#7b5795"),
    "indigo": ("#10203a", "#23405c", "#4f7596"),
    "jade": ("#17382c", "#2f6650", "#6d9d82"),
    "gold": ("#7a5316", "#b8862b", "#e0b95f"),
    "rose": ("#7a2d42", "#b4566c", "#dc93a0"),
    "black": ("#0c0a0a", "#1c1716", "#3c3330"),
    "ivory": ("#b9a987", "#ddd0b2", "#f2ead6"),
}


def silk_of(task: Task, purpose: str = "silk") -> list[Colour]:
    """The colours of this record's silk."""
    return [colour(text) for text in SILKS[task.pick(purpose, *SILKS)]]


def along(form: Form, x: float = 1, y: float = 0) -> Array:
    """The direction in the picture in which v (or a mixture with u) grows."""
    across = np.gradient(form.v * y + form.u * x, axis=1)
    down = np.gradient(form.v * y + form.u * x, axis=0)
    return np.arctan2(down, across).astype(np.float32)


@surface("ribbon")
def ribbon(form: Form, task: Task) -> Material:
    """A silk ribbon: fine ribs across, a selvedge, soft shine."""
    colours = [colour(text) for text in SILKS[task.pick("strap", "crimson", "violet", "rose", "jade", "indigo")]]
    rng = task.rng("ribbon", task.role)
    rib = np.sin(form.v * np.float32(1.5))
    half = float(np.abs(form.u).max()) + 0.01
    hem = smooth(0.78, 0.86, np.abs(form.u) / half)
    fold = noise(form.shape, 60 * form.scale, rng, 2)
    share = np.clip(0.5 + 0.08 * rib + 0.22 * fold - 0.18 * hem, 0, 1)
    return Material(ramp(colours, share), (0.5 * rib).astype(np.float32), gloss=0.45, reflects=0.05,
                    strand=along(form), sheen=0.5)  # fmt: skip


@surface("threads")
def threads(form: Form, task: Task) -> Material:
    """A tassel: a knot bound with gold, and threads that hang."""
    colours = [colour(text) for text in SILKS[task.pick("tassel", "violet", "crimson", "indigo", "black", "jade")]]
    rng = task.rng("threads", task.role)
    length = float(form.v.max())
    table = rng.normal(0, 1, 128).astype(np.float32)
    strand = np.clip((form.u + 40) * 0.8, 0, 126)
    low = np.floor(strand).astype(np.int32)
    wave = table[low] + 0.6 * np.sin(strand * 6.3)
    share = np.clip(0.48 + 0.16 * wave, 0, 1)
    painted = ramp(colours, share)
    bound = smooth(0.155, 0.15, form.v / length) * smooth(0.125, 0.13, form.v / length)
    gold = ramp([colour(text) for text in SILKS["gold"]], np.clip(0.55 + 0.4 * np.sin(form.v * 1.4), 0, 1))
    painted = painted + bound[..., None] * (gold - painted)
    height = (0.9 * wave * (1 - bound)).astype(np.float32)
    return Material(painted, height, gloss=0.4, reflects=0.04, strand=along(form, 0, 1), sheen=0.35)


@surface("braid")
def braid(form: Form, task: Task) -> Material:
    """A flat braid: threads cross in V's, a pattern of a second colour along its middle."""
    first = [colour(text) for text in SILKS[task.pick("tassel", "violet", "crimson", "indigo", "black", "jade")]]
    second = [colour(text) for text in SILKS[task.pick("second", "gold", "ivory", "rose", "jade")]]
    half = float(np.abs(form.u[form.mask > 0.5]).max()) + 0.1
    if half > 100:
        return _side_by_side(form, task)
    return _plaited(form, first, second, half)


def _side_by_side(form: Form, task: Task) -> Material:
    """A sheet of braids, in turn of three pairs of colours."""
    across = form.u / np.float32(76)
    number = np.round(across).astype(np.int32)
    form = replace(form, u=(across - number) * np.float32(76))
    names = task.rng("braids").permutation(["crimson", "indigo", "jade", "violet", "black"])
    made: Material | None = None
    for index, second in enumerate(("gold", "ivory", "gold")):
        colours = [[colour(text) for text in SILKS[name]] for name in (str(names[index]), second)]
        one = _plaited(form, colours[0], colours[1], 36.0)
        made = made or one
        made.albedo = np.where((number % 3 == index)[..., None], one.albedo, made.albedo)
    assert made is not None  # noqa: S101 - there are three
    return made


def _plaited(form: Form, first: list[Colour], second: list[Colour], half: float) -> Material:
    """A braid half as wide as told."""
    side = np.clip(form.u / np.float32(half), -1, 1)
    turn = form.v / np.float32(7) + np.abs(side) * np.float32(half / 7) * 0.8
    inside = np.abs(turn - np.floor(turn) - 0.5) * 2
    height = 1.7 * np.sqrt(np.clip(1 - inside**2.2, 0, 1))
    shade = np.clip(0.62 - 0.5 * inside**3 + 0.05 * np.sin(turn * 12), 0, 1)
    step = form.v / np.float32(half * 1.4)
    lozenge = np.abs(step - np.round(step)) * 2 + np.abs(side) * 1.3
    figure = ((lozenge < 0.75) & (lozenge > 0.30)) | (np.abs(np.abs(side) - 0.80) < 0.07)
    edge = smooth(1.0, 0.93, np.abs(form.u) / np.float32(half))
    painted = np.where(figure[..., None], ramp(second, shade), ramp(first, shade)) * (0.25 + 0.75 * edge)[..., None]
    height = height + 5 * np.sqrt(np.clip(1 - side**4, 0, 1)) if half == 36.0 else height
    return Material(
        painted.astype(np.float32), height.astype(np.float32), gloss=0.4, reflects=0.04, strand=along(form), sheen=0.3
    )


@surface("twisted")
def twisted(form: Form, task: Task) -> Material:
    """A cord of three twisted strands."""
    turn = form.v / np.float32(20) + form.u / np.float32(26)
    inside = np.abs(turn - np.floor(turn) - 0.5) * 2
    height = 3.5 * np.sqrt(np.clip(1 - inside**2.2, 0, 1))
    fine = np.sin((form.v - form.u * 0.6) * 1.6)
    painted = ramp(silk_of(task, "tassel"), np.clip(0.6 - 0.4 * inside**3 + 0.08 * fine, 0, 1))
    return Material(painted, height.astype(np.float32), gloss=0.4, reflects=0.04)


dress("braids", "braid", tassel="threads", cord="twisted", strap="braid")


def banded(form: Form, first: str, second: str) -> Material:
    """A narrow woven band: ribs across, a row of lozenges between two stripes."""
    half = float(np.abs(form.u[form.mask > 0.5]).max()) + 0.1
    side = form.u / np.float32(half)
    rib = np.sin(form.v * 0.9)
    step = form.v / np.float32(half * 1.3)
    lozenge = np.abs(step - np.round(step)) * 2 + np.abs(side) * 1.2
    figure = ((lozenge < 0.8) & (lozenge > 0.5)) | (lozenge < 0.25) | (np.abs(np.abs(side) - 0.82) < 0.06)
    shade = np.clip(0.5 + 0.14 * rib, 0, 1)
    low, high = ([colour(text) for text in SILKS[name]] for name in (first, second))
    painted = np.where(figure[..., None], ramp(high, shade), ramp(low, shade))
    return Material(painted, (0.7 * rib).astype(np.float32), gloss=0.35, reflects=0.035, strand=along(form), sheen=0.3)


def _band(index: int, first: str, second: str) -> None:
    @surface(f"band-{index}")
    def band(form: Form, task: Task) -> Material:
        """A band in its two colours."""
        return banded(form, first, second)


for _index, _pair in enumerate((("crimson", "gold"), ("indigo", "ivory"), ("jade", "gold"))):
    _band(_index, *_pair)


@surface("coil")
def coil(form: Form, task: Task) -> Material:
    """A roll from its end: the edges of the band, turn on turn."""
    names = ("crimson", "indigo", "jade")
    colours = [colour(text) for text in SILKS[names[int(task.role[-1]) % 3]]]
    turn = form.u / np.float32(11)
    inside = np.abs(turn - np.floor(turn) - 0.5) * 2
    shade = np.clip(0.55 - 0.5 * inside**3, 0, 1)
    return Material(ramp(colours, shade), (2 * np.sqrt(np.clip(1 - inside**2, 0, 1))).astype(np.float32), gloss=0.3)
