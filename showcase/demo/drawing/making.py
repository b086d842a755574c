"""The making: a bench with the work begun and the tools of its craft, as left for a moment."""

import numpy as np

from showcase.demo.drawing.parts import Part, Task
from showcase.demo.drawing.silhouettes.beginnings import (
    bowl_of,
    chips,
    drawing,
    lumps_of,
    piece_of,
    shavings,
    strips,
)
from showcase.demo.drawing.silhouettes.tools import (
    Tool,
    blade,
    brush,
    chisel,
    fretsaw,
    hammer,
    mallet,
    ruler,
    scissors,
    spool,
)

#: By craft: the work begun, then what lies beside it, the most telling first.
BENCHES: dict[str, tuple[Tool, ...]] = {
    "lacquer": (piece_of(), bowl_of("liquid-son"), brush, bowl_of("liquid-black"), brush, chips("eggshell-chip"),
    blade),
    "inlay": (piece_of(), fretsaw, drawing, chips("shell-plain"), chisel, blade, bowl_of("liquid-glue")),
    "wood-carving": (piece_of("carved"), mallet, chisel, shavings, chisel, drawing, chisel),
    "fine-joinery": (piece_of("carved"), mallet, ruler, shavings, chisel, chisel, drawing),
    "wood-turning": (piece_of("wood"), chisel, chisel, shavings, ruler, chips("wood-worn", 18), chisel),
    "gilded-lacquer": (piece_of("gilded"), bowl_of("liquid-son"), brush, bowl_of("powder-gold"),
    brush, chips("gilded", 18), blade),
    "stone-carving": (piece_of("stone"), hammer, chisel, chips("stone", 30, 26), chisel, drawing, mallet),
    "horn-work": (piece_of("horn", 620, 420), fretsaw, blade, chips("horn", 20, 44),
    ruler, chisel, bowl_of("liquid-amber")),
    "forging": (piece_of("steel", 760, 300), hammer, blade, chips("steel-dark", 22, 20), hammer, blade, chisel),
    "instruments": (piece_of("soundboard"), chisel, ruler, shavings, spool("thread-gold"), chips("shell-plain", 14),
    blade),
    "dough-figures": (
        lumps_of(("red", "yellow", "green", "blue", "white", "pink")), strips("bamboo-rod", 9, 620), blade,
        lumps_of(("orange", "violet", "black")), bowl_of("powder-rice"), strips("bamboo-rod", 5, 520), blade,
    ),
    "rattan-bamboo": (piece_of(), strips("bamboo-rod"), blade, strips("bamboo-rod", 9, 700, 22),
    scissors, shavings, ruler),
    "fern-weaving": (piece_of(), strips("fern-stem"), scissors, strips("fern-stem", 18, 760, 12),
    blade, chips("fern-stem", 16), ruler),
    "birdcages": (piece_of("bamboo-rod", 600, 90), strips("bamboo-rod", 18, 900, 11),
    blade, shavings, fretsaw, ruler, chisel),
    "conical-hats": (piece_of(), strips("bamboo-rod", 10, 820, 11), scissors, spool("thread-gold"),
    blade, chips("leaf-wrap", 10, 60), ruler),
    "fans": (piece_of("paper"), strips("bamboo-rod", 12, 700, 18), bowl_of("liquid-glue"),
    brush, scissors, ruler, blade),
    "hand-embroidery": (piece_of(), spool("thread-red"), scissors, spool("thread-gold"),
    drawing, spool("thread-green"), ruler),
    "court-embroidery": (piece_of(), spool("thread-gold"), scissors, drawing, spool("thread-red"),
    spool("thread-gold"), ruler),
    "silk-weaving": (piece_of(), spool("thread-gold"), scissors, spool("thread-red"), spool("thread-gold"),
    drawing, ruler),
    "lotus-silk": (piece_of(), strips("fern-stem", 9, 640, 26), spool("thread-gold"), bowl_of("liquid-amber"),
    blade, spool("thread-gold"), scissors),
    "braids": (piece_of(), spool("thread-red"), spool("thread-gold"), scissors, strips("thread-red", 16, 620, 10),
    ruler, spool("thread-red")),
    "ao-dai": (piece_of(), scissors, ruler, spool("thread-red"), drawing, spool("thread-gold"), blade),
    "suits": (piece_of(), scissors, ruler, spool("thread-gold"), drawing, chips("chalk", 8, 40), spool("thread-red")),
    "leather-shoes": (piece_of(), hammer, blade, spool("thread-gold"), ruler, chips("leather", 10, 60), scissors),
    "incense": (piece_of("", 560, 420), strips("incense-red", 30, 860, 9), bowl_of("powder-crimson"),
    bowl_of("powder-incense"), brush, strips("bamboo-rod", 22, 640, 8), blade),
    "rice-cakes": (piece_of("leaf-wrap"), bowl_of("powder-rice"), strips("split-bamboo", 9, 700, 15),
    scissors, piece_of("leaf-wrap", 560, 200), bowl_of("liquid-glue"), blade),
    "vermicelli": (strips("noodle", 46, 900, 9), bowl_of("powder-rice"), strips("bamboo-rod", 3, 900, 34),
    scissors, piece_of("paper", 520, 380), bowl_of("powder-rice"), blade),
    "soy-paste": (bowl_of("powder-gold"), bowl_of("liquid-amber"), bowl_of("powder-rice"),
    blade, piece_of("paper", 520, 380), mallet, bowl_of("liquid-amber")),
    "confectionery": (piece_of("brittle"), blade, bowl_of("liquid-amber"), ruler, bowl_of("powder-rice"),
    mallet, chips("brittle", 9, 60)),
}  # fmt: skip

#: Where the work and the tools lie: x, y and angle, for a bench of 2000 × 1500.
PLACES = (
    (690, 810, -0.10), (1480, 420, 0.30), (1420, 800, 0.52), (470, 270, -0.35), (1520, 1130, 0.22), (970, 270, 0.10),
    (930, 1250, -0.06),
)  # fmt: skip


def laid_out(task: Task) -> list[Part]:
    """The things on this record's bench."""
    rng = task.rng("bench places")
    tools = BENCHES.get(task.sketch.craft, BENCHES["fine-joinery"])
    mirrored = rng.random() < 0.5
    # The work stays; what lies beside it is put down otherwise each time.
    order = [0, *(1 + rng.permutation(len(tools) - 1))]
    parts: list[Part] = []
    for tool, place in zip((tools[int(i)] for i in order), PLACES, strict=False):
        x, y, angle = place
        x, angle = (2000 - x, -angle) if mirrored else (x, angle)
        shift = rng.normal(0, 22, 2)
        parts += tool(task, float(x + shift[0]), float(y + shift[1]), float(angle + rng.normal(0, 0.08)), rng)
    return parts


def worktop(task: Task) -> Part:
    """The bench itself, filling the picture."""
    from showcase.demo.drawing.views import swatch

    form = swatch(task.width, task.height, task.scale)
    y, x = np.mgrid[-1 : 1 : form.shape[0] * 1j, -1 : 1 : form.shape[1] * 1j].astype(np.float32)
    return Part(form.shaded(1.22 - 0.30 * (x * x + y * y) - 0.12 * x), "bench", "bench")
