"""Leather: a fine grain, creases where it bends, polish, and stitches along its seams."""

from collections.abc import Sequence

import cv2
import numpy as np

from showcase.demo.drawing.canvas import Array, Points, blur, colour, noise, numbers, ramp
from showcase.demo.drawing.form import Form
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.parts import Surface, Task, dress, surface
from showcase.demo.drawing.surfaces.shards import shards
from showcase.demo.drawing.surfaces.silk import SHEETS

LEATHERS = {
    "black": ("#0b0908", "#1a1513", "#342b27"),
    "oxblood": ("#240a0a", "#4a1614", "#7a2c24"),
    "brown": ("#2a150a", "#5a3016", "#8f5528"),
    "tan": ("#5a3214", "#96602c", "#c48c4c"),
}


def leather_of(task: Task) -> str:
    """This record's leather."""
    return task.pick("leather", "black", "brown", "oxblood", "tan")


def hide(form: Form, task: Task, kind: str) -> tuple[Array, Array]:
    """Colour and relief of a hide: small cells with lines between them, burnished unevenly."""
    rng = task.rng("hide", task.role)
    scale = max(form.scale, 0.4)
    _, inward = shards((260, 260), max(7 * scale, 3), rng, 0.8)
    cells = np.minimum(blur(inward, 0.6) / np.float32(scale), 2.2)
    across = np.mod(form.u * scale, 256).astype(np.float32)
    down = np.mod(form.v * scale, 256).astype(np.float32)
    grain = cv2.remap(cells, across, down, cv2.INTER_LINEAR)
    slow = noise(form.shape, 120 * form.scale, rng, 3)
    share = np.clip(0.45 + 0.16 * slow + 0.05 * (grain - 1), 0, 1)
    return ramp([colour(text) for text in LEATHERS[kind]], share), grain * np.float32(
        0.26 if task.role in SHEETS else 0.10
    )


def sewn_leather(seams: Sequence[Points], punched: Sequence[tuple[float, float]] = ()) -> Surface:
    """A surface of leather with seams along these lines (picture units), two rows of stitches, eyelets."""

    def paint(form: Form, task: Task) -> Material:
        kind = leather_of(task)
        albedo, height = hide(form, task, kind)
        scale, start = form.scale, np.array([form.left, form.top])
        cut, thread = np.zeros(form.shape, np.uint8), np.zeros(form.shape, np.uint8)
        for line in seams:
            points = np.round((np.asarray(line) * scale - start) * 16).astype(np.int32)
            cv2.polylines(cut, [points], False, 255, max(1, round(3 * scale)), cv2.LINE_AA, 4)
            for away in (10,):
                _stitch(thread, np.asarray(line), away, scale, start)
        edge = blur(cut.astype(np.float32) / 255, 1.2 * scale)
        on = thread.astype(np.float32) / np.float32(255)
        for x, y in punched:
            cv2.circle(
                cut, (round(x * scale - start[0]), round(y * scale - start[1])), max(1, round(6 * scale)), 255, -1
            )
        albedo = albedo * (1 - 0.6 * edge)[..., None]
        tone = numbers(colour("#c9b48a" if kind in ("tan", "brown") else "#4a4038"))
        albedo = albedo + (on * min(0.8, 0.25 + form.scale))[..., None] * (tone - albedo)
        return Material(albedo, height - 3 * edge + on, gloss=0.72, reflects=0.045)

    return paint


def _stitch(thread: Array, line: Points, away: float, scale: float, start: Points) -> None:
    """Short stitches beside a line."""
    way = np.gradient(line, axis=0)
    side = np.stack([-way[:, 1], way[:, 0]], 1) / np.maximum(np.hypot(*way.T), 1e-6)[:, None]
    beside = line + side * away
    length = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(beside, axis=0).T))])
    for at in np.arange(4, length[-1] - 9, 13.0):
        ends = [[float(np.interp(at + k, length, beside[:, i])) * scale - start[i] for i in (0, 1)] for k in (0, 8)]
        a, b = (np.round(np.asarray(end) * 16).astype(int).tolist() for end in ends)
        cv2.line(thread, a, b, 255, max(1, round(2.4 * scale)), cv2.LINE_AA, 4)


@surface("hide")
def leather(form: Form, task: Task) -> Material:
    """Leather: plain, or by itself a toe cap's seams."""
    if task.role in SHEETS:
        wide, tall = form.shape[1] / form.scale, form.shape[0] / form.scale
        t = np.linspace(-0.05, 1.05, 60)
        cap = np.stack([t * wide, tall * (0.36 + 0.16 * np.sin(t * 2.6))], 1)
        side = np.stack([wide * (0.62 + 0.10 * np.sin(t * 2)), tall * (0.52 + 0.5 * np.clip(t, 0, 1.05))], 1)
        holes = [(float(x), float(y) + 26) for x, y in cap[2:-2:2]]
        return sewn_leather([cap, side], holes)(form, task)
    albedo, height = hide(form, task, leather_of(task))
    return Material(albedo, height, gloss=0.7, reflects=0.045)


@surface("sole")
def sole(form: Form, task: Task) -> Material:
    """The edge of a sole: layers of leather, inked and waxed."""
    layer = np.sin(form.v * 0.8)
    share = np.clip(0.3 + 0.12 * layer + 0.1 * noise(form.shape, 50 * form.scale, task.rng("sole"), 2), 0, 1)
    dark = leather_of(task) in ("black", "oxblood")
    colours = ("#0c0908", "#2e231d") if dark else ("#3a2212", "#7d5530")
    return Material(ramp([colour(text) for text in colours], share), (layer * 0.4).astype(np.float32), gloss=0.5)


@surface("shoe-lining")
def lining(form: Form, task: Task) -> Material:
    """Undyed leather inside a shoe."""
    albedo, height = hide(form, task, "tan")
    return Material(albedo * np.float32(1.1), height, gloss=0.3)


@surface("lace")
def lace(form: Form, task: Task) -> Material:
    """A waxed cotton lace."""
    twist = np.sin((form.v + form.u) * 0.9)
    tone = ("#15100e", "#3c332d") if leather_of(task) in ("black", "oxblood") else ("#3a2414", "#7a5634")
    return Material(
        ramp([colour(text) for text in tone], 0.5 + 0.4 * twist), (0.7 * twist).astype(np.float32), gloss=0.3
    )


@surface("elastic")
def elastic(form: Form, task: Task) -> Material:
    """A ribbed elastic gusset."""
    rib = np.sin(form.u * 1.1)
    return Material(
        ramp([colour("#0d0b0a"), colour("#2c2623")], 0.5 + 0.4 * rib), (0.9 * rib).astype(np.float32), gloss=0.15
    )


dress("leather-shoes", "hide", sole="sole", lining="shoe-lining", lace="lace")
