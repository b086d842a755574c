"""Pictures woven in two colours of splints, and the cushions on woven seats."""

import numpy as np

from showcase.demo.drawing.canvas import Array, colour, filled, noise, numbers
from showcase.demo.drawing.form import Form, Unrolled
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.motifs import moved
from showcase.demo.drawing.motifs.sewn_views import landing
from showcase.demo.drawing.parts import Task, surface
from showcase.demo.drawing.surfaces.weaving import Weave, woven


def _pictured(task: Task, rows: int, columns: int) -> Array:
    """A picture by crossings: where a dark strand lies on top."""
    grid = Unrolled((rows, columns), np.zeros(1), np.zeros(1), 1.0, (-columns / 2, -rows / 2))
    pieces = moved(landing(task.rng("view"), columns, rows), 0, 0)
    share = np.zeros((rows, columns), np.float32)
    for piece in pieces:
        tone = {"sky": 0.0, "far": 0.35, "near hill": 0.6, "water": 0.12, "moon": 0.0, "line": 0.5, "sun": 0.95,
                "bank": 0.8,
                "straw": 0.35, "blouse": 0.9}.get(piece.kind, 1.0)  # fmt: skip
        mask = filled((rows, columns), grid.at(piece.outline)) > 0.4
        share[mask] = tone
    row, column = np.mgrid[0:rows, 0:columns]
    # Between light and dark: a strand is let over its neighbours in a regular order, and no float is longer than five.
    order = ((row * 2 + column) % 5) / 5 * 0.8 + 0.1
    dark = share > order
    bound = (row * 3 + column) % 8 == 0
    return np.where(bound, ~dark, dark).astype(np.float32)


@surface("woven-picture")
def picture(form: Form, task: Task) -> Material:
    """A picture in two colours of splints."""
    u, v = form.u[form.mask > 0.5], form.v[form.mask > 0.5]
    pitch = 9.0
    columns, rows = int(np.ptp(u) / pitch), int(np.ptp(v) / pitch)
    weave = Weave("picture", pitch, pitch, 1.04, 1.04, 2.2, 1.6, flat=5, colours="smoked", other="bamboo", every=1)
    above = _pictured(task, rows, columns)
    return woven(form, task, weave, form.u - float(u.min()), form.v - float(v.min()), above, 0.0)


@surface("cushion")
def cushion(form: Form, task: Task) -> Material:
    """A linen cushion on a seat."""
    rng = task.rng("cushion")
    away = np.hypot(form.u, form.v)
    puff = 60 * np.sqrt(np.clip(1 - (away / (float(away[form.mask > 0.5].max()) + 1)) ** 2, 0, 1))
    grid = 1 + 0.05 * np.sin(form.u * 1.1) * np.sin(form.v * 1.1) + 0.04 * noise(form.shape, 60 * form.scale, rng, 2)
    tone = numbers(colour(task.pick("linen", "#d9cdb6", "#8fa39c", "#b9a58c")))
    return Material((tone * grid[..., None]).astype(np.float32), puff.astype(np.float32) * np.float32(0.5), gloss=0.1)
