"""A motif laid out on a sheet: which piece covers each pixel, and the lines cut into it. Every craft starts from it."""

from dataclasses import dataclass

import cv2
import numpy as np

from showcase.demo.drawing.canvas import Array, filled, fixed
from showcase.demo.drawing.form import Form, Unrolled
from showcase.demo.drawing.motifs import MOTIFS, Piece, motif_named, moved
from showcase.demo.drawing.motifs.panoramas import branch, dragons, phoenixes, pond
from showcase.demo.drawing.parts import Task


@dataclass(frozen=True)
class Layout:
    """Fields of one sheet: 0 to 1 except ``turned`` (an angle) and ``kind`` (an index of ``kinds``, 0 for none)."""

    kinds: tuple[str, ...]
    kind: Array
    cover: Array
    turned: Array
    tone: Array
    cuts: Array

    def of(self, *names: str) -> Array:
        """Where pieces of these kinds are."""
        wanted = np.array([name in names for name in self.kinds], np.float32)
        return self.cover * wanted[self.kind]

    def valued(self, values: dict[str, float], usual: float) -> Array:
        """A value for each pixel by the kind of its piece."""
        table = np.array([values.get(name, usual) for name in self.kinds], np.float32)
        return table[self.kind]

    def coloured(self, colours: dict[str, tuple[float, float, float]], usual: tuple[float, float, float]) -> Array:
        """A colour for each pixel by the kind of its piece."""
        table = np.array([colours.get(name, usual) for name in self.kinds], np.float32)
        return table[self.kind]


def lay_out(sheet: Unrolled, pieces: list[Piece], rng: np.random.Generator, cut: float = 1.5) -> Layout:
    """Paint pieces one over the other; ``cut`` is the width of their outlines in units."""
    shape = sheet.shape
    kinds = ("", *dict.fromkeys(piece.kind for piece in pieces))
    kind = np.zeros(shape, np.uint8)
    cover, turned = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    tone, cuts = np.full(shape, 0.5, np.float32), np.zeros(shape, np.uint8)
    thick = max(1, round(cut * sheet.scale))
    for piece in pieces:
        outline = sheet.at(piece.outline)
        own_turn, own_tone = piece.angle + rng.normal(0, 0.32), float(rng.random())
        left, top = np.maximum(np.floor(outline.min(axis=0)).astype(int) - 2, 0)
        right, bottom = np.minimum(np.ceil(outline.max(axis=0)).astype(int) + 3, (shape[1], shape[0]))
        if right <= left or bottom <= top:
            continue
        here = (slice(top, bottom), slice(left, right))
        mask = filled((bottom - top, right - left), outline - (left, top))
        whole = mask > 0.4
        cover[here] = np.maximum(cover[here], mask)
        kind[here][mask > 0.02] = kinds.index(piece.kind)
        turned[here][whole], tone[here][whole] = own_turn, own_tone
        # A piece hides the lines of those below it.
        cuts[here] = np.where(whole, 0, cuts[here])
        cv2.polylines(cuts, [fixed(outline)], True, 170, thick, cv2.LINE_AA, shift=4)
        if piece.lines:
            lines = [fixed(sheet.at(line)) for line in piece.lines]
            cv2.polylines(cuts, lines, False, 200, thick, cv2.LINE_AA, shift=4)
    return Layout(kinds, kind, cover, turned, tone, cuts.astype(np.float32) / np.float32(255))


#: What a craft's band shows, from end to end.
WIDE_VIEWS = {
    "inlay": branch, "lacquer": pond, "gilded-lacquer": dragons, "worship-items": phoenixes, "wood-carving": pond,
    "stone-carving": dragons, "court-embroidery": dragons, "hand-embroidery": branch,
}  # fmt: skip


def _band(task: Task, u: Array, v: Array, share: float) -> list[Piece]:
    """The wide picture of this craft's band."""
    width, height = float(np.ptp(u)) * share, float(np.ptp(v)) * share
    pieces = WIDE_VIEWS.get(task.sketch.craft, pond)(task.rng("band"), width, height)
    return moved(pieces, float(u.min() + u.max()) / 2, float(v.min() + v.max()) / 2)


def along_apron(form: Form, rng: np.random.Generator, u: Array, v: Array) -> list[Piece] | None:
    """A vine along the upper edge of a board that is open below, as aprons between legs are; nothing for others."""
    width, height = float(np.ptp(u)), float(np.ptp(v))
    if width < height or float(form.mask.mean()) > 0.72:
        return None
    pieces = MOTIFS["scroll"](rng, width * 0.90, height * 0.24)
    return moved(pieces, float(u.min() + u.max()) / 2, float(v.min()) + height * 0.15)


SEASONS = ("bamboo", "plum", "lotus", "chrysanthemum")
TALL = {"plum", "lotus", "bamboo", "chrysanthemum", "reeds", "cranes"}
WIDE = {"boats", "carp", "phoenix", "scroll", "lotus", "reeds", "mice"}


def _fitting(shape: float) -> set[str]:
    """Motifs that look well in a field of this width to height."""
    return TALL if shape < 0.7 else WIDE if shape > 1.45 else set(MOTIFS) - {"scroll", "mice", "characters", "chess"}


def motif_for(task: Task, u: Array, v: Array, share: float = 0.9, *choices: str) -> list[Piece]:
    """The motif that this record asks for by name, else one of its own choice, to fill a field of u and v."""
    if task.role == "band":
        return _band(task, u, v, share)
    width, height = float(np.ptp(u)) * share, float(np.ptp(v)) * share
    if task.role == "detail":
        # Near by, the motif runs out of the picture.
        width, height = width * 1.7, height * 1.7
    fitting = [name for name in choices or tuple(MOTIFS) if name in _fitting(width / height)] or ["plum"]
    number = int(task.role.partition(":")[2] or 0)
    # Of several leaves each has its season.
    named = "" if number else motif_named(task.sketch.name)
    name = SEASONS[number % 4] if number else named or task.pick("motif", *fitting)
    pieces = MOTIFS[name](task.rng("motif", task.role), width, height)
    return moved(pieces, float(u.min() + u.max()) / 2, float(v.min() + v.max()) / 2)
