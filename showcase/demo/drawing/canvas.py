"""What every picture stands on: chance, noise, masks and colours.

Colours are worked in linear light (squares of the screen's values: close enough to sRGB, and much cheaper). Lengths
are units of the full-size picture; ``scale`` tells how many pixels one unit is.
"""

import hashlib
from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[Any]
Points = NDArray[Any]
Colour = tuple[float, float, float]


def numbers(values: ArrayLike) -> Array:
    """Values as the arrays of a picture have them."""
    return np.asarray(values, np.float32)


def places(values: ArrayLike) -> Points:
    """Points, as exactly as outlines need them."""
    return np.asarray(values, np.float64)


def chance(*words: str) -> np.random.Generator:
    """Random numbers that are the same for the same words, on every machine."""
    digest = hashlib.sha256("\x1f".join(words).encode()).digest()
    return np.random.default_rng(int.from_bytes(digest[:16], "big"))


def colour(text: str) -> Colour:
    """A colour written as ``#rrggbb``, in linear light."""
    red, green, blue = (int(text[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red**2, green**2, blue**2


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """A colour between two."""
    red, green, blue = (a + (b - a) * share for a, b in zip(first, second, strict=True))
    return red, green, blue


def tint(first: Colour, second: Colour, share: Array) -> Array:
    """A field of colours between two, by a field of shares."""
    share = share.astype(np.float32, copy=False)
    return cv2.merge([share * np.float32(b - a) + np.float32(a) for a, b in zip(first, second, strict=True)])


def blend(under: Array, over: Array | Colour, share: Array) -> Array:
    """``over`` laid on ``under`` by a field of shares; gives ``under``, which is changed."""
    share = share.astype(np.float32, copy=False)
    if isinstance(over, tuple):
        over = cv2.merge([np.full_like(share, one) for one in over])
    over = cv2.subtract(over.astype(np.float32, copy=False), under)
    over *= share[..., None]
    under += over
    return under


def ramp(colours: Sequence[Colour], share: Array) -> Array:
    """A field of colours along a row of them; ``share`` from 0 to 1."""
    steps = np.linspace(0, 1, len(colours))
    table = [np.interp(np.linspace(0, 1, 256), steps, [c[i] for c in colours]) for i in range(3)]
    index = np.clip(share * 255, 0, 255).astype(np.uint8)
    return np.stack(table, axis=-1).astype(np.float32)[index]


def smooth(low: float, high: float, values: Array) -> Array:
    """0 below ``low``, 1 above ``high``, an S between them."""
    share = np.clip((values - low) / (high - low), 0, 1)
    return (share * share * (3 - 2 * share)).astype(np.float32)


def blur(values: Array, sigma: float) -> Array:
    """Gaussian blur; a wide one is done on a smaller copy."""
    if sigma < 0.3:
        return values
    height, width = values.shape[:2]
    if sigma > 6 and min(height, width) > 32:
        step = int(min(sigma / 3, min(height, width) / 8))
        small = cv2.resize(values, (max(1, width // step), max(1, height // step)), interpolation=cv2.INTER_AREA)
        small = cv2.GaussianBlur(small, (0, 0), sigma / step, borderType=cv2.BORDER_REPLICATE)
        return cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR)
    return cv2.GaussianBlur(values, (0, 0), sigma, borderType=cv2.BORDER_REPLICATE)


def noise(
    shape: tuple[int, int],
    cell: float,
    rng: np.random.Generator,
    octaves: int = 3,
    stretch: float = 1.0,
    fade: float = 0.5,
) -> Array:
    """Soft noise from about -1 to 1. ``cell`` is its largest grain in pixels, ``stretch`` lengthens it downwards."""
    if cell / 2 ** (octaves - 1) >= 8 and min(shape) > 64:
        # Its finest grain is coarse: a quarter of the pixels tell it as well.
        half = noise(((shape[0] + 1) // 2, (shape[1] + 1) // 2), cell / 2, rng, octaves, stretch, fade)
        return cv2.resize(half, (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR)
    height, width = shape
    total = np.zeros(shape, np.float32)
    weight, whole = 1.0, 0.0
    for _ in range(octaves):
        across, down = max(cell, 1.0), max(cell * stretch, 1.0)
        grid = rng.standard_normal((int(height / down) + 4, int(width / across) + 4)).astype(np.float32)
        size = (max(width, round(grid.shape[1] * across)), max(height, round(grid.shape[0] * down)))
        # Only the part that is seen is enlarged.
        seen = grid[: int(height / size[1] * grid.shape[0]) + 3, : int(width / size[0] * grid.shape[1]) + 3]
        move = numbers([[across, 0, -across * rng.random()], [0, down, -down * rng.random()]])
        # Specks of a pixel or two look the same by the cheaper way.
        how = cv2.INTER_LINEAR if max(across, down) < 3 else cv2.INTER_CUBIC
        laid = cv2.warpAffine(seen, move, (width, height), flags=how, borderMode=cv2.BORDER_REFLECT)
        total += np.float32(weight) * laid
        whole += weight * weight
        weight, cell = weight * fade, cell / 2
    return np.tanh(total / np.float32(1.35 * whole**0.5))


def fixed(outline: Points) -> Array:
    """Points as OpenCV takes them with ``shift=4``: sixteenths of a pixel."""
    return np.round(np.asarray(outline) * 16).astype(np.int32)


def filled(shape: tuple[int, int], *outlines: Points) -> Array:
    """The inside of outlines (x, y in pixels) as a mask from 0 to 1; an outline within another is a hole."""
    mask = np.zeros(shape, np.uint8)
    cv2.fillPoly(mask, [fixed(outline) for outline in outlines], 255, cv2.LINE_AA, shift=4)
    return mask.astype(np.float32) / np.float32(255)


def wrapped(texture: Array, u: Array, v: Array) -> Array:
    """The texture looked up at pixel positions u (across) and v (down), repeating on all sides."""
    height, width = texture.shape[:2]
    across, down = np.mod(u, width).astype(np.float32), np.mod(v, height).astype(np.float32)
    padded = cv2.copyMakeBorder(texture, 0, 1, 0, 1, cv2.BORDER_WRAP)
    return cv2.remap(padded, across, down, cv2.INTER_LINEAR)


def gradient(values: Array) -> tuple[Array, Array]:
    """Slopes across and down, by central differences."""
    across = cv2.Sobel(values, cv2.CV_32F, 1, 0, ksize=3, scale=1 / 8, borderType=cv2.BORDER_REPLICATE)
    down = cv2.Sobel(values, cv2.CV_32F, 0, 1, ksize=3, scale=1 / 8, borderType=cv2.BORDER_REPLICATE)
    return across, down


def curve(points: Sequence[tuple[float, float]], steps: int = 24, closed: bool = False) -> Points:
    """A smooth line through points (Catmull-Rom)."""
    nodes = np.asarray(points, np.float64)
    ends = (nodes[-1:], nodes[:2]) if closed else (2 * nodes[:1] - nodes[1:2], 2 * nodes[-1:] - nodes[-2:-1])
    nodes = np.concatenate([ends[0], nodes, ends[1]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    pieces = []
    for a, b, c, d in zip(nodes, nodes[1:], nodes[2:], nodes[3:], strict=False):
        pieces.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))
    return np.concatenate(pieces) if closed else np.concatenate([*pieces, nodes[-2:-1]])
