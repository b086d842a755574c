"""Woven seats: stools, chairs for a balcony; woven vases and screens."""

import numpy as np

from showcase.demo.drawing.canvas import Array, curve, filled, places
from showcase.demo.drawing.form import Form, bounds, normalised
from showcase.demo.drawing.parts import Part, Task, silhouette
from showcase.demo.drawing.silhouettes.woven import disc, hoop, near_half, vessel
from showcase.demo.drawing.tubes import tube


@silhouette("woven-seat")
def seat(task: Task) -> list[Part]:
    """A waisted stool, a low one on legs, or a chair and a table."""
    if task.named("bộ ghế", "ban công"):
        return [*chair(task, 590, 1330, 400), *table(task, 1140, 1560, 280)]
    if task.named("đẩu"):
        return stool(task)
    tilt, foot, wide, high, scale = 0.34, 1560.0, 430.0, 760.0, task.scale
    body, _ = vessel([(wide, 0), (wide * 0.86, high * 0.22), (wide * 0.70, high * 0.5), (wide * 0.86, high * 0.78),
                      (wide, high)],
                     foot, tilt, scale)  # fmt: skip
    level = foot - high * np.cos(tilt)
    middle = foot - high * 0.5 * np.cos(tilt)
    return [
        Part(body, "body", shadow="stand", foot=foot, strength=0.7),
        Part(near_half(800, foot - 8, wide, tilt, 44, scale), "rod", surface="rod"),
        Part(near_half(800, middle, wide * 0.71, tilt, 34, scale), "rim", shadow="drop", lift=8),
        Part(disc(800, level, wide * 0.98, tilt, scale), "floor"),
        Part(hoop(800, level, wide, tilt, 50, scale), "rim", shadow="drop", lift=12),
    ]


def legs(x: float, foot: float, wide: float, high: float, tilt: float, scale: float, splay: float = 1.08) -> list[Part]:
    """Four legs of rattan and a ring that ties them; far ones first."""
    parts = []
    for angle in (-2.36, -0.78, 2.36, 0.78):
        top = (x + wide * 0.86 * np.cos(angle), foot - high * np.cos(tilt) + wide * 0.86 * np.sin(tilt) * np.sin(angle))
        low = (x + wide * splay * np.cos(angle), foot + wide * splay * np.sin(tilt) * np.sin(angle))
        middle = ((top[0] + low[0]) / 2 + 10 * np.cos(angle), (top[1] + low[1]) / 2)
        parts.append(Part(tube(curve([top, middle, low], 20), 38, scale), "leg", surface="rod", shadow="stand",
                          foot=low[1],
                          strength=0.45))  # fmt: skip
    level = foot - high * 0.36 * np.cos(tilt)
    return [*parts[:2], Part(hoop(x, level, wide * 0.98, tilt, 26, scale), "rod", surface="rod"), *parts[2:]]


def stool(task: Task) -> list[Part]:
    """A low stool: a woven seat on bent legs."""
    tilt, foot, wide, high, scale = 0.40, 1440.0, 450.0, 560.0, task.scale
    level = foot - high * np.cos(tilt)
    skirt, _ = vessel([(wide * 0.97, 0), (wide, 50), (wide, 110)], level + 110 * np.cos(tilt), tilt, scale)
    return [
        *legs(800, foot, wide, high, tilt, scale),
        Part(skirt, "body", shadow="drop", lift=30),
        Part(near_half(800, level + 106 * np.cos(tilt), wide * 0.98, tilt, 26, scale), "rim"),
        Part(disc(800, level, wide * 0.98, tilt, scale), "floor"),
        Part(hoop(800, level, wide, tilt, 44, scale), "rim", shadow="drop", lift=12),
    ]


def table(task: Task, x: float, foot: float, wide: float) -> list[Part]:
    """A small round table."""
    tilt, high, scale = 0.34, 430.0, task.scale
    level = foot - high * np.cos(tilt)
    return [
        *legs(x, foot, wide, high, tilt, scale, 0.98),
        Part(disc(x, level, wide * 0.98, tilt, scale), "floor", shadow="drop", lift=40),
        Part(hoop(x, level, wide, tilt, 38, scale), "rim", shadow="drop", lift=10),
    ]


def back_wall(x: float, y: float, radius: float, tilt: float, low: float, crown: Array, scale: float) -> Form:
    """The far inside of a round back: from a level up to a crown of heights over the angle from -1.5 to 1.5."""
    angles = np.linspace(-1.5, 1.5, len(crown))
    upper = np.stack(
        [x + radius * np.sin(angles), y - crown * np.cos(tilt) - radius * np.cos(angles) * np.sin(tilt)], 1
    )
    lower = np.stack([x + radius * np.sin(angles), y - low * np.cos(tilt) - radius * np.cos(angles) * np.sin(tilt)], 1)[
        ::-1
    ]
    drawn = np.concatenate([upper, lower]) * scale
    left, top, columns, rows = bounds(drawn)
    mask = filled((rows, columns), drawn - (left, top))
    across = ((np.arange(columns, dtype=np.float32)[None, :] + left) / np.float32(scale) - np.float32(x)) / np.float32(
        radius
    )
    across = np.clip(across, -0.995, 0.995) * np.ones((rows, 1), np.float32)
    down = (np.arange(rows, dtype=np.float32)[:, None] + top) / np.float32(scale)
    deep = np.sqrt(1 - across * across)
    v = (down - np.float32(y) + radius * deep * np.float32(np.sin(tilt))) / np.float32(np.cos(tilt))
    normal = normalised(-across, -deep * 0.1, deep * 0.9 + 0.15)
    return Form(left, top, mask, normal, np.arcsin(across) * np.float32(radius), v.astype(np.float32), scale)


def chair(task: Task, x: float, foot: float, wide: float) -> list[Part]:
    """A barrel chair: a round back that comes down to arms, a drum below."""
    tilt, scale, sitting = 0.34, task.scale, 400.0
    angles = np.linspace(-1.5, 1.5, 80)
    crown = sitting + 210 + 330 * np.clip(np.cos(angles * 0.98), 0, 1) ** 0.8
    wall = back_wall(x, foot, wide, tilt, sitting - 40, crown, scale)
    shade = np.clip(0.55 + 0.5 * (-(wall.v + sitting) / 420), 0.45, 1).astype(np.float32)
    rim = np.stack([x + wide * np.sin(angles), foot - crown * np.cos(tilt) - wide * np.cos(angles) * np.sin(tilt)], 1)
    front = [(float(rim[0, 0]), float(rim[0, 1])), (x - wide * 1.02, foot - (sitting + 120) * np.cos(tilt) + 40),
             (x - wide * 0.99, foot - sitting * np.cos(tilt) + 60)]  # fmt: skip
    arm = curve(front, 12)
    other = arm * (-1, 1) + (2 * x, 0)
    edge = np.concatenate([arm[::-1], rim[1:-1], other])
    body, _ = vessel([(wide * 0.84, 60), (wide * 0.94, sitting * 0.5), (wide, sitting)], foot, tilt, scale)
    shift = (x - 800) * scale
    level = foot - sitting * np.cos(tilt)
    moved = Form(body.left + round(shift), body.top, body.mask, body.normal, body.u, body.v, scale, body.open)
    return [
        *[Part(tube(places([(x + s * wide * 0.8, foot - 60), (x + s * wide * 0.84, foot + 20),
                            (x + s * wide * 0.86, foot + 84)]),
                    40, scale), "leg", surface="rod", shadow="stand", foot=foot + 84, strength=0.4) for s in (-1, 1)],
        Part(moved, "body", shadow="stand", foot=foot + 60, strength=0.6),
        Part(wall.shaded(shade), "back"),
        Part(disc(x, level, wide * 0.97, tilt, scale), "seat", surface="cushion", shadow="drop", lift=20),
        Part(near_half(x, level, wide, tilt, 40, scale), "rim", shadow="drop", lift=10),
        Part(tube(edge, 52, scale), "rim", shadow="drop", lift=22, strength=0.45),
    ]  # fmt: skip


@silhouette("woven-vase")
def vase(task: Task) -> list[Part]:
    """A tall woven vase."""
    tilt, foot, scale = 0.24, 1680.0, task.scale
    body, inside = vessel(
        [(230, 0), (330, 260), (380, 560), (300, 860), (190, 1040), (240, 1180)], foot, tilt, scale, 500
    )
    level = foot - 1180 * np.cos(tilt)
    return [Part(body, "body", shadow="stand", foot=foot, strength=0.7), Part(inside, "inside"),
            Part(hoop(800, level, 240, tilt, 34, scale), "rim", shadow="drop", lift=8)]  # fmt: skip


@silhouette("woven-screen")
def screen(task: Task) -> list[Part]:
    """Three leaves of weave in frames of rattan."""
    parts: list[Part] = []
    for index, x in enumerate((400.0, 800.0, 1200.0)):
        lean = 26 if index % 2 else -26
        corners = [(x - 190, 480 + lean), (x + 190, 480 - lean), (x + 190, 1620 - lean), (x - 190, 1620 + lean)]
        sheet = places(corners) * task.scale
        left, top, columns, rows = bounds(sheet)
        mask = filled((rows, columns), sheet - (left, top))
        u = np.broadcast_to((np.arange(columns, dtype=np.float32)[None, :] + left) / task.scale - x, (rows, columns))
        v = (np.arange(rows, dtype=np.float32)[:, None] + top) / np.float32(task.scale) + u * np.float32(lean / 190)
        normal = normalised(
            np.full((rows, columns), 0.02 * lean / 2, np.float32), np.zeros((rows, columns), np.float32), 1.0
        )
        parts.append(Part(Form(left, top, mask, normal, u.astype(np.float32), v.astype(np.float32), task.scale), "body",
                          shadow="stand", foot=1640, strength=0.5))  # fmt: skip
        for a, b in zip(corners, [*corners[1:], corners[0]], strict=True):
            parts.append(
                Part(tube(np.linspace(a, b, 12), 30, task.scale), "rod", surface="rod", shadow="drop", lift=10)
            )
    return parts
