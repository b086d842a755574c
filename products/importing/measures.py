"""Size and weight cells: centimetres unless a unit says otherwise, weight in g or kg."""

import re
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from products.importing.numbers import parse_number
from showcase.core.importing import RowError

LARGEST_MM = 100_000
LARGEST_G = 50_000_000
_N = r"\d+(?:[.,]\d+)?"
_WEIGHT = re.compile(rf"(?<![\w.,])(?P<sign>[-−]?)(?P<number>{_N})\s*(?P<unit>kg|g|gr|gram)(?!\w)", re.I)
# A space before the sign only (``30×90 ×4``) counts pieces, it is no third side.
_TIMES = r"(?:\s[×x*]\s|[×x*]\s?)"
_SIZE = re.compile(
    rf"(?<![\w.,])(?P<mark>[ØøHh]|cao\s)?\s?(?P<sign>[-−]?)(?P<numbers>{_N}(?:{_TIMES}[-−]?{_N}){{0,2}})"
    rf"(?P<pieces>\s+[×x]\d+)?\s*(?P<unit>mm|cm|m)?(?![\w.,])"
)
_RANGE = re.compile(rf"(?:EU\s*)?{_N}\s*[-–—]\s*{_N}", re.I)
_TO_MEASURE = re.compile(r"by measure|made to measure|may đo|theo số đo", re.I)
_PER_CM = {"mm": Decimal(1), "cm": Decimal(10), "m": Decimal(1000), "": Decimal(10)}


LONGEST_CELL = 200


@dataclass(frozen=True, slots=True)
class SizeCell:
    """Millimetres and grams. ``words`` is what the cell says besides (box, framed, EU 38–44)."""

    length_mm: int | None = None
    width_mm: int | None = None
    height_mm: int | None = None
    diameter_mm: int | None = None
    weight_g: int | None = None
    pieces: int | None = None
    to_measure: bool = False
    words: str = ""


def parse_size(text: str) -> SizeCell:
    """``Ø18×35 (1.8 kg)`` is 180 mm across, 350 high, 1,800 g. Raises ``RowError`` if negative."""
    if len(text) > LONGEST_CELL:  # no size; and the patterns below are slow on thousands of digits
        return SizeCell(words=text.strip())
    rest, weight = _take_weight(text.strip())
    rest, to_measure = _TO_MEASURE.subn(" ", rest)
    sizes: dict[str, int] = {}
    pieces = None
    match = _SIZE.search(rest)
    if match and not _RANGE.search(rest) and not _is_of_a_part(match, rest):
        sizes = _lengths(match, text)
        pieces = int(re.sub(r"\D", "", match["pieces"])) if match["pieces"] else None
        rest = rest[: match.start()] + " " + rest[match.end() :]
    words = re.sub(r"\s+", " ", re.sub(r"\(\s*\)", " ", rest)).strip(" ,;()")
    return SizeCell(**sizes, weight_g=weight, pieces=pieces, to_measure=bool(to_measure), words=words)


def _is_of_a_part(match: re.Match[str], rest: str) -> bool:
    """``8 mm bead`` is the size of a bead, not of the piece; ``40`` alone says no direction."""
    return not match["mark"] and not re.search(r"[×x*]", match["numbers"])


def _take_weight(text: str) -> tuple[str, int | None]:
    match = _WEIGHT.search(text)
    if match is None:
        return text, None
    grams = parse_number(match["number"], grouped=False)
    if match["sign"] or grams is None:
        raise RowError(_("The weight in “%(cell)s” is negative.") % {"cell": text})
    weight = round(grams * (1000 if match["unit"].lower() == "kg" else 1))
    if not 0 < weight <= LARGEST_G:
        raise RowError(_("The weight in “%(cell)s” is out of range.") % {"cell": text})
    return text[: match.start()] + " " + text[match.end() :], weight


def _lengths(match: re.Match[str], text: str) -> dict[str, int]:
    if match["sign"] or re.search(r"[-−]", match["numbers"]):
        raise RowError(_("The size in “%(cell)s” is negative.") % {"cell": text.strip()})
    unit = _PER_CM[match["unit"] or ""]
    numbers = [parse_number(part, grouped=False) for part in re.findall(_N, match["numbers"])]
    lengths = [round(number * unit) for number in numbers if number is not None]
    if not all(0 < length <= LARGEST_MM for length in lengths):
        raise RowError(_("The size in “%(cell)s” is out of range.") % {"cell": text.strip()})
    mark = (match["mark"] or "").strip().lower()
    if mark == "ø":
        names = ("diameter_mm", "height_mm", "width_mm")
    elif mark in ("h", "cao"):
        names = ("height_mm", "width_mm", "length_mm")
    else:
        names = ("length_mm", "width_mm", "height_mm")
    return dict(zip(names, lengths, strict=False))
