"""Furniture: cabinets, seats, day beds, screens, clocks."""

import numpy as np

from showcase.demo.drawing.canvas import Points, curve, places
from showcase.demo.drawing.form import Camera
from showcase.demo.drawing.joinery import Bench, fallen
from showcase.demo.drawing.parts import Part, Task, silhouette
from showcase.demo.drawing.silhouettes.small import circle


@silhouette("cabinet")
def cabinet(task: Task) -> list[Part]:
    """A tea cabinet: a long body of three bays on a stand, doors with panels, a raised middle."""
    rng = task.rng("shape")
    wide, tall, deep = 560.0, rng.uniform(300, 350), 170.0
    bench = Bench(Camera(800, 1080, 0.16, rng.choice([-1, 1]) * rng.uniform(0.22, 0.34), 9000), task.scale, 2.4)
    foot = -tall - 190
    bench.shape(apron(wide, -tall, foot, 84), ("z", -deep + 30), 30, "rim", -600)
    for x in (-wide + 30, wide):
        bench.shape(apron(deep, -tall, foot, 70), ("x", x), 30, "rim", -100)
    bench.shape(apron(wide, -tall, foot, 84), ("z", deep), 30, "rim", 300)
    bench.add((-wide, -tall, -deep), (wide, tall, deep), "rim", 4, 0)
    bench.add((-wide - 26, tall, -deep - 16), (wide + 26, tall + 30, deep + 22), "rim", 7, 30)
    bench.add((-wide * 0.36, tall + 30, -deep * 0.7), (wide * 0.36, tall + 190, deep * 0.5), "wall", 5, 40)
    bench.add((-wide * 0.40, tall + 190, -deep * 0.8), (wide * 0.40, tall + 214, deep * 0.6), "rim", 6, 50)
    bench.shape(crest(wide * 0.38, tall + 214, tall + 222, 84), ("z", deep * 0.4), 20, "rim", 70)
    for side in (-1, 1):
        shelf = beside(crest(wide * 0.26, tall + 30, tall + 40, 70), (side * wide * 0.68, 0))
        bench.shape(shelf, ("z", -deep * 0.5), 20, "rim", 45)
    front = deep + 1
    for left, right in ((-0.97, -0.36), (-0.32, 0.32), (0.36, 0.97)):
        _door(bench, left * wide, right * wide, -tall + 26, tall - 26, front)
    return bench.parts()


def _door(bench: Bench, left: float, right: float, low: float, high: float, front: float) -> None:
    """A framed panel standing a little before the front."""
    for order, (inset, role, edge) in enumerate(((0, "rim", 7), (30, "inside", 2), (38, "door", 5))):
        a, b, c, d = left + inset, right - inset, low + inset, high - inset
        z = front + order * 0.5
        bench.panel([(a, d, z), (b, d, z), (b, c, z), (a, c, z)], role, 500 + order, edge)
    middle = (left + right) / 2
    bench.panel(
        [
            (middle - 12, 30, front + 4),
            (middle + 12, 30, front + 4),
            (middle + 12, -30, front + 4),
            (middle - 12, -30, front + 4),
        ],
        "clasp",
        520,
        8,
    )


def beside(outline: Points, place: tuple[float, float]) -> Points:
    """An outline moved to a place."""
    return np.add(outline, place)


def crest(wide: float, low: float, high: float, rise: float) -> Points:
    """A board's outline with a cloud-shaped upper edge."""
    half = [
        (1.0, 0.0),
        (0.98, 0.30),
        (0.86, 0.34),
        (0.80, 0.18),
        (0.62, 0.22),
        (0.55, 0.55),
        (0.40, 0.62),
        (0.26, 0.92),
        (0, 1.0),
    ]
    upper = curve([(x * wide, high + y * rise) for x, y in [*half, *[(-a, b) for a, b in half[-2::-1]]]], 6)
    return np.concatenate([upper, places([(-wide, low), (wide, low)])])


def apron(wide: float, top: float, low: float, leg: float) -> Points:
    """Front of a low table or bed: an apron that runs into two legs bowed out and in again at the foot."""
    tall = top - low
    shares = (
        (0.22, 0.72), (0.16, 0.30), (-0.10, 0.10), (0.02, 0.0), (-0.75, 0.0), (-0.80, 0.12), (-0.62, 0.34),
        (-0.95, 0.56), (-1.8, 0.64),
    )  # fmt: skip
    side = [(wide, top), *((wide + leg * out, low + tall * up) for out, up in shares)]
    inner = [(wide * 0.40, top - tall * 0.31), (wide * 0.16, top - tall * 0.40), (0.0, top - tall * 0.43)]
    right = curve([*side, *inner], 5)
    return np.concatenate([right, right[::-1] * (-1, 1)])


@silhouette("seats")
def seats(task: Task) -> list[Part]:
    """A bench, two chairs and a table between them."""
    rng = task.rng("shape")
    yaw = rng.choice([-1, 1]) * rng.uniform(0.36, 0.50)
    bench = Bench(Camera(800, 1120, 0.40, yaw, 7000), task.scale, 2.6)
    _seat(bench, (0, -420), 470, 150, "")
    for side, x in (("left", -600), ("right", 600)):
        _seat(bench, (x, 120), 150, 165, side)
    top = 215.0
    bench.add((-300, top - 24, -60), (300, top, 260), "body", 6, 60)
    for at, order in ((244.0, 90.0), (-40.0, -90.0)):
        bench.shape(apron(288, top - 24, 0, 50), ("z", at), 18, "body", order)
    for at in (-270.0, 288.0):
        bench.shape(beside(apron(140, top - 24, 0, 50), (100, 0)), ("x", at), 18, "body", 40)
    return bench.parts()


def _seat(bench: Bench, place: tuple[float, float], wide: float, deep: float, side: str) -> None:
    """One seat: bowed legs under an apron, a seat board, arms, a back with a cloud-shaped crest."""
    x, z = place
    high, back = 205.0, 310.0
    for at, order in ((z + deep - 14, 4.0), (z - deep + 14, -200.0)):
        bench.shape(beside(apron(wide - 14, high - 24, 0, 44), (x, 0)), ("z", at), 20, "body", at + order)
    bench.add((x - wide, high - 28, z - deep), (x + wide, high, z + deep), "body", 6, 30)
    if side:
        at = x - wide + 24 if side == "left" else x + wide
        bench.shape(
            beside(crest(deep, high, high + back, 60), (z, 0)),
            ("x", at),
            24,
            "wall",
            z - 5 if side == "left" else z + 60,
        )
        for c in (-1, 1):
            beam = z + c * (deep - 14)
            bench.add((x - wide, high + 116, beam - 11), (x + wide, high + 138, beam + 11), "body", 4, 34)
            post = x + wide - 22 if side == "left" else x - wide
            bench.add((post, high, beam - 11), (post + 22, high + 116, beam + 11), "body", 4, 32)
        return
    for share, rise, reach in ((-0.67, 40, 0.31), (0.67, 40, 0.31), (0.0, 78, 0.35)):
        bench.shape(
            beside(crest(reach * wide, high, high + back, rise), (x + share * wide, 0)),
            ("z", z - deep + 26),
            22,
            "wall",
            z - deep + 30,
        )
    for a in (-1, 1):
        beam = x + a * (wide - 14)
        bench.add((beam - 12, high + 116, z - deep), (beam + 12, high + 138, z + deep), "body", 4, 40)
        bench.add((beam - 12, high, z + deep - 26), (beam + 12, high + 116, z + deep - 4), "body", 4, 42)


@silhouette("daybed")
def daybed(task: Task) -> list[Part]:
    """A day bed: a broad board, its aprons carved and running into bowed legs."""
    rng = task.rng("shape")
    wide, deep = 520.0, 350.0
    bench = Bench(Camera(800, 1010, 0.40, rng.choice([-1, 1]) * rng.uniform(0.34, 0.46), 7000), task.scale, 1.8)
    bench.shape(apron(wide, -40, -330, 130), ("z", -deep), 40, "body", -900)
    for x in (-wide + 30, wide):
        bench.shape(apron(deep, -40, -330, 130), ("x", x), 40, "wall", -500 if bench.camera.yaw > 0 and x < 0 else -100)
    bench.shape(apron(wide, -40, -330, 130), ("z", deep), 40, "wall", 200)
    bench.add((-wide - 14, -40, -deep - 14), (wide + 14, 0, deep + 14), "body", 10, 400)
    return bench.parts()


@silhouette("screen")
def screen(task: Task) -> list[Part]:
    """A folding screen of four leaves, standing in a zigzag."""
    rng = task.rng("shape")
    camera = Camera(800, 1060, 0.14, rng.uniform(-0.12, 0.12), 9000)
    wide, tall, count = 330.0, 700.0, 4
    parts: list[Part] = []
    turn = rng.uniform(0.38, 0.5)
    x, z = -count * wide * np.cos(turn) / 2, 0.0
    solids = []
    for index in range(count):
        angle = turn if index % 2 else -turn
        nx, nz = x + wide * np.cos(angle), z - wide * np.sin(angle)
        parts += _leaf(camera, (x, z), (nx, nz), tall, task.scale, index + 1)
        solids.append(places([(a, y, b) for a, b in ((x, z), (nx, nz)) for y in (-tall, tall)]))
        x, z = nx, nz
    return [Part(fallen(camera, solids, task.scale), surface="none", shadow="cast", strength=0.6), *parts]


def _leaf(
    camera: Camera, start: tuple[float, float], end: tuple[float, float], tall: float, scale: float, number: int
) -> list[Part]:
    """One leaf: its frame, and the picture in it."""
    parts = []
    for role, inset, edge in (("frame", 0.0, 6.0), ("inside", 26.0, 2.0), (f"picture:{number}", 32.0, 3.0)):
        a, b = places(start), places(end)
        way = (b - a) / np.hypot(*(b - a)) * inset
        (x0, z0), (x1, z1) = a + way, b - way
        low, high = -tall + inset * 2.4, tall - inset
        corners = [(x0, high, z0), (x1, high, z1), (x1, low, z1), (x0, low, z0)]
        form = camera.face(places(corners), scale, edge)
        if form is not None:
            parts.append(Part(form, role))
    return parts


@silhouette("clock")
def clock(task: Task) -> list[Part]:
    """A wall clock: a long case, a round face, a pendulum behind glass."""
    from showcase.demo.drawing.form import flat
    from showcase.demo.drawing.silhouettes.pictures import framed, rectangle

    rng = task.rng("shape")
    wide, tall = rng.uniform(560, 640), rng.uniform(1280, 1420)
    parts = framed(800, 1010, wide, tall, 56, task.scale)
    crest = flat(
        [
            places(
                [
                    (800 - wide * 0.62, 300),
                    (800, 170),
                    (800 + wide * 0.62, 300),
                    (800 + wide * 0.58, 350),
                    (800 - wide * 0.58, 350),
                ]
            )
        ],
        task.scale,
        16,
    )
    size = wide * 0.34
    face, y = 1010 - tall / 2 + 56 + size + 60, 1010 + tall * 0.17
    parts += [
        Part(crest, "frame", shadow="lie", lift=20),
        Part(flat([circle(800, face, size + 22)], task.scale, 20), "clasp", "brass", "drop", 6),
        Part(flat([circle(800, face, size)], task.scale, 3), "face", "paper"),
        Part(flat([rectangle(800, y, 10, tall * 0.34)], task.scale, 4), "clasp", "brass", "drop", 8),
        Part(flat([circle(800, y + tall * 0.17, 66)], task.scale, 46, 0.4), "clasp", "brass", "drop", 10),
    ]
    for hour in range(12):
        a = hour * np.pi / 6
        spot = places([800 + size * 0.84 * np.sin(a), face - size * 0.84 * np.cos(a)])
        parts.append(Part(flat([_hand(spot, a, -size * 0.12, 9 if hour % 3 else 16)], task.scale, 2), "hand", "ink"))
    for angle, reach, thick in ((rng.uniform(0, 6.28), size * 0.5, 16), (rng.uniform(0, 6.28), size * 0.74, 11)):
        parts.append(
            Part(flat([_hand(places([800, face]), angle, reach, thick)], task.scale, 3), "hand", "ink", "drop", 4)
        )
    return parts


def _hand(spot: Points, angle: float, reach: float, thick: float) -> Points:
    """A pointer from a spot outwards."""
    way, side = places([np.sin(angle), -np.cos(angle)]), places([np.cos(angle), np.sin(angle)])
    return places(
        [
            spot - side * thick / 2,
            spot + way * reach - side * thick / 4,
            spot + way * reach + side * thick / 4,
            spot + side * thick / 2,
        ]
    )
