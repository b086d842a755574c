"""Cloth by itself: scarves that hang, folded lengths, quilts, cushions, towels, ties, bands, flags."""

from dataclasses import replace

import numpy as np

from showcase.demo.drawing.canvas import Points, curve, noise, places
from showcase.demo.drawing.drapery import draped, falling, joined, piece, puffed
from showcase.demo.drawing.form import Form
from showcase.demo.drawing.parts import Part, Task, silhouette
from showcase.demo.drawing.strands import Strand, bundle
from showcase.demo.drawing.tubes import tube


def rod(y: float, half: float, scale: float, width: float = 30) -> Part:
    """A wooden rod on the wall that cloth hangs over."""
    line = places([(800 - half, y), (800, y), (800 + half, y)])
    return Part(tube(line, width, scale), "rod", surface="bamboo-rod", shadow="lie", lift=50, strength=0.5)


def fringe(form_edge: Points, rng: np.random.Generator, length: float, scale: float) -> Form:
    """Warp ends twisted together below a hem; u tells them apart."""
    strands = []
    count = max(10, int(np.hypot(*(form_edge[-1] - form_edge[0])) / 13))
    for share in np.linspace(0.01, 0.99, count):
        start = form_edge[int(share * (len(form_edge) - 1))]
        bend = rng.normal(0, 5)
        line = curve([(start[0], start[1] - 4), (start[0] + bend * 0.4, start[1] + length * 0.5),
                      (start[0] + bend, start[1] + length * rng.uniform(0.9, 1.05))], 5)  # fmt: skip
        strands.append(Strand(line, 6.5, rng.uniform(0, 1), rng.uniform(0.2, 0.9)))
    made = bundle(strands, scale)
    return replace(made.form, u=made.tone)


def panel(
    task: Task,
    name: str,
    top: float,
    low: float,
    left: tuple[float, float],
    right: tuple[float, float],
    deep: float = 17,
) -> tuple[Form, Points]:
    """A hanging panel between (x at its top, x at its hem) on both sides, and its hem."""
    rng = task.rng("panel", name)
    t = np.linspace(0, 1, 60)
    wave = 7 * np.sin(t * 7 + rng.uniform(0, 6)) * t
    first = np.stack([left[0] + (left[1] - left[0]) * t**1.4 + wave, top + (low - top) * t], 1)
    second = np.stack([right[0] + (right[1] - right[0]) * t**1.4 + wave[::-1] * t, top + (low - top) * t], 1)
    hem_x = np.linspace(first[-1, 0], second[-1, 0], 60)
    hem = np.stack([hem_x, low + 9 * np.sin(hem_x / 34 + rng.uniform(0, 6)) + 5 * np.sin(hem_x / 15)], 1)
    outline = np.concatenate([first[:-1], hem, second[::-1][1:]])
    form = piece(outline, task.scale)
    folded = falling(form, rng, wave=rng.uniform(105, 150), deep=deep, tight=0.55)
    # Over the rod the cloth turns away.
    over = np.clip((form.v - float(form.v.min())) / 26, 0, 1)
    bend = (-26 * (1 - over) ** 2).astype(np.float32)
    return draped(form, folded + bend), hem


@silhouette("scarf")
def scarf(task: Task) -> list[Part]:
    """A scarf over a rod, both its ends seen; or face cloths in a pile."""
    if task.named("khăn mặt"):
        return pile(task, 4, 860, 620, 92, "towel")
    rng, scale = task.rng("shape"), task.scale
    narrow = 250.0 if task.sketch.craft == "lotus-silk" else 330.0
    if task.named("chầu"):
        narrow = 290.0
    x = 740.0
    back, back_hem = panel(task, "back", 330, rng.uniform(1500, 1600), (x - narrow * 0.4, x - narrow * 0.1),
                           (x + narrow + 20, x + narrow + 120))  # fmt: skip
    front, front_hem = panel(task, "front", 318, rng.uniform(1650, 1720), (x - narrow, x - narrow - 30),
                             (x + narrow * 0.9, x + narrow * 0.84))  # fmt: skip
    parts = [
        rod(335, 560, scale),
        Part(back.shaded(np.full(back.shape, 0.86, np.float32)), "back", shadow="lie", lift=30),
    ]
    if task.sketch.craft == "lotus-silk" or task.named("chầu"):
        kind = "fringe-gold" if task.named("chầu") else "fringe"
        parts.append(
            Part(fringe(back_hem, rng, 90, scale), "fringe", surface=kind, shadow="lie", lift=24, strength=0.3)
        )
        parts.append(
            Part(fringe(front_hem, rng, 96, scale), "fringe", surface=kind, shadow="lie", lift=30, strength=0.3)
        )
    parts.append(Part(front, "body", shadow="drop", lift=30, strength=0.5))
    return parts


def pile(task: Task, count: int, wide: float, deep: float, thick: float, surface: str = "") -> list[Part]:
    """Folded cloths one on the other, seen from above their front: rounded folds, soft tops."""
    rng, scale = task.rng("pile"), task.scale
    parts: list[Part] = []
    base = 1290 + count * thick * 0.4
    for index in range(count):
        y = base - index * thick
        shift, own = rng.normal(0, 9), wide * (1 - 0.012 * index)
        half = own / 2
        # The front edge is a round fold: a fat tube; behind it the top runs back.
        x0, x1, far = 800 + shift - half, 800 + shift + half, y - deep * 0.46
        top = joined(
            [(x0 + 70, far + 14), (x0 + 84, far + 2), (x0 + 110, far)], [(x0 + 110, far), (800, far - 7),
                (x1 - 110, far)],
            [(x1 - 110, far), (x1 - 84, far + 2), (x1 - 70, far + 14)], [(x1 - 70, far + 14), (x1 - 26,
                y - deep * 0.2), (x1, y)],
            [(x1, y), (800, y + 4), (x0, y)], [(x0, y), (x0 + 26, y - deep * 0.2), (x0 + 70, far + 14)],
        )  # fmt: skip
        sheet = piece(top, scale, bevel=26)
        soft = 5 * noise(sheet.shape, 220 * scale, rng, 2) + puffed(sheet, 60, 16)
        sheet = draped(sheet, soft.astype(np.float32), 0.2)
        sheet = replace(sheet, v=sheet.v * np.float32(1.9))
        lie = "lie" if index == 0 else "drop"
        parts.append(Part(sheet, f"top-{index}", surface, shadow=lie, lift=30 if index == 0 else 14))
        line = curve([(800 + shift - half + 4, y), (800 + shift - half * 0.4, y + rng.normal(4, 3)),
                      (800 + shift + half * 0.4,
                     y + rng.normal(4, 3)), (800 + shift + half - 4, y)], 24)  # fmt: skip
        folds = ((thick * 0.24, 1.0), (-thick * 0.18, 0.9)) if surface == "quilted" else ((0.0, 1.0),)
        for place, share in folds:
            edge = tube(np.add(line, (0, place)), thick * (0.54 if len(folds) > 1 else 0.97), scale, blunt=True)
            edge = replace(edge, u=edge.v - half, v=edge.u)
            parts.append(Part(edge.shaded(np.full(edge.shape, share, np.float32)), f"edge-{index}", surface,
                              shadow="lie" if index == 0 else "drop", lift=12, strength=0.45))  # fmt: skip
    return parts


@silhouette("quilt")
def quilt(task: Task) -> list[Part]:
    """A quilt or a table-cloth, folded; pillows."""
    if task.named("gối"):
        return cushions(task)
    if task.named("trải bàn"):
        return pile(task, 2, 1080, 760, 110)
    return pile(task, 2, 1120, 860, 210, "quilted")


def cushions(task: Task) -> list[Part]:
    """One pillow, or a pair, plump."""
    scale, rng = task.scale, task.rng("cushion")
    spots = (
        [(690, 820, -0.10, 0.86), (880, 1240, 0.06, 1.0)] if task.named("đôi", "vỏ gối") else [(800, 1020, 0.04, 1.08)]
    )
    parts = []
    for index, (x, y, turn, size) in enumerate(spots):
        a, b = 510 * size, 360 * size
        corners = [(-a, -b), (-a * 0.5, -b * 0.93), (0, -b * 0.91), (a * 0.5, -b * 0.93), (a, -b), (a * 0.96, 0),
                   (a, b),
                   (a * 0.5, b * 0.94), (0, b * 0.92), (-a * 0.5, b * 0.94), (-a, b), (-a * 0.96, 0)]  # fmt: skip
        way = places([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
        outline = curve([tuple(p) for p in places(corners) @ way + (x, y)], 12, closed=True)
        form = piece(outline, scale, bevel=10, turn=turn)
        height = puffed(form, 300 * size, 120 * size, 0.62)
        corner = np.abs(form.u / a) ** 3 * np.abs(form.v / b) ** 3
        wrinkle = np.sin(np.arctan2(np.abs(form.v) - b, np.abs(form.u) - a) * 22) * corner * 5
        height = height + wrinkle + 5 * noise(form.shape, 180 * scale, rng, 2)
        parts.append(Part(draped(form, height.astype(np.float32), 0.02), f"cushion-{index}",
                          shadow="lie" if index == 0 else
                          "drop", lift=46, strength=0.6))  # fmt: skip
    return parts


@silhouette("cloth")
def folded(task: Task) -> list[Part]:
    """Lengths of cloth or clothes, folded in a pile, the end of the uppermost falling over the front."""
    parts, scale = pile(task, 3, 900, 700, 110), task.scale
    base = 1290 + 3 * 110 * 0.4
    top = base - 2 * 110
    edge = [(880, top - 190), (1000, top - 196), (1130, top - 188)]
    right = [(1130, top - 188), (1166, top - 40), (1182, top + 40), (1188, base + 150)]
    hem = [(1188, base + 150), (1080, base + 168), (990, base + 152), (880, base + 166)]
    left = [(880, base + 166), (868, top + 40), (866, top - 40), (880, top - 190)]
    form = piece(joined(edge, right, hem, left), scale)
    _, down = form.grid()
    level = down / scale - (top - 24)
    # It bends over the edge of the pile.
    bend = -26 * np.clip(-level / 60, 0, 1) ** 2 - 0.30 * np.clip(level, 0, 46) - 0.02 * np.clip(level - 46, 0, 400)
    form = draped(form, (falling(form, task.rng("end"), 96, 17, 0.35) + bend).astype(np.float32))
    return [*parts, Part(form, "end", shadow="drop", lift=20, strength=0.5)]


@silhouette("cloth-length")
def length(task: Task) -> list[Part]:
    """A length of cloth hanging whole from a rod."""
    form, hem = panel(task, "length", 300, 1690, (500, 476), (1100, 1122), deep=15)
    parts = [rod(312, 420, task.scale), Part(form, "body", shadow="lie", lift=34)]
    return [
        *parts,
        Part(fringe(hem, task.rng("fringe"), 60, task.scale), "fringe", surface="fringe", shadow="lie", lift=26),
    ]


@silhouette("hanging")
def hanging(task: Task) -> list[Part]:
    """An embroidered hanging, wider than a scarf, with a fringe."""
    form, hem = panel(task, "hanging", 290, 1620, (440, 432), (1160, 1168), deep=8)
    parts = [rod(302, 520, task.scale), Part(form, "hanging", shadow="lie", lift=30)]
    fringed = fringe(hem, task.rng("fringe"), 120, task.scale)
    return [*parts, Part(fringed, "fringe", surface="fringe-gold", shadow="lie", lift=26)]


@silhouette("flag")
def flag(task: Task) -> list[Part]:
    """A square festival flag of five colours, its edge in tongues."""
    scale = task.scale
    parts = [Part(tube(places([(292, 150), (292, 1000), (292, 1860)]), 30, scale), "pole", surface="bamboo-rod",
                  shadow="lie", lift=60)]  # fmt: skip
    for index, name in enumerate(("flag-0", "flag-1", "flag-2", "flag-3", "flag-4")):
        half = 560 - index * 106
        outline = _tongues(870, 900, half, 30 if index == 0 else 0)
        form = piece(outline, scale, bevel=4)
        across, down = form.grid()
        x, y = across / scale, down / scale
        wave = 26 * np.sin((x + 0.45 * y) / 118) * np.clip((x - 300) / 600, 0, 1) + 8 * np.sin((x - 0.3 * y) / 61)
        parts.append(Part(draped(form, (wave * np.ones(form.shape)).astype(np.float32), 0.1), name, surface=name,
                          shadow="lie" if index == 0 else "", lift=40))  # fmt: skip
    return parts


def _tongues(x: float, y: float, half: float, deep: float) -> Points:
    """A square whose edges are waves like flames."""
    if not deep:
        return places([(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)])
    t = np.linspace(0, 1, 200, endpoint=False)
    saw = (t * 9) % 1
    bump = deep * 1.9 * np.where(saw < 0.7, (saw / 0.7) ** 1.6, 1 - (saw - 0.7) / 0.3)
    sides = []
    for turn in range(4):
        side = np.stack([-half + 2 * half * t, -half - bump * (turn != 3)], 1)
        angle = turn * np.pi / 2
        sides.append(side @ places([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]]))
    return np.add(np.concatenate(sides), (x, y))
