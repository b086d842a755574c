"""Supply cells: is it there, how long does it take, how many at least."""

import re
from dataclasses import dataclass

ONE_OF_A_KIND, IN_STOCK, MADE_TO_ORDER, NOT_FOR_SALE = (
    "one_of_a_kind",
    "in_stock",
    "made_to_order",
    "not_for_sale",
)
_DAYS = r"(?P<low>\d{1,3})(?:\s*[-–—]\s*(?P<high>\d{1,3}))?"
_MADE = re.compile(rf"(?:MTO|made to order|đặt làm|làm theo đơn|đặt hàng)\b\s*(?:{_DAYS})?\s*(?:days?|ngày)?", re.I)
_LEAD = re.compile(rf"{_DAYS}\s*(?:days?|ngày)\b", re.I)
_MOQ = re.compile(r"(?:MOQ|tối thiểu|đặt tối thiểu)\s*(?P<count>\d{1,6})(?P<condition>[^,;]*)", re.I)
_STOCK = re.compile(r"\b(?:in stock|stock|có sẵn|sẵn hàng|còn hàng)\b", re.I)
_UNIQUE = re.compile(r"\b(?:one of a kind|unique piece|độc bản|chiếc duy nhất)\b", re.I)
_NOT_SOLD = re.compile(r"\b(?:not for sale|không bán|chỉ trưng bày)\b", re.I)
_PRE_ORDER = re.compile(r"\b(?:pre-?order|đặt trước)\b", re.I)


@dataclass(frozen=True, slots=True)
class SupplyCell:
    """``kind`` is None when the cell does not say. ``moq`` holds for every order of the piece.

    A minimum under a condition (``MOQ 20 for logo``) is not one for every order: it stays
    in ``leftover`` with the other words.
    """

    kind: str | None
    lead_min: int | None = None
    lead_max: int | None = None
    moq: int | None = None
    leftover: str = ""


def parse_supply(text: str) -> SupplyCell:
    """``stock or MTO 20`` is in stock, 20 days when made to order."""
    rest = text.strip()
    if not rest:
        return SupplyCell(None)
    made = _MADE.search(rest)
    lead = made if made and made["low"] else _LEAD.search(rest)
    rest = _cut(rest, made)
    if lead and lead is not made:
        rest = _LEAD.sub(" ", rest, count=1)
    moq = _MOQ.search(rest)
    conditional = bool(moq and moq["condition"].strip())
    kind = _kind(rest, made=bool(made), ordered=bool(moq or lead))
    if moq and not conditional:
        rest = _cut(rest, moq)
    for known in (_STOCK, _UNIQUE, _NOT_SOLD):
        rest = known.sub(" ", rest)
    low, high = _days(lead)
    return SupplyCell(kind, low, high, int(moq["count"]) if moq and not conditional else None, _tidy(rest))


def _kind(rest: str, *, made: bool, ordered: bool) -> str | None:
    if _NOT_SOLD.search(rest):
        return NOT_FOR_SALE
    if _UNIQUE.search(rest):
        return ONE_OF_A_KIND
    if _STOCK.search(rest):
        return IN_STOCK
    if made or ordered or _PRE_ORDER.search(rest):
        return MADE_TO_ORDER
    return None


def _days(lead: re.Match[str] | None) -> tuple[int | None, int | None]:
    if lead is None or not lead["low"]:
        return None, None
    low, high = int(lead["low"]), int(lead["high"] or lead["low"])
    return (low, high) if low <= high else (high, low)


def _cut(text: str, match: re.Match[str] | None) -> str:
    return text if match is None else text[: match.start()] + " " + text[match.end() :]


def _tidy(text: str) -> str:
    pieces = (re.sub(r"^(?:or|hoặc)\b|\b(?:or|hoặc)$", "", piece.strip()).strip() for piece in re.split("[,;]", text))
    return ", ".join(re.sub(r"\s+", " ", piece) for piece in pieces if piece)
