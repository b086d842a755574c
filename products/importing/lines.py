"""Cells that hold several things: one per line (or ``;;``, ``||``), their parts divided by ``|``."""

import datetime
import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CertificateCell:
    """``OCOP 4 | number | decision | issuer | 2025-03-01 | 2028-02-29``."""

    scheme: str
    stars: int | None
    number: str
    decision: str
    issuer: str
    valid_from: datetime.date | None
    valid_to: datetime.date | None


def split_lines(cell: str) -> list[list[str]]:
    """The things of a cell, each as its parts."""
    lines = re.split(r";;|\|\||\r?\n", cell)
    return [[part.strip() for part in line.split("|")] for line in lines if line.strip()]


def split_list(cell: str) -> list[str]:
    """The things of a cell that are divided by semicolons or lines."""
    return [part.strip() for part in re.split(r";|\r?\n", cell) if part.strip()]


def part(parts: list[str], position: int) -> str:
    """The part at a position, empty when the line is shorter."""
    return parts[position] if position < len(parts) else ""


def parse_certificates(cell: str) -> tuple[list[CertificateCell], list[str]]:
    """The certificates of a cell and the lines that are none."""
    found: list[CertificateCell] = []
    unknown: list[str] = []
    for parts in split_lines(cell):
        scheme, stars = _scheme(parts[0])
        first, last = parse_date(part(parts, 4)), parse_date(part(parts, 5))
        bad_date = (part(parts, 4) and first is None) or (part(parts, 5) and last is None)
        if not scheme or bad_date or (first and last and last < first):
            unknown.append(" | ".join(parts))
            continue
        found.append(CertificateCell(scheme, stars, part(parts, 1), part(parts, 2), part(parts, 3), first, last))
    return found, unknown


def parse_date(text: str) -> datetime.date | None:
    """``2025-03-01``, ``1-3-2025`` and ``1/3/2025``: the first of March."""
    for pattern in ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y"):
        try:
            return datetime.datetime.strptime(text, pattern).date()
        except ValueError:
            continue
    return None


def _scheme(text: str) -> tuple[str, int | None]:
    match = re.fullmatch(r"(?P<scheme>.*?)\s*(?P<stars>[345])\s*(?:sao|stars?|\*|★)?", text.strip(), re.I)
    if match is None:
        return text.strip(), None
    return match["scheme"].strip() or "OCOP", int(match["stars"])
