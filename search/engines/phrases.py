"""Rows in which words follow each other, found when first asked for and kept.

Single words come from the index. For longer phrases the index gives the candidates and the
entries' own text decides.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from pyroaring import BitMap

from search.engines.index import PARTS, Index, Row, padded
from search.synonyms import Phrase

MOST_KEPT = 5_000
#: A run of letters may be divided in ways nobody means: of so many rows at most, the newest, the text is read.
MOST_GUESSED = 2_000


class EntryText(NamedTuple):
    """The text of one entry, with and without marks."""

    code: str
    folded: str
    marked: str


class TextSource(Protocol):
    """Where the entries' text is."""

    def texts(self, codes: Sequence[str]) -> Iterable[EntryText]:
        """The text of these entries, those that still exist."""


class PhraseCache:
    """Phrase to rows, kept right when rows change."""

    def __init__(self, index: Index, source: TextSource) -> None:
        self._index = index
        self._source = source
        self._kept: dict[Phrase, BitMap] = {}

    def rows(self, phrase: Phrase) -> BitMap:
        """The rows with a phrase; call :meth:`prepare` with all phrases of a query before."""
        if phrase not in self._kept:
            self.prepare([phrase])
        return self._kept[phrase]

    def prepare(self, phrases: Iterable[Phrase]) -> None:
        """Find the rows of all phrases not yet known, with at most one reading of text."""
        unknown = [phrase for phrase in dict.fromkeys(phrases) if phrase not in self._kept]
        if len(self._kept) + len(unknown) > MOST_KEPT:
            self._kept.clear()
        candidates = {phrase: self._candidates(phrase) for phrase in unknown}
        for phrase in unknown:
            self._kept[phrase] = candidates.pop(phrase).copy() if _is_plain(phrase) else BitMap()
        together = BitMap.union(BitMap(), *candidates.values())
        if not together:
            return
        for text in self._source.texts([self._index.codes[ordinal] for ordinal in together]):
            ordinal = self._index.ordinal_of.get(text.code)
            if ordinal is not None:
                self._try(ordinal, text, [phrase for phrase, rows in candidates.items() if ordinal in rows])

    def forget(self, codes: Iterable[str]) -> None:
        """Rows that are about to change or leave."""
        gone = BitMap(self._index.ordinal_of[code] for code in codes if code in self._index.ordinal_of)
        if gone:
            for rows in self._kept.values():
                rows.difference_update(gone)

    def learn(self, rows: Iterable[Row]) -> None:
        """Rows that were taken into the index."""
        for row in rows:
            words = set(row.folded.split())
            fitting = [phrase for phrase in self._kept if words.issuperset(phrase.words)]
            self._try(self._index.ordinal_of[row.code], EntryText(row.code, row.folded, row.marked), fitting)

    def _candidates(self, phrase: Phrase) -> BitMap:
        nothing = BitMap()
        bitmaps = []
        for word in phrase.words:
            rows = self._index.text_words.get(word, nothing)
            bitmaps.append(rows | self._index.place_words.get(word, nothing) if phrase.in_places else rows)
        rows = BitMap.intersection(*bitmaps) if bitmaps else nothing
        if phrase.in_places and len(rows) > MOST_GUESSED and not _is_plain(phrase):
            return rows[len(rows) - MOST_GUESSED :]
        return rows

    def _try(self, ordinal: int, text: EntryText, phrases: Iterable[Phrase]) -> None:
        haystacks: dict[tuple[bool, bool], str] = {}
        for phrase in phrases:
            kind = (bool(phrase.marked), phrase.in_places)
            if kind not in haystacks:
                whole = text.marked if phrase.marked else text.folded
                haystacks[kind] = padded(whole if phrase.in_places else whole.rpartition(PARTS)[0])
            if f" {' '.join(phrase.marked or phrase.words)} " in haystacks[kind]:
                self._kept[phrase].add(ordinal)


def _is_plain(phrase: Phrase) -> bool:
    """A single word in any spelling: the index alone knows its rows."""
    return len(phrase.words) == 1 and not phrase.marked
