"""Rows in which words follow each other, found when first asked for and kept.

Names are in the index. Of running text the index has the words only: it gives the candidates, and the entries' own text
decides.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from pyroaring import BitMap

from search.engines.index import Index
from search.engines.rows import Row, padded, parts_of
from search.text import Words

MOST_KEPT = 5_000
#: Of so many rows at most, the newest, the running text is read for one phrase.
MOST_READ = 2_000


class Sought(NamedTuple):
    """Words in a row; ``marked`` asks for this very spelling, ``begins`` lets the last word go on."""

    words: Words
    marked: Words = ()
    begins: bool = False

    def within(self, folded: str, marked: str) -> bool:
        """Whether a padded text has them, given in both spellings."""
        wanted = " ".join(self.marked or self.words)
        return f" {wanted}{'' if self.begins else ' '}" in (marked if self.marked else folded)


class EntryText(NamedTuple):
    """The text of one entry, with and without marks."""

    code: str
    folded: str
    marked: str


class TextSource(Protocol):
    """Where the entries' text is."""

    def texts(self, codes: Sequence[str]) -> Iterable[EntryText]:
        """The text of these entries, those that still exist."""


class Phrases:
    """Phrases to rows, kept right when rows change."""

    def __init__(self, index: Index, source: TextSource) -> None:
        self._index = index
        self._source = source
        self._names: dict[Sought, BitMap] = {}
        self._prose: dict[Sought, BitMap] = {}

    def in_names(self, sought: Sought, candidates: BitMap) -> BitMap:
        """Those of the rows with these words in whose names they follow each other."""
        if sought not in self._names:
            if len(self._names) >= MOST_KEPT:
                self._names.clear()
            folded, marked, within = self._index.folded_names, self._index.marked_names, sought.within
            self._names[sought] = BitMap([row for row in candidates if within(folded[row], marked[row])])
        return self._names[sought]

    def in_prose(self, phrases: Iterable[Sought]) -> list[BitMap]:
        """Rows with each phrase in their running text, with at most one reading of text."""
        asked = list(phrases)
        unknown = [phrase for phrase in dict.fromkeys(asked) if phrase not in self._prose]
        if len(self._prose) + len(unknown) > MOST_KEPT:
            self._prose.clear()
            unknown = list(dict.fromkeys(asked))
        candidates = {phrase: self._with_words(phrase.words) for phrase in unknown}
        found = {phrase: BitMap() for phrase in unknown}
        for text in self._texts(BitMap.union(BitMap(), *candidates.values())):
            ordinal = self._index.ordinal_of.get(text.code)
            if ordinal is not None:
                _try(ordinal, text, {phrase: found[phrase] for phrase in unknown if ordinal in candidates[phrase]})
        self._prose |= found  # all of it was read: what a broken connection left half done is not kept
        return [self._prose[phrase] for phrase in asked]

    def together(self, ways: Sequence[Sequence[Sought]], candidates: BitMap) -> BitMap:
        """Those of the rows in which one clause of the running text has one of each of these ways."""
        rows = candidates[len(candidates) - MOST_READ :] if len(candidates) > MOST_READ else candidates
        found = BitMap()
        for text in self._texts(rows):
            ordinal = self._index.ordinal_of.get(text.code)
            clauses = zip(*(parts_of(each)[2].split("\n") for each in (text.folded, text.marked)), strict=False)
            if ordinal is not None and any(_has_one_of_each(ways, *map(padded, clause)) for clause in clauses):
                found.add(ordinal)
        return found

    def with_words(self, patterns: Sequence[str], least: int, rows: BitMap) -> BitMap:
        """Those of the rows whose text has words with marks that so many of these regular expressions fit."""
        fits = [re.compile(f" {pattern} ").search for pattern in patterns]
        found = BitMap()
        for text in self._texts(rows):
            words = f" {'  '.join(set(' '.join(parts_of(text.marked)).split()))} "
            if text.code in self._index.ordinal_of and sum(bool(each(words)) for each in fits) >= least:
                found.add(self._index.ordinal_of[text.code])
        return found

    def forget(self, codes: Iterable[str]) -> None:
        """Rows that are about to change or leave."""
        gone = BitMap(self._index.ordinal_of[code] for code in codes if code in self._index.ordinal_of)
        if gone:
            for rows in (*self._names.values(), *self._prose.values()):
                rows.difference_update(gone)

    def learn(self, rows: Iterable[Row]) -> None:
        """Rows that were taken into the index."""
        for row in rows:
            ordinal = self._index.ordinal_of[row.code]
            folded, marked = self._index.folded_names[ordinal], self._index.marked_names[ordinal]
            for sought, kept in self._names.items():
                if sought.within(folded, marked):
                    kept.add(ordinal)
            words = set(parts_of(row.folded)[2].split())
            fitting = {phrase: kept for phrase, kept in self._prose.items() if words.issuperset(phrase.words)}
            _try(ordinal, EntryText(row.code, row.folded, row.marked), fitting)

    def _with_words(self, words: Words) -> BitMap:
        nothing = BitMap()
        rows = BitMap.intersection(*(self._index.prose_words.get(word, nothing) for word in words))
        return rows[len(rows) - MOST_READ :] if len(rows) > MOST_READ else rows

    def _texts(self, rows: BitMap) -> Iterable[EntryText]:
        return self._source.texts([self._index.codes[ordinal] for ordinal in rows]) if rows else ()


def _has_one_of_each(ways: Sequence[Sequence[Sought]], folded: str, marked: str) -> bool:
    return all(any(sought.within(folded, marked) for sought in each) for each in ways)


def _try(ordinal: int, text: EntryText, phrases: Mapping[Sought, BitMap]) -> None:
    """Add the row to those of each phrase that its running text has."""
    if phrases:
        folded, marked = padded(parts_of(text.folded)[2]), padded(parts_of(text.marked)[2])
        for phrase, rows in phrases.items():
            if phrase.within(folded, marked):
                rows.add(ordinal)
