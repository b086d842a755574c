"""Price cells: thousand VND unless a unit says otherwise."""

import re
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from products.importing.numbers import DASH, NUMBER, parse_number
from showcase.core.importing import RowError
from showcase.core.text import fold

EXACT, RANGE, FROM, ASK = "exact", "range", "from", "ask"
LARGEST = 100_000_000_000
_ASK_WORDS = {"", "hoi", "hoi gia", "ask", "lien he", "contact", "on request", "gia hoi", "thoa thuan", "?"}
_UNITS = {
    "": 1000,
    "k": 1000,
    "nghin": 1000,
    "ngan": 1000,
    "thousand": 1000,
    "tr": 1_000_000,
    "trieu": 1_000_000,
    "million": 1_000_000,
    "d": 1,
    "vnd": 1,
    "₫": 1,
    "dong": 1,
}
_UNIT = r"(?P<unit>k|nghin|ngan|thousand|trieu|tr|million|vnd|dong|d|₫)?"
_PRICE = re.compile(
    rf"(?P<start>from|tu|>=|≥)?\s*(?P<low>{NUMBER})\s*(?P<unit_low>k|tr|trieu|d|₫|vnd)?"
    rf"(?:{DASH}(?P<high>\d[\d.,]*))?\s*{_UNIT}\s*(?P<open>\+|tro len|and up)?"
)


@dataclass(frozen=True, slots=True)
class PriceCell:
    """A price in whole đồng; ``leftover`` is the cell's text when it was not understood."""

    kind: str
    low: int | None = None
    high: int | None = None
    leftover: str = ""


def parse_price(text: str) -> PriceCell:
    """``6,000–15,000`` is 6 to 15 million đồng. Raises ``RowError`` for a negative price."""
    folded = fold(text).replace("vnđ", "vnd")
    if folded in _ASK_WORDS:
        return PriceCell(ASK)
    match = _PRICE.fullmatch(folded)
    if match is None:
        return PriceCell(ASK, leftover=text.strip())
    factor = _UNITS[match["unit"] or match["unit_low"] or ""]
    low = _amount(match["low"], factor)
    high = _amount(match["high"], factor) if match["high"] else None
    if low is not None and low < 0:
        raise RowError(_("The price “%(cell)s” is negative.") % {"cell": text.strip()})
    if low is None or (match["high"] and (high is None or high < low)) or (high or low) > LARGEST:
        return PriceCell(ASK, leftover=text.strip())
    if high is not None and high != low:
        return PriceCell(RANGE, low, high)
    return PriceCell(FROM if match["start"] or match["open"] else EXACT, low)


def _amount(text: str, factor: int) -> int | None:
    number = parse_number(text, grouped=True)
    if number is None or number == 0 or number > Decimal(LARGEST):
        return None
    amount = number * factor
    return int(amount) if amount == amount.to_integral_value() else None
