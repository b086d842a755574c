"""Village foods: sticky-rice cakes, noodle skeins, brittle."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from showcase.demo.drawing.canvas import Points, curve, places
from showcase.demo.drawing.form import Camera, flat
from showcase.demo.drawing.joinery import Bench
from showcase.demo.drawing.lathe import lathe
from showcase.demo.drawing.parts import Part, Task, silhouette
from showcase.demo.drawing.sculpted import Lump, balls
from showcase.demo.drawing.silhouettes.dough import painted
from showcase.demo.drawing.silhouettes.gift_boxes import nests, wrapping_kit
from showcase.demo.drawing.silhouettes.small import turned
from showcase.demo.drawing.silhouettes.vessels import PLATE, lipped, planar, sized
from showcase.demo.drawing.strands import Strand, bundle


@silhouette("cake")
def cake(task: Task) -> list[Part]:
    """A square cake in green leaves, tied crosswise with split bamboo; a second one leans behind it."""
    if task.named("tự gói"):
        return wrapping_kit(task)
    rng = task.rng("shape")
    yaw = rng.choice([-1, 1]) * rng.uniform(0.45, 0.65)
    behind = _tied(Camera(800 + 260 * np.sign(yaw), 730, 0.5, yaw - 0.5), 330, 118, task.scale, rng)
    return [*behind, *_tied(Camera(800 - 90 * np.sign(yaw), 1130, 0.62, yaw), 430, 150, task.scale, rng)]


def _tied(camera: Camera, size: float, tall: float, scale: float, rng: np.random.Generator) -> list[Part]:
    bench = Bench(camera, scale)
    bench.add((-size, -tall, -size), (size, tall, size), "wall", 40, 0, top="body")
    strands = []
    for share in (-0.36, 0.36):
        for along in (True, False):
            a = share * size * rng.uniform(0.9, 1.1)
            path = [
                (a, -tall, size),
                (a, 0, size + 4),
                (a, tall - 6, size + 2),
                (a, tall + 6, size * 0.9),
                (a, tall + 5, 0),
                (a, tall + 6, -size * 0.9),
                (a, tall - 6, -size),
            ]
            points = [(x, y, z) if along else (z, y, x) for x, y, z in path]
            seen = camera.seen(places(points))
            hidden = not along and camera.turned(places([1.0, 0, 0]))[2] < 0
            seen = camera.seen(places([(-x, y, z) for x, y, z in points])) if hidden else seen
            line = curve([(float(x), float(y)) for x, y in seen], 8)[:-8]
            strands.append(Strand(line, 17.0, 0.1 if along else 0.0, rng.random(), 0.5))
    cord = bundle(strands, scale).form
    return [*bench.parts(), Part(cord, "cord", "split-bamboo", "drop", 4, strength=0.6)]


@silhouette("noodles")
def noodles(task: Task) -> list[Part]:
    """Skeins of vermicelli hanging over a rod to dry."""
    if task.named("cuộn"):
        return nests(task)
    return skeins(task, [(190, 420), (1410, 400)], np.linspace(420, 1180, int(task.rng("skeins").integers(3, 5))))


def skeins(
    task: Task, rod: Sequence[tuple[float, float]], middles: Points, long: float = 680, loose: float = 1.0
) -> list[Part]:
    """Skeins at these places across a rod, drawn together ``long`` below it; ``loose`` is their width."""
    rng = task.rng("shape")
    strands = []
    top = (rod[0][1] + rod[-1][1]) / 2
    for middle in middles:
        end = long * rng.uniform(1.5, 1.7)
        tie = top + long * 0.84
        for _ in range(round(74 * loose)):
            x = middle + rng.normal(0, 52 * loose)
            sway = rng.normal(0, 14)
            points = [
                (x, top - 2 + rng.normal(0, 4)),
                (x + sway * 0.4, top + long * 0.43),
                (middle + (x - middle) * 0.55, tie + rng.normal(0, 8)),
                (x + sway, top + long * 1.14),
                (x * 0.8 + middle * 0.2 + sway * 2, top + end + rng.normal(0, 14)),
            ]
            strands.append(Strand(curve(points, 7), 7.5, rng.random(), rng.random()))
    hanging = bundle(strands, task.scale).form
    over = (hanging.grid()[1] < (top + 60) * task.scale).astype(np.float32) * np.ones_like(hanging.mask)
    return [
        Part(hanging, "body", shadow="lie", lift=46, strength=0.55),
        Part(bundle([Strand(places(rod), 44.0)], task.scale).form, "rod", "bamboo-rod", "lie", 46),
        Part(hanging.cut(over), "body"),
    ]


@silhouette("round-cake")
def round_cake(task: Task) -> list[Part]:
    """Round white cakes of pounded rice on squares of leaf, heaped on a plate."""
    rng = task.rng("shape")
    outer, inner = lipped(sized(PLATE, 600), 18)
    parts = [
        Part(lathe(outer, 800, 1080, task.scale, 0.8), "rim", "celadon", "lie", 34, strength=0.7),
        Part(planar(lathe(inner, 800, 1080, task.scale, 0.8, hollow=True), 800, 1080, 0.8), "inside", "celadon"),
    ]
    for x, y in ((560, 960), (800, 900), (1040, 960), (650, 1120), (950, 1120), (800, 1010)):
        turn = rng.uniform(0, 1.5)
        leaf = flat(
            [turned(places([(-150, -120), (150, -120), (150, 120), (-150, 120)]), x, y + 20, turn)],
            task.scale,
            6,
            turn=turn,
        )
        cake_ = balls([Lump(x, y, 126, 92, 0, tone="white", deep=60)], task.scale)
        parts += [Part(leaf, "leaf", "leaf-wrap", "drop", 10), Part(cake_, "body", painted(["white"]), "drop", 20)]
    return parts


@silhouette("long-cake")
def long_cake(task: Task) -> list[Part]:
    """Long cakes rolled in leaf and tied in rings, two side by side."""
    parts = []
    for row, y in enumerate((800, 1130)):
        line = turned(places([(x, 0) for x in np.linspace(-520, 520, 40)]), 800 + row * 50, y, -0.32)
        ends = np.interp(np.linspace(0, 1, 40), [0, 0.04, 0.96, 1], [170, 226, 226, 170])
        body = bundle([Strand(line, ends)], task.scale).form
        u = np.broadcast_to(body.grid()[0] / np.float32(task.scale), body.shape)
        roll = replace(body, u=body.normal[..., 1] * np.float32(170), v=u.astype(np.float32))
        rings = [
            Strand(line[i] + places([(-40, -118), (-12, -60), (0, 0), (12, 60), (34, 112)]), 13.0, 0, 0.5, 0.6)
            for i in range(4, 39, 6)
        ]
        parts += [
            Part(roll, "body", "leaf-wrap", "lie", 60, strength=0.7),
            Part(bundle(rings, task.scale).form, "cord", "split-bamboo", "drop", 4),
        ]
    return parts
