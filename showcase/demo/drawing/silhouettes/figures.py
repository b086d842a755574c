"""Carved figures: a laughing Buddha, a guardian beast, an elder with a staff."""

from collections.abc import Callable, Sequence

import numpy as np

from showcase.demo.drawing.canvas import curve, places
from showcase.demo.drawing.parts import Part, Task, silhouette
from showcase.demo.drawing.sculpted import Groove, Lump, arc, carved, grown
from showcase.demo.drawing.silhouettes.herd_boy import herd_boy

Line = Sequence[tuple[float, float]]


def _folds(line: Callable[[float], Line], shifts: Sequence[float], wide: float = 8, deep: float = 9) -> list[Groove]:
    """Folds of a robe: a line (told by how far it is shifted) several times, on both sides."""
    return [(curve([(side * x, y) for x, y in line(shift)], 10), wide, deep) for side in (-1, 1) for shift in shifts]


def _buddha() -> tuple[list[Lump], list[Groove]]:
    """A seated, laughing Maitreya: bare belly, robe over the shoulders, one knee up."""
    lumps = [
        Lump(0, 470, 520, 130, 0, 6, deep=60), Lump(0, 230, 360, 300, 0, 30, deep=210),
        Lump(0, 140, 250, 230, 0, 110, deep=160),
        Lump(-300, 330, 190, 150, 0.5, 40, deep=120), Lump(320, 300, 170, 190, -0.3, 50, deep=130),
        Lump(-250, 0, 150, 230, 0.35, 20, deep=120), Lump(255, -10, 150, 230, -0.35, 20, deep=120),
        Lump(-300, 170, 95, 160, -0.4, 110, deep=80), Lump(330, 130, 90, 150, 0.3, 130, deep=80),
        Lump(-215, 290, 72, 58, 0.3, 190, deep=60), Lump(335, 235, 66, 60, 0, 200, deep=60),
        Lump(0, -120, 200, 90, 0, 60, deep=90), Lump(0, -300, 172, 190, 0, 70, deep=170),
        Lump(-186, -270, 34, 110, 0.06, 30, deep=46), Lump(186, -270, 34, 110, -0.06, 30, deep=46),
        Lump(-78, -250, 72, 62, 0, 160, deep=70), Lump(78, -250, 72, 62, 0, 160, deep=70),
        Lump(0, -285, 34, 46, 0, 220, deep=42),
        Lump(0, -172, 92, 40, 0, 180, deep=44), Lump(-250, 470, 110, 60, 0.1, 60, deep=60),
        Lump(250, 480, 110, 56, -0.1, 60, deep=60),
    ]  # fmt: skip
    grooves: list[Groove] = [
        (arc(0, -232, 92, 58, 0.35, 2.8), 13, 20), (arc(-72, -330, 44, 22, 3.5, 5.9), 9, 15),
        (arc(72, -330, 44, 22, 3.5, 5.9), 9, 15),
        (arc(-72, -368, 54, 24, 3.5, 5.9), 7, 8), (arc(72, -368, 54, 24, 3.5, 5.9), 7, 8),
        (arc(0, 290, 15, 15, 0, 6.3), 10, 18),
        (arc(0, 60, 150, 50, 0.4, 2.7), 9, 10), (arc(0, 200, 250, 190, 0.5, 2.6), 8, 10),
        (curve([(-150, -140), (-230, 60), (-250, 260), (-120, 430)], 10), 12, 20),
        (curve([(150, -140), (230, 60), (240, 250), (130, 430)], 10), 12, 20),
    ]  # fmt: skip
    grooves += _folds(
        lambda shift: [(210 + shift * 0.8, -90 + shift), (290 + shift * 0.5, 40 + shift),
                       (300 + shift * 0.6, 240 + shift * 0.8)], (0, 44, 88, 132),
    )  # fmt: skip
    grooves += _folds(
        lambda shift: [(90, 410 + shift), (260, 400 + shift * 0.7), (430, 440 + shift * 0.5)], (0, 40, 80)
    )
    return lumps, grooves


def _beast() -> tuple[list[Lump], list[Groove]]:
    """A nghê: a guardian between dog and lion, seated and looking round."""
    lumps = [
        Lump(0, 520, 430, 70, 0, 8, deep=50), Lump(70, 250, 250, 250, 0.3, 20, deep=190),
        Lump(200, 380, 190, 150, 0.3, 60, deep=150),
        Lump(-120, 120, 190, 260, -0.15, 50, deep=170), Lump(-210, 330, 66, 210, 0.06, 90, deep=80),
        Lump(-60, 340, 66, 210, -0.02, 120, deep=80),
        Lump(-235, 500, 100, 52, 0, 110, deep=66), Lump(-60, 505, 100, 52, 0, 150, deep=66),
        Lump(190, 495, 150, 56, 0, 110, deep=66),
        Lump(-120, -150, 230, 210, -0.1, 70, deep=200), Lump(-230, -90, 130, 100, -0.1, 170, deep=120),
        Lump(-250, -20, 110, 52, -0.1, 150, deep=80),
        Lump(-305, -125, 48, 36, 0, 260, deep=40), Lump(-205, -205, 50, 42, 0, 230, deep=44),
        Lump(-75, -215, 50, 42, 0, 230, deep=44),
        Lump(40, -230, 56, 100, 0.5, 130, deep=50), Lump(-200, -310, 50, 84, -0.35, 90, deep=46),
        Lump(350, 120, 70, 190, 0.35, 0, deep=70),
        Lump(330, -40, 90, 90, 0, 10, deep=80), Lump(250, -110, 60, 60, 0, 10, deep=60),
    ]  # fmt: skip
    mane = [(-0.95 + index * 0.36, 205.0 + 34 * (index % 2)) for index in range(10)]
    for a, far in mane:
        lumps.append(Lump(-95 + far * np.cos(a), -130 + far * np.sin(a), 78, 74, a, 60 - 18 * (far > 210), deep=80))
    grooves: list[Groove] = [
        (curve([(-345, -60), (-250, -30), (-140, -50)], 10), 16, 30), (arc(-205, -205, 26, 22, 0, 6.3), 9, 14),
        (arc(-75, -215, 26, 22, 0, 6.3), 9, 14),
        (arc(-205, -240, 60, 34, 3.4, 6.0), 10, 14), (arc(-75, -250, 60, 34, 3.4, 6.0), 10, 14),
        (arc(200, 380, 150, 110, 3.4, 6.2), 9, 12), (arc(200, 380, 110, 76, 3.4, 6.2), 8, 10),
    ]  # fmt: skip
    for a, far in mane:
        t = np.linspace(0.0, 7.5, 30)
        reach = 52 * (1 - t / 9)
        x, y = -95 + far * np.cos(a), -130 + far * np.sin(a)
        grooves.append((np.stack([x + reach * np.cos(t + a), y + reach * np.sin(t + a)], 1), 8, 14))
    for row in range(6):
        for column in range(5):
            x, y = 30 + column * 62 + (row % 2) * 31, 90 + row * 52
            grooves.append((arc(x, y, 28, 24, 0.2, 2.9), 6, 7))
    for x in (-280, -235, -190, -105, -60, -15, 130, 190, 250):
        grooves.append((places([(x, 480), (x - 4, 530)]), 8, 16))
    return lumps, grooves


def _elder() -> tuple[list[Lump], list[Groove]]:
    """A standing figure in a long robe with a staff, such as an immortal or an old farmer."""
    lumps = [
        Lump(0, 590, 330, 60, 0, 8, deep=50), Lump(0, 300, 240, 320, 0, 20, deep=160),
        Lump(0, 20, 215, 230, 0, 40, deep=150),
        Lump(-180, 60, 96, 200, 0.28, 60, deep=90), Lump(180, 60, 96, 200, -0.28, 60, deep=90),
        Lump(-150, 220, 110, 120, 0.5, 110, deep=90),
        Lump(150, 210, 110, 120, -0.5, 110, deep=90), Lump(0, -330, 132, 170, 0, 60, deep=140),
        Lump(0, -440, 120, 130, 0, 40, deep=130),
        Lump(0, -150, 96, 150, 0, 130, deep=60), Lump(-128, -310, 26, 70, 0, 30, deep=34),
        Lump(128, -310, 26, 70, 0, 30, deep=34),
        Lump(0, -310, 26, 44, 0, 190, deep=40), Lump(-56, -280, 50, 42, 0, 150, deep=50),
        Lump(56, -280, 50, 42, 0, 150, deep=50),
        Lump(-265, 120, 24, 440, 0.03, 110, deep=24), Lump(-250, -330, 52, 56, 0, 90, deep=44),
        Lump(-90, 590, 90, 44, 0, 60, deep=50), Lump(90, 590, 90, 44, 0, 60, deep=50),
    ]  # fmt: skip
    grooves: list[Groove] = [
        (arc(-50, -345, 32, 14, 3.4, 6.0), 8, 12), (arc(50, -345, 32, 14, 3.4, 6.0), 8, 12),
        (arc(0, -262, 46, 24, 0.4, 2.7), 8, 12),
    ]  # fmt: skip
    for x in (-150, -100, -50, 0, 50, 100, 150):
        grooves.append((curve([(x * 0.6, 240), (x * 1.1, 400), (x * 1.4, 570)], 10), 10, 14))
    for x in (-60, -30, 0, 30, 60):
        grooves.append((curve([(x * 0.8, -220), (x, -120), (x * 0.4, -20)], 10), 6, 9))
    grooves += _folds(lambda shift: [(120 + shift, -60), (170 + shift, 90), (110 + shift, 260)], (0, 36, 72))
    return lumps, grooves


def _elephant() -> tuple[list[Lump], list[Groove]]:
    """A kneeling elephant with its trunk curled in."""
    lumps = [
        Lump(20, 500, 480, 60, 0, 8, deep=50), Lump(110, 210, 330, 240, 0.1, 20, deep=200),
        Lump(290, 380, 150, 130, 0.2, 50, deep=130),
        Lump(-20, 410, 150, 110, -0.2, 110, deep=110), Lump(-150, 480, 130, 50, 0, 150, deep=60),
        Lump(250, 480, 150, 50, 0, 110, deep=60),
        Lump(-190, 30, 190, 200, -0.2, 90, deep=180), Lump(-240, -60, 120, 100, 0, 130, deep=120),
        Lump(-40, 60, 120, 190, 0.25, 150, deep=60),
        Lump(-310, 190, 74, 120, 0.25, 170, deep=70), Lump(-345, 330, 58, 100, 0.05, 180, deep=58),
        Lump(-320, 440, 54, 56, -0.4, 180, deep=50),
        Lump(-250, 190, 26, 90, 0.7, 220, deep=26), Lump(420, 260, 26, 150, -0.1, 20, deep=26),
        Lump(120, -10, 230, 40, 0.05, 120, deep=60),
    ]  # fmt: skip
    grooves: list[Groove] = [
        (arc(-245, 20, 22, 16, 0, 6.3), 8, 16),
        (arc(-40, 60, 96, 160, 4.6, 8.0), 8, 12),
        (arc(110, 0, 300, 120, 0.3, 2.6), 10, 12),
    ]
    for index in range(6):
        grooves.append((arc(-325, 200 + index * 42, 60, 18, 0.3, 2.8), 6, 9))
    for x in (-210, -165, -120, 190, 245, 300):
        grooves.append((places([(x, 470), (x - 4, 516)]), 8, 12))
    return lumps, grooves


@silhouette("statue")
def statue(task: Task) -> list[Part]:
    """A carved figure on a low base."""
    rng = task.rng("shape")
    choose = "beast" if task.named("nghê", "sư tử", "chó") else "buddha" if task.named("di lặc", "phật") else ""
    choose = (
        "elephant"
        if task.named("voi")
        else "herd boy"
        if task.named("mục đồng")
        else "elder"
        if task.named("ông", "tiên")
        else choose
    )
    choose = choose or task.pick("figure", "elder", "buddha", "beast", "elder")
    lumps, grooves = {"beast": _beast, "buddha": _buddha, "elder": _elder, "elephant": _elephant, "herd boy": herd_boy}[
        choose
    ]()
    size = 1.12 * rng.uniform(0.97, 1.03)
    mirror = -1 if rng.random() < 0.5 and choose != "buddha" else 1
    lumps = [
        Lump(
            one.x * mirror,
            one.y,
            one.wide * (1 + rng.normal(0, 0.02)),
            one.tall,
            one.turn * mirror,
            one.out,
            one.tone,
            one.deep,
        )
        for one in lumps
    ]
    x, y = 800.0, 900.0
    cuts = [(line * (mirror * size, size) + (x, y), width * size, depth * size) for line, width, depth in grooves]
    form = carved(grown(lumps, x, y, size), task.scale, 12, cuts)
    foot = y + 560 * size
    return [Part(form, "figure", shadow="stand", foot=foot, strength=0.6)]
