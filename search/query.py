"""From what was typed to a plan, the same for every engine.

The text is folded, cut into words, and divided into units by the longest match among place
names (never expanded) and synonyms. A unit matches when all its words match from their
beginning, or when one of its alternatives matches as a phrase.
"""

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from itertools import islice, product
from typing import Protocol

from search.synonyms import Phrase, SynonymTable
from search.text import Words, clean_query, folded_words, marked_words

MAX_WORDS = 24
MAX_SPLITS = 3
MAX_PARTS = 4
MAX_TRIALS = 100
KEPT_CORRECTIONS = 3


@dataclass(frozen=True, slots=True)
class Unit:
    """Words of the query that belong together, and what may stand for them."""

    words: Words
    alternatives: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A query, understood: its words with and without marks, and its units."""

    marked: Words = ()
    words: Words = ()
    units: tuple[Unit, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.words


class Catalogue(Protocol):
    """What planning must know about the catalogue."""

    def knows(self, word: str) -> bool:
        """Whether a folded word occurs."""

    def near(self, word: str) -> list[str]:
        """Words of the catalogue one slip away."""

    def rows(self, plan: Plan) -> int:
        """How many records a plan finds."""


@dataclass
class Planner:
    """Plans queries with the present synonyms and place names."""

    synonyms: SynonymTable = field(default_factory=SynonymTable)
    places: Container[Words] = ()
    longest_place: int = 0

    def plan(self, text: str, catalogue: Catalogue) -> Plan:
        """Understand a text as it stands."""
        cleaned = clean_query(text)
        marked, words = marked_words(cleaned)[:MAX_WORDS], folded_words(cleaned)[:MAX_WORDS]
        if len(marked) != len(words):
            marked = words
        return self._plan(marked, words, catalogue)

    def corrections(self, plan: Plan, catalogue: Catalogue) -> list[Plan]:
        """Plans for what was meant, best first: those with which the whole query finds most."""
        for slips in (1, 2):
            found: dict[Words, tuple[int, Plan]] = {}
            for words in islice(_respelled(plan.words, catalogue, slips), MAX_TRIALS):
                candidate = self._plan(words, words, catalogue)
                rows = catalogue.rows(candidate)
                if rows:
                    found[words] = (rows, candidate)
            if found:
                best = sorted(found.items(), key=lambda item: (-item[1][0], item[0]))
                return [candidate for _words, (_rows, candidate) in best[:KEPT_CORRECTIONS]]
        return []

    def _plan(self, marked: Words, words: Words, catalogue: Catalogue) -> Plan:
        units = tuple(
            self._unit(words[start:end], marked[start:end], end - start == len(words), catalogue)
            for start, end in self._segments(words, catalogue)
        )
        return Plan(marked, words, units)

    def _segments(self, words: Words, catalogue: Catalogue) -> list[tuple[int, int]]:
        """Non-overlapping spans that cover the query: the longest known ones first."""
        spans: list[tuple[int, int, int]] = []
        longest = max(self.longest_place, self.synonyms.longest, 2)
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + longest) + 1):
                rank = self._rank(words[start:end], end - start == len(words), catalogue)
                if rank is not None:
                    spans.append((start - end, rank, start))
        taken: set[int] = set()
        chosen = []
        for minus_length, _rank, start in sorted(spans):
            positions = range(start, start - minus_length)
            if taken.isdisjoint(positions):
                taken.update(positions)
                chosen.append((start, start - minus_length))
        chosen += [(single, single + 1) for single in range(len(words)) if single not in taken]
        return sorted(chosen)

    def _rank(self, phrase: Words, alone: bool, catalogue: Catalogue) -> int | None:
        if phrase in self.places:
            return 0
        if self.synonyms.expands(phrase, alone):
            return 1
        if len(phrase) == 2 and catalogue.knows("".join(phrase)):
            return 2
        return None

    def _unit(self, phrase: Words, typed: Words, alone: bool, catalogue: Catalogue) -> Unit:
        if phrase in self.places:
            return Unit(phrase)
        found: dict[Phrase, None] = {}
        if self.synonyms.expands(phrase, alone):
            found.update(dict.fromkeys(self.synonyms.alternatives(phrase, typed)))
        joined = "".join(phrase)
        if len(phrase) > 1 and catalogue.knows(joined):
            found[Phrase((joined,), in_places=True)] = None
        if len(phrase) == 1 and not catalogue.knows(joined):
            for parts in islice(_splits(joined, catalogue, MAX_PARTS), MAX_SPLITS):
                found[Phrase(parts, in_places=True)] = None
                if parts not in self.places and self.synonyms.expands(parts, alone):
                    found.update(dict.fromkeys(self.synonyms.alternatives(parts, parts)))
        return Unit(phrase, tuple(found))


def _splits(word: str, catalogue: Catalogue, parts: int) -> Iterator[Words]:
    """Ways to divide a run of letters into words that occur, fewest parts first."""
    if parts < 2 or len(word) < 4:
        return
    for cut in range(1, len(word)):
        if catalogue.knows(word[:cut]) and catalogue.knows(word[cut:]):
            yield word[:cut], word[cut:]
    for cut in range(2, len(word) - 2):
        if catalogue.knows(word[:cut]):
            for rest in _splits(word[cut:], catalogue, parts - 1):
                yield word[:cut], *rest


def _respelled(words: Words, catalogue: Catalogue, slips: int) -> Iterator[Words]:
    """The query with one or two of its words replaced by near ones."""
    near = [catalogue.near(word) for word in words]
    if slips == 1:
        for position, candidates in enumerate(near):
            for candidate in candidates:
                yield *words[:position], candidate, *words[position + 1 :]
        return
    for first in range(len(words)):
        for second in range(first + 1, len(words)):
            for one, other in product(near[first], near[second]):
                changed = list(words)
                changed[first], changed[second] = one, other
                yield tuple(changed)
