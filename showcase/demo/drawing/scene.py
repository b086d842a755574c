"""A picture being made: its ground, the shadows on it, and the things put there one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

import cv2
import numpy as np
from PIL import Image

from showcase.demo.drawing.canvas import Array, blend, blur, chance, colour, noise, numbers, smooth
from showcase.demo.drawing.form import Form
from showcase.demo.drawing.light import Material, Studio, shaded
from showcase.demo.drawing.parts import Part, Task, surface_of


@dataclass(frozen=True)
class Ground:
    """A seamless sheet of paper or cloth behind and under the things: far, near and where the light falls."""

    far: str
    near: str
    pool: str

    def studio(self) -> Studio:
        """What this ground throws back."""
        near = numbers(colour(self.near))
        room = 0.75 * numbers(colour(self.pool)) + 0.05
        return Studio(_triple(room), _triple(near))


def _triple(values: Array) -> tuple[float, float, float]:
    return float(values[0]), float(values[1]), float(values[2])


GROUNDS = {
    "paper": Ground("#d9d0c0", "#e6dfd1", "#f6f0e4"),
    "linen": Ground("#c6baa6", "#d2c7b4", "#e6dccb"),
    "stone": Ground("#b9b8b3", "#c9c8c2", "#dfddd6"),
    "bamboo": Ground("#98a084", "#aab096", "#c6cab2"),
    "indigo": Ground("#1c2f42", "#27405a", "#41607e"),
    "lacquer": Ground("#17120f", "#241c17", "#4a3c32"),
    "son": Ground("#571d12", "#6e281a", "#95402d"),
}


class Scene:
    """The picture so far, in linear light."""

    def __init__(self, width: int, height: int, scale: float, ground: str, horizon: float = 0.62) -> None:
        self.scale = scale
        self.columns, self.rows = round(width * scale), round(height * scale)
        self.ground = GROUNDS[ground]
        self.studio = self.ground.studio()
        self.light = self._sheet(horizon)
        self.shadow = np.ones(((self.rows + 3) // 4, (self.columns + 3) // 4), np.float32)

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns of pixels."""
        return self.rows, self.columns

    def _sheet(self, horizon: float) -> Array:
        """The ground: a wall that turns into a floor without a line, lit from the upper left."""
        y, x = np.mgrid[0:1:120j, 0:1:96j].astype(np.float32)
        floor = smooth(horizon - 0.16, horizon + 0.20, y)
        far, near, pool = (numbers(colour(c)) for c in (self.ground.far, self.ground.near, self.ground.pool))
        sheet = far + floor[..., None] * (near - far)
        lamp = np.exp(-(((x - 0.36) / 0.52) ** 2 + ((y - 0.40) / 0.50) ** 2)).astype(np.float32)
        sheet = sheet + lamp[..., None] * (pool - sheet) * 0.85
        corner = (x - 0.5) ** 2 + (y - 0.5) ** 2
        sheet *= (1.04 - 0.42 * corner)[..., None]
        return cv2.resize(sheet, (self.columns, self.rows), interpolation=cv2.INTER_CUBIC)

    def stand(self, form: Form, foot: float | None = None, strength: float = 0.5, fall: float = 0.55) -> None:
        """A standing thing's shadow: dark where it touches, then softer along the floor to the lower right."""
        low = self._lowered(form)
        rows = np.flatnonzero(low.max(axis=1) > 0.2)
        if not len(rows):
            return
        base = float(rows[-1]) if foot is None else foot * self.scale / 4
        unit = self.scale / 4
        for sigma, share, tall in ((9, 0.34, 0.35), (34, 0.36, 0.8), (80, 0.30, 1.0)):
            # A point at height h above the foot falls to the right of it and a little towards us.
            lean, drop = fall * tall, -0.10 * tall
            move = numbers([[1, -lean, lean * base], [0, -drop, base * (1 + drop)]])
            cast = cv2.warpAffine(low, move, (self.shadow.shape[1], self.shadow.shape[0]), flags=cv2.INTER_LINEAR)
            self.shadow *= 1 - strength * share * blur(np.clip(cast, 0, 1), sigma * unit) * 1.4
        for band, sigma, share in ((14, 7, 0.75), (60, 34, 0.55)):
            near = low.copy()
            near[: max(0, int(base - band * unit))] = 0
            move = numbers([[1, 0, band * 0.20 * unit], [0, 1, band * 0.12 * unit]])
            near = blur(cv2.warpAffine(near, move, near.shape[::-1]), sigma * unit)
            self.shadow *= 1 - strength * share * np.clip(1.6 * near, 0, 1)

    def lie(self, form: Form, lift: float = 14, strength: float = 0.55) -> None:
        """A lying (or hanging) thing's shadow on the ground: ``lift`` units above it."""
        low = self._lowered(form)
        unit = self.scale / 4
        for sigma, away, share in ((0.45, 0.5, 0.55), (1.4, 1.1, 0.45), (4.5, 2.4, 0.38)):
            move = numbers([[1, 0, away * lift * 0.62 * unit], [0, 1, away * lift * 0.8 * unit]])
            cast = cv2.warpAffine(low, move, (low.shape[1], low.shape[0]))
            self.shadow *= 1 - strength * share * blur(cast, max(sigma * lift, 2) * unit)

    def cast(self, form: Form, strength: float = 0.6) -> None:
        """A shadow whose outline on the ground is known already; the form is that outline."""
        low = self._lowered(form)
        for sigma, share in ((9, 0.50), (30, 0.42), (90, 0.36)):
            self.shadow *= 1 - strength * share * blur(low, sigma * self.scale / 4)

    def _lowered(self, form: Form) -> Array:
        """The form's mask at a quarter of the picture's size."""
        rows, columns = self.shadow.shape
        move = numbers([[0.25, 0, form.left / 4], [0, 0.25, form.top / 4]])
        soft = cv2.blur(form.mask, (4, 4))
        return cv2.warpAffine(soft, move, (columns, rows), flags=cv2.INTER_LINEAR)

    def settle(self) -> None:
        """Lay the shadows gathered so far on the ground."""
        dark = 1 - (1 - self.shadow)[..., None] * numbers([0.98, 1.0, 1.03])
        soft = cv2.resize(dark, (self.columns, self.rows), interpolation=cv2.INTER_LINEAR)
        cv2.multiply(self.light, soft, dst=self.light)
        self.shadow[:] = 1

    def _window(self, form: Form) -> tuple[slice, slice, slice, slice] | None:
        """The form's part inside the picture: slices of the picture and of the form."""
        rows, columns = form.shape
        top, left = max(0, form.top), max(0, form.left)
        bottom, right = min(self.rows, form.top + rows), min(self.columns, form.left + columns)
        if top >= bottom or left >= right:
            return None
        return (
            slice(top, bottom),
            slice(left, right),
            slice(top - form.top, bottom - form.top),
            slice(left - form.left, right - form.left),
        )

    def drop(self, form: Form, lift: float, strength: float = 0.5) -> None:
        """A shadow on whatever is there already, of a thing ``lift`` units above it."""
        reach = int(lift * 3.2 * self.scale) + 4
        mask = cv2.copyMakeBorder(form.mask, reach, reach, reach, reach, cv2.BORDER_CONSTANT)
        move = numbers([[1, 0, lift * 0.6 * self.scale], [0, 1, lift * 0.75 * self.scale]])
        near = blur(cv2.warpAffine(mask, move, mask.shape[::-1]), lift * 0.55 * self.scale)
        wide = blur(mask, lift * self.scale)
        cast = Form(form.left - reach, form.top - reach, near * 0.7 + wide * 0.3, near, near, near, self.scale)
        window = self._window(cast)
        if window:
            rows, columns, own_rows, own_columns = window
            self.light[rows, columns] *= (1 - strength * cast.mask[own_rows, own_columns])[..., None]

    def put(self, form: Form, material: Material) -> None:
        """A thing, lit, over what is there."""
        for piece, own in pieces(form, material):
            self._put(piece, own)

    def _put(self, form: Form, material: Material) -> None:
        window = self._window(form)
        if window is None:
            return
        rows, columns, own_rows, own_columns = window
        cover = form.mask if material.cover is None else form.mask * material.cover
        lit = shaded(form, material, self.studio, self.size)[own_rows, own_columns]
        under = self.light[rows, columns]
        self.light[rows, columns] = blend(under, lit, cover[own_rows, own_columns])

    def image(self, *words: str) -> Image.Image:
        """The picture as the screen wants it, with a grain too fine to see that keeps soft slopes from banding."""
        rng = chance("grain", *words)
        tile = rng.standard_normal((256, 256)).astype(np.float32) * np.float32(0.0035)
        cloud = noise((self.rows // 8 + 1, self.columns // 8 + 1), 40, rng, 2) * np.float32(0.004)
        grain = np.tile(tile, (self.rows // 256 + 1, self.columns // 256 + 1))[: self.rows, : self.columns]
        grain = grain + cv2.resize(cloud, (self.columns, self.rows), interpolation=cv2.INTER_LINEAR)
        # Highlights run into white softly.
        shown = np.empty((self.rows, self.columns, 3), np.uint8)
        for start in range(0, self.rows, 64):
            here = slice(start, start + 64)
            light = np.maximum(self.light[here], 0)
            bright = light > np.float32(0.72)
            if bright.any():
                over = light[bright] - np.float32(0.72)
                light[bright] = np.float32(0.72) + over / (1 + over * np.float32(1 / 0.28))
            toned = np.maximum(cv2.sqrt(light) + grain[here][..., None], 0)
            shown[here] = cv2.convertScaleAbs(toned, alpha=255)
        return Image.fromarray(shown, "RGB")


#: Side of the pieces that a wide, thin thing is worked in, and what is worked about them for the sake of soft shade.
PIECE, ABOUT = 224, 24


def pieces(form: Form, material: Material) -> Iterator[tuple[Form, Material]]:
    """The thing whole; of a thing that leaves most of its rectangle empty (a rim, a handle) only where it is."""
    if form.mask.size < 4 * PIECE * PIECE or float(cv2.resize(form.mask, (64, 64)).mean()) > 0.5:
        yield form, material
        return
    for top in range(0, form.shape[0], PIECE):
        for left in range(0, form.shape[1], PIECE):
            if form.mask[top : top + PIECE, left : left + PIECE].any():
                yield _piece(form, material, top, left)


def _piece(form: Form, material: Material, top: int, left: int) -> tuple[Form, Material]:
    y, x = max(0, top - ABOUT), max(0, left - ABOUT)
    here = (slice(y, top + PIECE + ABOUT), slice(x, left + PIECE + ABOUT))
    mask = np.zeros_like(form.mask[here])
    core = (slice(top - y, top - y + PIECE), slice(left - x, left - x + PIECE))
    mask[core] = form.mask[here][core]

    def cut(values: object) -> Any:
        return values[here] if isinstance(values, np.ndarray) and values.shape[:2] == form.shape else values

    own = Form(
        form.left + x, form.top + y, mask, form.normal[here], form.u[here], form.v[here], form.scale, cut(form.open)
    )
    return own, replace(material, **{field.name: cut(getattr(material, field.name)) for field in fields(material)})


def compose(scene: Scene, task: Task, parts: list[Part]) -> None:
    """Put the parts of one task in a scene."""
    compose_all(scene, [(task, parts)])


def compose_all(scene: Scene, groups: list[tuple[Task, list[Part]]]) -> None:
    """Put things in a scene: first all shadows on the ground, then the parts in their order."""
    for _, parts in groups:
        for part in parts:
            _shade(scene, part)
    scene.settle()
    for task, parts in groups:
        for part in parts:
            if part.shadow == "drop":
                scene.drop(part.form, part.lift, part.strength)
            own = replace(task, role=part.role)
            scene.put(part.form, surface_of(task.sketch.craft, part)(part.form, own))


def _shade(scene: Scene, part: Part) -> None:
    if part.shadow == "stand":
        scene.stand(part.form, part.foot, part.strength)
    elif part.shadow == "cast":
        scene.cast(part.form, part.strength)
    elif part.shadow == "lie":
        scene.lie(part.form, part.lift, part.strength)
