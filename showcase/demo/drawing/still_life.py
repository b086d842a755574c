"""Things together on one ground: each with air about it, standing ones on one floor, hung ones on the wall behind."""

from dataclasses import dataclass, replace

import numpy as np

from showcase.demo.drawing.canvas import places
from showcase.demo.drawing.crafts import craft_of, ground_of
from showcase.demo.drawing.fitting import Extent, carried, measured
from showcase.demo.drawing.parts import SILHOUETTES, Part, Sketch, Task
from showcase.demo.drawing.scene import Scene, compose_all
from showcase.demo.drawing.tubes import tube

#: Flat things that one hangs on a wall; other flat things lie on the floor before it.
HUNG = {
    "braid", "clock", "cloth-length", "doors", "flag", "flat-hat", "hanging", "mirror", "noodles", "picture", "robe",
    "scarf", "tie",
}  # fmt: skip
#: Things small enough in life to look wrong as large as a vase.
SMALL = {"comb", "hairpin", "beads", "chopsticks", "scissors", "knives", "candy", "round-cake", "long-cake", "quilt"}


@dataclass(frozen=True)
class Room:
    """A picture's size, where its floor is, and how much of it things may take (units)."""

    width: float
    height: float
    floor: float
    most_tall: float
    most_wide: float
    side: float
    gap: float


#: The first picture of a show, with air at its sides where lists and the front page cut it; the band over a village.
MASTHEAD = Room(2400, 1350, 1140, 980, 1300, 250, 60)
BAND = Room(2400, 800, 690, 580, 700, 90, 60)


def still_life(sketches: list[Sketch], room: Room, scale: float, ground: str = "", first: float = 1.0) -> Scene:
    """These things (known silhouettes) in a room, from left to right; ``first`` is the first one's weight to the eye.

    One that weighs more stands second, where the eye goes first.
    """
    chosen = [replace(one, craft=craft_of(one.craft)) for one in sketches]
    scene = Scene(round(room.width), round(room.height), scale, ground or ground_of(chosen[0].craft), 0.60)
    extents = [measured(one) for one in chosen]
    weights = [first * _weight(one) if index == 0 else _weight(one) for index, one in enumerate(chosen)]
    if first > 1 and len(chosen) > 2:
        chosen, extents, weights = ([each[1], each[0], *each[2:]] for each in (chosen, extents, weights))
    times = _sizes(extents, weights, room)
    room = _centred(room, chosen, extents, times)
    taken = sum(extent.width * large for extent, large in zip(extents, times, strict=True))
    gap = min((room.width - taken) / (len(chosen) + 1), room.gap * 1.9)
    x = (room.width - taken - gap * (len(chosen) - 1)) / 2
    groups = []
    for index, (sketch, extent, large) in enumerate(zip(chosen, extents, times, strict=True)):
        groups.append(_placed(sketch, extent, large, (x, room, index), scale))
        x += extent.width * large + gap
    # What stands farther back is put first.
    groups.sort(key=_nearest)
    compose_all(scene, groups)
    return scene


def _weight(sketch: Sketch) -> float:
    return 0.45 if sketch.silhouette in SMALL else 1.0


def _sizes(extents: list[Extent], weights: list[float], room: Room) -> list[float]:
    """How much larger or smaller each is drawn, so that all weigh as they shall and fill the room's width."""
    free = room.width - 2 * room.side - room.gap * (len(extents) - 1)

    def at(area: float) -> list[float]:
        sizes = []
        for extent, weight in zip(extents, weights, strict=True):
            own = (area * weight / (extent.width * extent.height)) ** 0.5
            most = 0.27 + 0.73 * weight / max(weights)
            sizes.append(float(min(own, most * room.most_tall / extent.height, most * room.most_wide / extent.width)))
        return sizes

    low, high = 1e3, 4e6
    for _ in range(40):
        middle = (low + high) / 2
        wide = sum(extent.width * large for extent, large in zip(extents, at(middle), strict=True))
        low, high = (middle, high) if wide < free else (low, middle)
    return at(low)


def _centred(room: Room, chosen: list[Sketch], extents: list[Extent], times: list[float]) -> Room:
    """The same room with its floor where low things have no more air above them than they need."""
    tallest = max(extent.height * large for extent, large in zip(extents, times, strict=True))
    hung = any(extent.lying and one.silhouette in HUNG for one, extent in zip(chosen, extents, strict=True))
    floor = room.height * 0.53 + tallest / 2
    return replace(room, floor=min(room.floor, max(floor, room.height * (0.74 if hung else 0.70))))


def _placed(
    sketch: Sketch, extent: Extent, large: float, spot: tuple[float, Room, int], scale: float
) -> tuple[Task, list[Part]]:
    """A thing's parts with its left edge at x, on the floor or on the wall."""
    left, room, index = spot
    task = Task(sketch, scale * large)
    parts = SILHOUETTES[sketch.silhouette](task)
    free = not any(part.shadow for part in parts)
    tall = extent.height * large
    # Neighbours do not stand in a row like soldiers.
    foot = room.floor + (-0.018 if index % 2 else 0.012) * room.height
    if free or (extent.lying and sketch.silhouette in HUNG):
        foot = min(room.height * (0.47 if free else 0.5) + tall / 2, foot - 0.03 * room.height)
    elif extent.lying:
        foot += 0.02 * room.height
    place = (left - extent.left * large, foot - extent.bottom * large)
    moved = [carried(part, place, large, scale) for part in parts]
    if free:
        moved = [_cord(left + extent.width * large / 2, foot - tall + 30 * large, scale), *moved]
    return task, moved


def _cord(x: float, y: float, scale: float) -> Part:
    """What a lamp hangs from, up to the picture's edge."""
    return Part(tube(places([(x, -30), (x, y / 2), (x, y)]), 5, scale), "cord", surface="cord")


def _nearest(group: tuple[Task, list[Part]]) -> float:
    lows = [part.form.top + part.form.shape[0] for part in group[1] if part.surface != "none"]
    return float(np.max(lows))
