"""Name cells: one village, its hamlets and other names in one cell."""

import re
from dataclasses import dataclass

from showcase.core.text import fold

_KIND = re.compile(r"^(?:also|còn gọi là|gồm|thôn|làng|xóm|hamlets?|village)\s+", re.I)
_SEE = re.compile(r"^(?:cf\.?|see|xem|khác với|not)\s", re.I)
_PARENTHESES = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class NameCell:
    """The name, the other names by which products may call the village, and the rest."""

    name: str
    aliases: tuple[str, ...] = ()
    leftover: str = ""


def parse_village_name(text: str) -> NameCell:
    """``Giẽ Hạ, Giẽ Thượng (Phú Yên)`` is Giẽ Hạ, also Giẽ Thượng and Phú Yên."""
    inside = [name for part in _PARENTHESES.findall(text) for name in _split(part)]
    outside = [piece for piece in _split(_PARENTHESES.sub(" ", text)) if piece]
    see = [piece for piece in outside + inside if _SEE.match(piece)]
    names = [piece for piece in outside if piece not in see]
    if not names:
        return NameCell("", leftover=text.strip())
    first = names[0]
    others = [bare_name(first), *names[1:], *(bare_name(piece) for piece in inside if piece not in see)]
    aliases: dict[str, str] = {}
    for other in others:
        if other and fold(other) != fold(first):
            aliases.setdefault(fold(other), other)
    return NameCell(first, tuple(aliases.values()), "; ".join(see))


def parse_reference(text: str) -> tuple[str, str]:
    """``Xuân La (Phượng Dực)`` is the name and what tells it from its namesakes, or ``""``."""
    inside = _PARENTHESES.search(text)
    name = re.sub(r"\s+", " ", _PARENTHESES.sub(" ", text)).strip()
    return name, inside.group(1).strip() if inside else ""


def bare_name(text: str) -> str:
    """The name without ``làng``, ``thôn``, ``also``: as products say it."""
    previous, text = "", text.strip()
    while previous != text:
        previous, text = text, _KIND.sub("", text).strip()
    return text


def _split(text: str) -> list[str]:
    return [re.sub(r"\s+", " ", piece).strip() for piece in re.split("[,;]", text)]
