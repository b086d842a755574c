"""Synonyms, kept by staff, read into a table of folded phrases."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from search.text import Words, folded_words, marked_words

# What stands in brackets is a note: it divides nothing, and nobody types it.
_BRACKETS = re.compile(r"\([^()]*\)")
_PART = re.compile(rf"(?:{_BRACKETS.pattern}|[^;,，；\n])+")


def parts(cell: str) -> list[str]:
    """The words of a cell, however staff divided them, each once."""
    pieces = (" ".join(part.split()) for part in _PART.findall(cell))
    return list({marked_words(piece): piece for piece in pieces if piece}.values())


def wordings(*cells: str) -> list[str]:
    """What is typed for it: the words of cells without the notes in brackets."""
    plain = (_BRACKETS.sub(" ", part) for cell in cells for part in parts(cell))
    return [" ".join(text.split()) for text in plain if folded_words(text)]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must follow each other. ``marked`` asks for this very spelling, marks included.

    ``in_places`` lets the phrase match in the names of places too.
    """

    words: Words
    marked: Words = ()
    in_places: bool = False

    @property
    def is_single(self) -> bool:
        """Whether this is one word, which in a village's name is a name."""
        return len(self.words) == 1 and not self.in_places


@dataclass(frozen=True, slots=True)
class SynonymGroup:
    """One row of the staff's list, its cells as they were written."""

    canonical_vi: str
    canonical_en: str = ""
    forms: str = ""
    collisions: str = ""

    def spellings(self) -> dict[Words, Words]:
        """Folded phrase to its spelling; a spelling with marks wins over one without."""
        found: dict[Words, Words] = {}
        for text in wordings(self.canonical_vi, self.canonical_en, self.forms):
            folded, marked = folded_words(text), marked_words(text)
            if folded not in found or found[folded] == folded:
                found[folded] = marked
        return found


@dataclass
class SynonymTable:
    """All groups, looked up by folded phrase."""

    groups: list[dict[Words, Words]] = field(default_factory=list)
    by_phrase: dict[Words, list[int]] = field(default_factory=dict)
    collisions: set[Words] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    longest: int = 0

    @classmethod
    def build(cls, rows: Iterable[SynonymGroup]) -> "SynonymTable":
        """Read the groups and find the words that collide once the marks are gone."""
        table = cls()
        by_phrase: dict[Words, list[int]] = defaultdict(list)
        for number, row in enumerate(rows):
            spellings = row.spellings()
            table.groups.append(spellings)
            table.collisions.update(map(folded_words, wordings(row.collisions)))
            for phrase in spellings:
                by_phrase[phrase].append(number)
        table.by_phrase = dict(by_phrase)
        table.words = {word for phrase in by_phrase for word in phrase}
        table.longest = max(map(len, by_phrase), default=0)
        table.collisions.update(
            phrase
            for phrase, numbers in by_phrase.items()
            if len(phrase) == 1 and len({table.groups[number][phrase] for number in numbers}) > 1
        )
        return table

    def expands(self, phrase: Words, alone: bool) -> bool:
        """Whether a phrase of the query may be expanded; a colliding one only if it is the query."""
        return phrase in self.by_phrase and (alone or phrase not in self.collisions)

    def spelling(self, phrase: Words) -> Words:
        """How the list writes a phrase, where it does so in one way; else the phrase."""
        spellings = {self.groups[number][phrase] for number in self.by_phrase.get(phrase, ())}
        return spellings.pop() if len(spellings) == 1 and phrase not in self.collisions else phrase

    def alternatives(self, phrase: Words, typed: Words) -> tuple[Phrase, ...]:
        """Everything else that means the same. Typed with marks, a colliding word, or a single one, has one meaning."""
        numbers = self.by_phrase.get(phrase, [])
        if typed != phrase and (phrase in self.collisions or len(phrase) == 1):
            numbers = [number for number in numbers if self.groups[number][phrase] == typed]
        found = {
            target: Phrase(target, spelling if target in self.collisions or _is_spelt(target, spelling) else ())
            for number in numbers
            for target, spelling in self.groups[number].items()
            if target != phrase
        }
        return tuple(found.values())


def _is_spelt(target: Words, spelling: Words) -> bool:
    """Whether marks tell a single word from others that look like it: a list with marks means them."""
    return len(target) == 1 and spelling != target


def load_table() -> SynonymTable:
    """The table of the synonyms in use, from the database."""
    from search.models import Synonym

    rows = Synonym.objects.filter(active=True).order_by("pk")
    cells = rows.values_list("canonical_vi", "canonical_en", "forms", "collisions")
    return SynonymTable.build(SynonymGroup(*row) for row in cells)
