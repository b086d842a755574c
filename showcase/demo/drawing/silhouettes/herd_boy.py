"""A boy on a resting buffalo, playing the flute: the carvers' best-loved subject."""

import numpy as np

from showcase.demo.drawing.canvas import curve, places
from showcase.demo.drawing.sculpted import Groove, Lump, arc


def _horn(points: list[tuple[float, float]], thick: float, out: float) -> list[Lump]:
    """A horn as a row of lumps that grow thinner."""
    line = curve(points, 8)
    sizes = np.linspace(thick, thick * 0.34, len(line))
    return [Lump(float(x), float(y), float(s), float(s), out=out, deep=float(s)) for (x, y), s in
            zip(line, sizes, strict=True)]  # fmt: skip


def herd_boy() -> tuple[list[Lump], list[Groove]]:
    """The lumps and grooves of the block, about its middle, in units of a picture."""
    buffalo = [
        Lump(0, 540, 560, 52, 0, 8, deep=50),
        Lump(90, 340, 400, 190, 0.04, 20, deep=190), Lump(360, 370, 180, 170, 0.1, 50, deep=150),
        Lump(-200, 320, 190, 185, -0.1, 60, deep=160), Lump(-330, 240, 130, 120, -0.5, 90, deep=120),
        Lump(-410, 240, 104, 96, -0.2, 130, deep=100), Lump(-478, 300, 78, 62, 0.5, 150, deep=70),
        Lump(-330, 196, 66, 25, -0.35, 150, deep=26), Lump(-480, 176, 40, 22, 0.5, 90, deep=22),
        *_horn([(-386, 168), (-340, 110), (-270, 84), (-196, 96)], 34, 150),
        *_horn([(-450, 168), (-508, 120), (-548, 60), (-540, 0)], 32, 110),
        Lump(-250, 488, 160, 50, 0.05, 130, deep=54), Lump(-330, 516, 120, 34, -0.05, 150, deep=40),
        Lump(300, 440, 170, 104, -0.3, 110, deep=90), Lump(210, 510, 170, 38, 0.04, 150, deep=44),
        Lump(530, 420, 22, 120, -0.25, 30, deep=24), Lump(556, 520, 34, 46, -0.2, 40, deep=30),
    ]  # fmt: skip
    boy = [
        Lump(40, 40, 116, 150, 0.05, 110, deep=110), Lump(52, 168, 140, 84, 0, 120, deep=100),
        Lump(-30, 190, 76, 96, 0.5, 190, deep=70), Lump(-62, 300, 50, 100, 0.1, 200, deep=52),
        Lump(-84, 396, 62, 32, -0.15, 214, deep=36), Lump(150, 200, 80, 70, -0.5, 150, deep=60),
        Lump(20, -190, 92, 106, 0.05, 150, deep=104), Lump(34, -236, 96, 78, 0.1, 146, deep=92),
        Lump(40, -326, 44, 30, 0.1, 140, deep=34), Lump(44, -352, 26, 24, 0, 140, deep=26),
        Lump(112, -178, 16, 28, 0, 150, deep=20), Lump(-6, -172, 20, 26, 0, 246, deep=20),
        Lump(-52, -4, 46, 104, 0.75, 170, deep=50), Lump(-110, -72, 42, 78, -0.55, 220, deep=44),
        Lump(134, -14, 48, 108, -0.35, 150, deep=50), Lump(100, -92, 42, 84, 0.75, 210, deep=44),
        Lump(-82, -130, 36, 30, 0, 262, deep=30), Lump(52, -134, 36, 30, 0, 256, deep=30),
        Lump(-60, -138, 230, 14, -0.03, 262, deep=16),
    ]  # fmt: skip
    grooves: list[Groove] = [
        (arc(-18, -192, 15, 7, 3.3, 6.1), 5, 10), (arc(44, -190, 15, 7, 3.3, 6.1), 5, 10),
        (arc(24, -206, 88, 40, 3.5, 6.0), 6, 9),
        (arc(-422, 214, 20, 14, 0, 6.3), 7, 14), (arc(-500, 292, 14, 10, 0, 6.3), 7, 12),
        (arc(-486, 312, 60, 30, 0.5, 1.9), 7, 11),
        (curve([(-60, 90), (40, 118), (146, 92)], 10), 9, 12), (curve([(-50, 104), (40, 134), (150, 108)], 10), 6, 9),
        (curve([(16, -76), (30, 0), (20, 88)], 10), 7, 9), (places([(-76, 372), (-40, 384)]), 7, 10),
        (arc(-200, 330, 190, 180, 4.9, 7.2), 8, 8), (arc(360, 380, 180, 160, 3.0, 4.6), 8, 8),
    ]  # fmt: skip
    for shift in (0, 26, 52, 78):
        grooves.append((arc(-290 + shift, 300, 60, 110, 4.9, 7.0), 6, 8))
    for x in (-376, -352, 130, 158):
        grooves.append((places([(x, 508), (x - 3, 540)]), 6, 10))
    return [*buffalo, *boy], grooves
