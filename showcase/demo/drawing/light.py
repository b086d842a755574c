"""Light of a photographer's studio: a soft box at the upper left, a weak strip at the right, a ground that throws back.

We look straight along one axis, so what a place reflects depends on its normal alone: the whole studio is a small
picture looked up by the normal's x and y, blurred more for a duller surface.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

import cv2
import numpy as np

from showcase.demo.drawing.canvas import Array, Colour, blur, gradient, numbers
from showcase.demo.drawing.form import Form, normalised

SIDE = 192
#: Blur of the reflected studio, from a mirror to a matt surface.
DULL = (1.0, 5.0, 13.0, 26.0)
KEY = numbers([-0.50, -0.62, 0.60])
STRIP = numbers([0.93, -0.22, -0.10])


@dataclass
class Material:
    """What a surface is made of, for each pixel of a form."""

    albedo: Array
    #: Relief in units, seen by light and shade.
    height: Array | None = None
    #: 0 matt … 1 polished, and how strongly it reflects from the front (0.04 for lacquer, 0.5 for metal).
    gloss: float = 0.4
    reflects: float | Array = 0.03
    #: Share of reflections that take the surface's own colour.
    metal: float | Array = 0.0
    #: A polished coat lies over the relief: reflections follow the form alone.
    coated: bool = False
    #: Direction of threads in the picture (an angle): silk and brushed steel shine across it.
    strand: Array | None = None
    #: Light added (or, below zero, taken) for the threads' shine, and how sharp it is.
    sheen: float = 0.0
    #: Own light: paper in front of a lamp, horn against the sky.
    glow: Array | None = None
    #: Share of the form that is there (holes of a weave, gaps between ribs).
    cover: Array | None = None


@dataclass(frozen=True)
class Studio:
    """A ground's colours: the room reflected by shiny things, and the light that the ground throws back."""

    room: Colour
    floor: Colour
    strength: float = 1.0


def _normals() -> Array:
    axis = np.linspace(-1, 1, SIDE, dtype=np.float32)
    across, down = np.meshgrid(axis, axis)
    length = np.maximum(1.0, np.hypot(across, down) / 0.9995)
    x, y = across / length, down / length
    return np.dstack([x, y, np.sqrt(np.maximum(1 - x * x - y * y, 0))])


def _unit(vector: Array) -> Array:
    return vector / np.float32(np.linalg.norm(vector))


@lru_cache(maxsize=16)
def diffuse(studio: Studio) -> Array:
    """Light that reaches a matt surface, by its normal."""
    normal = _normals()
    key = np.clip((normal @ _unit(KEY) + 0.22) / 1.22, 0, 1) ** 1.15
    strip = np.clip(normal @ _unit(STRIP), 0, 1)
    sky = 0.5 - 0.5 * normal[..., 1]
    floor = 0.5 + 0.5 * normal[..., 1]
    light = key[..., None] * numbers([1.02, 0.985, 0.93])
    light = light + strip[..., None] * numbers([0.10, 0.11, 0.125])
    light = light + sky[..., None] * numbers([0.15, 0.165, 0.19])
    light = light + floor[..., None] * numbers(studio.floor) * 0.20
    return (light * studio.strength).astype(np.float32)


@lru_cache(maxsize=16)
def mirror(studio: Studio) -> tuple[Array, ...]:
    """The studio as polished and duller surfaces reflect it, by their normal."""
    normal = _normals()
    z = normal[..., 2]
    looking = np.dstack([2 * z * normal[..., 0], 2 * z * normal[..., 1], 2 * z * z - 1])
    light = np.broadcast_to(numbers(studio.room), looking.shape) * 0.55
    down = np.clip(looking[..., 1:2], 0, 1)
    up = np.clip(-looking[..., 1:2], 0, 1)
    light = light * (1 - 0.5 * down) + down**0.7 * numbers(studio.floor) * 0.5 + up * 0.25 * numbers(studio.room)
    box = _lamp(looking, KEY, (0.34, 0.46), 0.26)
    strip = _lamp(looking, STRIP, (0.10, 0.7), 0.12)
    light = light + box[..., None] * numbers([11.0, 10.8, 10.3]) + strip[..., None] * numbers([2.2, 2.3, 2.5])
    return tuple(cv2.GaussianBlur(light.astype(np.float32), (0, 0), dull) for dull in DULL)


def _lamp(looking: Array, towards: Array, half: tuple[float, float], edge: float) -> Array:
    """A rectangle of light in a direction, soft at its edges."""
    axis = _unit(towards)
    side = _unit(np.cross(axis, numbers([0, 1, 0])))
    upright = np.cross(side, axis)
    ahead = looking @ axis
    near = np.maximum(ahead, 1e-3)
    a, b = np.abs(looking @ side) / near, np.abs(looking @ upright) / near
    inside = np.clip((half[0] - a) / edge + 0.5, 0, 1) * np.clip((half[1] - b) / edge + 0.5, 0, 1)
    return np.where(ahead > 0, inside, 0).astype(np.float32)


def seen_by(table: Array, x: Array, y: Array) -> Array:
    """A table by normals looked up for a field of normals."""
    half = numbers((SIDE - 1) / 2)
    return cv2.remap(table, x * half + half, y * half + half, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def bumped(form: Form, height: Array) -> Array:
    """The form's normals with a relief on them."""
    across, down = gradient(height * np.float32(form.scale))
    normal = form.normal
    return normalised(normal[..., 0] - across, normal[..., 1] - down, np.maximum(normal[..., 2], 0.02))


#: Pixels lit at a time: what is worked on then stays in the processor's cache.
AT_A_TIME = 60_000


def shaded(form: Form, material: Material, studio: Studio, size: tuple[int, int]) -> Array:
    """The form's colours under the studio's light; ``size`` is the whole picture's (rows, columns)."""
    normal = form.normal if material.height is None else bumped(form, material.height)
    if material.height is not None:
        form = form.shaded(hollows(material.height, form.scale))
    rows, columns = form.shape
    lit = np.empty((rows, columns, 3), np.float32)
    step = max(1, AT_A_TIME // columns)
    for start in range(0, rows, step):
        here = slice(start, start + step)
        lit[here] = _lit(_strip(form, here), _strip_of(material, here), normal[here], studio, size)
    return lit


def _strip(form: Form, here: slice) -> Form:
    """Some rows of a form; its mask and its wrapping are not needed for light."""
    open_ = None if form.open is None else form.open[here]
    mask = form.mask[here]
    return Form(form.left, form.top + here.start, mask, form.normal[here], mask, mask, form.scale, open_)


def _strip_of(material: Material, here: slice) -> Material:
    """The same rows of a material."""
    fields = ("albedo", "reflects", "metal", "strand", "glow")
    found = {name: getattr(material, name) for name in fields}
    return replace(material, **{name: field[here] for name, field in found.items() if np.ndim(field) >= 2})


def _lit(form: Form, material: Material, normal: Array, studio: Studio, size: tuple[int, int]) -> Array:
    """The colours of a strip: what it throws back in all directions, what it mirrors, its threads' shine, its glow."""
    open_ = np.float32(1) if form.open is None else form.open
    light = seen_by(diffuse(studio), normal[..., 0], normal[..., 1])
    # The lamp is not infinitely far: nearer its corner there is more of it.
    across, down = form.grid()
    fall = 1.07 - 0.10 * (across / size[1]) - 0.12 * (down / size[0])
    light *= (open_ * fall)[..., None]
    albedo = material.albedo
    facing = np.clip((form.normal if material.coated else normal)[..., 2], 0.10, 1)
    edge = (1 - facing) * (1 - facing)
    rising = (0.35 + 0.55 * material.gloss) * (edge * edge * (1 - facing))
    fresnel = (material.reflects + (1 - material.reflects) * rising)[..., None]
    metal = numbers(material.metal)[..., None]
    shine = _reflected(form, material, normal, studio, size) * fresnel * (1 + metal * (albedo * 1.6 - 1))
    total = albedo * light * (1 - metal * 0.9) + shine * _dimmed(open_)
    if material.strand is not None:
        total += _sheen(material, normal)[..., None] * (albedo * 0.75 + 0.06) * _dimmed(open_)
    if material.glow is not None:
        total += material.glow
    return total


def _dimmed(open_: Array | np.float32) -> Array | np.float32:
    return open_ if np.ndim(open_) == 0 else np.asarray(open_)[..., None]


def hollows(height: Array, scale: float) -> Array:
    """How open the places of a relief are: its hollows are darker."""
    near = blur(height, 3.5 * scale)
    wide = blur(height, 11 * scale)
    return np.clip(1 + 0.16 * (height - near) + 0.07 * (height - wide), 0.35, 1.12).astype(np.float32)


def _reflected(form: Form, material: Material, normal: Array, studio: Studio, size: tuple[int, int]) -> Array:
    """What the surface mirrors. A flat one mirrors other things at its far end than at its near one."""
    polish = form.normal if material.coated else normal
    across, down = form.grid()
    x = polish[..., 0] + np.float32(0.16) * (across / size[1] - np.float32(0.5))
    y = polish[..., 1] + np.float32(0.16) * (down / size[0] - np.float32(0.5))
    level = (1 - material.gloss) * (len(DULL) - 1)
    tables = mirror(studio)
    low = min(int(level), len(DULL) - 2)
    table = tables[low] + np.float32(level - low) * (tables[low + 1] - tables[low])
    return seen_by(table, x, y)


def _sheen(material: Material, normal: Array) -> Array:
    """Shine of threads: strongest where the thread lies square to the light's half-way direction."""
    assert material.strand is not None  # noqa: S101 - asked for by the caller
    half = _unit(_unit(KEY) + numbers([0, 0, 1]))
    tx, ty = np.cos(material.strand), np.sin(material.strand)
    tz = -(tx * normal[..., 0] + ty * normal[..., 1]) / np.maximum(normal[..., 2], 0.15)
    along = (tx * half[0] + ty * half[1] + tz * half[2]) / np.sqrt(1 + tz * tz)
    return material.sheen * np.power(np.clip(1 - along * along, 0, 1), 14)
