"""Reading the catalogues that give Wagtail's words in Vietnamese."""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tests.catalogues import ROOT

OURS = ROOT / "showcase" / "core" / "locale_wagtail" / "vi" / "LC_MESSAGES"


def catalogue(path: Path) -> Catalog:
    """The catalogue in a file."""
    with path.open("rb") as file:
        return read_po(file)


def ours(domain: str) -> list[Message]:
    """Our words for a domain of gettext."""
    return [message for message in catalogue(OURS / f"{domain}.po") if message.id]


def texts(given: object) -> list[str]:
    """The forms of a message or of its translation, singular first."""
    return [given] if isinstance(given, str) else [str(text) for text in given or ()]
