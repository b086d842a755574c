"""Gold leaf over red lacquer: worn on the edges, carved reliefs under it."""

import numpy as np

from showcase.demo.drawing.canvas import Array, blend, blur, colour, noise, smooth, tint
from showcase.demo.drawing.form import Form, Unrolled, unrolled
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.parts import Task, dress, surface
from showcase.demo.drawing.surfaces.carving import relief_of
from showcase.demo.drawing.surfaces.layout import along_apron, motif_for


def leaf(sheet: Unrolled, rng: np.random.Generator, share: Array, relief: Array | None = None) -> Material:
    """Gold where ``share`` says, red lacquer elsewhere."""
    tone = 0.62 + 0.22 * noise(sheet.shape, 40 * sheet.scale, rng, 4)
    gold = tint(colour("#a87620"), colour("#ecc065"), np.clip(tone, 0, 1))
    red = tint(colour("#6d160c"), colour("#94281a"), np.clip(tone, 0, 1))
    share = np.clip(share, 0, 1).astype(np.float32)
    painted = blend(red, gold, share)
    shown = sheet.laid(share)
    height = None if relief is None else sheet.laid(relief)
    return Material(sheet.laid(painted), height, gloss=0.66, reflects=0.05 + 0.20 * shown, metal=0.8 * shown)


@surface("gilded")
def gilded(form: Form, task: Task) -> Material:
    """Smooth gilding, the red showing where hands rubbed."""
    sheet = unrolled(form)
    rng = task.rng("gilded", task.role)
    worn = noise(sheet.shape, 30 * sheet.scale, rng, 4)
    return leaf(sheet, rng, smooth(-0.95, -0.55, worn))


@surface("gilded-relief")
def gilded_relief(form: Form, task: Task) -> Material:
    """A carved relief, gilded; its ground is red."""
    sheet = unrolled(form)
    rng = task.rng("gilded", task.role)
    u, v = sheet.axes()
    apron = along_apron(form, rng, u, v) if task.role == "wall" else None
    pieces = apron or motif_for(
        task, u, v, 1.0 if task.role == "band" else 0.88, "lotus", "phoenix", "chrysanthemum", "plum", "bamboo"
    )
    relief = relief_of(sheet, pieces, rng, 10)
    worn = noise(sheet.shape, 14 * sheet.scale, rng, 3)
    share = smooth(1.2, 3.2, relief + 0.7 * worn + blur(relief, 2 * sheet.scale) * 0.2)
    return leaf(sheet, rng, share, relief)


for _craft in ("gilded-lacquer", "worship-items"):
    dress(
        _craft, "gilded", inside="red-lacquer", foot="red-lacquer", picture="gilded-relief", detail="gilded-relief",
        wall="gilded-relief",
    )  # fmt: skip
