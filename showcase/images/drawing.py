"""Draws share pictures: name and village on the ground of the craft, beside the record's photo when it has one.

The letters are Source Serif Pro (SIL Open Font Licence), from the package ``font-source-serif-pro``: it carries all
Vietnamese letters, and no font file has to be kept here.
"""

import io
from functools import lru_cache

from django.contrib.staticfiles import finders
from font_source_serif_pro import SourceSerifPro, SourceSerifProSemibold
from PIL import Image, ImageDraw, ImageFont, ImageOps

from showcase.core.sharing import SIZE, ShareCard
from showcase.images.palette import Colour, between, colours, ground_of

WIDTH, HEIGHT = SIZE
EDGE = 72
#: The photo takes the right of the picture from here on, or the craft's pattern; for a craft without one, a lattice.
PHOTO_FROM = 640
LATTICE_FROM = 820
LINES = 4
NAME_SIZES = (84, 76, 68, 60, 54, 48, 42, 36)
LINE_SIZE = 34
QUALITY = 84
Font = ImageFont.FreeTypeFont


@lru_cache(maxsize=16)
def font(size: int, *, bold: bool = False) -> Font:
    """The letters in a size in pixels."""
    return ImageFont.truetype(SourceSerifProSemibold if bold else SourceSerifPro, size)


def draw(card: ShareCard, photo: Image.Image | None = None) -> bytes:
    """The picture as JPEG, 1200 × 630 pixels, without metadata."""
    ground = ground_of(card.ground)
    picture = Image.new("RGB", SIZE, ground)
    right = _drawn_pattern(card.ground, card.focus) if photo is None else _fitted(photo, card.focus)
    if right is None:
        _lattice(picture, ground)
        width = LATTICE_FROM - EDGE - 40
    else:
        picture.paste(right, (PHOTO_FROM, 0))
        width = PHOTO_FROM - EDGE - 48
    canvas = ImageDraw.Draw(picture)
    _words(canvas, card, width)
    _mark(canvas, EDGE, HEIGHT - EDGE - 56, 56)
    stored = io.BytesIO()
    picture.save(stored, "JPEG", quality=QUALITY)
    return stored.getvalue()


def _fitted(photo: Image.Image, focus: tuple[float, float]) -> Image.Image:
    """The photo cut to its place, around its focal point."""
    size = (WIDTH - PHOTO_FROM, HEIGHT)
    return ImageOps.fit(photo.convert("RGB"), size, Image.Resampling.LANCZOS, centering=focus)


def _drawn_pattern(craft: str, focus: tuple[float, float]) -> Image.Image | None:
    """The pattern of a craft, as its panels have it, cut to its place; none for a craft that staff added."""
    found = finders.find(f"img/crafts/{craft}.avif") if craft else None
    return _fitted_pattern(found, focus) if isinstance(found, str) else None


# An import draws several records of a craft one after the other, and reading and cutting the pattern is two thirds of
# drawing one. Each takes 1 MB.
@lru_cache(maxsize=4)
def _fitted_pattern(path: str, focus: tuple[float, float]) -> Image.Image:
    with Image.open(path) as pattern:
        return _fitted(pattern, focus)


def _lattice(picture: Image.Image, ground: Colour) -> None:
    """A lattice of threads behind a line of gold."""
    canvas = ImageDraw.Draw(picture)
    thread = between(ground, colours()["lacquer-line"], 0.42)
    for start in range(LATTICE_FROM - HEIGHT, WIDTH + HEIGHT, 42):
        canvas.line((start, 0, start + HEIGHT, HEIGHT), fill=thread, width=2)
        canvas.line((start, HEIGHT, start + HEIGHT, 0), fill=thread, width=2)
    canvas.rectangle((0, 0, LATTICE_FROM - 1, HEIGHT), fill=ground)
    canvas.rectangle((LATTICE_FROM, 0, LATTICE_FROM + 3, HEIGHT), fill=colours()["lacquer-line"])


def _words(canvas: ImageDraw.ImageDraw, card: ShareCard, width: int) -> None:
    """The line above in gold, the name below it as large as it fits."""
    top = EDGE - 8
    if card.line:
        line = _cut(card.line, font(LINE_SIZE), width)
        canvas.text((EDGE, top), line, font=font(LINE_SIZE), fill=between(colours()["gold"], (255, 255, 255), 0.25))
        top += LINE_SIZE + 26
    size, lines = _name_lines(card.name, width, HEIGHT - EDGE - 56 - 32 - top)
    for line in lines:
        canvas.text((EDGE, top), line, font=font(size, bold=True), fill=colours()["on-lacquer"])
        top += round(size * 1.16)


def _name_lines(name: str, width: int, height: int) -> tuple[int, list[str]]:
    """The largest size in which the name fits, and its lines; the smallest with "…" when none does."""
    for size in NAME_SIZES:
        lines = wrapped(name, font(size, bold=True), width)
        fits = all(font(size, bold=True).getlength(line) <= width for line in lines)
        if fits and len(lines) <= LINES and len(lines) * round(size * 1.16) <= height:
            return size, lines
    smallest = font(NAME_SIZES[-1], bold=True)
    most = height // round(NAME_SIZES[-1] * 1.16)
    lines = [_cut(line, smallest, width) for line in wrapped(name, smallest, width)]
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut(lines[most - 1] + " …", smallest, width)]
    return NAME_SIZES[-1], lines


def wrapped(text: str, letters: Font, width: int) -> list[str]:
    """The words in lines of at most this many pixels; a longer word stands alone."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and letters.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(text: str, letters: Font, width: int) -> str:
    """The text, shortened with "…" where it is too long."""
    if letters.getlength(text) <= width:
        return text
    while text and letters.getlength(f"{text}…") > width:
        text = text[:-1]
    return f"{text.rstrip(' …')}…"


def _mark(canvas: ImageDraw.ImageDraw, left: int, top: int, size: int) -> None:
    """The centre's mark, as ``img/mark.svg`` has it on a square of 48: two strands, one over the other."""
    unit = size / 48
    canvas.rounded_rectangle((left, top, left + size, top + size), 3 * unit, fill=colours()["son"])
    for x1, y1, x2, y2 in (
        (9, 17, 28, 17), (28, 17, 39, 17), (9, 31, 28, 31), (36, 31, 39, 31),
        (17, 9, 17, 13), (17, 21, 17, 39), (31, 9, 31, 27), (31, 35, 31, 39), (24, 31, 32, 31),
    ):  # fmt: skip
        ends = (left + x1 * unit, top + y1 * unit, left + x2 * unit, top + y2 * unit)
        canvas.line(ends, fill=colours()["on-lacquer"], width=max(1, round(3 * unit)))
