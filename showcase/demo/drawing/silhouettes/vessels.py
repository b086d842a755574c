"""Turned vessels: vases, bowls, plates, lidded boxes, jars, stands."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from showcase.demo.drawing.canvas import Points, places
from showcase.demo.drawing.form import Form
from showcase.demo.drawing.lathe import lathe, profile
from showcase.demo.drawing.parts import Part, Task, silhouette

Outline = Sequence[tuple[float, float]]
#: Radius and height of vases, on a height of one; the last point is the outer edge of the mouth.
VASES: tuple[Outline, ...] = (
    ((0.17, 0), (0.19, 0.04), (0.28, 0.30), (0.33, 0.56), (0.28, 0.76), (0.13, 0.87), (0.115, 0.94), (0.16, 1.0)),
    ((0.20, 0), (0.21, 0.03), (0.25, 0.22), (0.33, 0.50), (0.36, 0.68), (0.30, 0.84), (0.18, 0.91), (0.17, 1.0)),
    ((0.15, 0), (0.14, 0.05), (0.23, 0.20), (0.29, 0.36), (0.22, 0.56), (0.12, 0.72), (0.11, 0.86), (0.19, 1.0)),
    ((0.22, 0), (0.23, 0.03), (0.24, 0.35), (0.26, 0.62), (0.27, 0.80), (0.20, 0.92), (0.17, 0.96), (0.18, 1.0)),
    ((0.24, 0), (0.30, 0.08), (0.38, 0.30), (0.37, 0.48), (0.24, 0.68), (0.12, 0.80), (0.10, 0.90), (0.15, 1.0)),
)
#: Bowls, on a width (radius) of one.
BOWLS: tuple[Outline, ...] = (
    ((0.40, 0), (0.40, 0.10), (0.58, 0.20), (0.84, 0.44), (1.0, 0.82)),
    ((0.46, 0), (0.45, 0.09), (0.78, 0.24), (0.98, 0.52), (0.97, 0.76)),
    ((0.34, 0), (0.36, 0.16), (0.62, 0.30), (0.88, 0.50), (1.04, 0.72)),
)
PLATE: Outline = ((0.48, 0), (0.50, 0.03), (0.74, 0.06), (0.96, 0.14), (1.0, 0.155))
STAND: Outline = (
    (0.62, 0), (0.60, 0.07), (0.40, 0.16), (0.28, 0.34), (0.30, 0.52), (0.44, 0.62), (0.86, 0.72), (0.98, 0.84),
    (1.0, 0.90),
)  # fmt: skip
JAR: Outline = ((0.42, 0), (0.46, 0.05), (0.72, 0.36), (0.80, 0.72), (0.66, 1.02), (0.42, 1.14), (0.40, 1.22))
ROUND_BOX: Outline = ((0.90, 0), (0.93, 0.03), (1.0, 0.12), (1.0, 0.34), (0.985, 0.36))
LID: Outline = ((1.0, 0), (1.02, 0.04), (1.0, 0.13), (0.86, 0.24), (0.5, 0.31), (0.12, 0.335), (0.02, 0.336))


def sized(outline: Outline, size: float) -> Points:
    """A smooth profile of an outline at a size."""
    return profile([(radius * size, height * size) for radius, height in outline])


def lipped(line: Points, wall: float) -> tuple[Points, Points]:
    """An outer profile with a rounded lip of this thickness, and the inside that begins at it."""
    radius, height = line[-1]
    angle = np.linspace(0, np.pi, 14)[1:]
    lip = np.stack([radius - wall / 2 + wall / 2 * np.cos(angle), height + wall / 2 * np.sin(angle)], axis=1)
    inner = line.copy()
    inner[:, 0] = np.maximum(inner[:, 0] - wall, 0)
    return np.concatenate([line, lip]), inner


def footed(form: Form, reach: float = 170) -> Form:
    """Darker towards the foot, where the ground takes the light."""
    return form.shaded(0.55 + 0.45 * np.clip((form.v.max() - form.v) / np.float32(reach), 0, 1) ** 0.6)


def planar(form: Form, x: float, y: float, tilt: float) -> Form:
    """The same surface with u and v measured on the level, as a plate is painted, not round its axis."""
    across, down = form.grid()
    u = (across / np.float32(form.scale) - np.float32(x)) + 0 * form.v
    v = (down / np.float32(form.scale) - np.float32(y)) / np.float32(np.sin(tilt)) + 0 * form.v
    return replace(form, u=u.astype(np.float32), v=v.astype(np.float32))


def open_vessel(
    line: Points, x: float, foot: float, tilt: float, wall: float, scale: float, floor: float = 0.0
) -> list[Part]:
    """A vessel standing at (x, foot), one sees a little of its inside; it is solid below ``floor`` of its height."""
    outer, inner = lipped(line, wall)
    if floor:
        inner = inner[inner[:, 1] >= floor * line[-1, 1]]
        level = np.stack([np.linspace(0, inner[0, 0], 40)[:-1], np.full(39, inner[0, 1])], 1)
        inner = np.concatenate([level, inner])
    body = footed(lathe(outer, x, foot, scale, tilt))
    inside = lathe(inner, x, foot, scale, tilt, hollow=True)
    inside = inside.shaded(np.clip(0.85 - inside.v / np.float32(line[-1, 0] * 3.2), 0.10, 1).astype(np.float32))
    return [Part(body, "body", shadow="stand", foot=foot), Part(inside, "inside")]


@silhouette("vase")
def vase(task: Task) -> list[Part]:
    """A vase, a little from above."""
    rng = task.rng("shape")
    # A narrow neck is what a turner shows off with.
    shapes = VASES[::2] if task.sketch.craft == "wood-turning" else VASES
    points = places(shapes[int(rng.integers(len(shapes)))])
    points[:, 0] *= rng.uniform(0.9, 1.1) * (1 + rng.normal(0, 0.03, len(points)))
    height = rng.uniform(1220, 1340)
    tilt = rng.uniform(0.20, 0.30)
    line = profile([(r * height, h * height) for r, h in points])
    return open_vessel(line, 800, 1020 + height / 2 * np.cos(tilt), tilt, 15, task.scale)


@silhouette("bowl")
def bowl(task: Task) -> list[Part]:
    """A bowl, or two, seen into."""
    rng = task.rng("shape")
    outline = BOWLS[int(rng.integers(len(BOWLS)))]
    tilt = rng.uniform(0.42, 0.55)
    if rng.random() < 0.45:
        small = open_vessel(sized(outline, 300), 1090, 1010, tilt, 11, task.scale)
        return [*small, *open_vessel(sized(outline, 470), 660, 1420, tilt, 15, task.scale)]
    return open_vessel(sized(outline, 600), 800, 1360, tilt, 18, task.scale)


@silhouette("plate")
def plate(task: Task) -> list[Part]:
    """A plate from above, its well painted as one field."""
    rng = task.rng("shape")
    tilt = rng.uniform(0.88, 1.02)
    outer, inner = lipped(sized(PLATE, 640), 20)
    foot = 1040.0
    body = lathe(outer, 800, foot, task.scale, tilt)
    inner = np.concatenate(
        [np.stack([np.linspace(0, inner[0, 0], 60)[:-1], np.full(59, 14.0)], 1), np.add(inner[1:], (0, 14))]
    )
    well = planar(lathe(inner, 800, foot, task.scale, tilt, hollow=True), 800, foot - 40, tilt)
    return [Part(body, "rim", shadow="lie", lift=34, strength=0.7), Part(well, "body")]


@silhouette("round-box")
def round_box(task: Task) -> list[Part]:
    """A round box with a domed lid."""
    rng = task.rng("shape")
    tilt, size = rng.uniform(0.42, 0.56), 560.0
    foot = 1230.0
    body = footed(lathe(sized(ROUND_BOX, size), 800, foot, task.scale, tilt))
    seat = foot - 0.375 * size * np.cos(tilt)
    lid = lathe(sized(LID, size), 800, seat, task.scale, tilt)
    top = planar(lid, 800, seat - 0.3 * size * np.cos(tilt), tilt)
    return [Part(body, "rim", shadow="stand", foot=foot, strength=0.6), Part(top, "body", shadow="drop", lift=5)]


@silhouette("altar")
def altar(task: Task) -> list[Part]:
    """A stand for offerings on a high foot, a pair of turned candle holders beside it."""
    rng = task.rng("shape")
    parts: list[Part] = []
    for x in (330.0, 1270.0):
        points = [
            (0.20, 0),
            (0.21, 0.05),
            (0.10, 0.12),
            (0.07, 0.3),
            (0.13, 0.4),
            (0.06, 0.5),
            (0.08, 0.72),
            (0.17, 0.8),
            (0.18, 0.84),
        ]
        parts += open_vessel(sized(points, 860 * rng.uniform(0.97, 1.0)), x, 1330, 0.22, 10, task.scale)
    return [*parts, *open_vessel(sized(STAND, 480 * rng.uniform(0.94, 1.05)), 800, 1480, 0.36, 16, task.scale, 0.62)]


@silhouette("jar")
def jar(task: Task) -> list[Part]:
    """A stoneware jar, its mouth covered with cloth and tied."""
    rng = task.rng("shape")
    size, foot, tilt = 640 * rng.uniform(0.94, 1.04), 1560.0, 0.26
    body = footed(lathe(sized(JAR, size), 800, foot, task.scale, tilt))
    cap = [
        (0.53, 1.00),
        (0.49, 1.07),
        (0.465, 1.10),
        (0.47, 1.16),
        (0.46, 1.21),
        (0.38, 1.25),
        (0.2, 1.27),
        (0.02, 1.275),
    ]
    cover = lathe(sized(cap, size), 800, foot, task.scale, tilt)
    cord = lathe(
        sized([(0.462, 1.075), (0.478, 1.085), (0.478, 1.105), (0.462, 1.115)], size), 800, foot, task.scale, tilt
    )
    return [
        Part(body, "body", shadow="stand", foot=foot),
        Part(cover, "cloth", surface="sacking", shadow="drop", lift=8),
        Part(cord, "cord", surface="thread-red"),
    ]
