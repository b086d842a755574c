"""Tubes: rods, rims, handles and cords bent along a curve, with the way round and along them for wrapping."""

import cv2
import numpy as np

from showcase.demo.drawing.canvas import Array, Points, numbers
from showcase.demo.drawing.form import Form, bounds


def tube(
    line: Points, width: float | Points, scale: float, flat: float = 1.0, closed: bool = False, blunt: bool = False
) -> Form:
    """A tube along a curve (units) that does not cross itself; u is the way round it, v the way along.

    ``width`` is one number or one for every point; ``flat`` below 1 makes a strip that bends less at its edges;
    ``blunt`` ends are cut square.
    """
    drawn = np.asarray(line, np.float64) * scale
    if closed:
        drawn = np.concatenate([drawn, drawn[:1]])
    wide = np.broadcast_to(np.asarray(width, np.float64) * scale, len(line))
    wide = np.concatenate([wide, wide[:1]]) if closed else wide
    left, top, columns, rows = bounds(drawn, float(wide.max()) / 2 + 3)
    points, way, along, half = _spaced(drawn - (left, top), wide)
    near, index = _nearest(points, (rows, columns), float(half.max()) + 2)
    x, y = near[1].astype(np.float32) - points[index, 0], near[0].astype(np.float32) - points[index, 1]
    tx, ty, reach = way[index, 0], way[index, 1], half[index]
    ahead, aside = x * tx + y * ty, y * tx - x * ty
    beyond = np.where((index == 0) | (index == len(points) - 1), np.abs(ahead), 0) if not closed else np.float32(0)
    beyond = np.where(beyond > 1, reach * 2, 0) if blunt else beyond
    across = np.clip(aside / np.maximum(reach, 0.3), -0.985, 0.985)
    bend = across * np.float32(flat)
    # Only what is near the curve is worked: most of a rim's rectangle is empty.
    told = np.zeros((6, rows, columns), np.float32)
    told[2] = 1
    told[0][near], told[1][near], told[2][near] = -ty * bend, tx * bend, np.sqrt(1 - bend * bend)
    told[3][near] = np.clip(reach - np.hypot(aside, beyond) + np.float32(0.5), 0, 1)
    told[4][near] = np.arcsin(across) * reach / np.float32(scale)
    told[5][near] = (along[index] + ahead) / np.float32(scale)
    return Form(left, top, told[3], cv2.merge([told[0], told[1], told[2]]), told[4], told[5], scale)


def _spaced(line: Points, width: Points) -> tuple[Array, Array, Array, Array]:
    """Points a pixel apart, the way the line runs there, how far along it is, and half its width."""
    length = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    count = max(int(length[-1]), 4)
    at = np.linspace(0, length[-1], count)
    points = np.stack([np.interp(at, length, line[:, 0]), np.interp(at, length, line[:, 1])], axis=1)
    way = np.gradient(points, axis=0)
    smooth = min(9, count // 2 * 2 - 1)
    kernel = np.ones(smooth) / smooth
    way = np.stack([np.convolve(np.pad(row, smooth // 2, "edge"), kernel, "valid") for row in way.T], axis=1)
    way /= np.maximum(np.hypot(*way.T), 1e-9)[:, None]
    return numbers(points), numbers(way), numbers(at), numbers(np.interp(at, length, width) / 2)


def _nearest(points: Array, shape: tuple[int, int], reach: float) -> tuple[tuple[Array, Array], Array]:
    """The pixels within reach of the points (rows, columns), and for each the nearest of the points."""
    seeds = np.ones(shape, np.uint8)
    x = np.clip(np.round(points[:, 0]).astype(int), 0, shape[1] - 1)
    y = np.clip(np.round(points[:, 1]).astype(int), 0, shape[0] - 1)
    seeds[y, x] = 0
    away, labels = cv2.distanceTransformWithLabels(seeds, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL)
    table = np.zeros(int(labels.max()) + 1, np.int32)
    table[labels[y, x]] = np.arange(len(points))
    near = np.nonzero(away <= reach)
    return (near[0], near[1]), table[labels[near]]
