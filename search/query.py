"""From what was typed to a plan, the same for every engine.

The text is folded, cut into words, and divided into units by the longest match among place
names (never expanded) and synonyms. A known phrase matches as it stands, other units when all
their words match; or one of a unit's alternatives matches as a phrase.

A word matches from its beginning while it may still be typed (the last one), when it is no
whole word of the catalogue, and where it is no Vietnamese syllable; a whole syllable does not
stand for all those that begin like it.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice, product
from typing import Protocol

from search.promotions import Promotion
from search.synonyms import Phrase, SynonymTable
from search.text import Words, clean_query, folded_words, marked_words
from search.typing import EMPTY_WORDS, LOOSE_WORDS, is_syllable, stems, untyped

MAX_WORDS = 24
MAX_SPLITS = 3
MAX_PARTS = 4
#: Spellings tried of one query, and their words in all: a long query takes no longer than a short one.
MAX_TRIALS = 100
MAX_TRIED_WORDS = 800
KEPT_CORRECTIONS = 3


@dataclass(frozen=True, slots=True)
class Unit:
    """Words of the query that belong together, and what may stand for them.

    ``is_phrase``: the words are known to follow each other. ``begins`` says of each word whether it matches from its
    beginning, ``begins_in_prose`` the same for running text; ``stems`` are beginnings that forms of an English word
    share. ``is_spelt``: a single word that a name or term has just so, typed with marks or listed by the staff as one
    that marks tell apart: with other marks it is another word.
    """

    words: Words
    alternatives: tuple[Phrase, ...] = ()
    marked: Words = ()
    is_phrase: bool = False
    begins: tuple[bool, ...] = ()
    begins_in_prose: tuple[bool, ...] = ()
    stems: Words = ()
    is_spelt: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """A query, understood: its words with and without marks, and its units."""

    marked: Words = ()
    words: Words = ()
    units: tuple[Unit, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.words

    @property
    def needed(self) -> int:
        """How many units a record must have in its names, terms or places; the rest may be in its text."""
        return (len(self.units) + 1) // 2 if len(self.units) > 1 else 0


class Catalogue(Protocol):
    """What planning must know about the catalogue."""

    def knows(self, word: str) -> bool:
        """Whether a folded word occurs."""

    def spells(self, word: str) -> bool:
        """Whether a word occurs with these marks in a name or a term."""

    def near(self, word: str) -> list[str]:
        """Words of the catalogue one slip away."""

    def rows(self, plan: Plan) -> int:
        """How many records a plan finds."""


@dataclass
class Planner:
    """Plans queries with the present synonyms, place names, and what staff put first."""

    synonyms: SynonymTable = field(default_factory=SynonymTable)
    places: Container[Words] = ()
    longest_place: int = 0
    promotions: Mapping[Words, tuple[Promotion, ...]] = field(default_factory=dict)

    def plan(self, text: str, catalogue: Catalogue) -> Plan:
        """Understand a text as it stands."""
        cleaned = clean_query(text)
        marked, words = marked_words(cleaned)[:MAX_WORDS], folded_words(cleaned)[:MAX_WORDS]
        if len(marked) != len(words):
            marked = words
        return self._plan(marked, words, catalogue)

    @staticmethod
    def loosened(plan: Plan) -> Plan | None:
        """The plan without words that say little; ``None`` when it has none, or no others."""
        units = _telling(plan.units, LOOSE_WORDS)
        return replace(plan, units=units) if len(units) < len(plan.units) else None

    def untyped(self, plan: Plan, catalogue: Catalogue) -> Plan | None:
        """The plan without what Telex or VNI left in unknown words, if its words then are a known phrase."""
        if all(catalogue.knows(word) for word in plan.words):
            return None
        for words in islice(_untyped(plan.words), 1):
            candidate = self._plan(words, words, catalogue)
            if len(candidate.units) < len(plan.units):
                return candidate
        return None

    def corrections(self, plan: Plan, catalogue: Catalogue) -> list[Plan]:
        """Plans for what was meant, best first: known phrases, then those with which the whole query finds most."""
        trials = (_untyped(plan.words), _respelled(plan.words, catalogue, 1), _respelled(plan.words, catalogue, 2))
        for spellings in trials:
            found: dict[Words, tuple[int, int, Plan]] = {}
            for words in islice(spellings, min(MAX_TRIALS, MAX_TRIED_WORDS // len(plan.words))):
                candidate = self._plan(words, words, catalogue)
                if rows := catalogue.rows(candidate):
                    found[words] = (len(candidate.units), -rows, candidate)
            if found:
                best = sorted(found.items(), key=lambda item: (item[1][:2], item[0]))
                return [candidate for _words, (_units, _rows, candidate) in best[:KEPT_CORRECTIONS]]
        return []

    def _plan(self, marked: Words, words: Words, catalogue: Catalogue) -> Plan:
        units = []
        for start, end in self._segments(words, catalogue):
            unit = self._unit(words[start:end], marked[start:end], end - start == len(words), catalogue)
            begins = tuple(
                number == len(words) - 1 or not is_syllable(word) or not catalogue.knows(word)
                for number, word in enumerate(unit.words, start=start)
            )
            in_prose = tuple(not is_syllable(word) or not catalogue.knows(word) for word in unit.words)
            typed = marked[start:end]
            says_marks = typed != unit.words or unit.words in self.synonyms.collisions
            is_spelt = len(typed) == 1 and says_marks and catalogue.spells(typed[0])
            units.append(replace(unit, marked=typed, begins=begins, begins_in_prose=in_prose, is_spelt=is_spelt))
        return Plan(marked, words, _telling(tuple(units), EMPTY_WORDS))

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
        if self.synonyms.expands(self._listed(phrase), alone):
            return 1
        if len(phrase) == 2 and catalogue.knows("".join(phrase)):
            return 2
        return None

    def _unit(self, phrase: Words, typed: Words, alone: bool, catalogue: Catalogue) -> Unit:
        if phrase in self.places:
            return Unit(phrase, is_phrase=len(phrase) > 1)
        found: dict[Phrase, None] = {}
        listed = self._listed(phrase)
        is_known = self.synonyms.expands(listed, alone)
        if is_known:
            found.update(dict.fromkeys(self.synonyms.alternatives(listed, typed if listed == phrase else listed)))
            if listed != phrase:
                found[Phrase(listed)] = None
        joined = "".join(phrase)
        if len(phrase) > 1 and catalogue.knows(joined):
            found[Phrase((joined,), in_places=True)] = None
        if len(phrase) == 1 and not catalogue.knows(joined):
            for parts in islice(_splits(joined, catalogue, MAX_PARTS), MAX_SPLITS):
                found[Phrase(parts, in_places=True)] = None
                if parts not in self.places and self.synonyms.expands(parts, alone):
                    found.update(dict.fromkeys(self.synonyms.alternatives(parts, parts)))
        return Unit(
            phrase,
            tuple(found),
            is_phrase=is_known and len(phrase) > 1,
            stems=stems(joined) if len(phrase) == 1 else (),
        )

    def _listed(self, phrase: Words) -> Words:
        """The phrase as the staff's list has it: ``conical hats`` stands there as ``conical hat``."""
        if phrase not in self.synonyms.by_phrase:
            for stem in stems(phrase[-1]):
                if (*phrase[:-1], stem) in self.synonyms.by_phrase:
                    return *phrase[:-1], stem
        return phrase


def _telling(units: tuple[Unit, ...], empty: frozenset[str]) -> tuple[Unit, ...]:
    """The units but for words that say nothing; those of a query of nothing else are kept."""
    return tuple(unit for unit in units if unit.alternatives or " ".join(unit.words) not in empty) or units


def _untyped(words: Words) -> Iterator[Words]:
    """The query without what Telex or VNI left in it."""
    readings = [untyped(word) or [word] for word in words]
    for reading in product(*readings):
        if reading != words:
            yield reading
    # A letter that is a mark in one word may belong to another, as the s of English plurals does.
    for position, found in enumerate(readings):
        for bare in found:
            if bare != words[position]:
                yield *words[:position], bare, *words[position + 1 :]


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
