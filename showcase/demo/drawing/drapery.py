"""Cloth: how it falls in folds, and flat outlines made into it."""

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from showcase.demo.drawing.canvas import Array, Points, blur, curve, gradient, noise
from showcase.demo.drawing.form import Form, flat, normalised


def draped(form: Form, height: Array, pull: float = 0.35) -> Form:
    """The form with these folds (heights in units): its normals, its shade, and its pattern that goes with them."""
    scale = np.float32(form.scale)
    across, down = gradient(height.astype(np.float32) * scale)
    edge = form.normal
    normal = normalised(edge[..., 0] - across, edge[..., 1] - down, np.maximum(edge[..., 2], 0.2))
    hollow = height - blur(height, 34 * form.scale)
    near = height - blur(height, 9 * form.scale)
    shade = np.clip(1 + 0.022 * hollow + 0.05 * near, 0.45, 1.06).astype(np.float32)
    u = form.u + across * height * np.float32(pull)
    v = form.v + down * height * np.float32(pull)
    return replace(form, normal=normal, u=u.astype(np.float32), v=v.astype(np.float32)).shaded(shade)


def piece(outline: Points, scale: float, bevel: float = 7, turn: float = 0) -> Form:
    """A piece of cloth with a soft edge."""
    return flat([outline], scale, bevel=bevel, depth=0.55, turn=turn)


def falling(
    form: Form, rng: np.random.Generator, wave: float = 130, deep: float = 15, tight: float = 0.3, lean: float = 0.0
) -> Array:
    """Folds of hanging cloth: none or few at its top (``tight``), deeper towards its hem."""
    shape, scale = form.shape, form.scale
    v = (form.v - float(form.v.min())) / np.float32(max(float(np.ptp(form.v)), 1))
    slow = noise(shape, 260 * scale, rng, 2, stretch=4)
    phase = (form.u + lean * form.v) / np.float32(wave) * np.float32(2 * np.pi) + 2.1 * slow
    fold = (0.5 + 0.5 * np.sin(phase)) ** 1.6 + 0.45 * np.sin(phase * 0.53 + 1.3 + slow * 2)
    soft = noise(shape, 170 * scale, rng, 2, stretch=2.2)
    return ((tight + (1 - tight) * v**1.2) * fold * deep + soft * deep * 0.35).astype(np.float32)


def creased(form: Form, points: Sequence[tuple[float, float, float, float]], width: float = 16) -> Array:
    """Creases from one place to another (in the form's picture units): each a soft ridge that fades at its ends."""
    across, down = form.grid()
    x, y = across / form.scale, down / form.scale
    total = np.zeros(form.shape, np.float32)
    for x0, y0, x1, y1 in points:
        length = float(np.hypot(x1 - x0, y1 - y0)) + 1e-6
        tx, ty = (x1 - x0) / length, (y1 - y0) / length
        along = ((x - x0) * tx + (y - y0) * ty) / length
        away = (x - x0) * -ty + (y - y0) * tx
        there = np.clip(1 - np.abs(along * 2 - 1), 0, 1) ** 0.7
        total += there * np.exp(-((away / width) ** 2)) - 0.4 * there * np.exp(-(((away - width * 1.6) / width) ** 2))
    return total


def puffed(form: Form, reach: float, high: float, power: float = 0.5) -> Array:
    """A filled thing's height: round towards its edge over ``reach`` units."""
    padded = cv2.copyMakeBorder((form.mask > 0.5).astype(np.uint8), 1, 1, 1, 1, cv2.BORDER_CONSTANT)
    inward = cv2.distanceTransform(padded, cv2.DIST_L2, 5)[1:-1, 1:-1].astype(np.float32) / np.float32(form.scale)
    near = np.clip(inward / np.float32(reach), 0, 1)
    return blur(((1 - (1 - near) ** 2) ** power * np.float32(high)).astype(np.float32), reach * 0.10 * form.scale)


def joined(*lines: Sequence[tuple[float, float]], steps: int = 12) -> Points:
    """An outline of smooth lines that meet in corners; each begins where the one before it ends."""
    return np.concatenate([curve(list(line), steps)[:-1] for line in lines])


def mirrored(points: Points | Sequence[tuple[float, float]], x: float = 800) -> list[tuple[float, float]]:
    """The other side, read backwards, so that an outline goes on round."""
    return [(2 * x - float(a), float(b)) for a, b in reversed(list(points))]


def rumpled(form: Form, rng: np.random.Generator, deep: float = 13) -> Array:
    """Soft folds that run askew over a sheet of cloth, for pictures of cloth alone."""
    slow = noise(form.shape, 240 * form.scale, rng, 2)
    way = rng.uniform(0.5, 0.9)
    phase = (form.u * way + form.v * (1 - way)) / np.float32(34) + 2.4 * slow
    fold = (0.5 + 0.5 * np.sin(phase * 0.55)) ** 1.7 + 0.3 * np.sin(phase * 0.31 + 1)
    return (fold * deep).astype(np.float32)
