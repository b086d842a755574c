"""A field broken into shards: eggshell, crackle, pavements of small pieces."""

import cv2
import numpy as np

from showcase.demo.drawing.canvas import Array, blur, smooth


def shards(shape: tuple[int, int], cell: float, rng: np.random.Generator, uneven: float = 0.5) -> tuple[Array, Array]:
    """For each pixel a number of its shard (0 to 1, by chance) and the distance to the nearest crack in pixels."""
    rows, columns = shape
    seeds = np.ones(shape, np.uint8)
    down, across = int(rows / cell) + 2, int(columns / cell) + 2
    y, x = np.mgrid[0:down, 0:across].astype(np.float64)
    y = (y + rng.uniform(0, 1, y.shape) * (0.35 + 0.65 * uneven)) * cell
    x = (x + rng.uniform(0, 1, x.shape) * (0.35 + 0.65 * uneven)) * cell
    # Here and there a shard broke into several: extra seeds close to others.
    again = rng.random(y.shape) < 0.35 * uneven
    y = np.concatenate([y.ravel(), (y + rng.normal(0, cell * 0.4, y.shape))[again]])
    x = np.concatenate([x.ravel(), (x + rng.normal(0, cell * 0.4, x.shape))[again]])
    inside = (y >= 0) & (y < rows) & (x >= 0) & (x < columns)
    seeds[y[inside].astype(int), x[inside].astype(int)] = 0
    _, labels = cv2.distanceTransformWithLabels(seeds, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL)
    tone = rng.random(int(labels.max()) + 1).astype(np.float32)[labels]
    crack = np.ones(shape, np.uint8)
    crack[:, 1:][labels[:, 1:] != labels[:, :-1]] = 0
    crack[1:][labels[1:] != labels[:-1]] = 0
    return tone, cv2.distanceTransform(crack, cv2.DIST_L2, 3).astype(np.float32)


def eggshell(
    shape: tuple[int, int], scale: float, rng: np.random.Generator, cell: float = 22
) -> tuple[Array, Array, Array]:
    """Cover, tone and height of crushed eggshell pressed into lacquer."""
    tone, inward = shards(shape, max(cell * scale, 2.5), rng, 0.9)
    inward = blur(inward, 0.5) / np.float32(scale)
    cover = smooth(0.5, 1.7, inward)
    # A shard keeps the bend of the egg: it is a little higher in its middle.
    height = np.minimum(inward, 5) * np.float32(0.22)
    return cover, tone, height
