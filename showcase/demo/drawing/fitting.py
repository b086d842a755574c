"""Things measured, moved and cut to size in a picture."""

from dataclasses import dataclass, replace

import numpy as np

from showcase.demo.drawing.form import Form
from showcase.demo.drawing.parts import SILHOUETTES, Part, Sketch, Task

#: A thing takes at most this much of its picture of 1600 × 2000 units; small ones are shown larger, but not by far.
ROOM = (1250.0, 1560.0)
MOST, LEAST = 1.8, 0.6
DRAFT = 0.1


@dataclass(frozen=True)
class Extent:
    """How far a thing reaches in its own picture, in units, and whether it lies flat (or hangs)."""

    left: float
    top: float
    right: float
    bottom: float
    lying: bool

    @property
    def width(self) -> float:
        """Its width."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Its height."""
        return self.bottom - self.top


def measured(sketch: Sketch) -> Extent:
    """A thing's extent, measured on a small draft."""
    parts = SILHOUETTES[sketch.silhouette](Task(sketch, DRAFT))
    boxes = np.array([_seen(part.form) for part in parts if part.surface != "none"]) / DRAFT
    low, high = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
    lying = any(part.shadow == "lie" for part in parts)
    return Extent(float(low[0]), float(low[1]), float(high[0]), float(high[1]), lying)


def _seen(form: Form) -> tuple[int, int, int, int]:
    """Left, top, right and bottom (pixels) of what is there of a form; forms have empty margins, some wide ones."""
    rows, columns = np.flatnonzero(form.mask.max(axis=1) > 0.3), np.flatnonzero(form.mask.max(axis=0) > 0.3)
    if not len(rows) or not len(columns):
        rows, columns = np.array([0, form.shape[0] - 1]), np.array([0, form.shape[1] - 1])
    left, top = form.left + int(columns[0]), form.top + int(rows[0])
    return left, top, form.left + int(columns[-1]) + 1, form.top + int(rows[-1]) + 1


def fitted(task: Task) -> list[Part]:
    """A thing's parts, as large as its picture likes them and in the middle of it."""
    extent = measured(task.sketch)
    times = min(max(min(ROOM[0] / extent.width, ROOM[1] / extent.height), LEAST), MOST)
    x = task.width / 2 - (extent.left + extent.right) / 2 * times
    # A standing thing has more air above it than below.
    y = task.height * (0.5 if extent.lying else 0.515) - (extent.top + extent.bottom) / 2 * times
    larger = replace(task, scale=task.scale * times)
    return [carried(part, (x, y), times, task.scale) for part in SILHOUETTES[task.sketch.silhouette](larger)]


def carried(part: Part, place: tuple[float, float], times: float, scale: float) -> Part:
    """A part drawn ``times`` as large, moved so that the corner of its picture comes to ``place`` (units)."""
    x, y = place
    form = replace(part.form, left=part.form.left + round(x * scale), top=part.form.top + round(y * scale))
    foot = None if part.foot is None else part.foot * times + y
    return replace(part, form=form, foot=foot, lift=part.lift * times)


def within(form: Form, window: tuple[int, int], margin: int = 40) -> Form | None:
    """The form without what lies outside the picture, so that nothing is worked that is not seen."""
    left, top = max(form.left, -margin), max(form.top, -margin)
    right = min(form.left + form.shape[1], window[0] + margin)
    bottom = min(form.top + form.shape[0], window[1] + margin)
    if right - left < 2 or bottom - top < 2:
        return None
    here = (slice(top - form.top, bottom - form.top), slice(left - form.left, right - form.left))
    if form.mask[here].max() < 0.6:
        return None
    open_ = None if form.open is None else form.open[here]
    kind = None if form.kind is None else form.kind[here]
    whole = (form.mask[here], form.normal[here], form.u[here], form.v[here])
    return Form(left, top, *whole, form.scale, open_, kind)
