"""What staff show first for a query: from what they wrote to a table of folded words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote, urlsplit

from django.db.models import Q

from search.entries import documents_of
from search.models import PromotedResult, SearchEntry
from search.synonyms import wordings
from search.text import Words, folded_words

#: So many are shown first for one query.
MOST = 5


@dataclass(frozen=True, slots=True)
class Promotion:
    """A record shown first, from one day to another, both counted; ``None`` is without limit."""

    code: str
    start: date | None = None
    end: date | None = None

    def is_on(self, day: date) -> bool:
        """Whether it is shown on this day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


def load_promotions() -> dict[Words, tuple[Promotion, ...]]:
    """Folded words of a query to what is shown first, in order; a code that two rows name stands where it came first.

    Days are judged by who asks: rows that begin later or have ended are here too.
    """
    found: dict[Words, dict[Promotion, None]] = {}
    for row in PromotedResult.objects.filter(active=True).order_by("pk"):
        for wording in wordings(row.query):
            found.setdefault(folded_words(wording), {}).update(
                dict.fromkeys(Promotion(code, row.start, row.end) for code in row.targets.split())
            )
    return {words: tuple(promotions) for words, promotions in found.items()}


def code_of(typed: str) -> str | None:
    """The code of the public record that staff mean by a code or by an address pasted from the browser."""
    path = unquote(urlsplit(typed.strip()).path)
    pieces = [piece for piece in re.split(r"/", path) if piece]
    guesses = {guess for piece in pieces for guess in _spellings(piece)}
    if known := documents_of(guesses):
        return max(known, key=len)
    by_address = SearchEntry.objects.filter(Q(document__cards__vi__url=path) | Q(document__cards__en__url=path))
    return next(iter(documents_of(by_address.values_list("code", flat=True))), None) if pieces else None


def _spellings(piece: str) -> Iterable[str]:
    """A part of an address whole, and what stands behind its last hyphen, as codes are written."""
    for text in (piece, piece.rpartition("-")[2]):
        yield from (text, text.upper(), text.lower())


def names_of(codes: Iterable[str]) -> dict[str, str]:
    """The Vietnamese name of each record that is public, by code."""
    names = {code: document.names for code, document in documents_of(set(codes)).items()}
    return {code: own.get("vi") or next(iter(own.values()), code) for code, own in names.items()}
