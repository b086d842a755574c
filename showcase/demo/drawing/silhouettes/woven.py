"""Woven things that are round: baskets, hampers, trays, shades and stools."""

from dataclasses import replace

import numpy as np

from showcase.demo.drawing.canvas import Points, curve, filled
from showcase.demo.drawing.form import Form, bounds, facing
from showcase.demo.drawing.lathe import lathe, profile, ring
from showcase.demo.drawing.parts import Part, Task, silhouette
from showcase.demo.drawing.tubes import tube


def ellipse(x: float, y: float, radius: float, tilt: float, start: float = 0, end: float = 2 * np.pi) -> Points:
    """A level ring, or a part of it: from the right (0) towards us (half pi) and round."""
    angle = np.linspace(start, end, 220)
    return np.stack([x + radius * np.cos(angle), y + radius * np.sin(tilt) * np.sin(angle)], axis=1)


def disc(x: float, y: float, radius: float, tilt: float, scale: float) -> Form:
    """A level round floor, its weave running straight across it."""
    outline = ring(x, y, radius, tilt) * scale
    left, top, columns, rows = bounds(outline)
    mask = filled((rows, columns), outline - (left, top))
    u = (np.arange(columns, dtype=np.float32)[None, :] + left) / np.float32(scale) - np.float32(x)
    v = (np.arange(rows, dtype=np.float32)[:, None] + top) / np.float32(scale) - np.float32(y)
    flat = facing((rows, columns), 0, -1 / np.tan(max(tilt, 0.05)))
    turned = np.pi / 4
    v = v / np.float32(np.sin(tilt))
    across, down = u * np.cos(turned) + v * np.sin(turned), v * np.cos(turned) - u * np.sin(turned)
    return Form(left, top, mask, flat, across.astype(np.float32), down.astype(np.float32), scale)


def hoop(x: float, y: float, radius: float, tilt: float, width: float, scale: float) -> Form:
    """A whole rim."""
    return tube(ellipse(x, y, radius, tilt)[:-1], width, scale, closed=True)


def near_half(x: float, y: float, radius: float, tilt: float, width: float, scale: float) -> Form:
    """The half of a rim that is towards us."""
    return tube(ellipse(x, y, radius, tilt, -0.06, np.pi + 0.06), width, scale)


def vessel(
    points: list[tuple[float, float]], foot: float, tilt: float, scale: float, deep: float = 380
) -> tuple[Form, Form]:
    """A woven wall outside and inside, darker towards its bottom."""
    line = profile(points)
    body = lathe(line, 800, foot, scale, tilt)
    body = body.shaded(0.5 + 0.5 * np.clip((body.v.max() - body.v) / 150, 0, 1) ** 0.6)
    inner = line.copy()
    inner[:, 0] = np.maximum(inner[:, 0] - 8, 0)
    inside = lathe(inner, 800, foot, scale, tilt, hollow=True)
    return body, inside.shaded(np.clip(0.72 - inside.v / deep, 0.10, 1).astype(np.float32))


def handle(x: float, y: float, half: float, high: float, width: float, scale: float, lean: float = 0) -> Form:
    """A bent handle that springs from two places of a rim."""
    points = [(-half, 0), (-half * 0.98, -high * 0.42), (-half * 0.66, -high * 0.84), (0, -high)]
    points += [(half * 0.66, -high * 0.84), (half * 0.98, -high * 0.42), (half, 0)]
    return tube(curve([(x + a + lean * -b, y + b) for a, b in points], 16), width, scale)


@silhouette("basket")
def basket(task: Task) -> list[Part]:
    """A basket, by its name with a lid, a handle over it, several tiers or a roof for a cat."""
    if task.named("ổ mèo"):
        return _house(task)
    if task.named("ba tầng"):
        return _tiers(task)
    if task.named("có nắp"):
        return _lidded(task)
    rng = task.rng("shape")
    tilt, high = rng.uniform(0.30, 0.40), 520.0
    wide, foot = 470.0, 1560.0
    if task.named("lẵng"):
        wide, high = 330, 420
    top, base = wide, wide * rng.uniform(0.70, 0.84)
    body, inside = vessel([(base, 0), (base * 1.06, high * 0.3), (top * 0.97, high * 0.72), (top, high)], foot, tilt,
                          task.scale)  # fmt: skip
    level = foot - high * np.cos(tilt)
    reach = wide * rng.uniform(1.1, 1.3) if not task.named("lẵng") else 820
    parts = [Part(body, "body", shadow="stand", foot=foot, strength=0.7), Part(inside, "inside")]
    if task.named("đi chợ", "lẵng", "làn"):
        deep = wide * np.sin(tilt) * 0.86
        back = [handle(800, level - deep + 20, wide * 0.46, reach * 0.74, 32, task.scale)]
        front = [handle(800, level + deep + 40, wide * 0.48, reach * 0.80, 34, task.scale)]
        if task.named("lẵng", "quai mây"):
            back, front = [], [handle(800, level, wide * 0.97, reach, 34, task.scale)]
        parts += [Part(form, "handle") for form in back]
        parts.append(Part(hoop(800, level, wide, tilt, 40, task.scale), "rim", shadow="drop", lift=8, strength=0.4))
        parts += [Part(form, "handle", shadow="drop", lift=16, strength=0.4) for form in front]
    else:
        parts.append(Part(hoop(800, level, wide, tilt, 44, task.scale), "rim", shadow="drop", lift=8, strength=0.4))
    return parts


def _lid(x: float, y: float, radius: float, rise: float, tilt: float, scale: float) -> Form:
    """A domed lid."""
    line = profile([(radius, 0), (radius * 0.96, rise * 0.4), (radius * 0.6, rise * 0.86), (radius * 0.15, rise),
                    (0.5, rise * 1.01)])  # fmt: skip
    return lathe(line, x, y, scale, tilt)


def _lidded(task: Task) -> list[Part]:
    rng = task.rng("shape")
    tilt, foot, wide, high = rng.uniform(0.28, 0.36), 1530.0, 500.0, rng.uniform(470, 560)
    body, _ = vessel([(wide * 0.9, 0), (wide * 0.98, high * 0.4), (wide, high)], foot, tilt, task.scale)
    level = foot - high * np.cos(tilt)
    lid = _lid(800, level - 14, wide * 1.04, 150, tilt, task.scale)
    scale = task.scale
    ears = [
        tube(curve([(800 + s * wide, level + 130), (800 + s * (wide + 84), level + 150), (800 + s * (wide + 92),
             level + 232), (800 + s * (wide - 2), level + 262)], 14), 26, scale)
        for s in (-1, 1)
    ]  # fmt: skip
    return [
        *[Part(ear, "handle") for ear in ears],
        Part(body, "body", shadow="stand", foot=foot, strength=0.7),
        Part(hoop(800, level, wide * 1.01, tilt, 34, scale), "rim"),
        Part(lid, "floor", shadow="drop", lift=16),
        Part(near_half(800, level - 14, wide * 1.04, tilt, 30, scale), "rim", shadow="drop", lift=9, strength=0.45),
        Part(_knob(800, level - 14 - 150 * np.cos(tilt), scale), "handle", shadow="drop", lift=14),
    ]


def _knob(x: float, y: float, scale: float) -> Form:
    """A loop to lift a lid by."""
    return tube(
        curve([(x - 62, y + 6), (x - 54, y - 48), (x, y - 72), (x + 54, y - 48), (x + 62, y + 6)], 14), 24, scale
    )


def _tiers(task: Task) -> list[Part]:
    tilt, wide, tall, foot = 0.32, 420.0, 270.0, 1590.0
    side, crown = wide * 1.05, foot - 3 * tall - 300
    bow = [(800 - side, foot - 10), (800 - side, foot - 400), (800 - side, foot - 2.6 * tall), (800 - side * 0.8,
        crown + 70),
           (800, crown), (800 + side * 0.8, crown + 70), (800 + side, foot - 2.6 * tall), (800 + side, foot - 400),
           (800 + side, foot - 10)]  # fmt: skip
    parts = [Part(tube(curve(bow, 16), 34, task.scale), "handle")]
    for tier in range(3):
        y = foot - tier * tall * np.cos(tilt)
        body, _ = vessel([(wide * 0.97, 0), (wide * 1.0, tall * 0.5), (wide * 0.98, tall)], y, tilt, task.scale)
        parts.append(Part(body, "body", shadow="" if tier else "stand", foot=y, strength=0.7))
        parts.append(Part(near_half(800, y - 10, wide * 0.98, tilt, 24, task.scale), "rim"))
        parts.append(Part(near_half(800, y - tall * np.cos(tilt) + 4, wide, tilt, 28, task.scale), "rim"))
    level = foot - 3 * tall * np.cos(tilt)
    parts += [
        Part(_lid(800, level, wide * 1.03, 110, tilt, task.scale), "floor", shadow="drop", lift=12),
        Part(near_half(800, level, wide * 1.03, tilt, 26, task.scale), "rim", shadow="drop", lift=8, strength=0.45),
    ]
    return parts


def _house(task: Task) -> list[Part]:
    """A round house with a domed roof and a door for a cat."""
    tilt, foot, wide = 0.16, 1520.0, 560.0
    line = profile(
        [(wide * 0.8, 0), (wide, 240), (wide * 0.95, 520), (wide * 0.62, 760), (wide * 0.2, 860), (0.5, 872)]
    )
    body = lathe(line, 800, foot, task.scale, tilt)
    body = body.shaded(0.5 + 0.5 * np.clip((body.v.max() - body.v) / 150, 0, 1) ** 0.6)
    door = curve([(800 + 250 * np.sin(a), 1200 - 250 * np.cos(a) * (0.92 if np.cos(a) > 0 else 0.86)) for a in
                  np.linspace(0, 2 * np.pi, 16, endpoint=False)], 10, closed=True)  # fmt: skip
    inner = lathe(line * (0.97, 0.97), 800, foot - 10, task.scale, tilt)
    x, y = inner.grid()
    mask = filled(inner.shape, door * task.scale - (inner.left, inner.top))
    shade = np.clip(0.05 + 0.5 * ((y / task.scale - 960) / 500) ** 2, 0.05, 0.4) * np.ones_like(x)
    dark = replace(inner, normal=inner.normal * (-1, -1, 1)).cut(mask).shaded(shade.astype(np.float32))
    return [
        Part(body, "body", shadow="stand", foot=foot, strength=0.7),
        Part(dark, "inside"),
        Part(tube(door, 44, task.scale, closed=True), "rim", shadow="drop", lift=12),
        Part(_knob(800, foot - 872 * np.cos(tilt) + 12, task.scale), "handle"),
    ]


@silhouette("hamper")
def hamper(task: Task) -> list[Part]:
    """A tall hamper with a lid."""
    rng = task.rng("shape")
    tilt, foot, wide, high = rng.uniform(0.26, 0.34), 1680.0, 400.0, rng.uniform(960, 1040)
    body, _ = vessel([(wide * 0.86, 0), (wide * 0.97, high * 0.3), (wide * 1.02, high * 0.7), (wide, high)], foot, tilt,
                     task.scale)  # fmt: skip
    level, scale = foot - high * np.cos(tilt), task.scale
    middle = foot - high * 0.62 * np.cos(tilt)
    band = near_half(800, middle, wide * 1.02, tilt, 26, scale)
    return [
        Part(body, "body", shadow="stand", foot=foot, strength=0.7),
        *([Part(_above(body, 0.62), "upper", "hexagons")] if task.named("thùng tre") else []),
        Part(band, "rim"),
        Part(hoop(800, level, wide * 1.01, tilt, 34, scale), "rim"),
        Part(_lid(800, level - 12, wide * 1.05, 120, tilt, scale), "floor", shadow="drop", lift=16),
        Part(near_half(800, level - 12, wide * 1.05, tilt, 32, scale), "rim", shadow="drop", lift=9, strength=0.45),
        Part(_knob(800, level - 12 - 118 * np.cos(tilt), scale), "handle", shadow="drop", lift=14),
    ]


def _above(body: Form, share: float) -> Form:
    """The part of a wall above a share of its height."""
    there = body.v[body.mask > 0.5]
    level = float(there.max()) - share * float(np.ptp(there))
    return body.cut((body.v < level).astype(np.float32))


@silhouette("woven-tray")
def tray(task: Task) -> list[Part]:
    """A round tray seen from above, or a plate that hangs on the wall."""
    scale = task.scale
    if task.named("treo tường"):
        return _plate(task)
    tilt, wide, tall, foot = task.rng("shape").uniform(0.72, 0.86), 640.0, 96.0, 1080.0
    body, inside = vessel([(wide * 0.93, 0), (wide * 0.97, tall * 0.5), (wide, tall)], foot, tilt, scale, deep=900)
    level = foot - tall * np.cos(tilt)
    base = disc(800, foot - 8, wide * 0.92, tilt, scale)
    _, down = base.grid()
    near = np.clip((down / scale - (foot - wide * np.sin(tilt))) / 260, 0, 1)
    return [
        Part(body, "body", shadow="lie", lift=30, strength=0.7),
        Part(inside, "inside"),
        Part(base.shaded((0.55 + 0.45 * near * np.ones(base.shape)).astype(np.float32)), "floor"),
        Part(hoop(800, foot - 10, wide * 0.925, tilt, 18, scale), "rim"),
        Part(hoop(800, level, wide, tilt, 46, scale), "rim", shadow="drop", lift=16),
    ]


def _plate(task: Task) -> list[Part]:
    """A shallow plate on the wall, woven in a spiral."""
    tilt, wide, scale = 1.30, 640.0, task.scale
    line = profile([(0.5, 0), (wide * 0.5, 6), (wide * 0.8, 40), (wide, 120)])
    inside = lathe(line, 800, 1000, scale, tilt, hollow=True)
    level = 1000 - 120 * np.cos(tilt)
    return [
        Part(inside, "spiral", shadow="lie", lift=40, surface="spiral"),
        Part(hoop(800, level, wide, tilt, 42, scale), "rim", shadow="lie", lift=34),
    ]
