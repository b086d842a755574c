"""Numbers as people type them: thousands with comma or point, a decimal comma, a range."""

import re
from decimal import Decimal, InvalidOperation

NUMBER = r"[-+]?\d[\d.,]*"
DASH = r"\s*(?:-|–|—|−|đến|tới|to)\s*"
_GROUPED = re.compile(r"[-+]?\d{1,3}(?:[.,]\d{3})+")
_PLAIN = re.compile(r"[-+]?\d+(?:[.,]\d+)?")


def parse_number(text: str, *, grouped: bool) -> Decimal | None:
    """``6,000`` and ``6.000`` are six thousand when ``grouped``, else six (a measure)."""
    text = text.strip()
    if grouped and _GROUPED.fullmatch(text):
        return Decimal(re.sub("[.,]", "", text))
    if _PLAIN.fullmatch(text):
        try:
            return Decimal(text.replace(",", "."))
        except InvalidOperation:  # pragma: no cover - the pattern admits numbers only
            return None
    return None
