"""Incense: sheaves drying as fans of crimson, packets, coils, tall sticks, cones."""

from dataclasses import replace

import cv2
import numpy as np

from showcase.demo.drawing.canvas import Points, blur, places
from showcase.demo.drawing.form import Camera, Form, bounds, normalised
from showcase.demo.drawing.lathe import lathe, profile
from showcase.demo.drawing.parts import Part, Task, silhouette
from showcase.demo.drawing.silhouettes.woven import near_half
from showcase.demo.drawing.strands import Strand, bundle
from showcase.demo.drawing.tubes import tube

#: A stick: its depth, its points and its tone.
Straw = tuple[float, Points, float]


def strewn(straws: list[Straw], wide: float, scale: float) -> Form:
    """Hundreds of sticks, each a dark and a lit line; u tells their tones, as in a bundle."""
    left, top, columns, rows = bounds(np.concatenate([line for _, line, _ in straws]) * scale, wide * scale + 3)
    told, cover = np.full((rows, columns, 4), 128, np.uint8), np.zeros((rows, columns), np.uint8)
    straws = sorted(straws, key=lambda straw: straw[0])
    deep, span = straws[0][0], max(straws[-1][0] - straws[0][0], 1e-6)
    thick = max(1, round(wide * scale))
    lines = [(line * scale - (left, top)) * 16 for _, line, _ in straws]
    cv2.polylines(cover, [line.round().astype(np.int32) for line in lines], False, 255, thick, cv2.LINE_AA, 4)
    stripes = ((0.0, thick, -0.7), (0.22, max(1, round(thick * 0.6)), 0.6)) if thick > 2 else ((0.0, thick, 0.0),)
    for (depth, _, tone), line in zip(straws, lines, strict=True):
        x, y = line[-1] - line[0]
        length = float(x * x + y * y) ** 0.5 + 1e-6
        rest = (round(tone * 255), round((depth - deep) / span * 255))
        for away, own, bend in stripes:
            shift = (-y / length * away * thick * 16, x / length * away * thick * 16)
            value = (128 - 126 * y / length * bend, 128 + 126 * x / length * bend, *rest)
            cv2.polylines(told, [(line + shift).astype(np.int32)], False, value, own, cv2.LINE_8, 4)
    seen = cv2.GaussianBlur(told, (0, 0), 0.5).astype(np.float32)
    x, y, depths = (seen[..., 0] - 128) / 126, (seen[..., 1] - 128) / 126, seen[..., 3] / np.float32(255)
    normal = normalised(x, y, np.sqrt(np.clip(1 - x * x - y * y, 0.05, 1)))
    mask = cover.astype(np.float32) / np.float32(255)
    reach = 18 * scale
    about = blur(depths * mask, reach) / np.maximum(blur(mask, reach), 0.05)
    shade = np.clip(1 - 1.5 * np.clip(about - depths, 0, 1), 0.28, 1).astype(np.float32)
    return Form(left, top, mask, normal, told[..., 2].astype(np.float32) / np.float32(255), depths, scale).shaded(shade)


def sheaf(task: Task, x: float, y: float, size: float, count: int, name: str) -> list[Part]:
    """A tied sheaf standing, its dyed ends spread like a flower."""
    rng, tilt = task.rng("sheaf", name), 0.52
    radius = np.sqrt(rng.random(count))
    angle = rng.random(count) * 2 * np.pi
    tie, tall = 0.30 * size, size
    straws: list[Straw] = []
    for a, r in zip(angle, radius, strict=True):
        spread = places([0.20 * r, 0.105 * r, 0.38 * r, 0.70 * r]) * size
        level = places([0, tie, 0.66 * tall, tall * (1 - 0.20 * r * r + rng.normal(0, 0.012))])
        turn = a + rng.normal(0, 0.05)
        px = x + spread * np.cos(turn)
        py = y - level * np.cos(tilt) + spread * np.sin(turn) * np.sin(tilt)
        depth = r * np.sin(turn) * 0.6 + level / tall * 0.5 + rng.normal(0, 0.03)
        line = np.stack([px, py], 1)
        low, high = rng.uniform(0.10, 0.42), rng.uniform(0.60, 0.95)
        # The dye ends in no line.
        dyed = line[1] + (line[2] - line[1]) * rng.uniform(0.6, 0.85)
        straws.append((float(depth.mean()), np.stack([line[0], line[1], dyed]), low))
        straws.append((float(depth.mean()) + 0.3, np.stack([dyed, line[2], line[3]]), high))
    form = strewn(straws, 6.0, task.scale)
    band = tie * np.cos(tilt)
    tied = near_half(x, y - band, 0.118 * size, tilt, 26, task.scale)
    return [
        Part(form, "sheaf", surface="sticks", shadow="stand", foot=y + 0.1 * size * np.sin(tilt),
             strength=0.6),
        Part(tied, "tie", surface="sedge", shadow="drop", lift=6),
    ]  # fmt: skip


@silhouette("incense")
def incense(task: Task) -> list[Part]:
    """Incense as its name says."""
    if task.named("vòng"):
        return _coils(task)
    if task.named("nụ"):
        return _cones(task)
    if task.named("bó", "tăm"):
        return [
            *sheaf(task, 430, 1270, 560, 520, "left"),
            *sheaf(task, 1180, 1250, 580, 520, "right"),
            *sheaf(task, 800, 1560, 720, 800, "front"),
        ]
    if task.named("đại"):
        return _tall(task)
    return _packets(task)


def _packet(task: Task, x: float, y: float, angle: float, length: float, name: str) -> list[Part]:
    """A round bundle of sticks lying down, a band of paper about it."""
    rng = task.rng("packet", name)
    way = places([np.cos(angle), np.sin(angle)])
    side = places([-way[1], way[0]])
    strands = []
    for _ in range(110):
        across = rng.uniform(-1, 1)
        lift = np.sqrt(max(0, 1 - across * across)) * rng.uniform(0.4, 1)
        spread = across * 62
        start = places([x, y]) - way * (length / 2 + rng.normal(0, 7)) + side * spread * 1.06 - (0, lift * 22)
        end = places([x, y]) + way * (length / 2 + rng.normal(0, 5)) + side * spread * 1.10 - (0, lift * 22)
        foot = start + (end - start) * 0.24
        strands.append(Strand(places([foot, (foot + end) / 2, end]), 13, lift, rng.uniform(0.1, 0.4)))
        strands.append(Strand(places([start, foot]), 7, lift - 0.05, rng.uniform(0.6, 0.95)))
    made = bundle(strands, task.scale)
    parts = [
        Part(replace(made.form, u=made.tone), "packet", surface="herb-sticks", shadow="lie", lift=36, strength=0.75)
    ]
    for share, width, surface in ((0.12, 150, "red-paper"), (0.40, 26, "wrapper")):
        middle = places([x, y - 10]) + way * length * share
        line = np.linspace(middle - way * width / 2, middle + way * width / 2, 8)
        parts.append(
            Part(tube(line, 158, task.scale, flat=0.95, blunt=True), "band", surface=surface, shadow="drop", lift=5)
        )
    return parts


def _packets(task: Task) -> list[Part]:
    """Three packets, one across the others."""
    return [
        *_packet(task, 760, 860, -0.42, 1050, "far"),
        *_packet(task, 800, 1080, -0.30, 1080, "middle"),
        *_packet(task, 830, 1300, 0.16, 1100, "near"),
    ]


def _coils(task: Task) -> list[Part]:
    """Coils hanging as cones from their tips."""
    strands: list[Part] = []
    for x, top, size in ((520, 330, 0.8), (1120, 300, 0.72), (800, 560, 1.0)):
        turn = np.linspace(0, 9 * 2 * np.pi, 560)
        share = turn / turn[-1]
        radius, drop = 24 + 330 * size * share, 640 * size * share**1.25
        line = np.stack([x + radius * np.cos(turn), top + drop + radius * np.sin(turn) * 0.24], 1)
        coil = Strand(line, 21 * size, np.sin(turn) * radius / 400, 0.3)
        made = bundle([coil], task.scale)
        thread = tube(places([(x, 90), (x, top / 2 + 45), (x + 2, top + 4)]), 5, task.scale)
        strands += [Part(thread, "thread", surface="red-thread"),
                    Part(replace(made.form, u=made.tone), "coil", surface="herb-sticks", shadow="drop", lift=60,
                         strength=0.25)]  # fmt: skip
    return strands


def _tall(task: Task) -> list[Part]:
    """Three tall sticks of the festival, in a pot of sand."""
    scale, foot = task.scale, 1660.0
    pot = lathe(profile([(190, 0), (200, 20), (300, 130), (318, 220), (280, 280), (296, 306)]), 800, foot, scale, 0.3)
    level = foot - 306 * np.cos(0.3)
    sand = lathe(profile([(0.5, 30), (160, 24), (292, 0)])[::-1], 800, level + 6, scale, 0.3)
    parts = [
        Part(pot, "pot", surface="brass", shadow="stand", foot=foot, strength=0.7),
        Part(sand, "sand", surface="sand"),
    ]
    for x, lean in ((700, -70), (800, 0), (900, 70)):
        base, tip = places([x, level - 10]), places([x + lean, 250 + abs(lean) * 0.6])
        middle = base + (tip - base) * 0.24
        parts += [
            Part(
                tube(places([base, (base + middle) / 2, middle]), 20, scale),
                "foot",
                surface="red-foot",
                shadow="drop",
                lift=12,
            ),
            Part(
                tube(np.linspace(middle, tip, 12), 40, scale),
                "stick",
                surface="herb",
                shadow="drop",
                lift=20,
                strength=0.3,
            ),
        ]
    return parts


def _cones(task: Task) -> list[Part]:
    """Cones in an open wooden box."""
    scale = task.scale
    camera = Camera(800, 1160, 0.62, 0.42)
    wide, deep, tall, wall = 900, 620, 210, 26
    parts = [Part(form, f"box-{name}", surface="wood", shadow="stand" if name == "front" else "", strength=0.7)
             for name, form in camera.box((-wide / 2, 0, -deep / 2), (wide / 2, tall, deep / 2), scale)]  # fmt: skip
    inner = camera.face(places([(-wide / 2 + wall, tall, -deep / 2 + wall), (wide / 2 - wall, tall, -deep / 2 + wall),
                                (wide / 2 - wall, tall, deep / 2 - wall), (-wide / 2 + wall, tall, deep / 2 - wall)]),
                        scale)  # fmt: skip
    if inner is not None:
        parts.append(Part(inner.shaded(np.full(inner.shape, 0.35, np.float32)), "inside", surface="wood"))
    for row in range(4):
        for column in range(7):
            spot = camera.seen(places([-wide / 2 + 90 + column * 120, tall - 40, -deep / 2 + 95 + row * 142]))
            cone = lathe(profile([(44, 0), (46, 10), (30, 62), (12, 112), (0.5, 124)]), spot[0], spot[1], scale, 0.62)
            parts.append(Part(cone, f"cone-{row}-{column}", surface="herb", shadow="drop", lift=14, strength=0.5))
    return parts
