"""Things of boards that one can carry: boxes, trays, boards."""

import numpy as np

from showcase.demo.drawing.canvas import filled, places
from showcase.demo.drawing.form import Camera, flat
from showcase.demo.drawing.joinery import Bench, fallen, union
from showcase.demo.drawing.lathe import lathe, profile, ring
from showcase.demo.drawing.parts import Part, Task, silhouette


@silhouette("box")
def box(task: Task) -> list[Part]:
    """A box with a lid, seen from above and from a side; round or with eight sides where its name says so."""
    if task.named("tám cạnh", "bát giác"):
        return eight_sided(task)
    if task.named("mứt", "tròn"):
        from showcase.demo.drawing.silhouettes.vessels import round_box

        return round_box(task)
    rng = task.rng("shape")
    wide, deep, tall = rng.uniform(430, 520), rng.uniform(290, 380), rng.uniform(150, 230)
    bench = Bench(Camera(800, 1060, rng.uniform(0.55, 0.68), rng.choice([-1, 1]) * rng.uniform(0.42, 0.6)), task.scale)
    for x in (-1, 1):
        for z in (-1, 1):
            a, c = x * (wide - 46), z * (deep - 46)
            bench.add((a - 26, -tall - 34, c - 26), (a + 26, -tall, c + 26), "foot", 4, -900)
    bench.add((-wide, -tall, -deep), (wide, tall * 0.45, deep), "wall", 5, -400)
    bench.add((-wide + 6, tall * 0.45, -deep + 6), (wide - 6, tall * 0.45 + 7, deep - 6), "inside", 1, -300)
    bench.add((-wide - 5, tall * 0.45 + 7, -deep - 5), (wide + 5, tall, deep + 5), "wall", 9, 0, top="body")
    bench.add((-34, tall * 0.30, deep), (34, tall * 0.62, deep + 9), "clasp", 4, 400)
    return [_brass(part) for part in bench.parts()]


def _brass(part: Part) -> Part:
    return Part(part.form, part.role, "brass") if part.role == "clasp" else part


def eight_sided(task: Task) -> list[Part]:
    """A betel box: eight walls, a lid of eight sides on it."""
    rng = task.rng("shape")
    camera = Camera(800, 1040, 0.56, np.pi / 8 + rng.uniform(-0.08, 0.08))
    size, tall = 560.0, 250.0
    parts: list[Part] = []
    for reach, low, high in ((size, -tall, tall * 0.30), (size * 1.025, tall * 0.325, tall * 0.72)):
        corners = [(reach * np.cos(a), reach * np.sin(a)) for a in np.arange(8) * np.pi / 4 + np.pi / 8]
        for index in range(8):
            (a, c), (b, d) = corners[(index + 1) % 8], corners[index]
            form = camera.face(places([(a, high, c), (b, high, d), (b, low, d), (a, low, c)]), task.scale, 5)
            if form is not None:
                parts.append(Part(form, "wall"))
        if high > tall * 0.5:
            level = [(-reach, high, -reach), (reach, high, -reach), (reach, high, reach), (-reach, high, reach)]
            top = camera.face(places(level), task.scale, 0)
            if top is not None:
                outline = camera.seen(places([(x, high, z) for x, z in corners])) * task.scale - (top.left, top.top)
                parts.append(Part(top.cut(filled(top.shape, outline)), "body"))
    solid = places(
        [(size * np.cos(a), y, size * np.sin(a)) for a in np.arange(8) * np.pi / 4 for y in (-tall, tall * 0.7)]
    )
    return [Part(fallen(camera, [solid], task.scale), surface="none", shadow="cast", strength=0.62), *parts]


@silhouette("tray")
def tray(task: Task) -> list[Part]:
    """A tray with four low walls, seen from above; a round one is a plate."""
    if task.named("tròn", "đĩa"):
        from showcase.demo.drawing.silhouettes.vessels import plate

        return plate(task)
    rng = task.rng("shape")
    wide, deep, tall, wall = rng.uniform(520, 575), rng.uniform(350, 410), rng.uniform(62, 90), 22.0
    bench = Bench(Camera(800, 1040, rng.uniform(0.86, 1.0), rng.choice([-1, 1]) * rng.uniform(0.2, 0.42)), task.scale)
    floor = [(-wide, 14, -deep), (wide, 14, -deep), (wide, 14, deep), (-wide, 14, deep)]
    bench.panel([(x, y, z) for x, y, z in floor], "body", -2000, 0)
    bench.add((-wide - wall, 0, -deep - wall), (wide + wall, tall, -deep), "rim", 5, -1000)
    bench.add((-wide - wall, 0, deep), (wide + wall, tall, deep + wall), "rim", 5, 1000)
    for side in (-1, 1):
        a, b = sorted((side * wide, side * (wide + wall)))
        bench.add((a, 0, -deep), (b, tall, deep), "rim", 5, 0)
        bench.add((a - 6, tall - 4, -deep * 0.30), (b + 6, tall + 26, deep * 0.30), "rim", 9, 50)
    parts = bench.parts()
    walls = union([part.form for part in parts[2:]], task.scale)
    return [*parts[:2], Part(walls, surface="none", shadow="drop", lift=26, strength=0.45), *parts[2:]]


@silhouette("board")
def board(task: Task) -> list[Part]:
    """A board with a carved frame, hanging: a name board, or a board for chess."""
    from showcase.demo.drawing.silhouettes.pictures import framed

    rng = task.rng("shape")
    if task.named("cờ"):
        return _chess(task)
    if task.named("câu đối"):
        return [part for x in (520, 1080) for part in framed(x, 1000, 330, 1560, 40, task.scale)]
    return framed(800, 960, 1360, rng.uniform(520, 600), 74, task.scale)


#: Where the men of one side stand at the beginning: file and rank from the middle of the board.
MEN = (
    *[(float(x), 4.5) for x in range(-4, 5)], (-3.0, 2.5), (3.0, 2.5), *[(float(x), 1.5) for x in (-4, -2, 0, 2, 4)],
)  # fmt: skip


def _chess(task: Task) -> list[Part]:
    """A board with its men set out, the two sides told apart by one ring of shell or two."""
    camera = Camera(800, 1000, 0.86, task.rng("shape").uniform(0.30, 0.42))
    bench = Bench(camera, task.scale)
    bench.add((-560, -90, -560), (560, 0, 560), "wall", 6, 0, top="body")
    parts = bench.parts()
    # The field is drawn on 0.96 × 0.90 of the board, a little narrower than long.
    step = 1120 * 0.96 * 0.90 / 9
    spots = [(x * step * 0.98, y * side * step * 0.92, side) for side in (-1, 1) for x, y in MEN]
    seen = camera.seen(places([(x, 0, z) for x, z, _ in spots]))
    line = profile([(40, 0), (43, 9), (42, 22), (35, 28), (0.5, 29)], 120)
    for (x, y), (_, _, side) in sorted(zip(seen.tolist(), spots, strict=True), key=lambda pair: pair[0][1]):
        man = lathe(line, x, y, task.scale, 0.86)
        parts.append(Part(man, "man", "wood" if side > 0 else "dark-wood", "drop", 9, strength=0.6))
        for size in (31, 21) if side > 0 else (31,):
            level = y - 28 * np.cos(0.86)
            rings = [ring(x, level, size, 0.86, 60), ring(x, level, size - 5, 0.86, 60)]
            parts.append(Part(flat(rings, task.scale, 1), "mark", "shell-plain"))
    return parts
