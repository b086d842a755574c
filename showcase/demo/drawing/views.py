"""The other pictures of a record and its craft: the surface near by, the making, bands, panels, still lifes."""

from dataclasses import replace

import numpy as np
from PIL import Image

from showcase.demo.drawing.fitting import DRAFT, carried, within
from showcase.demo.drawing.form import Form, facing
from showcase.demo.drawing.making import laid_out, worktop
from showcase.demo.drawing.parts import SILHOUETTES, Part, Sketch, Task, load, surface_of
from showcase.demo.drawing.scene import Scene, compose
from showcase.demo.drawing.still_life import MASTHEAD, still_life

#: The detail shows the surface this much larger.
NEARER = 3.0
#: Units that a part is tall which fills the picture.
FILLING = 1350.0
#: Things whose detail is the thing itself, near by: how much larger (0: as fills the picture), which of its parts
#: (empty: all together), and where on it.
CLOSE = {
    "beads": (2.6, "body", 0.76, 0.24), "comb": (2.2, "body", 0.40, 0.52), "dough": (0, "body", 0.5, 0.46),
    "knives": (2.2, "body", 0.55, 0.5), "statue": (2.3, "figure", 0.5, 0.24), "candy": (2.3, "inside", 0.5, 0.42),
    "noodles": (2.2, "body", 0.42, 0.48), "lute": (2.4, "top", 0.45, 0.40), "zither": (2.4, "top", 0.5, 0.5),
    "monochord": (2.4, "top", 0.25, 0.74), "cake": (1.9, "body", 0.5, 0.5), "chopsticks": (2.3, "rim", 0.62, 0.25),
    "jar": (2.0, "cloth", 0.42, 0.8), "clock": (2.1, "face", 0.5, 0.7), "altar": (2.0, "inside", 0.55, 0.9),
    "seats": (2.4, "wall", 0.5, 0.5), "cage": (2.3, "", 0.5, 0.28), "incense": (2.2, "", 0.45, 0.5),
    "shoe": (2.2, "", 0.45, 0.4), "hat": (2.2, "", 0.5, 0.3), "flat-hat": (2.2, "", 0.42, 0.34),
    "fan": (2.0, "", 0.5, 0.5), "lamp": (2.2, "", 0.45, 0.66), "suit": (2.5, "", 0.5, 0.26),
    "ao-dai": (2.5, "", 0.5, 0.22), "robe": (2.3, "", 0.4, 0.4), "daybed": (2.4, "wall", 0.4, 0.5),
    "cabinet": (2.2, "door", 0.6, 0.5), "bowl": (2.2, "", 0.42, 0.42), "caddy": (2.0, "", 0.42, 0.34),
    "stand": (2.2, "", 0.42, 0.40), "bottle": (2.2, "", 0.36, 0.5), "scissors": (2.0, "", 0.52, 0.5),
    "sickle": (2.4, "body", 0.72, 0.24), "balusters": (2.2, "", 0.52, 0.30), "vase": (2.1, "body", 0.42, 0.36),
}  # fmt: skip


def detail(sketch: Sketch, scale: float) -> Image.Image:
    """The surface at three times the size, filling the frame; of some things a part of the thing itself."""
    task = Task(sketch, scale, role="detail")
    scene = Scene(task.width, task.height, scale, sketch.ground)
    if sketch.silhouette in CLOSE and sketch.silhouette in SILHOUETTES:
        compose(scene, *_near(task))
        return scene.image(sketch.code, "detail")
    form = swatch(task.width, task.height, scale, NEARER)
    role = "picture" if sketch.silhouette in ("picture", "screen", "board") else "detail"
    scene.put(form, surface_of(sketch.craft, Part(form, role))(form, task))
    return scene.image(sketch.code, "detail")


def _near(task: Task) -> tuple[Task, list[Part]]:
    """A thing so near that only a part of it is in the picture."""
    build = SILHOUETTES[task.sketch.silhouette]
    times, role, across, down = CLOSE[task.sketch.silhouette]
    times = times or FILLING / _focus(build(replace(task, scale=DRAFT)), role)[3] * DRAFT
    near = replace(task, scale=task.scale * times)
    found = build(near)
    left, top, columns, rows = _focus(found, role)
    x, y = left + across * columns, top + down * rows
    place = (task.width / 2 - x / task.scale, task.height / 2 - y / task.scale)
    window = (round(task.width * task.scale), round(task.height * task.scale))
    parts = [carried(part, place, times, task.scale) for part in found]
    cut = [(part, within(part.form, window)) for part in parts]
    return near, [replace(part, form=form) for part, form in cut if form is not None]


def _focus(parts: list[Part], role: str) -> tuple[int, int, int, int]:
    """The rectangle of the largest part of a role, or of the whole thing where there is none of it."""
    seen = [part for part in parts if part.surface != "none"]
    forms = [part.form for part in seen if part.role == role] or [part.form for part in seen]
    if any(part.role == role for part in seen):
        forms = [max(forms, key=lambda form: form.mask.size)]
    left, top = min(form.left for form in forms), min(form.top for form in forms)
    right = max(form.left + form.shape[1] for form in forms)
    bottom = max(form.top + form.shape[0] for form in forms)
    return left, top, right - left, bottom - top


def swatch(width: int, height: int, scale: float, nearer: float = 1.0) -> Form:
    """A sheet of surface that fills the picture, a little curved so that light moves over it."""
    rows, columns = round(height * scale), round(width * scale)
    y, x = np.mgrid[-0.5 : 0.5 : rows * 1j, -0.5 : 0.5 : columns * 1j].astype(np.float32)
    normal = facing((rows, columns))
    normal[..., 0] += 0.10 * x
    normal[..., 1] += 0.10 * y
    normal /= np.linalg.norm(normal, axis=2, keepdims=True)
    u, v = x * np.float32(width / nearer), y * np.float32(height / nearer)
    return Form(0, 0, np.ones((rows, columns), np.float32), normal, u, v, scale * nearer)


def making(sketch: Sketch, scale: float) -> Image.Image:
    """Tools and beginnings on a bench."""
    task = Task(sketch, scale, 2000, 1500)
    scene = Scene(task.width, task.height, scale, "linen")
    compose(scene, task, [worktop(task), *laid_out(task)])
    return scene.image(sketch.code, "making")


def masthead(sketches: list[Sketch], scale: float = 1.0) -> Image.Image:
    """A still life of up to four things of a show, together on one ground; 2400 × 1350 units."""
    load()
    chosen = [one for one in sketches if one.silhouette in SILHOUETTES][:4]
    scene = still_life(chosen, MASTHEAD, scale, chosen[0].ground, first=1.9)
    return scene.image(*(sketch.code for sketch in chosen), "masthead")
