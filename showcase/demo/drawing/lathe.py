"""Turned forms: vases, bowls, plates, beads. A profile of radius and height turns about an upright axis.

Seen from above by ``tilt``, a ring of the profile is an ellipse. Down each column of pixels the surface is one path
(up its front, over the top, down its back): the part that rises in the picture is seen, and turning that path round
tells for each pixel which ring it lies on.
"""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from showcase.demo.drawing.canvas import Array, Points, curve, filled
from showcase.demo.drawing.form import Form


def profile(points: Sequence[tuple[float, float]], steps: int = 400) -> Points:
    """A smooth profile through (radius, height), evenly spaced along its length."""
    line = curve(points, 40)
    line[:, 0] = np.maximum(line[:, 0], 0)
    return spaced(line, steps)


def spaced(line: Points, steps: int) -> Points:
    """The same line by points at equal distances."""
    length = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    at = np.linspace(0, length[-1], steps)
    return np.stack([np.interp(at, length, line[:, 0]), np.interp(at, length, line[:, 1])], axis=1)


def ring(x: float, y: float, radius: float, tilt: float, count: int = 160) -> Points:
    """A level ring about a point of the picture, as it is seen."""
    angle = np.linspace(0, 2 * np.pi, count, endpoint=False)
    return np.stack([x + radius * np.cos(angle), y + radius * np.sin(tilt) * np.sin(angle)], axis=1)


def lathe(line: Points, x: float, y: float, scale: float, tilt: float = 0.3, hollow: bool = False) -> Form:
    """The turned surface standing with height 0 at (x, y); ``hollow`` shows its inside, seen through the last ring."""
    pixels = line * scale
    radius, height = pixels[:, 0], pixels[:, 1]
    cosine, sine = np.cos(tilt), np.sin(tilt)
    reach = radius.max()
    rise = -height * cosine
    left, top = int(x * scale - reach - 3), int(y * scale + (rise - radius * sine).min() - 3)
    columns, rows = int(2 * reach + 7), int((rise + radius * sine).max() - (rise - radius * sine).min() + 7)
    centre = (x * scale - left, y * scale - top)
    if hollow:
        mask = filled((rows, columns), ring(centre[0], centre[1] + rise[-1], radius[-1], tilt))
    else:
        mask = _swept((rows, columns), centre, radius, rise, sine)
    place, depth = _rings(radius, rise, sine, columns, rows, centre, hollow)
    normal, u, v = _surface(pixels, place, depth, centre[0], tilt, hollow)
    return Form(left, top, mask, normal, u / scale, v / scale, scale)


def _swept(shape: tuple[int, int], centre: tuple[float, float], radius: Points, rise: Points, sine: float) -> Array:
    """What all rings cover together; worked at twice the size, for even edges."""
    mask: Array = np.zeros((shape[0] * 2, shape[1] * 2), np.uint8)
    angle = np.linspace(0, 2 * np.pi, 180, endpoint=False)
    cosines, sines = np.cos(angle), np.sin(angle) * sine
    step = max(1, len(radius) // 500)
    upper = [np.stack([radius[i] * cosines, rise[i] + radius[i] * sines], axis=1) for i in range(0, len(radius), step)]
    for ellipse in upper:
        cv2.fillConvexPoly(mask, np.round((ellipse + centre) * 32).astype(np.int32), 255, shift=4)
    # Between the rings the wall runs straight.
    wall = np.concatenate([np.stack([radius, rise], 1), np.stack([-radius, rise], 1)[::-1]])
    cv2.fillPoly(mask, [np.round((wall + centre) * 32).astype(np.int32)], 255, shift=4)
    mask = cv2.GaussianBlur(mask, (0, 0), 0.9)
    return cv2.resize(mask, (shape[1], shape[0]), interpolation=cv2.INTER_AREA).astype(np.float32) / np.float32(255)


def _rings(
    radius: Points, rise: Points, sine: float, columns: int, rows: int, centre: tuple[float, float], hollow: bool
) -> tuple[Array, Array]:
    """For each pixel: which point of the profile it shows, and whether on the front (1) or the back (-1)."""
    step = 2 if columns > 500 else 1
    # Both sides are alike: paths are worked from the axis outwards, once.
    aside = np.abs(np.arange(columns, dtype=np.float32) - np.float32(centre[0])) / np.float32(step)
    count = int(aside.max()) + 2
    place: Array = np.zeros((count, rows), np.float32)
    front: Array = np.ones((count, rows), np.float32)
    level = np.arange(rows) - centre[1]
    order = np.arange(len(radius), dtype=np.float64)
    for index in range(count):
        across = index * step
        inside = radius > min(across, radius.max() * 0.9995)
        swing = np.sqrt(np.maximum(radius**2 - across**2, 0)) * sine
        height, at, side = _path(inside, order, rise, swing, hollow)
        place[index] = np.interp(level, height, at)
        front[index] = np.interp(level, height, side)
    return _spread(place, aside), _spread(front, aside)


def _spread(half: Array, aside: Array) -> Array:
    """Values from the axis outwards (a row each) as columns of the picture, ``aside`` rows from the axis."""
    low = aside.astype(np.int32)
    share = (aside - low)[:, None].astype(np.float32)
    first, second = half[low], half[low + 1]
    second -= first
    second *= share
    first += second
    return np.ascontiguousarray(first.T)


def _path(
    inside: NDArray[np.bool_], order: Points, rise: Points, swing: Points, hollow: bool
) -> tuple[Points, Points, Points]:
    """The way down one column of the picture: heights (increasing), points of the profile, side."""
    if hollow:
        index = np.flatnonzero(inside)[::-1]
        index = index if len(index) else np.array([len(order) - 1])
        height = np.concatenate([rise[index] - swing[index], (rise[index] + swing[index])[::-1]])
        at = np.concatenate([order[index], order[index][::-1]])
        side = np.concatenate([-np.ones(len(index)), np.ones(len(index))])
        height = np.maximum.accumulate(height) + np.arange(len(height)) * 1e-6
        return height, at, side
    breaks = np.flatnonzero(np.diff(np.concatenate([[0], inside.view(np.int8), [0]])))
    heights, ats, sides = [], [], []
    for start, stop in zip(breaks[::2], breaks[1::2], strict=True):
        up = np.arange(start, stop)
        down = up[::-1]
        heights += [rise[up] + swing[up], rise[down] - swing[down]]
        ats += [order[up], order[down]]
        sides += [np.ones(len(up)), -np.ones(len(up))]
    height = np.minimum.accumulate(np.concatenate(heights)) - np.arange(sum(map(len, heights))) * 1e-6
    return height[::-1], np.concatenate(ats)[::-1], np.concatenate(sides)[::-1]


def _surface(
    pixels: Points, place: Array, front: Array, middle: float, tilt: float, hollow: bool
) -> tuple[Array, Array, Array]:
    """Normals and wrapping: u is the way round at the widest ring, v the way down the profile from its last ring."""
    fine = 4096
    slope = np.gradient(pixels, axis=0)
    slope = slope / np.maximum(np.hypot(slope[:, 0], slope[:, 1])[:, None], 1e-9)
    length = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(pixels, axis=0).T))])
    at = np.linspace(0, len(pixels) - 1, fine)
    steps = np.arange(len(pixels))
    table = [np.interp(at, steps, row).astype(np.float32) for row in (pixels[:, 0], slope[:, 1], -slope[:, 0], length)]
    index = np.clip(place * ((fine - 1) / (len(pixels) - 1)), 0, fine - 1).astype(np.int32)
    radius, outward, upward, along = (row[index] for row in table)
    x = np.arange(place.shape[1], dtype=np.float32)[None, :] - np.float32(middle)
    cosine = np.clip(x / np.maximum(radius, 0.5), -1, 1)
    sine = np.sqrt(1 - cosine * cosine) * front
    if hollow:
        outward, upward = -outward, -upward
    a, b = np.float32(np.cos(tilt)), np.float32(np.sin(tilt))
    normal = cv2.merge([outward * cosine, outward * sine * b - upward * a, upward * b + outward * sine * a])
    round_ = np.arctan2(cosine, sine) * np.float32(pixels[:, 0].max())
    return normal.astype(np.float32), round_.astype(np.float32), np.float32(length[-1]) - along
