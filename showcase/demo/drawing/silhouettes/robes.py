"""Ceremonial robes spread on a rod."""

from collections.abc import Sequence

import numpy as np

from showcase.demo.drawing.canvas import curve, places
from showcase.demo.drawing.drapery import draped, falling, joined, mirrored, piece
from showcase.demo.drawing.form import Form
from showcase.demo.drawing.parts import Part, Task, silhouette
from showcase.demo.drawing.silhouettes.hats import tassels
from showcase.demo.drawing.tubes import tube


def spread(task: Task, name: str, outline: np.ndarray, deep: float, wave: float = 150) -> Form:
    """A part of a robe, hanging in shallow folds."""
    form = piece(outline, task.scale, bevel=6)
    return draped(form, falling(form, task.rng("robe", name), wave, deep, 0.35), 0.12)


def body(task: Task) -> Form:
    """The body, wider to its hem, curved below."""
    left = [(690, 404), (560, 430), (566, 640), (556, 830), (520, 1080), (470, 1380), (428, 1640)]
    hem = [left[-1], (600, 1700), (800, 1716), (1000, 1700), (1172, 1640)]
    return spread(task, "body", joined(left, hem, mirrored(left), [(910, 404), (800, 420), (690, 404)]), 13)


def sleeve(task: Task, left: bool) -> Form:
    """A wide sleeve, straight along the rod."""
    top = [(640, 414), (400, 436), (124, 462)]
    cuff = [top[-1], (112, 650), (126, 880)]
    under = [cuff[-1], (300, 872), (470, 838), (560, 770), (600, 690)]
    line = joined(top, cuff, under, [under[-1], (640, 560), (640, 414)])
    line = line if left else line * (-1, 1) + (1600, 0)
    return spread(task, str(left), line, 16, 120)


def strip(points: Sequence[tuple[float, float]], task: Task, name: str) -> Form:
    """A straight band of a collar."""
    return spread(task, name, places(points), 3)


@silhouette("robe")
def robe(task: Task) -> list[Part]:
    """A robe with its sleeves along a rod."""
    scale = task.scale
    parts = [Part(tube(places([(60, 446), (800, 440), (1540, 446)]), 30, scale), "rod", surface="dark-wood",
                  shadow="lie",
                  lift=60)]  # fmt: skip
    for left in (True, False):
        parts.append(
            Part(
                sleeve(task, left),
                f"sleeve-{'left' if left else 'right'}",
                surface="robe-sleeve",
                shadow="lie",
                lift=34,
            )
        )
    parts.append(Part(body(task), "robe", surface="robe-body", shadow="drop", lift=24, strength=0.45))
    lining = piece(
        curve([(716, 398), (800, 384), (884, 398), (870, 470), (800, 560), (730, 470)], 10, closed=True), scale
    )
    parts.append(Part(lining.shaded(np.full(lining.shape, 0.45, np.float32)), "edge"))
    seam = tube(places([(800, 560), (800, 1100), (800, 1712)]), 5, scale)
    parts.append(Part(seam, "seam", surface="gold-cord", shadow="drop", lift=5))
    if task.named("nhật bình"):
        for side in (-1, 1):
            band = [(800 + side * a, b) for a, b in ((34, 560), (84, 398), (166, 398), (166, 880), (34, 880))]
            parts.append(
                Part(strip(band, task, f"collar{side}"), f"collar{side}", surface="robe-collar", shadow="drop", lift=9)
            )
        for side in (-1, 1):
            parts += tassels(800 + side * 60, 905, scale, 1, 430)
    else:
        t = np.linspace(-0.25, np.pi + 0.25, 40)
        ring = np.stack([800 + 104 * np.cos(t), 420 + 118 * np.sin(t)], 1)
        parts.append(Part(tube(ring, 46, scale, flat=0.6), "collar", surface="robe-collar", shadow="drop", lift=9))
        overlap = curve([(800, 540), (880, 620), (990, 720), (1030, 860)], 16)
        parts.append(Part(tube(overlap, 9, scale), "seam", surface="gold-cord", shadow="drop", lift=5))
    return parts
