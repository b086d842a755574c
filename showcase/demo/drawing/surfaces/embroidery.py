"""Embroidered silk and satin: stitches on a ground of fine cloth, thread of silk or of gold."""

import numpy as np

from showcase.demo.drawing.canvas import Array, Colour, blur, colour, noise, numbers, smooth, tint
from showcase.demo.drawing.form import Form, Unrolled, unrolled
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.motifs import Piece, moved
from showcase.demo.drawing.motifs.portrait import modelling, portrait
from showcase.demo.drawing.motifs.sewn_views import landing
from showcase.demo.drawing.parts import Task, dress, surface
from showcase.demo.drawing.surfaces.layout import motif_for
from showcase.demo.drawing.surfaces.painting import chosen, motif
from showcase.demo.drawing.surfaces.silk import cloth, directed
from showcase.demo.drawing.surfaces.stitches import Sewn, couched, sewn

GROUNDS = ("#efe7d6", "#e7dcc4", "#dfe0d4", "#e9ddd2", "#d9dfe0")
SATINS = {"red": "#8e1f1b", "yellow": "#c08a2a", "blue": "#1f3f63", "green": "#2f5a44", "violet": "#4a2450"}


def finished(form: Form, sheet: Unrolled, made: Sewn, ground_relief: Array, metal: float = 0.0) -> Material:
    """The embroidery on the form: threads shine by their direction, the ground by its own."""
    cover = made.cover.astype(np.float32) / np.float32(255)
    height = blur(made.height.astype(np.float32) / np.float32(255) * 1.5, 0.7 * sheet.scale)
    strand = np.where(cover > 0.4, made.angle(), 0).astype(np.float32)
    on = sheet.laid(cover)
    laid = sheet.laid(height)
    way = np.where(on > 0.4, sheet.laid(strand), 0).astype(np.float32) + directed(form)
    return Material(
        sheet.laid(made.painted),
        laid + (ground_relief * (1 - on)).astype(np.float32),
        gloss=0.45 + 0.2 * metal,
        reflects=(0.035 + 0.22 * metal * on).astype(np.float32),
        metal=(metal * on).astype(np.float32),
        strand=way,
        sheen=0.5,
    )


def silk_ground(sheet: Unrolled, rng: np.random.Generator, tone: Colour) -> Array:
    """Plain silk on a sheet."""
    weft = noise(sheet.shape[::-1], 3.4 * sheet.scale, rng, 1, stretch=36).T
    warp = noise(sheet.shape, 3.4 * sheet.scale, rng, 1, stretch=36)
    slow = noise(sheet.shape, 260 * sheet.scale, rng, 2)
    fine = min(1.0, sheet.scale * 1.4)
    share = 1 + fine * (0.05 * weft + 0.04 * warp) + 0.05 * slow
    return np.ascontiguousarray(numbers(tone) * share[..., None], np.float32)


@surface("embroidered-picture")
def picture(form: Form, task: Task) -> Material:
    """A picture in silk on silk."""
    sheet = unrolled(form)
    tone = colour(task.pick("ground", *GROUNDS))
    u, v = sheet.axes()
    wide, tall = float(np.ptp(u)), float(np.ptp(v))
    name = chosen(task, "lotus", "plum", "cranes", "bamboo")
    nearer = 0.86 if task.role != "detail" else 1.1
    x, y, rng = float(u.mean()), float(v.mean()), task.rng("view")
    if task.role == "band":
        pieces = motif_for(task, u, v, 0.96)
    elif task.named("phong cảnh"):
        pieces = moved(landing(rng, wide * 1.02, tall * 1.02), x, y)
    elif task.named("chân dung"):
        pieces = moved(portrait(rng, min(wide, tall)), x, y)
    else:
        pieces = motif(task, name, wide * nearer, tall * nearer, x, y)
    made = sewn(silk_ground(sheet, task.rng("ground"), tone), sheet, pieces, "natural", task.rng("stitches"))
    if task.named("chân dung"):
        made.painted *= modelling(u - x, v - y, min(wide, tall))[..., None]
    _, relief = cloth(form, task.rng("cloth"), tone)
    return finished(form, sheet, made, relief)


@surface("embroidered")
def embroidered(form: Form, task: Task) -> Material:
    """A cloth with a sprig sewn towards its end."""
    sheet = unrolled(form)
    tone = colour(task.pick("cloth", *GROUNDS, "#c9a9a4", "#9fb0ae", "#7f92a8"))
    ground = silk_ground(sheet, task.rng("ground", task.role), tone)
    u, v = sheet.axes()
    wide, tall = float(np.ptp(u)), float(np.ptp(v))
    name = (
        "lotus"
        if task.named("sen")
        else "chrysanthemum"
        if task.named("cúc")
        else chosen(task, "plum", "chrysanthemum")
    )
    size = min(wide * 0.95, tall * 0.7)
    if task.role.startswith(("edge", "back")):
        pieces: list[Piece] = []
    elif task.role.startswith("top") and not task.role.endswith(("1", "2", "3")):
        pieces = []
    else:
        low = float(v.max()) - size * 0.60 if task.role == "body" else float(v.mean())
        pieces = motif(task, name, size, size * 1.05, float(u.mean()), low)
    palette = "white" if task.pick("thread", "natural", "natural", "white") == "white" else "natural"
    made = sewn(ground, sheet, pieces, palette, task.rng("stitches", task.role))
    _, relief = cloth(form, task.rng("cloth"), tone)
    return finished(form, sheet, made, relief)


def satin_of(task: Task) -> Colour:
    """The satin of this record."""
    if task.sketch.silhouette == "robe" and task.named("rồng", "bào"):
        return colour(SATINS["blue"])
    if task.named("nghi môn", "nhật bình", "rồng", "hài"):
        return colour(SATINS["red"])
    return colour(SATINS[task.pick("satin", *SATINS)])


def waves(width: float, height: float) -> list[Piece]:
    """Slanting stripes of water below rounded wave tops, as robes have them at their hems."""
    pieces: list[Piece] = []
    count = max(4, round(width / 90))
    step = width / count
    kinds = ("leaf", "cloud", "line", "petal", "son")
    t = np.linspace(np.pi, 2 * np.pi, 16)
    for row in range(3):
        for index in range(count + row % 2):
            x = -width / 2 + (index + 0.5 - 0.5 * (row % 2)) * step
            for ring in range(4):
                size = step * (0.60 - 0.13 * ring)
                arc = np.stack([x + size * np.cos(t), -height * 0.16 + row * height * 0.22 + size * 0.8 * np.sin(t)], 1)
                pieces.append(Piece(arc, kinds[(ring + row) % 5], np.pi / 2))
    return pieces


def gold(form: Form, task: Task, tone: Colour, pieces: list[Piece], edge: str = "#e7c068") -> Material:
    """Gold and coloured thread on satin, every piece outlined in couched gold."""
    sheet = unrolled(form)
    ground = silk_ground(sheet, task.rng("ground", task.role), tone)
    made = sewn(ground, sheet, pieces, task.pick("gold", "gold", "court"), task.rng("stitches", task.role), most=11000)
    couched(made, sheet, pieces, edge, 5)
    _, relief = cloth(form, task.rng("cloth"), tone)
    return finished(form, sheet, made, relief, metal=0.35)


@surface("gold-embroidery")
def gold_embroidery(form: Form, task: Task) -> Material:
    """Court embroidery: a beast among clouds, and waves at the hem."""
    sheet = unrolled(form)
    u, v = sheet.axes()
    wide, tall = float(np.ptp(u)), float(np.ptp(v))
    if task.role in ("back", "edge"):
        return gold(form, task, satin_of(task), [])
    if task.role == "band":
        return gold(form, task, satin_of(task), motif_for(task, u, v, 1.0))
    size = min(wide, tall * 0.7)
    centre = float(v.mean()) if tall < 1.4 * wide else float(v.max()) - size * 0.85
    pieces = motif(task, "phoenix", size * 0.92, size * 0.92, float(u.mean()), centre)
    if tall > 1.2 * wide and task.role != "detail":
        hem = moved(waves(wide * 0.98, tall * 0.12), float(u.mean()), float(v.max()) - tall * 0.07)
        pieces = [*hem, *pieces]
    return gold(form, task, satin_of(task), pieces)


@surface("hanging-embroidery")
def hanging(form: Form, task: Task) -> Material:
    """A pair of phoenixes about a sun, clouds, waves."""
    sheet = unrolled(form)
    u, v = sheet.axes()
    wide, tall, x, y = float(np.ptp(u)), float(np.ptp(v)), float(u.mean()), float(v.min())
    pieces = moved(waves(wide * 0.94, tall * 0.12), x, y + tall * 0.93)
    pieces += motif(task, "lotus", wide * 0.8, wide * 0.6, x, y + tall * 0.66)
    for side, level in ((-1, 0.18), (1, 0.40)):
        one = motif(task, "phoenix", wide * 0.66, wide * 0.66)
        if side > 0:
            one = [Piece(p.outline * (-1, 1), p.kind, np.pi - p.angle, [c * (-1, 1) for c in p.lines]) for p in one]
        pieces += moved(one, x + side * wide * 0.06, y + tall * level)
    made = gold(form, task, satin_of(task), pieces)
    border = smooth(wide * 0.44, wide * 0.45, np.abs(form.u - x))[..., None]
    made.albedo = made.albedo + border * 0.7 * (numbers(colour("#c08a2a")) * 0.8 - made.albedo)
    return made


dress("hand-embroidery", "embroidered", picture="embroidered-picture", detail="embroidered-picture", frame="dark-wood")
dress("court-embroidery", "gold-embroidery", picture="hanging-embroidery", hanging="hanging-embroidery",
      frame="dark-wood",
      sole="sole", lining="shoe-lining")  # fmt: skip


@surface("shoe-satin")
def shoe_satin(form: Form, task: Task) -> Material:
    """A slipper's satin with a phoenix in gold."""
    u, v = form.u[form.mask > 0.5], form.v[form.mask > 0.5]
    size = float(np.ptp(v)) * 1.25
    pieces = motif(task, "phoenix", size * 1.5, size, float(np.quantile(u, 0.30)), float(np.quantile(v, 0.62)))
    return gold(form, task, satin_of(task), pieces)


@surface("gold-cord")
def gold_cord(form: Form, task: Task) -> Material:
    """A twisted gold cord."""
    twist = np.sin((form.v + form.u) * 0.8)
    albedo = tint(colour("#8a5f1c"), colour("#efce80"), 0.5 + 0.4 * twist)
    return Material(albedo, (0.8 * twist).astype(np.float32), gloss=0.6, reflects=0.2, metal=0.5)
