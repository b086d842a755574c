"""Words of a cell mapped to the staff's vocabularies; words nobody knows are handed back."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from showcase.core.text import fold, normalise_marks

_INSIDE = re.compile(r"\(([^()]*)\)")
_SPLIT = re.compile(r"[,;·]|\s(?:and|on|with|và|trên)\s")
_FILLER = re.compile(r"^(?:and|on|with|in|of|và|trên|bằng|a|the)$")


@dataclass(frozen=True, slots=True)
class TermWords:
    """A term of a vocabulary and all that people type for it."""

    key: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mapped:
    """Keys in the order of the cell, and the pieces of it that name no term."""

    keys: tuple[str, ...]
    leftovers: tuple[str, ...] = ()


class Vocabulary:
    """Finds terms in a text: with marks first, without marks only where a whole piece is it."""

    def __init__(self, terms: Iterable[TermWords]) -> None:
        self._marked: dict[str, list[str]] = {}
        self._folded: dict[str, list[str]] = {}
        for term in terms:
            for phrase in term.phrases:
                if phrase.strip():
                    self._add(self._marked, normalise_marks(phrase), term.key)
                    self._add(self._folded, fold(phrase), term.key)
        self._longest = max((len(phrase.split()) for phrase in self._marked), default=0)

    @staticmethod
    def _add(index: dict[str, list[str]], phrase: str, key: str) -> None:
        keys = index.setdefault(phrase, [])
        if key not in keys:
            keys.append(key)

    def whole(self, text: str) -> list[str]:
        """The terms that this text, as a whole, stands for."""
        exact = self._marked.get(normalise_marks(text))
        if exact:
            return exact
        bare = fold(text)
        return self._folded.get(bare, []) if bare == text.strip().lower() else []

    def find(self, text: str) -> tuple[list[str], str]:
        """The terms named anywhere in the text, longest phrase first, and the words left."""
        phrases, left = self.phrases(text)
        keys = list(dict.fromkeys(key for phrase in phrases for key in self._marked[phrase]))
        return keys, " ".join(word for word in left if not _FILLER.match(word))

    def phrases(self, text: str) -> tuple[list[str], list[str]]:
        """The phrases of the vocabulary in the text, from left to right, and the other words."""
        tokens = normalise_marks(text).split()
        phrases: list[str] = []
        left: list[str] = []
        position = 0
        while position < len(tokens):
            size, phrase = self._at(tokens, position)
            if size:
                phrases.append(phrase)
            else:
                left.append(tokens[position])
            position += size or 1
        return phrases, left

    def keys(self, phrase: str) -> list[str]:
        """The terms of a phrase that :meth:`phrases` gave."""
        return self._marked.get(phrase, [])

    def _at(self, tokens: list[str], position: int) -> tuple[int, str]:
        for size in range(min(self._longest, len(tokens) - position), 0, -1):
            phrase = " ".join(tokens[position : position + size]).strip(",.;:()\"'")
            if phrase in self._marked:
                return size, phrase
        return 0, ""

    def map(self, text: str) -> Mapped:
        """``clam, abalone and turban shell on wood``: each piece by itself."""
        whole = self.whole(text)
        if whole:
            return Mapped(tuple(whole))
        keys: list[str] = []
        leftovers: list[str] = []
        for piece in self._pieces(text):
            found, unknown = self._piece(piece)
            keys += [key for key in found if key not in keys]
            leftovers += unknown
        return Mapped(tuple(keys), tuple(leftovers))

    def _piece(self, piece: str) -> tuple[list[str], list[str]]:
        whole = self.whole(piece)
        if whole:
            return whole, []
        notes = [note.strip() for note in _INSIDE.findall(piece) if note.strip()]
        bare = re.sub(r"\s+", " ", _INSIDE.sub(" ", piece)).strip()
        found = self.whole(bare)
        if found or not bare:
            return found, notes
        found, left = self.find(bare)
        return found, [piece] if left else notes

    def _pieces(self, text: str) -> list[str]:
        """Split at commas and joining words, but never inside parentheses or a known phrase."""
        pieces: list[str] = []
        for rough in _split_outside(text, re.compile(r"[,;·]")):
            if self.whole(rough) or self.whole(re.sub(r"\s+", " ", _INSIDE.sub(" ", rough)).strip()):
                pieces.append(rough)
            else:
                pieces += _split_outside(rough, _SPLIT)
        return [piece for piece in pieces if piece]


def _split_outside(text: str, pattern: re.Pattern[str]) -> list[str]:
    inside = [match.span() for match in _INSIDE.finditer(text)]
    pieces, start = [], 0
    for match in pattern.finditer(text):
        if not any(low <= match.start() < high for low, high in inside):
            pieces.append(text[start : match.start()].strip())
            start = match.end()
    return [*pieces, text[start:].strip()]


def read_terms(path: Path) -> tuple[TermWords, ...]:
    """The words of a vocabulary file: ``key,name_vi,name_en,group,group_en,also``."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            TermWords(row["key"], (row["name_vi"], row["name_en"], *also_words(row["also"])))
            for row in csv.DictReader(file)
        )


def also_words(text: str) -> list[str]:
    """The other words of a term, divided by semicolons or lines."""
    return [word.strip() for word in re.split(r"[;\n]", text) if word.strip()]
