"""Tables, stools, shelves, beds, mirrors: furniture that is one frame."""

import numpy as np

from showcase.demo.drawing.canvas import places
from showcase.demo.drawing.form import Camera
from showcase.demo.drawing.joinery import Bench, union
from showcase.demo.drawing.parts import Part, Task, silhouette
from showcase.demo.drawing.silhouettes.furniture import apron, beside, crest
from showcase.demo.drawing.silhouettes.pictures import framed


def _bench(task: Task, size: float) -> Bench:
    yaw = task.rng("shape").choice([-1, 1]) * task.rng("yaw").uniform(0.34, 0.5)
    return Bench(Camera(800, 1000, 0.34, yaw, 7000), task.scale, size)


def _table(bench: Bench, half: tuple[float, float], tall: float, leg: float) -> None:
    """A top on four legs under aprons."""
    wide, deep = half
    for z, order in ((-deep + 36, -900.0), (deep - 10, 200.0)):
        bench.shape(apron(wide - 16, tall - 26, 0, leg), ("z", z), 26, "wall" if z > 0 else "body", order)
    for x in (-wide + 40, wide - 12):
        bench.shape(apron(deep - 16, tall - 26, 0, leg), ("x", x), 26, "body", -100)
    bench.add((-wide, tall - 28, -deep), (wide, tall, deep), "body", 8, 400)


@silhouette("table")
def table(task: Task) -> list[Part]:
    """A table, or a high and narrow one for an altar."""
    altar = task.named("án")
    bench = _bench(task, 2.0)
    _table(bench, (520, 180) if altar else (500, 290), 600 if altar else 400, 76)
    if altar:
        for side in (-1, 1):
            bench.shape(beside(crest(30, 600, 500, 50), (0, 0)), ("x", side * 500.0), 20, "body", 420)
    return bench.parts()


@silhouette("stool")
def stool(task: Task) -> list[Part]:
    """A pair of stools, wedged and without nails."""
    bench = _bench(task, 1.6)
    for x, z in ((-260, -90), (250, 110)):
        for a in (-1, 1):
            for c in (-1, 1):
                post = (x + a * 120, z + c * 120)
                bench.add((post[0] - 20, 0, post[1] - 20), (post[0] + 20, 390, post[1] + 20), "body", 4, z + c * 10)
        for a in (-1, 1):
            bench.add((x + a * 120 - 12, 120, z - 120), (x + a * 120 + 12, 152, z + 120), "body", 3, z - 4)
            bench.add((x - 120, 190, z + a * 120 - 12), (x + 120, 222, z + a * 120 + 12), "body", 3, z + a * 11)
        bench.add((x - 170, 390, z - 170), (x + 170, 424, z + 170), "body", 8, z + 60)
    return bench.parts()


@silhouette("shelf")
def shelf(task: Task) -> list[Part]:
    """An open bookcase: two sides, five boards held by pegs."""
    bench = Bench(Camera(800, 1060, 0.10, 0.34, 9000), task.scale, 2.0)
    for x in (-400, 400):
        bench.add((x - 18, -700, -150), (x + 18, 700, 150), "body", 5, -300 if x < 0 else 300)
    bench.add((-382, -690, -150), (382, 690, -138), "inside", 0, -600)
    for index, y in enumerate(np.linspace(-620, 640, 5)):
        bench.add((-384, y - 14, -140), (384, y + 14, 148), "body", 4, -100 + index * 20)
        for x in (-432, 432):
            bench.add((x - 16, y - 10, 40), (x + 16, y + 10, 70), "body", 3, 320)
    return bench.parts()


@silhouette("bed")
def bed(task: Task) -> list[Part]:
    """A bed with a shaped head and foot."""
    bench = _bench(task, 2.2)
    wide, deep = 430.0, 560.0
    bench.shape(crest(wide + 24, 0, 420, 90), ("z", -deep), 34, "wall", -900)
    bench.add((-wide, 120, -deep), (wide, 200, deep), "body", 6, 0)
    bench.add((-wide + 10, 200, -deep + 20), (wide - 10, 236, deep - 20), "body", 10, 50)
    bench.shape(crest(wide + 24, 0, 230, 50), ("z", deep + 34), 34, "wall", 900)
    return bench.parts()


@silhouette("mirror")
def mirror(task: Task) -> list[Part]:
    """A mirror in a carved frame."""
    parts = framed(800, 985, 980, 1360, 150, task.scale)
    return [
        Part(p.form, p.role, "mirror-glass") if p.role == "picture" else Part(p.form, "wall", "", p.shadow, p.lift)
        for p in parts
    ]


@silhouette("doors")
def doors(task: Task) -> list[Part]:
    """Four leaves of a door, closed: a carved panel above, slats between, a plain one below."""
    bench = Bench(Camera(800, 1000, 0.0, 0.0, 90000), task.scale, 2.0)
    for index in range(4):
        x = (index - 1.5) * 300
        bench.add((x - 147, -680, -20), (x + 147, 680, 0), "rim", 6, index)
        for low, high, role in ((330, 620, "door"), (-120, 290, "inside"), (-620, -170, "door")):
            corners = [(x - 105, high, 2.0), (x + 105, high, 2.0), (x + 105, low, 2.0), (x - 105, low, 2.0)]
            bench.panel([(a, float(b), c) for a, b, c in corners], role, 20 + index, 6)
        for step in np.linspace(-86, 86, 7):
            bench.add((x + step - 9, -112, 2), (x + step + 9, 282, 12), "rim", 5, 40 + index)
    parts = bench.parts()[1:]
    whole = Part(union([part.form for part in parts], task.scale), surface="none", shadow="lie", lift=26)
    return [whole, *parts]


@silhouette("hairpin")
def hairpin(task: Task) -> list[Part]:
    """A hairpin of two prongs."""
    from showcase.demo.drawing.form import flat
    from showcase.demo.drawing.silhouettes.small import turned

    rng = task.rng("shape")
    angle, gap = rng.uniform(-0.8, -0.5), rng.uniform(34, 52)
    t = np.linspace(np.pi / 2, 3 * np.pi / 2, 24)
    head = np.stack([-560 + 84 * np.cos(t), (gap + 40) * np.sin(t)], 1)
    prongs = places(
        [
            (-300, -gap - 26),
            (560, -gap * 0.8 - 3),
            (566, -gap * 0.8 + 4),
            (-300, -gap + 12),
            (-420, 0),
            (-300, gap - 12),
            (566, gap * 0.8 - 4),
            (560, gap * 0.8 + 3),
            (-300, gap + 26),
        ]
    )
    outline = np.concatenate([head[::-1][::-1], prongs])
    return [
        Part(
            flat([turned(outline, 800, 1000, angle)], task.scale, 22, 0.8, angle),
            "body",
            shadow="lie",
            lift=16,
            strength=0.7,
        )
    ]
