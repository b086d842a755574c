"""Stitches: thousands of short threads laid along the fibre of each piece, long and short in turn."""

from dataclasses import dataclass, replace

import cv2
import numpy as np

from showcase.demo.drawing.canvas import Array, Points, blend, colour, filled, numbers
from showcase.demo.drawing.form import Unrolled
from showcase.demo.drawing.motifs import Piece
from showcase.demo.drawing.surfaces.painting import colours_of

#: Length and width of a stitch, in units.
LONG, WIDE = 30.0, 3.4
#: Pieces whose stitches run level, whatever they are.
LEVEL = {"moon", "sun", "hill", "wall", "cloud", "road", "sky", "far", "near hill", "water", "bank", "backdrop"}
#: Pieces sewn with the finest thread, shade beside shade, so that no single stitch is seen.
FINE = {"skin", "skin shade", "lip", "eye", "brow"}


@dataclass
class Sewn:
    """An embroidery on a sheet: its colour, how much is thread, its relief, the direction of its threads."""

    painted: Array
    cover: Array
    height: Array
    #: Twice the angle, as cosine and sine, so that a thread has no head and tail.
    way: Array

    @classmethod
    def on(cls, ground: Array) -> "Sewn":
        """Nothing sewn yet."""
        shape = ground.shape[:2]
        return cls(ground, np.zeros(shape, np.uint8), np.zeros(shape, np.uint8), np.zeros((*shape, 2), np.float32))

    def angle(self) -> Array:
        """The direction of threads."""
        return np.arctan2(self.way[..., 1], self.way[..., 0]).astype(np.float32) / 2


@dataclass(frozen=True)
class Threads:
    """Stitches of one piece: their ends (pixels), colours, directions (angles), and their width in pixels."""

    starts: Points
    ends: Points
    tints: Array
    angle: Points
    wide: float


def sewn(
    ground: Array, sheet: Unrolled, pieces: list[Piece], palette: str, rng: np.random.Generator, most: int = 15000
) -> Sewn:
    """Sew pieces on a ground; when there is too much for so many stitches, they are longer and wider."""
    made = Sewn.on(ground)
    area = sum(_area(piece.outline) for piece in pieces)
    grow = max(1.0, (area * 1.5 / (LONG * WIDE) / most) ** 0.5)
    for piece in pieces:
        _fill(made, sheet, piece, palette, rng, grow)
    return made


def _area(outline: Points) -> float:
    x, y = outline[:, 0], outline[:, 1]
    return float(abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2)


def _fill(made: Sewn, sheet: Unrolled, piece: Piece, palette: str, rng: np.random.Generator, grow: float) -> None:
    outline, scale = sheet.at(piece.outline), sheet.scale
    low, high = outline.min(axis=0), outline.max(axis=0)
    left, top = np.floor(low).astype(int) - 1
    size = np.ceil(high).astype(int) + 2 - (left, top)
    if left > sheet.shape[1] or top > sheet.shape[0] or min(size) < 2 or min(high) < 0:
        return
    mask = filled((int(size[1]), int(size[0])), outline - (left, top))
    fine = 0.42 if piece.kind in FINE else 1.0
    long, wide = LONG * grow * fine, WIDE * grow * fine
    narrow = np.sqrt(_area(piece.outline))
    long = float(np.clip(narrow * 0.62, 9, long))
    count = int(_area(piece.outline) * 1.75 / (long * wide)) + 3
    spots = rng.uniform(0, 1, (count * 3, 2)) * (size - 1)
    inside = mask[spots[:, 1].astype(int), spots[:, 0].astype(int)] > 0.5
    spots = np.add(spots[inside][:count], (left, top))
    if not len(spots):
        return
    angle = _angles(piece, outline, spots, rng)
    axis = piece.angle
    middle = (low + high) / 2
    along = (spots - middle) @ np.array([np.cos(axis), np.sin(axis)])
    reach = max(float(np.abs(along).max()), 1)
    if piece.kind in ("hill", "far", "near hill", "sky", "water", "backdrop"):
        # A hill melts into mist at its foot.
        along, reach = spots[:, 1] - middle[1], max(float(size[1]) / 2, 1)
    share = np.clip(0.5 + 0.42 * fine * along / reach + rng.normal(0, 0.13 * fine, len(spots)), 0, 1)
    dark, light = (numbers(colour(text)) for text in colours_of(palette, piece.kind))
    tints = dark + share[:, None] * (light - dark)
    half = rng.uniform(0.35, 0.62, len(spots)) * long * scale
    steps = np.stack([np.cos(angle), np.sin(angle)], 1) * half[:, None]
    _threads(made, mask, (left, top), Threads(spots - steps, spots + steps, tints, angle, wide * scale), rng)


def _angles(piece: Piece, outline: Points, spots: Points, rng: np.random.Generator) -> Points:
    """Which way stitches run: along a piece, slanting to both sides of a leaf's rib, level in water and sky."""
    turn = np.zeros(len(spots)) if piece.kind in LEVEL else np.full(len(spots), piece.angle)
    middle = outline.mean(axis=0)
    side = (spots - middle) @ np.array([-np.sin(piece.angle), np.cos(piece.angle)])
    if piece.kind in ("leaf", "needle", "fin"):
        turn = turn + np.sign(side) * 0.42
    elif piece.kind in ("branch", "robe", "fish"):
        turn = turn + 0.25 * np.sin(side * 0.2)
    return turn + rng.normal(0, 0.07, len(spots))


def _threads(
    made: Sewn,
    mask: Array,
    place: tuple[int, int],
    threads: Threads,
    rng: np.random.Generator,
) -> None:
    """Lay threads one over the other, each with a lit and a dark side, within the piece (and a hair beyond it)."""
    left, top = place
    size = mask.shape
    # Colours are kept as roots, directions about a middle of 128, all in bytes: there are many of them.
    own_colour = np.zeros((*size, 4), np.uint8)
    told = np.full((*size, 4), 128, np.uint8)
    tints = np.sqrt(np.clip(threads.tints, 0, 1)) * 255
    # First the padding: between stitches one sees thread, not ground.
    inner = (mask > 0.3).astype(np.uint8)
    cv2.copyTo(np.full((*size, 4), (*(tints.mean(axis=0) * 0.85).tolist(), 255), np.uint8), inner, own_colour)
    told[..., 3] = inner * 255
    told[..., 0] += np.uint8(127 * abs(float(np.cos(2 * threads.angle[0]))))
    own_threads = replace(threads, starts=threads.starts - place, ends=threads.ends - place, tints=tints)
    _lines(own_colour, told, own_threads, rng)
    fine = round(threads.wide) > 1
    edge_mask = cv2.dilate(mask, np.ones((3, 3), np.uint8)) if fine else mask
    soft = cv2.GaussianBlur(own_colour, (0, 0), 0.45) if fine else own_colour
    rows, columns = made.painted.shape[:2]
    y0, x0, y1, x1 = max(0, top), max(0, left), min(rows, top + size[0]), min(columns, left + size[1])
    if y1 <= y0 or x1 <= x0:
        return
    here, own = (slice(y0, y1), slice(x0, x1)), (slice(y0 - top, y1 - top), slice(x0 - left, x1 - left))
    cover = soft[own][..., 3].astype(np.float32) * (edge_mask[own] / np.float32(255))
    root = soft[own][..., :3].astype(np.float32) * np.float32(1 / 255)
    under = np.ascontiguousarray(made.painted[here])
    made.painted[here] = blend(under, root * root, cover)
    there = (mask[own] > 0.3).astype(np.uint8)
    made.way[here] = np.where(there[..., None] > 0, (told[own][..., :2].astype(np.float32) - 128) / 127, made.way[here])
    made.cover[here] = np.maximum(made.cover[here], cv2.convertScaleAbs(cover, alpha=255))
    made.height[here] = np.where(there > 0, told[own][..., 2], made.height[here])


def _lines(
    painted: Array,
    told: Array,
    threads: Threads,
    rng: np.random.Generator,
) -> None:
    """Draw threads one by one: their dark sides, their lit sides, and which way they run."""
    wide, angle = threads.wide, threads.angle
    thick = max(1, round(wide))
    shades = 0.84 + 0.32 * rng.random(len(angle))
    first = np.round(threads.starts * 16).astype(int).tolist()
    last = np.round(threads.ends * 16).astype(int).tolist()
    colours = np.minimum(threads.tints * np.sqrt(shades)[:, None], 255).tolist()
    ways = np.stack(
        [128 + 127 * np.cos(2 * angle), 128 + 127 * np.sin(2 * angle), 60 + 150 * shades, 255 + 0 * angle], 1
    ).tolist()
    side = np.round(np.stack([np.sin(angle), -np.cos(angle)], 1) * wide * 0.30 * 16).astype(int).tolist()
    fine = thick > 1
    for a, b, tone, way, edge in zip(first, last, colours, ways, side, strict=True):
        if fine:
            cv2.line(painted, a, b, (tone[0] * 0.81, tone[1] * 0.81, tone[2] * 0.81, 255), thick, cv2.LINE_8, 4)
            a, b = (a[0] + edge[0], a[1] + edge[1]), (b[0] + edge[0], b[1] + edge[1])
            cv2.line(painted, a, b, (*tone, 255), max(1, thick - 1), cv2.LINE_8, 4)
        else:
            cv2.line(painted, a, b, (*tone, 255), 1, cv2.LINE_8, 4)
        cv2.line(told, a, b, way, thick, cv2.LINE_8, 4)


def couched(made: Sewn, sheet: Unrolled, pieces: list[Piece], tone: str, wide: float = 6) -> None:
    """A twisted thread laid round every piece and sewn down."""
    thick = max(1, round(wide * sheet.scale))
    dark, light = (tuple(float(c) for c in numbers(colour(tone)) * share) for share in (0.45, 1.0))
    for piece in pieces:
        for path, closed in [(piece.outline, True), *[(one, False) for one in piece.lines]]:
            points = [np.round(sheet.at(path) * 16).astype(np.int32)]
            own = thick if closed else max(1, thick * 2 // 3)
            cv2.polylines(made.painted, points, closed, dark, own, cv2.LINE_8, 4)
            cv2.polylines(made.painted, points, closed, light, max(1, own - 2), cv2.LINE_8, 4)
            cv2.polylines(made.height, points, closed, 255, own, cv2.LINE_8, 4)
            cv2.polylines(made.cover, points, closed, 255, own, cv2.LINE_8, 4)
