"""Long tunics on a tailor's form: the áo dài, the five-panel gown, a child's."""

from dataclasses import dataclass, replace

import numpy as np

from showcase.demo.drawing.canvas import Array, Points, curve, places, smooth
from showcase.demo.drawing.drapery import creased, draped, falling, joined, mirrored, piece, puffed
from showcase.demo.drawing.form import Form
from showcase.demo.drawing.lathe import lathe, profile
from showcase.demo.drawing.parts import Part, Task, silhouette
from showcase.demo.drawing.tubes import tube


@dataclass(frozen=True)
class Cut:
    """Measures of a tunic, in units: half widths and levels."""

    shoulder: float = 178
    chest: float = 160
    waist: float = 126
    hip: float = 160
    hem: float = 205
    slit: float = 905
    low: float = 1640
    wrist: float = 1050
    sleeve: float = 66
    trousers: float = 1760


def sleeve(cut: Cut, task: Task, left: bool) -> Form:
    """A sleeve hanging down, set in from the neck."""
    out, wide = cut.shoulder, cut.sleeve
    wrist = 800 - out - 100
    outer = [(726, 372), (800 - out * 0.72, 402), (800 - out - 22, 470), (800 - out - 66, 640), (800 - out - 92, 850),
             (wrist, cut.wrist)]  # fmt: skip
    inner = [(wrist + wide * 1.05, cut.wrist + 8), (800 - out - 66 + wide * 0.95, 850), (800 - cut.chest - 6, 640),
             (800 - cut.chest + 18, 590)]  # fmt: skip
    cuff = [outer[-1], ((outer[-1][0] + inner[0][0]) / 2, cut.wrist + 10), inner[0]]
    line = joined(outer, cuff, inner, [inner[-1], (748, 440), outer[0]])
    line = line if left else line * (-1, 1) + (1600, 0)
    form = piece(line, task.scale, bevel=6, turn=-0.16 if left else 0.16)
    rng = task.rng("sleeve", str(left))
    sign = 1 if left else -1
    lines = []
    for y in (700, 760, 815, 880, 945):
        x = 800 - sign * (out + 52)
        lines.append((x - 70 + rng.uniform(-10, 10), y + sign * 26, x + 70 + rng.uniform(-10, 10), y - sign * 26 + 14))
    height = puffed(form, wide * 0.8, wide * 0.42) + 8 * creased(form, lines, 12) + 0.4 * falling(form, rng, 38, 9)
    return draped(form, height.astype(np.float32), 0.15)


def body_outline(cut: Cut) -> Points:
    """Shoulders, waist and the front panel down to its hem."""
    left = [(738, 362), (800 - cut.shoulder * 0.62, 420), (800 - cut.chest, 560), (800 - cut.chest * 0.97, 650),
            (800 - cut.waist, 812), (800 - cut.hip * 0.96, cut.slit), (800 - cut.hip * 1.06,
                cut.slit + 0.24 * (cut.low - cut.slit)),
            (800 - cut.hem * 0.94, cut.slit + 0.58 * (cut.low - cut.slit)), (800 - cut.hem, cut.low - 14)]  # fmt: skip
    t = np.linspace(-1, 1, 40)
    hem = [(800 + cut.hem * float(x), cut.low - 14 * float(x) ** 2 + 7 * float(np.sin(x * 11))) for x in t]
    return joined(left, [left[-1], *hem[1:-1], (1600 - left[-1][0], left[-1][1])], mirrored(left), [(862, 362),
        (800, 380),
                  left[0]])  # fmt: skip


def bust(form: Form, cut: Cut, full: float) -> Array:
    """The round of the form under the cloth."""
    across, down = form.grid()
    x, y = across / form.scale - 800, down / form.scale
    width = np.interp(
        y, [360, 560, 812, cut.slit + 90, cut.low], [90, cut.chest, cut.waist, cut.hip * 1.05, cut.hem * 1.3]
    )
    fade = np.float32(0.12) + np.float32(0.88) * smooth(cut.slit + 420, cut.slit - 160, y)
    torso = np.sqrt(np.clip(1 - (x / (width * 1.04)) ** 2, 0, 1)) * 46 * fade
    breast = full * sum(np.exp(-(((x - side * 66) / 62) ** 2) - ((y - 585) / 74) ** 2) for side in (-1, 1))
    return (torso + breast).astype(np.float32)


def body(cut: Cut, task: Task, full: float) -> Form:
    """The front: fitted above, falling free below."""
    form = piece(body_outline(cut), task.scale, bevel=5)
    rng = task.rng("body")
    _, down = form.grid()
    free = smooth(cut.slit - 80, cut.slit + 420, down / form.scale)
    folds = (falling(form, rng, rng.uniform(95, 125), 30, 0.1) + falling(form, rng, 47, 7, 0.1)) * free
    pull = creased(form, [(800 - cut.chest, 590, 770, 690), (800 + cut.chest, 590, 830, 690), (690, 800, 770, 850),
                          (910, 800, 830, 850), (800 - cut.hip, 960, 760, 860), (800 + cut.hip, 960, 840, 860),
                          (690, 850, 760, 900), (910, 842, 850, 900)], 17)  # fmt: skip
    return draped(form, (bust(form, cut, full) + folds + 6 * pull).astype(np.float32), 0.10)


def back_panel(cut: Cut, task: Task) -> Form:
    """The panel behind, seen beside the front one."""

    def side(wide: float, low: float) -> list[tuple[float, float]]:
        free = cut.low - cut.slit
        return [
            (cut.waist * 0.8, cut.slit + 40),
            (cut.hip * 0.98, cut.slit + 0.25 * free),
            (cut.hem * 0.92, cut.slit + 0.58 * free),
            (cut.hem * wide, low),
        ]

    left = [(800 - x, y) for x, y in side(1.06, cut.low + 6)]
    right = [(800 + x, y) for x, y in side(1.20, cut.low - 4)][::-1]
    hem = [left[-1], (800 - cut.hem * 0.4, cut.low + 26), (800 + cut.hem * 0.6, cut.low + 20), right[0]]
    form = piece(joined(left, hem, right, [right[-1], left[0]]), task.scale)
    return draped(form, falling(form, task.rng("back"), 100, 20, 0.3)).shaded(np.full(form.shape, 0.72, np.float32))


def trousers(cut: Cut, task: Task) -> list[Form]:
    """Wide trousers under the panels."""
    legs = []
    for side in (-1, 1):
        hip, outside = cut.hip + 4, [(cut.hip + 4, cut.slit - 10), (cut.hip + 36, 1300), (cut.hip + 70, cut.trousers)]
        hem = [outside[-1], (cut.hip * 0.6 + 40, cut.trousers + 16), (20, cut.trousers + 4)]
        line = joined(
            [(6, cut.slit - 20), (hip, cut.slit - 10)], outside, hem, [hem[-1], (10, 1300), (6, cut.slit - 20)]
        )
        form = piece(line * (side, 1) + (800, 0), task.scale)
        legs.append(draped(form, falling(form, task.rng("leg", str(side)), 124, 13, 0.35)))
    return legs


def stand(task: Task, low: float) -> list[Part]:
    """The form's wooden neck and foot."""
    scale = task.scale
    neck = lathe(profile([(58, 0), (52, 40), (50, 66), (40, 84), (14, 92), (12, 112), (20, 128), (0.5, 142)]), 800,
                 372, scale,
                 0.12)  # fmt: skip
    foot = lathe(profile([(230, 0), (232, 14), (90, 40), (24, 70), (20, 120)]), 800, 1868, scale, 0.16)
    pole = tube(places([(800, low), (800, 1800), (800, 1850)]), 26, scale)
    return [Part(foot, "foot", surface="dark-wood", shadow="stand", foot=1880, strength=0.65),
            Part(pole, "pole", surface="dark-wood"), Part(neck, "neck", surface="dark-wood")]  # fmt: skip


def collar(task: Task) -> Form:
    """A stand-up collar."""
    line = [(724, 378), (734, 318), (800, 330), (866, 318), (876, 378), (836, 396), (800, 402), (764, 396)]
    form = piece(curve(line, 10, closed=True), task.scale, bevel=5)
    across, _ = form.grid()
    x = np.clip((across / form.scale - 800) / 84, -1, 1)
    return draped(form, (np.sqrt(1 - x * x) * 46 * np.ones(form.shape)).astype(np.float32), 0.2)


def opening(task: Task, cut: Cut) -> list[Part]:
    """The slanting opening from the neck to the side, with its buttons."""
    line = curve([(812, 400), (850, 436), (904, 500), (800 + cut.chest * 0.97, 596), (800 + cut.waist * 1.0, 800)], 14)
    parts = [Part(tube(line, 6, task.scale, flat=0.8), "edge", shadow="drop", lift=3, strength=0.3)]
    for share in (0.02, 0.20, 0.42, 0.62, 0.8, 0.95):
        x, y = line[int(share * (len(line) - 1))]
        dot = tube(places([(x - 12, y + 3), (x, y), (x + 12, y - 3)]), 13, task.scale)
        parts.append(Part(dot, "button", shadow="drop", lift=5, strength=0.5))
    return parts


def cut_of(task: Task) -> tuple[Cut, float]:
    """The measures that a name asks for, and how full the chest is."""
    rng = task.rng("cut")
    if task.named("nam"):
        return Cut(
            shoulder=205, chest=190, waist=188, hip=222, hem=320, slit=1000, low=1430, sleeve=84, trousers=1740
        ), 4
    if task.named("trẻ em"):
        return Cut(shoulder=170, chest=156, waist=150, hip=182, hem=240, slit=880, low=1330, wrist=960, sleeve=70,
                   trousers=1560), 2  # fmt: skip
    if task.named("tà rộng"):
        return Cut(waist=140, hip=182, hem=300, low=1560), 16
    return Cut(waist=rng.uniform(118, 130), hem=rng.uniform(196, 226), low=rng.uniform(1600, 1680)), 26


@silhouette("ao-dai")
def ao_dai(task: Task) -> list[Part]:
    """An áo dài on a form, with its trousers."""
    cut, full = cut_of(task)
    parts = stand(task, cut.low - 200)
    parts += [Part(leg, "trousers", shadow="stand" if i else "", foot=1876, strength=0.25)
              for i, leg in enumerate(trousers(cut, task))]  # fmt: skip
    parts += [
        Part(back_panel(cut, task), "back", shadow="drop", lift=16),
        Part(body(cut, task, full), "body", shadow="drop", lift=22, strength=0.55),
    ]
    parts += [Part(sleeve(cut, task, left), "sleeve", shadow="drop", lift=18, strength=0.5) for left in (True, False)]
    own = collar(task)
    return [*parts, Part(replace(own), "collar", shadow="drop", lift=8), *opening(task, cut)]
