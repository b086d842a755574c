"""Boxes in space: what is joined of boards is built of them, and they throw one shadow."""

from dataclasses import replace

import cv2
import numpy as np

from showcase.demo.drawing.canvas import Points, filled, numbers, places
from showcase.demo.drawing.form import Camera, Form, bounds, facing, finer, rounded, unit
from showcase.demo.drawing.parts import Part

Corner = tuple[float, float, float]


class Bench:
    """Boxes in space seen by one camera; gives their faces from the farthest to the nearest."""

    def __init__(self, camera: Camera, scale: float, size: float = 1.0) -> None:
        self.camera, self.scale = camera, scale
        #: How much larger the real thing is than a box held in hands: its grain is finer.
        self.size = size
        self.boxes: list[tuple[float, list[Part]]] = []
        self.solids: list[Points] = []

    def add(
        self, low: Corner, high: Corner, role: str = "body", edge: float = 3, order: float = 0.0, **faces: str
    ) -> None:
        """A box between two corners; single faces may have roles of their own."""
        self.solids.append(
            places([(x, y, z) for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])])
        )
        middle = (places(low) + places(high)) / 2
        seen = [
            Part(finer(form, self.size), faces.get(name, role))
            for name, form in self.camera.box(low, high, self.scale, edge)
        ]
        self.boxes.append((float(self.camera.turned(middle)[2]) + order, seen))

    def panel(self, corners: list[Corner], role: str, order: float, edge: float = 3, open_: float = 1.0) -> None:
        """A rectangle in space, put by its order."""
        form = self.camera.face(places(corners), self.scale, edge)
        if form is not None:
            form = form.shaded(np.float32(open_) + 0 * form.mask) if open_ < 1 else form
            self.boxes.append((order, [Part(finer(form, self.size), role)]))

    def shape(
        self, outline: Points, plane: tuple[str, float], thick: float, role: str, order: float, open_: float = 1.0
    ) -> None:
        """A sawn board of any outline (across, up), standing square to ``z`` or ``x`` at a place."""
        axis, at = plane
        low, high = outline.min(axis=0), outline.max(axis=0)

        def stood(points: list[tuple[float, float]], place: float) -> Points:
            return places([(a, b, place) if axis == "z" else (place, b, a) for a, b in points])

        flat_points = [(float(a), float(b)) for a, b in outline]
        self.solids.append(np.concatenate([stood(flat_points, at), stood(flat_points, at - thick)]))
        corners = [(low[0], high[1]), (high[0], high[1]), (high[0], low[1]), (low[0], low[1])]
        corners = corners if axis == "z" else [corners[1], corners[0], corners[3], corners[2]]
        for step, share in ((thick, 0.5), (0.0, open_)):
            form = self.camera.face(stood(corners, at - step), self.scale, 0)
            if form is None:
                continue
            seen = self.camera.seen(stood(flat_points, at - step))
            mask = filled(form.shape, seen * self.scale - (form.left, form.top))
            bent = unit(form.normal + (rounded(mask, 7 * self.scale, 0.7) - numbers([0, 0, 1])))
            sawn = finer(replace(form, mask=form.mask * mask, normal=bent), self.size).shaded(np.full_like(mask, share))
            self.boxes.append((order - (step > 0) * 0.5, [Part(sawn, role)]))

    def parts(self) -> list[Part]:
        """All faces in order, after the shadow that the boxes throw on the ground."""
        ordered = [part for _, parts in sorted(self.boxes, key=lambda pair: pair[0]) for part in parts]
        return [Part(self.fallen(), surface="none", shadow="cast", strength=0.62), *ordered]

    def fallen(self) -> Form:
        """The boxes' shadow on the level that the lowest stands on."""
        return fallen(self.camera, self.solids, self.scale)


def fallen(camera: Camera, solids: list[Points], scale: float) -> Form:
    """The outline of what solids (their corners) hide from a lamp at the upper left."""
    ground = min(float(solid[:, 1].min()) for solid in solids)
    cosine, sine = np.cos(camera.yaw), np.sin(camera.yaw)
    right, back = 0.62, -0.30
    outlines = []
    for solid in solids:
        tall = solid[:, 1] - ground
        x = solid[:, 0] + tall * (right * cosine + back * sine)
        z = solid[:, 2] + tall * (back * cosine - right * sine)
        level = camera.seen(np.stack([x, np.full_like(x, ground), z], 1)).astype(np.float32)
        outlines.append(cv2.convexHull(level)[:, 0].astype(np.float64) * scale)
    left, top, columns, rows = bounds(np.concatenate(outlines))
    mask = np.zeros((rows, columns), np.float32)
    for outline in outlines:
        mask = np.maximum(mask, filled((rows, columns), outline - (left, top)))
    return Form(left, top, mask, facing((rows, columns)), mask, mask, scale)


def union(forms: list[Form], scale: float) -> Form:
    """One mask of many forms: for the shadow they throw together."""
    left, top = min(form.left for form in forms), min(form.top for form in forms)
    right = max(form.left + form.shape[1] for form in forms)
    bottom = max(form.top + form.shape[0] for form in forms)
    mask = np.zeros((bottom - top, right - left), np.float32)
    for form in forms:
        y, x = form.top - top, form.left - left
        here = mask[y : y + form.shape[0], x : x + form.shape[1]]
        np.maximum(here, form.mask, out=here)
    normal = np.zeros((*mask.shape, 3), np.float32)
    normal[..., 2] = 1
    return Form(left, top, mask, normal, mask, mask, scale)
