"""Jackets, waistcoats and coats on a form, ties."""

from collections.abc import Sequence

import numpy as np

from showcase.demo.drawing.canvas import Points, curve, places
from showcase.demo.drawing.drapery import creased, draped, falling, joined, piece, puffed
from showcase.demo.drawing.form import Form, flat
from showcase.demo.drawing.lathe import lathe, profile
from showcase.demo.drawing.parts import Part, Task, silhouette
from showcase.demo.drawing.tubes import tube

Corners = Sequence[tuple[float, float]] | Points


def cloth_piece(task: Task, points: Corners, name: str, turn: float = 0, high: float = 30, reach: float = 110,
                lines: Sequence[tuple[float, float, float, float]] = (), smooth: bool = True,
                side: int = 1) -> Form:  # fmt: skip
    """One piece of a garment, a little round, with creases; ``side`` -1 mirrors it."""
    outline = curve(list(points), 10, closed=True) if smooth else places(list(points))
    if side < 0:
        outline = outline * (-1, 1) + (1600, 0)
        lines = [(1600 - a, b, 1600 - c, d) for a, b, c, d in lines]
    form = piece(outline, task.scale, bevel=8, turn=turn * side)
    height = puffed(form, reach, high) + 7 * creased(form, lines, 16)
    height = height + 0.5 * falling(form, task.rng(name, str(side)), 150, 7, 0.5)
    return draped(form, height.astype(np.float32), 0.1)


def sharp(points: Corners) -> list[tuple[float, float]]:
    """An outline with corners: many points along its sides, so that smoothing keeps them."""
    nodes = places(list(points))
    found = []
    for here, after in zip(nodes, np.roll(nodes, -1, axis=0), strict=True):
        found += [here + (after - here) * share for share in (0.03, 0.10, 0.3, 0.5, 0.7, 0.9, 0.97)]
    return [(float(x), float(y)) for x, y in found]


def seam(task: Task, points: Corners, side: int = 1, width: float = 4) -> Part:
    """A seam or an edge: a thin dark line of shadow with the cloth's own colour."""
    line = curve(list(points), 12)
    line = line if side > 0 else line * (-1, 1) + (1600, 0)
    return Part(tube(line, width, task.scale, flat=0.9), "seam", shadow="drop", lift=3, strength=0.45)


def sleeves(task: Task, wide: float, low: float) -> list[Part]:
    """Both sleeves, bent a little at the elbow."""
    parts = []
    for side in (1, -1):
        a = 800 - wide
        outline = joined(
            [(a + 72, 520), (a + 34, 452), (a - 6, 474), (a - 54, 620), (a - 84, 860), (a - 75, low)],
            [(a - 75, low), (a - 20, low + 9), (a + 36, low + 12)],
            [(a + 36, low + 12), (a + 32, 880), (a + 46, 640), (a + 72, 520)],
        )
        creases = [
            (a - 60, 800, a + 40, 850), (a - 70, 880, a + 30, 860), (a - 40, 560, a + 50, 640),
            (a - 70, 950, a + 30, 910), (a - 60, low - 120, a + 20, low - 150),
        ]  # fmt: skip
        form = cloth_piece(task, outline, "sleeve", 0.05, 36, 56, creases, smooth=False, side=side)
        parts.append(Part(form, "sleeve", shadow="drop", lift=22, strength=0.55))
        for index in range(3):
            x = a + 16 if side > 0 else 1600 - a - 16
            parts.append(Part(disc(x, low - 22 - index * 34, 11, task.scale), "button", shadow="drop", lift=4))
    return parts


def disc(x: float, y: float, size: float, scale: float) -> Form:
    """A button."""
    t = np.linspace(0, 2 * np.pi, 28, endpoint=False)
    return flat([np.stack([x + size * np.cos(t), y + size * np.sin(t)], 1)], scale, bevel=size * 0.5, depth=0.7)


def inside(task: Task, wide: float) -> list[Part]:
    """What is seen in the neck: lining, shirt and tie."""
    back = cloth_piece(
        task, [(800 - 118, 398), (800, 352), (800 + 118, 398), (860, 470), (800, 500), (740, 470)], "lining"
    )
    shirt = cloth_piece(task, sharp([(688, 430), (742, 372), (800, 470), (858, 372), (912, 430), (880, 760), (800, 960),
                                     (720, 760)]), "shirt", 0, 26, 160)  # fmt: skip
    parts = [Part(back, "lining"), Part(shirt, "shirt", shadow="drop", lift=8)]
    for side in (1, -1):
        tip = cloth_piece(task, sharp([(744, 372), (800, 452), (762, 526), (712, 440)]), "tip", 0.5, 12, 20, side=side)
        parts.append(Part(tip, "shirt", shadow="drop", lift=9, strength=0.4))
    if not task.named("nữ"):
        blade = cloth_piece(
            task, sharp([(784, 500), (816, 500), (838, 900), (800, 960), (762, 900)]), "tie", 0.7, 14, 40
        )
        knot = cloth_piece(task, sharp([(766, 446), (834, 446), (818, 512), (782, 512)]), "knot", -0.5, 20, 26)
        parts += [Part(blade, "tie", surface="silk", shadow="drop", lift=9), Part(knot, "tie", surface="silk",
            shadow="drop",
                  lift=7)]  # fmt: skip
    return parts


def fronts(task: Task, wide: float, waist: float, low: float, button: float) -> list[Part]:
    """Both fronts, the left one over the right, with pockets."""
    parts = []
    for side in (-1, 1):
        a = 800 - wide
        points = [(704, 400), (a + 26, 462), (a + 40, 560), (a + 22, 640), (800 - waist, 930), (a + 2, low - 80),
                  (a, low - 14), (a + 8, low),
                  (690, low + 14), (770, low - 8), (806, low - 90), (812, button + 60), (812, button - 40), (770, 720),
                  (730, 560)]  # fmt: skip
        creases = [(a + 40, 620, 760, 760), (800 - waist, 930, 780, button), (800 - waist + 6, 960, 770, button + 30),
                   (a + 60, 480, 700, 560)]  # fmt: skip
        form = cloth_piece(task, points, "front", 0.02, 32, 190, creases, side=side)
        parts.append(Part(form, "front", shadow="drop", lift=20 if side > 0 else 14, strength=0.5))
        flap = [(800 - waist + 18, low - 300), (742, low - 314), (744, low - 256), (800 - waist + 22, low - 244)]
        parts.append(Part(cloth_piece(task, sharp(flap), "flap", 0, 9, 16, side=side), "flap", shadow="drop", lift=6))
        parts.append(seam(task, [(a + 120, 700), (800 - waist + 66, 930), (a + 116, low - 330)], side, 3))
    pocket = [(880, 652), (968, 634), (970, 662), (884, 680)]
    return [*parts, Part(cloth_piece(task, sharp(pocket), "pocket", 0.2, 8, 12), "pocket", shadow="drop", lift=4)]


def lapels(task: Task, button: float) -> list[Part]:
    """Collar and lapels, rolled over."""
    parts = []
    for side in (-1, 1):
        lapel = [(702, 402), (676, 470), (640, 556), (596, 590), (640, 700), (722, 820), (806, button - 6), (812,
            button - 20),
                 (766, 690), (728, 540)]  # fmt: skip
        parts.append(Part(cloth_piece(task, lapel, "lapel", -0.36, 14, 26, side=side), "lapel", shadow="drop", lift=16,
                          strength=0.65))  # fmt: skip
        neck = [(742, 346), (706, 384), (664, 470), (628, 528), (676, 566), (704, 500), (726, 420), (756, 376)]
        parts.append(Part(cloth_piece(task, neck, "collar", 0.6, 16, 24, side=side), "collar", shadow="drop", lift=9,
                          strength=0.5))  # fmt: skip
    behind = cloth_piece(
        task, [(736, 352), (800, 330), (864, 352), (858, 376), (800, 358), (742, 376)], "collar", 0, 14, 20
    )
    return [*parts, Part(behind, "collar", shadow="drop", lift=5)]


@silhouette("suit")
def suit(task: Task) -> list[Part]:
    """A jacket, or a coat, on a form."""
    coat, woman = task.named("măng tô"), task.named("nữ")
    wide, waist = (226.0, 168.0) if woman else (268.0, 216.0)
    low, button = (1660.0 if coat else 1270.0 if woman else 1330.0), (850.0 if woman else 900.0)
    parts = foot(task)
    if not coat:
        parts += below(task, woman, low)
    parts += [*inside(task, wide), *fronts(task, wide, waist, low, button), *lapels(task, button)]
    for index in range(1 if woman else 2 if not coat else 3):
        parts.append(Part(disc(806, button + 6 + index * 128, 17, task.scale), "button", shadow="drop", lift=6))
    return [*parts, *sleeves(task, wide, 1210 if woman else 1250)]


def foot(task: Task) -> list[Part]:
    """The form's foot and pole, and its neck."""
    scale = task.scale
    base = lathe(profile([(230, 0), (232, 14), (90, 40), (24, 70), (20, 120)]), 800, 1868, scale, 0.16)
    neck = lathe(
        profile([(66, 0), (60, 60), (56, 84), (40, 104), (14, 112), (20, 140), (0.5, 154)]), 800, 400, scale, 0.12
    )
    pole = tube(places([(800, 1200), (800, 1700), (800, 1850)]), 26, scale)
    return [Part(base, "foot", surface="dark-wood", shadow="stand", foot=1880, strength=0.6),
            Part(pole, "pole", surface="dark-wood"), Part(neck, "neck", surface="dark-wood")]  # fmt: skip


def below(task: Task, woman: bool, low: float) -> list[Part]:
    """A skirt, or trousers."""
    if woman:
        skirt = [
            (640, low - 120),
            (960, low - 120),
            (986, low + 200),
            (962, 1690),
            (960, 1716),
            (950, 1722),
            (800, 1732),
            (650, 1722),
            (640, 1716),
            (638, 1690),
            (614, low + 200),
        ]
        return [Part(cloth_piece(task, skirt, "skirt", 0, 60, 170), "skirt", shadow="stand", foot=1876, strength=0.2)]
    parts = []
    for side in (-1, 1):
        leg = [
            (794, low - 120),
            (560, low - 120),
            (572, 1500),
            (602, 1780),
            (606, 1804),
            (616, 1808),
            (690, 1812),
            (748, 1806),
            (756, 1800),
            (758, 1776),
            (782, 1500),
        ]
        creases = [(600, 1560, 740, 1600), (610, 1640, 730, 1620)]
        parts.append(
            Part(cloth_piece(task, leg, "leg", 0.02, 50, 90, creases, side=side), "leg", shadow="drop", lift=10)
        )
    return parts


@silhouette("waistcoat")
def waistcoat(task: Task) -> list[Part]:
    """A waistcoat with five buttons."""
    parts = [*foot(task), *inside(task, 230)]
    for side in (-1, 1):
        outline = joined(
            [(716, 404), (660, 430), (606, 462)],
            [(606, 462), (618, 540), (606, 620), (560, 700)],
            [(560, 700), (574, 820), (590, 940), (566, 1160)],
            [(566, 1160), (650, 1186), (736, 1276)],
            [(736, 1276), (790, 1190), (812, 1120)],
            [(812, 1120), (812, 950), (812, 790)],
            [(812, 790), (770, 640), (716, 404)],
        )
        creases = [(570, 700, 740, 800), (596, 930, 770, 900)]
        form = cloth_piece(task, outline, "front", 0.02, 40, 190, creases, smooth=False, side=side)
        parts.append(Part(form, "front", shadow="drop" if side > 0 else "stand", lift=14, foot=1876, strength=0.3))
        pocket = [(628, 1010), (742, 990), (744, 1016), (630, 1038)]
        parts.append(Part(cloth_piece(task, sharp(pocket), "pocket", 0, 8, 12, side=side), "pocket", shadow="drop",
                          lift=4))  # fmt: skip
    parts += [Part(disc(806, 812 + i * 86, 15, task.scale), "button", shadow="drop", lift=5) for i in range(5)]
    return parts


@silhouette("tie")
def ties(task: Task) -> list[Part]:
    """Three ties over a rod."""
    parts = [Part(tube(places([(300, 300), (800, 300), (1300, 300)]), 28, task.scale), "rod", surface="bamboo-rod",
                  shadow="lie",
                  lift=50)]  # fmt: skip
    for index, x in enumerate((500, 800, 1100)):
        low = 1560 + (index % 2) * 90
        narrow = sharp([(x + 8, 292), (x + 72, 292), (x + 88, low - 320), (x + 54, low - 280), (x + 22, low - 320)])
        blade = sharp([(x - 44, 288), (x + 40, 288), (x + 84, low - 80), (x, low), (x - 84, low - 80)])
        for name, points, lift in (("narrow", narrow, 20), ("blade", blade, 18)):
            form = cloth_piece(task, points, name, 0.78, 12, 34)
            parts.append(Part(form, f"tie-{index}", shadow="lie" if name == "narrow" else "drop", lift=lift))
    return parts
