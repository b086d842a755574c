"""Place cells: the commune people know, its district, names it had in between."""

import re
from dataclasses import dataclass

_BEFORE = re.compile(r"\((?:before \d{4}|trước \d{4}):\s*([^()]+)\)", re.I)
_NOT_NAME = re.compile(r"\(([^()]*)\)")
_KIND = re.compile(r"^(xã|phường|thị trấn|huyện|quận|thị xã)\s+", re.I)


@dataclass(frozen=True, slots=True)
class FormerPlaceCell:
    """Commune and district until 7-2025; ``later`` is the commune it was merged into before."""

    commune: str
    district: str
    later: str = ""
    earlier: str = ""
    leftover: str = ""

    @property
    def last_name(self) -> str:
        """The commune's name on 30-6-2025, as the list of former communes has it."""
        return self.later or self.commune


def parse_former_place(text: str) -> FormerPlaceCell:
    """``Vạn Điểm →Vạn Nhất, Thường Tín``; ``Nam Tiến (before 2020: Văn Nhân), Phú Xuyên``."""
    earlier = _BEFORE.search(text)
    rest = _BEFORE.sub(" ", text)
    leftover = "; ".join(part.strip() for part in _NOT_NAME.findall(rest))
    pieces = [piece.strip() for piece in _NOT_NAME.sub(" ", rest).split(",")]
    first, _arrow, later = pieces[0].partition("→")
    return FormerPlaceCell(
        commune=bare_place(first),
        district=bare_place(pieces[1]) if len(pieces) > 1 else "",
        later=bare_place(later),
        earlier=earlier.group(1).strip() if earlier else "",
        leftover="; ".join(part for part in [leftover, ", ".join(pieces[2:])] if part),
    )


def bare_place(text: str) -> str:
    """The name without ``xã``, ``phường``, ``huyện``, ``quận``."""
    return re.sub(r"\s+", " ", _KIND.sub("", text.strip())).strip()
