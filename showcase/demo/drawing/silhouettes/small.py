"""Small things that lie on the table: combs, chopsticks, beads, knives."""

import numpy as np

from showcase.demo.drawing.canvas import Points, colour, curve, noise, places, tint
from showcase.demo.drawing.form import Form, flat
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.parts import Part, Task, silhouette
from showcase.demo.drawing.sculpted import Lump, balls
from showcase.demo.drawing.strands import Strand, bundle
from showcase.demo.drawing.surfaces.wood import WOODS


def turned(points: Points, x: float, y: float, angle: float) -> Points:
    """Points turned and put at a place."""
    cosine, sine = np.cos(angle), np.sin(angle)
    own = np.asarray(points, np.float64)
    return np.stack([x + own[:, 0] * cosine - own[:, 1] * sine, y + own[:, 0] * sine + own[:, 1] * cosine], 1)


def circle(x: float, y: float, size: float) -> Points:
    """A round outline."""
    t = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    return np.stack([x + size * np.cos(t), y + size * np.sin(t)], 1)


@silhouette("comb")
def comb(task: Task) -> list[Part]:
    """A comb lying askew: a bowed back, teeth sawn close or wide; sometimes with a handle."""
    rng = task.rng("shape")
    long, tall = 1120.0, rng.uniform(330, 420)
    count = int(rng.integers(22, 46))
    bow, handled = rng.uniform(0.15, 0.5), rng.random() < 0.4
    x0, x1 = (-long / 2, long * 0.18) if handled else (-long / 2, long / 2)
    wide = x1 - x0
    root = tall * 0.42
    points: list[tuple[float, float]] = []
    pitch = wide * 0.94 / count
    for index in range(count):
        left = x0 + wide * 0.03 + index * pitch
        share = abs((index + 0.5) / count - 0.5) * 2
        end = tall * (1 - bow * 0.35 * share**2)
        points += [
            (left, root),
            (left + pitch * 0.14, end - 12),
            (left + pitch * 0.32, end),
            (left + pitch * 0.50, end - 12),
            (left + pitch * 0.64, root),
        ]
    right = [(x1, root), (x1 + 8, tall * 0.2)]
    if handled:
        right = [
            (x1, root),
            (x1 + 20, tall * 0.30),
            (long * 0.42, tall * 0.34),
            (long / 2, tall * 0.18),
            (long * 0.44, 0.02 * tall),
        ]
    back = curve(
        [
            (x1 if not handled else long * 0.30, tall * 0.02),
            (x0 + wide * 0.5, -tall * bow * 0.35),
            (x0 + 10, tall * 0.06),
        ],
        24,
    )
    outline = [*points, *right, *[(float(a), float(b)) for a, b in back], (x0 - 6, tall * 0.2), (x0, root)]
    angle = rng.uniform(-0.62, -0.35)
    form = flat([turned(places(outline) - (0, tall * 0.4), 800, 1000, angle)], task.scale, 14, 0.8, angle)
    return [Part(form, "body", shadow="lie", lift=16, strength=0.7)]


@silhouette("chopsticks")
def chopsticks(task: Task) -> list[Part]:
    """Pairs of chopsticks in a fan on their case."""
    rng = task.rng("shape")
    from showcase.demo.drawing.silhouettes.pictures import rectangle

    lean = rng.uniform(0.28, 0.42)
    case = turned(rectangle(0, 0, 610, 1430), 800, 1000, lean)
    well = turned(rectangle(0, 0, 550, 1370), 800, 1000, lean)
    parts = [
        Part(flat([case], task.scale, 12, turn=lean), "rim", shadow="lie", lift=30, strength=0.7),
        Part(flat([well], task.scale, 3, turn=lean), "lining", "silk-lining"),
    ]
    sticks: list[Points] = []
    tops: list[Points] = []
    tips: list[Points] = []
    for index in range(10):
        x = -225 + index * 50 + rng.normal(0, 2)
        own = lean + rng.normal(0, 0.003)
        for found, outline in (
            (sticks, [(x - 17, -640), (x + 17, -640), (x + 8, 640), (x, 648), (x - 8, 640)]),
            (tops, [(x - 17, -600), (x + 17, -600), (x + 14, -240), (x - 14, -240)]),
            (tips, [(x - 17, -640), (x + 17, -640), (x + 17, -608), (x - 17, -608)]),
        ):
            found.append(turned(places(outline), 800, 1000, own))
    return [
        *parts,
        Part(flat(sticks, task.scale, 14, 0.9, lean), "rim", shadow="drop", lift=11, strength=0.6),
        Part(flat(tops, task.scale, 14, 0.9, lean), "sticks"),
        Part(flat(tips, task.scale, 10, 0.9, lean), "clasp", "shell-plain"),
    ]


def beaded(wood: str, form: Form, rng: np.random.Generator) -> Material:
    """Wooden beads, each cut from the wood in its own direction."""
    which = form.kind if form.kind is not None else np.zeros(form.shape, np.int32)
    _, low, _, light = (colour(text) for text in WOODS[wood])
    own = rng.random(int(which.max()) + 1).astype(np.float32)[which]
    turn = rng.uniform(0, 6.28, int(which.max()) + 1).astype(np.float32)[which]
    across = form.u * np.cos(turn) + form.v * np.sin(turn)
    rings = 0.5 + 0.5 * np.sin(across * 0.42 + own * 20 + 1.4 * noise(form.shape, 20 * form.scale, rng, 2))
    painted = tint(low, light, np.clip(0.15 + 0.5 * rings + 0.4 * (own - 0.3), 0, 1))
    return Material(painted, gloss=0.86, reflects=0.045)


@silhouette("beads")
def beads(task: Task) -> list[Part]:
    """A string of beads in loose loops, with a tassel."""
    rng = task.rng("shape")
    count, size = (108, 30.0) if task.named("108") else (int(rng.integers(18, 30)), rng.uniform(56, 74))
    turns = 3 if count > 60 else 1
    t = np.linspace(0, 2 * np.pi * turns, 4000)
    reach = 420 if turns == 1 else 330 + 150 * t / t[-1]
    wave = 1 + 0.06 * np.sin(2 * t + rng.uniform(0, 6)) + 0.05 * np.sin(3.3 * t + rng.uniform(0, 6))
    if turns == 1:
        reach = size * 1.98 * count / (2 * np.pi)
    x, y = 800 + reach * wave * np.cos(t + 1.2), 930 + reach * wave * np.sin(t + 1.2)
    length = np.concatenate([[0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    at = np.arange(count) * size * 1.94
    at = at[at < length[-1]]
    spots = np.stack([np.interp(at, length, x), np.interp(at, length, y)], 1)
    lumps = [Lump(a, b, size, size * 0.97, rng.uniform(0, 3)) for a, b in spots]
    guru = spots[-1] + (spots[-1] - (800, 930)) / np.hypot(*(spots[-1] - (800, 930))) * size * 1.2
    lumps.append(Lump(float(guru[0]), float(guru[1]), size * 1.3, size * 1.25))
    model = balls(lumps, task.scale)
    wood = task.pick("bead wood", "huong", "trac", "mit")
    tassel = _tassel(guru, size, rng, task.scale)
    thread = bundle([Strand(spots, 6.0)], task.scale).form
    return [
        Part(thread, "cord", "thread-red", "lie", 4),
        Part(tassel, "cord", "thread-red", "lie", 10),
        Part(
            model,
            "body",
            lambda form, task_: beaded(wood, form, task_.rng("beads")),
            "lie",
            size * 0.8,
            strength=0.7,
        ),
    ]


def _tassel(start: Points, size: float, rng: np.random.Generator, scale: float) -> Form:
    """A tassel of silk threads that falls from a knot."""
    way = places([0.25, 1.0])
    way = way / np.hypot(*way)
    side = places([-way[1], way[0]])
    strands = []
    for index in range(46):
        share = rng.uniform(-1, 1)
        long = 250 * rng.uniform(0.9, 1.02)
        points = [
            start + way * size,
            start + way * (size + 40) + side * share * 14,
            start + way * (size + 40 + long * 0.5) + side * share * 26,
            start + way * (size + 40 + long) + side * share * (44 + rng.normal(0, 3)),
        ]
        strands.append(
            Strand(
                curve([(float(a), float(b)) for a, b in points], 8),
                5.5,
                float(1 - abs(share)) + 0.01 * index,
                rng.random(),
            )
        )
    ring = start + way * (size + 44)
    strands.append(Strand(places([ring - side * 20, ring + side * 20]), 22, 3.0, 0.3))
    return bundle(strands, scale).form
