"""Cells that tell what is said: founding, age, recognition. Text is kept, never improved."""

import re
from dataclasses import dataclass

_NOTHING = {"", "not found", "year not found", "unknown", "không rõ", "chưa rõ", "undated", "-", "–"}
_DISPUTED = re.compile(r"disputed|one source|a source|elsewhere|có nguồn|nguồn khác|còn tranh cãi", re.I)
_YEAR_MISSING = re.compile(r"\s*\((?:year not found|không rõ năm)\)", re.I)
_FULL_DATE = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b")
_YEAR = re.compile(r"\b(1[0-9]{3}|20[0-9]{2})\b")
_BY = re.compile(r"(?:by|do|bởi)\s", re.I)
_DECISION = re.compile(r"(?:Decision|Quyết định|QĐ)\s*(?:số\s*)?(\d+[\w/-]*)", re.I)


@dataclass(frozen=True, slots=True)
class ClaimCell:
    """What the cell claims; ``disputed`` when the cell itself says that sources differ."""

    text: str
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class TitleCell:
    """One recognition: its words, and year, date and decision when the words have them."""

    text: str
    year: int | None = None
    date: str = ""
    decision: str = ""

    @property
    def names_a_title(self) -> bool:
        """``2009`` and ``by the city`` tell that there is a title, but not which."""
        return not (self.text.isdigit() or _BY.match(self.text))


def parse_claim(text: str) -> ClaimCell | None:
    """``17th c. (one source: 16th)`` is a disputed claim; ``not found`` is none."""
    cleaned = text.strip()
    if cleaned.lower() in _NOTHING:
        return None
    return ClaimCell(cleaned, bool(_DISPUTED.search(cleaned)))


def parse_titles(text: str) -> tuple[TitleCell, ...]:
    """``city 2008; national intangible heritage 21-2-2024`` are two recognitions."""
    titles = (_title(piece.strip()) for piece in text.split(";"))
    return tuple(title for title in titles if title is not None)


def _title(text: str) -> TitleCell | None:
    text = _YEAR_MISSING.sub("", text).strip()
    if text.lower() in _NOTHING:
        return None
    day = _FULL_DATE.search(text)
    decision = _DECISION.search(text)
    year = _YEAR.search(text if decision is None else text.replace(decision.group(0), " "))
    return TitleCell(
        text=text,
        year=int(day.group(3)) if day else int(year.group(1)) if year else None,
        date=f"{day.group(3)}-{int(day.group(2)):02d}-{int(day.group(1)):02d}" if day else "",
        decision=decision.group(1) if decision else "",
    )
