"""Pairs of shoes from the side: lasted uppers on welted soles."""

import numpy as np

from showcase.demo.drawing.canvas import Array, Points, curve, places
from showcase.demo.drawing.drapery import creased, draped, joined, puffed
from showcase.demo.drawing.form import Form, flat
from showcase.demo.drawing.parts import Part, Task, silhouette
from showcase.demo.drawing.shoe_models import BOOT, DERBY, LAST, LOAFER, SLIPPER, Line, Model
from showcase.demo.drawing.surfaces.leather import sewn_leather
from showcase.demo.drawing.tubes import tube


def placed(points: Line | Points, x: float, y: float, size: float) -> Points:
    """A shoe's line in the picture."""
    return places(list(points)) * (size, -size) + (x, y)


def shoe(task: Task, model: Model, x: float, y: float, size: float, name: str, surface: str = "") -> list[Part]:
    """One shoe, its toe to the left, its sole on the ground at y."""
    scale = task.scale
    outline = joined(*[placed(line, x, y, size).tolist() for line in model.upper])
    form = flat([outline], scale, bevel=10, depth=0.8)
    height = _lasted(form, x, y, size)
    bend = [(x + (0.30 + 0.035 * i) * size, y - (0.20 + 0.02 * i) * size, x + (0.38 + 0.03 * i) * size,
             y - 0.11 * size) for i in
            range(3)]  # fmt: skip
    form = draped(form, (height + 3.2 * creased(form, bend, 7)).astype(np.float32), 0.0)
    sole, heel = _sole(model, x, y, size, scale)
    parts = [
        Part(sole, "sole", shadow="stand", foot=y, strength=0.8),
        Part(heel, "sole", shadow="stand", foot=y, strength=0.5),
    ]
    seams = [curve(placed(line, x, y, size).tolist(), 14) for line in model.seams]
    eyes = [(float(a), float(b)) for a, b in placed(model.eyelets, x, y, size)] if model.eyelets else []
    parts.append(Part(form, f"upper-{name}", surface=surface or sewn_leather(seams, eyes)))
    if model.mouth:
        mouth = flat([curve(placed(model.mouth, x, y, size).tolist(), 12, closed=True)], scale, bevel=6)
        shade = np.clip(0.30 + 0.5 * (mouth.v - mouth.v.min()) / np.ptp(mouth.v), 0, 1).astype(np.float32)
        parts.append(Part(mouth.shaded(1 - 0.75 * shade), "lining"))
        rim = tube(curve(placed(model.mouth, x, y, size).tolist(), 12, closed=True), 0.014 * size, scale, closed=True)
        parts.append(
            Part(rim, "binding", surface=(surface and "gold-cord") or "hide", shadow="drop", lift=3, strength=0.4)
        )
    if "gusset" in model.extra:
        gore = curve(placed([(0.64, 0.64), (0.645, 0.46), (0.70, 0.335), (0.725, 0.31), (0.77, 0.335), (0.84,
            0.46), (0.848, 0.64)],
                            x, y, size).tolist(), 10, closed=True)  # fmt: skip
        parts.append(Part(flat([gore], scale, bevel=4), "gusset", surface="elastic"))
        loop = tube(curve(placed([(0.955, 0.62), (0.99, 0.66), (1.0, 0.72), (0.97, 0.73), (0.945, 0.66)], x, y,
                                 size).tolist(), 10),
                    0.026 * size, scale, flat=0.4)  # fmt: skip
        parts.append(Part(loop, "loop", surface="lace", shadow="drop", lift=5))
    for line in model.laces:
        own = tube(curve(placed(line, x, y, size).tolist(), 8), 0.017 * size, scale)
        parts.append(Part(own, "lace", shadow="drop", lift=6, strength=0.6))
    if model.laces:
        for bow in ([(0.555, 0.372), (0.50, 0.40), (0.47, 0.37), (0.52, 0.345), (0.56, 0.36)],
                    [(0.56, 0.365), (0.60, 0.33), (0.625, 0.27), (0.60, 0.25), (0.575, 0.31), (0.555, 0.355)],
                    [(0.555, 0.36), (0.53, 0.30), (0.545, 0.24)]):  # fmt: skip
            own = tube(curve(placed(bow, x, y, size).tolist(), 10), 0.015 * size, scale)
            parts.append(Part(own, "lace", shadow="drop", lift=9, strength=0.6))
    return parts


def _lasted(form: Form, x: float, y: float, size: float) -> Array:
    """The round of the last: full at the toe and heel, hollow at the waist."""
    height = puffed(form, 0.17 * size, 0.155 * size, 0.55)
    across, down = form.grid()
    a, b = (across / form.scale - x) / size, (y - down / form.scale) / size
    waist = np.exp(-(((a - 0.58) / 0.16) ** 2) - ((b - 0.09) / 0.06) ** 2)
    return (height - 0.03 * size * waist).astype(np.float32)


def _sole(model: Model, x: float, y: float, size: float, scale: float) -> tuple[Form, Form]:
    """The sole with its welt, and the heel."""
    up = model.heel
    top = [(1.003, up + 0.004), (0.6, 0.062), (0.3, 0.046), (0.06, 0.05), (-0.012, 0.068)]
    under = [
        (-0.012, 0.068),
        (-0.008, 0.042),
        (0.06, 0.018),
        (0.3, 0.008),
        (0.6, 0.028),
        (0.76, up - 0.012),
        (1.0, up - 0.026),
    ]
    sole = flat(
        [joined(*[placed(line, x, y, size).tolist() for line in (top, under, [under[-1], top[0]])])], scale, bevel=7
    )
    if up < 0.04:
        return sole, sole
    block = [(0.745, up - 0.01), (0.76, 0.0), (0.99, 0.0), (1.0, up - 0.022)]
    heel = flat([placed([block[0], block[1], block[2], block[3]], x, y, size)], scale, bevel=7)
    return sole, heel


@silhouette("shoe")
def shoes(task: Task) -> list[Part]:
    """A pair of shoes as their name says."""
    if task.named("phom"):
        return _lasts(task)
    if task.named("quai hậu", "dép"):
        return [*sandal(task, 270, 1010, 1000), *sandal(task, 330, 1400, 1060)]
    model = LOAFER if task.named("lười") else BOOT if task.named("bốt") else SLIPPER if task.named("hài") else DERBY
    surface = "shoe-satin" if model is SLIPPER else ""
    up = 1090 if model is not BOOT else 1150
    return [*shoe(task, model, 340, up, 920, "far", surface), *shoe(task, model, 250, up + 330, 1040, "near", surface)]


def _lasts(task: Task) -> list[Part]:
    """Wooden lasts."""
    parts: list[Part] = []
    for x, y, size in ((360, 1000, 900), (250, 1330, 1020)):
        outline = joined(*[placed(line, x, y, size).tolist() for line in LAST])
        form = flat([outline], task.scale, bevel=10, depth=0.8, turn=1.5)
        form = draped(form, _lasted(form, x, y, size), 0.0)
        hole = tube(
            places([(x + 0.8 * size, y - 0.3 * size), (x + 0.81 * size, y - 0.3 * size)]), 0.035 * size, task.scale
        )
        parts += [Part(form, "last", surface="last", shadow="stand", foot=y, strength=0.8),
                  Part(hole.shaded(np.full(hole.shape, 0.2, np.float32)), "hole", surface="dark-wood")]  # fmt: skip
    handle = tube(np.linspace((430, 1640), (760, 1560), 20), np.interp(np.linspace(0, 1, 20), [0, 0.2, 0.6, 1],
        [44, 60, 46, 40]),
                  task.scale)  # fmt: skip
    blade = tube(np.linspace((755, 1561), (1010, 1500), 20), np.linspace(22, 7, 20), task.scale)
    return [*parts, Part(blade, "awl", surface="steel", shadow="lie", lift=12), Part(handle, "awl", surface="wood",
        shadow="lie",
            lift=18)]  # fmt: skip


def sandal(task: Task, x: float, y: float, size: float) -> list[Part]:
    """A sandal: a sole, a broad strap over the toes, one round the heel."""
    scale = task.scale
    top = [(0.0, 0.06), (0.15, 0.075), (0.4, 0.07), (0.65, 0.095), (0.85, 0.125), (1.0, 0.13)]
    back = [(1.0, 0.13), (1.015, 0.11), (1.0, 0.09)]
    under = [(1.0, 0.09), (0.8, 0.085), (0.6, 0.05), (0.35, 0.022), (0.1, 0.022), (0.0, 0.035)]
    nose = [(0.0, 0.035), (-0.012, 0.048), (0.0, 0.06)]
    sole = flat([joined(*[placed(line, x, y, size).tolist() for line in (top, back, under, nose)])], scale, bevel=7)
    heel = flat([placed([(0.76, 0.082), (0.775, 0.0), (0.985, 0.0), (1.0, 0.092)], x, y, size)], scale, bevel=7)
    bed = flat([curve(placed([(0.0, 0.06), (0.15, 0.11), (0.4, 0.105), (0.65, 0.125), (0.85, 0.165), (0.98, 0.16),
                              (1.0, 0.13),
                              (0.85, 0.125), (0.65, 0.095), (0.4, 0.07), (0.15, 0.075)], x, y, size).tolist(), 8,
                              closed=True)],
               scale, bevel=4)  # fmt: skip
    parts = [Part(sole, "sole", shadow="stand", foot=y, strength=0.8), Part(heel, "sole", shadow="stand", foot=y,
        strength=0.4),
             Part(bed, "lining")]  # fmt: skip
    loop = curve(placed([(0.66, 0.11), (0.74, 0.24), (0.86, 0.33), (0.97, 0.34), (1.0, 0.30), (0.93, 0.27), (0.84,
        0.21),
                         (0.80, 0.12)], x, y, size).tolist(), 14)  # fmt: skip
    strap = tube(loop, 0.036 * size, scale, flat=0.5)
    vamp = joined(*[placed(line, x, y, size).tolist() for line in (
        [(0.16, 0.07), (0.18, 0.14), (0.26, 0.205), (0.36, 0.24), (0.46, 0.235)],
        [(0.46, 0.235), (0.53, 0.17), (0.54, 0.085)],
        [(0.54, 0.085), (0.40, 0.072), (0.16, 0.07)])])  # fmt: skip
    form = flat([vamp], scale, bevel=8, depth=0.7)
    form = draped(form, puffed(form, 0.10 * size, 0.075 * size, 0.55), 0.0)
    seams = [curve(placed(line, x, y, size).tolist(), 12) for line in ([(0.19, 0.075), (0.21, 0.14), (0.28, 0.19),
        (0.37, 0.222)],
             [(0.51, 0.09), (0.50, 0.16), (0.45, 0.215)])]  # fmt: skip
    buckle = tube(curve(placed([(0.73, 0.20), (0.765, 0.24), (0.79, 0.215), (0.755, 0.175)], x, y, size).tolist(),
                        8, closed=True),
                  0.012 * size, scale, closed=True)  # fmt: skip
    return [*parts, Part(strap, "strap", shadow="drop", lift=12), Part(form, "vamp", surface=sewn_leather(seams),
        shadow="drop",
            lift=14), Part(buckle, "buckle", surface="brass", shadow="drop", lift=6)]  # fmt: skip
