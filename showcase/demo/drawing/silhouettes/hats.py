"""Hats of palm leaf: the cone, the flat hat of festivals, the mould and the layers."""

from dataclasses import replace

import numpy as np

from showcase.demo.drawing.canvas import curve, places
from showcase.demo.drawing.form import Form
from showcase.demo.drawing.lathe import lathe, profile
from showcase.demo.drawing.parts import Part, Task, silhouette
from showcase.demo.drawing.silhouettes.woven import ellipse, hoop, near_half
from showcase.demo.drawing.strands import Strand, bundle
from showcase.demo.drawing.tubes import tube


def cone(x: float, y: float, wide: float, high: float, tilt: float, scale: float) -> Form:
    """The leaf of a hat, a little hollow in its slope."""
    return lathe(
        profile([(wide, 0), (wide * 0.66, high * 0.33), (wide * 0.32, high * 0.67), (1, high)]), x, y, scale, tilt
    )


def frame(x: float, y: float, wide: float, high: float, tilt: float, scale: float, rings: int) -> Part:
    """Hoops on ribs, as they stand on the mould."""
    strands = []
    for index in range(rings):
        share = index / rings
        line = ellipse(x, y - share * high * np.cos(tilt), wide * (1 - share), tilt)[::3]
        depth = np.sin(np.linspace(0, 2 * np.pi, 220))[::3] * (1 - share)
        strands.append(Strand(line, 9, depth + 0.04, 0.75 if index % 2 else 0.6))
    for angle in np.linspace(0, 2 * np.pi, 16, endpoint=False) + 0.1:
        along = np.linspace(0, 0.99, 10)
        radius = wide * (1 - along)
        line = np.stack([x + radius * np.cos(angle), y - along * high * np.cos(tilt) + radius * np.sin(angle) *
                         np.sin(tilt)], 1)  # fmt: skip
        strands.append(Strand(line, 13, np.sin(angle) * (1 - along), 0.25))
    made = bundle(strands, scale)
    return Part(replace(made.form, u=made.tone), "bars", shadow="stand", foot=y, strength=0.5, surface="bars")


def strap(x: float, y: float, wide: float, deep: float, scale: float) -> Form:
    """A silk strap that comes out under the rim and lies in a loop."""
    points = [
        (-0.50, 0.2),
        (-0.52, 0.9),
        (-0.30, 1.28),
        (0.02, 1.22),
        (0.28, 1.42),
        (0.55, 1.30),
        (0.56, 0.86),
        (0.46, 0.3),
    ]
    line = curve([(x + a * wide, y + b * deep) for a, b in points], 20)
    # It turns over as it lies: now its face is seen, now its edge.
    width = 14 + 50 * np.abs(np.sin(np.linspace(0.7, 8.6, len(line)))) ** 0.7
    return tube(line, places(width), scale, flat=0.28)


@silhouette("hat")
def hat(task: Task) -> list[Part]:
    """A conical hat on the ground, or what belongs to its making."""
    tilt, foot, scale = task.rng("shape").uniform(0.24, 0.32), 1330.0, task.scale
    wide = 470.0 if task.named("trẻ em") else 620.0
    high = wide * task.rng("shape", "high").uniform(1.0, 1.1)
    if task.named("khuôn"):
        return [frame(800, foot + 60, 560, 620, tilt, scale, 16)]
    if task.named("tự khâu"):
        return _kit(task, tilt)
    body = cone(800, foot, wide, high, tilt, scale)
    rim = near_half(800, foot, wide, tilt, 15, scale)
    if task.named("bổ lớp"):
        across, _ = body.grid()
        angle = body.u / np.float32(np.abs(body.u).max() / np.pi)
        keep = np.broadcast_to(angle < 0.30 + 0 * across, body.shape).astype(np.float32)
        inner = np.broadcast_to((angle < 0.75) & (angle > 0.2), body.shape).astype(np.float32)
        return [
            frame(800, foot, wide, high, tilt, scale, 16),
            Part(body.cut(inner), "sheath", surface="sheath", shadow="drop", lift=6),
            Part(body.cut(keep), "body", shadow="drop", lift=10),
        ]
    deep = wide * np.sin(tilt)
    ribbon = strap(800, foot + deep * 0.5, wide * 0.9, 150 + deep * 0.5, scale)
    return [
        Part(ribbon, "strap", surface="ribbon", shadow="lie", lift=8),
        Part(body, "body", shadow="stand", foot=foot + 10, strength=0.75),
        Part(rim, "rim", surface="rod", shadow="drop", lift=8, strength=0.4),
    ]


def _kit(task: Task, tilt: float) -> list[Part]:
    """A small hat half sewn, and hoops beside it."""
    scale = task.scale
    parts = [Part(hoop(1010 + 26 * i, 1390 + 30 * i, 300 - 42 * i, 0.42, 12, scale), "rim", surface="rod", shadow="lie",
                  lift=10) for i in range(4)]  # fmt: skip
    return [
        *parts,
        frame(640, 1200, 400, 430, tilt, scale, 12),
        Part(cone(640, 1200, 400, 430, tilt, scale), "body", shadow="stand", foot=1210),
        Part(near_half(640, 1200, 400, tilt, 13, scale), "rim", surface="rod"),
    ]


def tassels(
    x: float, y: float, scale: float, count: int, length: float, step: float = 30, wide: float = 27
) -> list[Part]:
    """Tassels side by side, each with its knot."""
    parts = []
    for index in range(count):
        at, drop = x + (index - (count - 1) / 2) * step, abs(index - (count - 1) / 2) * 14
        line = curve(
            [(at, y - 10), (at + (at - x) * 0.03, y + length * 0.5), (at + (at - x) * 0.06, y + length - drop)], 12
        )
        width = places(
            np.interp(np.linspace(0, 1, len(line)), [0, 0.05, 0.11, 0.16, 0.6, 1], [0.5, 0.8, 0.75, 0.5, 0.95, 1.2])
        )
        parts.append(
            Part(tube(line, width * wide, scale), "tassel", surface="threads", shadow="drop", lift=12, strength=0.4)
        )
    return parts


@silhouette("flat-hat")
def flat_hat(task: Task) -> list[Part]:
    """A flat festival hat hanging, its underside to us, its strap in a bow and tassels at both sides."""
    scale, tilt, x, y, wide = task.scale, 1.36, 800.0, 740.0, 600.0
    face = lathe(
        profile([(1, 40), (wide * 0.5, 46), (wide * 0.93, 40), (wide * 0.99, 20), (wide, 0)])[::-1], x, y, scale, tilt
    )
    edge = hoop(x, y + 4, wide, tilt, 56, scale)
    crown = hoop(x, y - 6, wide * 0.27, tilt, 70, scale)
    line = curve([(x - wide * 0.60, y + 40), (x - wide * 0.62, y + 430), (x - 160, y + 760), (x, y + 800),
                  (x + 160, y + 760),
                  (x + wide * 0.60, y + 430), (x + wide * 0.58, y + 40)], 24)  # fmt: skip
    parts = [
        Part(edge, "rim", surface="bound-leaf", shadow="lie", lift=60),
        Part(face, "body", surface="leaf-flat", shadow="lie", lift=50),
        Part(crown, "rim", surface="bound-leaf", shadow="drop", lift=16),
        Part(tube(line, 46, scale, flat=0.5), "strap", surface="braid", shadow="drop", lift=26),
    ]
    for side in (-1, 1):
        parts += tassels(x + side * wide * 0.61, y + 250, scale, 5, 560, 27)
    return parts
