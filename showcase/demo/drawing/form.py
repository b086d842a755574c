"""Forms: what a thing's surface is like in the picture, before anything is painted on it.

A form covers a rectangle of pixels and knows for each of them whether it is there (``mask``), which way the surface
looks (``normal``: right, down, towards us) and where on the surface it is (``u``, ``v`` in units of the full-size
picture, so that a pattern keeps its size at every scale).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from showcase.demo.drawing.canvas import Array, Points, blur, filled, gradient, numbers, places


@dataclass(frozen=True)
class Form:
    """A piece of surface in the picture."""

    left: int
    top: int
    mask: Array
    normal: Array
    u: Array
    v: Array
    scale: float
    #: How much of the surrounding light reaches each place, from 0 to 1.
    open: Array | None = None
    #: Which of its lumps (a number) or how light a strand (0 to 1) each place shows, where a form is made of many.
    kind: Array | None = None

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of pixels."""
        return self.mask.shape[0], self.mask.shape[1]

    def cut(self, mask: Array) -> "Form":
        """The same surface where the mask lets it be."""
        return replace(self, mask=self.mask * mask)

    def shaded(self, share: Array) -> "Form":
        """The same surface, reached by less light."""
        return replace(self, open=share if self.open is None else self.open * share)

    def grid(self) -> tuple[Array, Array]:
        """Picture coordinates (pixels) of the form's pixels, across and down."""
        rows, columns = self.shape
        across = np.arange(self.left, self.left + columns, dtype=np.float32)[None, :]
        down = np.arange(self.top, self.top + rows, dtype=np.float32)[:, None]
        return across, down


def bounds(points: Points, margin: float = 3) -> tuple[int, int, int, int]:
    """The rectangle of pixels around points: left, top, columns, rows."""
    low, high = np.floor(points.min(axis=0) - margin), np.ceil(points.max(axis=0) + margin)
    return int(low[0]), int(low[1]), int(high[0] - low[0]), int(high[1] - low[1])


def normalised(x: Array, y: Array, z: Array | float) -> Array:
    """Normals of length one."""
    shorter = (1 / np.sqrt(x * x + y * y + z * z)).astype(np.float32)
    return cv2.merge([(one * shorter).astype(np.float32) for one in (x, y, z)])


def unit(vectors: Array) -> Array:
    """A field of vectors, each of length one."""
    x, y, z = cv2.split(vectors.astype(np.float32, copy=False))
    return normalised(x, y, z)


def facing(shape: tuple[int, int], x: float = 0, y: float = 0) -> Array:
    """The same normal everywhere."""
    length = (x * x + y * y + 1) ** 0.5
    return np.broadcast_to(numbers([x / length, y / length, 1 / length]), (*shape, 3)).copy()


def rounded(mask: Array, width: float, depth: float = 1.0) -> Array:
    """Normals of a flat thing whose edge is rounded off over ``width`` pixels."""
    padded = cv2.copyMakeBorder((mask > 0.5).astype(np.uint8), 1, 1, 1, 1, cv2.BORDER_CONSTANT)
    inward = cv2.distanceTransform(padded, cv2.DIST_L2, 5)[1:-1, 1:-1].astype(np.float32)
    near = np.clip(inward / np.float32(max(width, 0.5)), 0, 1)
    height = blur(np.sin(near * np.float32(np.pi / 2)), max(0.9, width * 0.10)) * np.float32(width * depth)
    across, down = gradient(height)
    return normalised(-across, -down, 1.0)


def flat(outlines: Sequence[Points], scale: float, bevel: float = 6, depth: float = 1.0, turn: float = 0) -> Form:
    """A flat thing with the given outline (and holes), in units, its edge rounded; ``turn`` turns its u and v."""
    drawn = [np.asarray(outline) * scale for outline in outlines]
    left, top, columns, rows = bounds(np.concatenate(drawn))
    mask = filled((rows, columns), *[outline - (left, top) for outline in drawn])
    middle = np.concatenate(drawn).min(axis=0) / 2 + np.concatenate(drawn).max(axis=0) / 2
    x = (np.arange(columns, dtype=np.float32)[None, :] + left - middle[0]) / scale
    y = (np.arange(rows, dtype=np.float32)[:, None] + top - middle[1]) / scale
    cosine, sine = np.cos(turn), np.sin(turn)
    u, v = x * cosine + y * sine, y * cosine - x * sine
    return Form(left, top, mask, rounded(mask, bevel * scale, depth), u.astype(np.float32), v.astype(np.float32), scale)


def quad(
    corners: Points, size: tuple[float, float], scale: float, normal: tuple[float, float, float], edge: float = 3
) -> Form:
    """A rectangle of ``size`` seen askew; corners in units, from its own top left clockwise. Its edges catch light."""
    drawn = np.asarray(corners, np.float64) * scale
    left, top, columns, rows = bounds(drawn)
    drawn = drawn - (left, top)
    own = numbers([(0, 0), (size[0], 0), size, (0, size[1])])
    matrix = cv2.getPerspectiveTransform(drawn.astype(np.float32), own)
    x = np.arange(columns, dtype=np.float32)[None, :]
    y = np.arange(rows, dtype=np.float32)[:, None]
    below = (matrix[2, 0] * x + matrix[2, 1] * y + matrix[2, 2]).astype(np.float32)
    u = ((matrix[0, 0] * x + matrix[0, 1] * y + matrix[0, 2]) / below).astype(np.float32)
    v = ((matrix[1, 0] * x + matrix[1, 1] * y + matrix[1, 2]) / below).astype(np.float32)
    mask = filled((rows, columns), drawn)
    turned = np.broadcast_to(numbers(normal), (rows, columns, 3))
    if edge:
        turned = _edged(turned, drawn, (u, v), size, edge)
    return Form(left, top, mask, turned.astype(np.float32), u - size[0] / 2, v - size[1] / 2, scale)


def _edged(normal: Array, corners: Points, place: tuple[Array, Array], size: tuple[float, float], edge: float) -> Array:
    """Normals of a board's face, turned outwards along its four edges."""
    u, v = place
    middle = corners.mean(axis=0)
    x, y = np.zeros_like(u), np.zeros_like(u)
    for index, inward in enumerate((v, size[0] - u, size[1] - v, u)):
        outward = (corners[index] + corners[(index + 1) % 4]) / 2 - middle
        outward = outward / max(float(np.hypot(*outward)), 1e-6)
        bend = np.clip(1 - inward / np.float32(edge * 1.5), 0, 1)
        bend *= bend * np.float32(0.9)
        x += bend * np.float32(outward[0])
        y += bend * np.float32(outward[1])
    return normalised(normal[..., 0] + x, normal[..., 1] + y, normal[..., 2])


@dataclass(frozen=True)
class Camera:
    """Looks at a thing from above and from the side; lengths in units, ``distance`` gives the perspective."""

    x: float
    y: float
    tilt: float = 0.4
    yaw: float = 0.5
    distance: float = 6000

    def turned(self, points: Points) -> Points:
        """Points (right, up, towards us) as the camera has them: right, down, towards us."""
        x, y, z = np.moveaxis(np.asarray(points, np.float64), -1, 0)
        cosine, sine = np.cos(self.yaw), np.sin(self.yaw)
        x, z = x * cosine - z * sine, x * sine + z * cosine
        cosine, sine = np.cos(self.tilt), np.sin(self.tilt)
        return np.stack([x, -y * cosine + z * sine, y * sine + z * cosine], axis=-1)

    def seen(self, points: Points) -> Points:
        """Where points are in the picture."""
        turned = self.turned(points)
        nearer = self.distance / (self.distance - turned[..., 2:])
        return places([self.x, self.y]) + turned[..., :2] * nearer

    def face(self, corners: Points, scale: float, edge: float = 3) -> Form | None:
        """A rectangle in space, from its own top left clockwise; ``None`` when it is seen from behind or edge-on."""
        corners = np.asarray(corners, np.float64)
        across, down = corners[1] - corners[0], corners[3] - corners[0]
        outward = self.turned(np.cross(down, across))
        flat_seen = self.seen(corners)
        first, second = flat_seen[1] - flat_seen[0], flat_seen[3] - flat_seen[0]
        area = float(np.linalg.norm(across) * np.linalg.norm(down))
        if first[0] * second[1] - first[1] * second[0] <= 0.015 * area:
            return None
        outward = outward / np.linalg.norm(outward)
        size = (float(np.linalg.norm(across)), float(np.linalg.norm(down)))
        return quad(flat_seen, size, scale, (outward[0], outward[1], outward[2]), edge)

    def box(self, low: Sequence[float], high: Sequence[float], scale: float, edge: float = 3) -> list[tuple[str, Form]]:
        """The faces one sees of a box between two corners, each with its name (top, front, left, right …)."""
        (a, b, c), (d, e, f) = low, high
        faces: dict[str, list[tuple[float, float, float]]] = {
            "top": [(a, e, c), (d, e, c), (d, e, f), (a, e, f)],
            "front": [(a, e, f), (d, e, f), (d, b, f), (a, b, f)],
            "left": [(a, e, c), (a, e, f), (a, b, f), (a, b, c)],
            "right": [(d, e, f), (d, e, c), (d, b, c), (d, b, f)],
            "back": [(d, e, c), (a, e, c), (a, b, c), (d, b, c)],
        }
        seen = []
        for name, corners in faces.items():
            form = self.face(places(corners), scale, edge)
            if form is not None:
                seen.append((name, form))
        return seen


@dataclass(frozen=True)
class Unrolled:
    """A form's surface laid flat: a sheet of pixels to paint on, and where the form's pixels lie on it."""

    shape: tuple[int, int]
    across: Array
    down: Array
    scale: float
    start: tuple[float, float]

    def at(self, points: Points) -> Points:
        """Surface coordinates (u, v in units) as pixels of the sheet."""
        return (np.asarray(points, np.float64) - self.start) * self.scale

    def axes(self) -> tuple[Array, Array]:
        """u (a row) and v (a column) of the sheet's pixels, in units."""
        u = np.arange(self.shape[1], dtype=np.float32)[None, :] / np.float32(self.scale) + np.float32(self.start[0])
        v = np.arange(self.shape[0], dtype=np.float32)[:, None] / np.float32(self.scale) + np.float32(self.start[1])
        return u, v

    def laid(self, painted: Array) -> Array:
        """What was painted on the sheet, on the form."""
        return cv2.remap(painted, self.across, self.down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)


def unrolled(form: Form, most: float = 1.8e6) -> Unrolled:
    """The sheet for a form, with as many pixels as it needs, but not many more than ``most``."""
    there = (form.mask > 0.02) & (form.normal[..., 2] > 0.10)
    if not there.any():
        there = np.ones_like(there)
    u, v = form.u[there], form.v[there]
    low, high = (float(u.min()), float(v.min())), (float(u.max()), float(v.max()))
    area = max((high[0] - low[0]) * (high[1] - low[1]), 1.0)
    scale = min(form.scale, float((most / area) ** 0.5))
    shape = (int((high[1] - low[1]) * scale) + 3, int((high[0] - low[0]) * scale) + 3)
    return Unrolled(shape, (form.u - low[0]) * np.float32(scale), (form.v - low[1]) * np.float32(scale), scale, low)


def finer(form: Form, times: float) -> Form:
    """The same surface as if the thing were this much larger: grain and weave are finer on it."""
    factor = np.float32(times)
    return replace(form, u=form.u * factor, v=form.v * factor, scale=form.scale / times)
