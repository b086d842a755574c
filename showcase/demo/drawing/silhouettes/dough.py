"""Dough figures on their sticks, and the kit to make them with."""

from showcase.demo.drawing.canvas import places
from showcase.demo.drawing.parts import Part, Silhouette, Surface, Task, silhouette
from showcase.demo.drawing.sculpted import Lump, balls, grown
from showcase.demo.drawing.strands import Strand, bundle
from showcase.demo.drawing.surfaces.food import doughs, kneaded

#: Dough animals: colours of body and second, then which extras they have.
ANIMALS: tuple[tuple[str, str, str], ...] = (
    ("white", "pink", "mouse"), ("brown", "black", "ox"), ("orange", "black", "tiger"), ("white", "pink", "rabbit"),
    ("green", "red", "dragon"), ("teal", "yellow", "snake"), ("brown", "black", "horse"), ("white", "yellow", "goat"),
    ("brown", "pink", "monkey"), ("red", "yellow", "rooster"), ("yellow", "brown", "dog"), ("pink", "red", "pig"),
)  # fmt: skip


def _animal(kind: tuple[str, str, str]) -> list[Lump]:
    """One animal of dough, height about one: a body, a head, and what tells it apart."""
    body, second, what = kind
    lumps = [
        Lump(-0.24, 0.34, 0.11, 0.11, tone=body),
        Lump(0.24, 0.34, 0.11, 0.11, tone=body),
        Lump(0, 0.16, 0.33, 0.29, tone=body),
    ]
    lumps += [Lump(0, 0.20, 0.19, 0.18, tone="yellow" if body != "yellow" else "white")]
    lumps += [Lump(-0.20, 0.40, 0.10, 0.07, tone=second), Lump(0.20, 0.40, 0.10, 0.07, tone=second)]
    ears: list[Lump] = []
    if what in ("mouse", "monkey", "tiger", "pig", "dog"):
        out = 0.10 if what in ("mouse", "monkey") else 0.075
        ears = [Lump(side * 0.22, -0.40, out, out, tone=body) for side in (-1, 1)]
        ears += [
            Lump(side * 0.22, -0.39, out * 0.6, out * 0.6, tone=second if second != "black" else "pink")
            for side in (-1, 1)
        ]
    elif what == "rabbit":
        ears = [Lump(side * 0.11, -0.55, 0.065, 0.20, side * 0.2, tone=body) for side in (-1, 1)]
        ears += [Lump(side * 0.11, -0.54, 0.035, 0.14, side * 0.2, tone=second) for side in (-1, 1)]
    elif what in ("ox", "goat", "dragon"):
        ears = [Lump(side * 0.20, -0.50, 0.05, 0.15, side * 0.55, tone=second) for side in (-1, 1)]
        ears += [Lump(side * 0.27, -0.34, 0.10, 0.05, side * 0.4, tone=body) for side in (-1, 1)]
    elif what == "horse":
        ears = [Lump(side * 0.12, -0.48, 0.05, 0.11, side * 0.2, tone=body) for side in (-1, 1)]
        ears += [Lump(0, -0.46 + 0.07 * i, 0.08, 0.06, tone=second) for i in range(3)]
    elif what == "rooster":
        ears = [Lump(-0.09 + 0.09 * i, -0.47 - 0.03 * (i == 1), 0.065, 0.075, tone="red") for i in range(3)]
    head = [Lump(0, -0.22, 0.27, 0.25, tone=body)]
    snout = [
        Lump(0, -0.14, 0.12, 0.085, tone=second if what in ("pig", "rooster", "ox") else "white"),
        Lump(0, -0.185, 0.035, 0.026, tone="black"),
    ]
    eyes = [Lump(side * 0.10, -0.26, 0.040, 0.046, tone="white") for side in (-1, 1)]
    eyes += [Lump(side * 0.095, -0.255, 0.024, 0.028, tone="black") for side in (-1, 1)]
    cheeks = [Lump(side * 0.18, -0.15, 0.045, 0.034, tone="pink") for side in (-1, 1)]
    marks = [Lump(x, -0.40, 0.02, 0.055, tone="black") for x in (-0.06, 0, 0.06)] if what in ("tiger",) else []
    scarf = [
        Lump(-0.18 + 0.09 * i, 0.02 + 0.02 * (2 - abs(i - 2)), 0.062, 0.05, tone="red" if body != "red" else "green")
        for i in range(5)
    ]
    arms = [Lump(side * 0.29, 0.14, 0.075, 0.15, -side * 0.5, tone=body) for side in (-1, 1)]
    return [*lumps, *arms, *ears, *head, *scarf, *cheeks, *snout, *eyes, *marks]


def scenes() -> dict[str, Silhouette]:
    """What is modelled for names with these words."""
    from showcase.demo.drawing.silhouettes.dough_scenes import birds, box, dance, kit, rose

    return {"tự nặn": kit, "bông hồng": rose, "múa rồng": dance, "chim cò": birds, "hòm": box}


@silhouette("dough")
def dough(task: Task) -> list[Part]:
    """Dough figures on their sticks, or what else a name speaks of: a rose, a dance, a plate of birds, a kit."""
    scene = next((made for words, made in scenes().items() if task.named(words)), None)
    if scene:
        return scene(task)
    rng = task.rng("shape")
    count = 12 if task.named("12") else int(rng.integers(3, 6))
    order = list(range(12)) if count == 12 else [int(i) for i in rng.permutation(12)[:count]]
    spots = _rows(count)
    parts: list[Part] = []
    for index, (x, y, size) in zip(order, spots, strict=True):
        parts += figure(task, index, x, y, size)
    return parts


def figure(task: Task, index: int, x: float, y: float, size: float, stick: float = 1.15) -> list[Part]:
    """One of the twelve animals at a place on its stick, ``stick`` sizes long."""
    lean = task.rng("lean", str(index)).normal(0, 8)
    rod = bundle([Strand(places([(x + lean * 3, y + size * stick), (x, y)]), 13.0)], task.scale).form
    lumps = _animal(ANIMALS[index])
    return [
        Part(rod, "rod", "bamboo-rod", "lie", 26),
        Part(balls(grown(lumps, x, y, size), task.scale), "body", painted([one.tone for one in lumps]), "lie", 38,
             strength=0.6),
    ]  # fmt: skip


def painted(tones: list[str]) -> Surface:
    """The surface of lumps of dough in these tones."""
    return lambda form, task: kneaded(form, doughs(form.kind, tones), task)


def _rows(count: int) -> list[tuple[float, float, float]]:
    if count == 12:
        return [(290 + 340 * column, 420 + 545 * row, 270.0) for row in range(3) for column in range(4)]
    if count <= 3:
        return [(400 + 400 * i, 900 + 60 * (i % 2), 430.0) for i in range(count)]
    first = (count + 1) // 2
    upper = [(800 + (i - (first - 1) / 2) * 470, 620.0, 370.0) for i in range(first)]
    return [*upper, *[(800 + (i - (count - first - 1) / 2) * 470, 1330.0, 370.0) for i in range(count - first)]]
