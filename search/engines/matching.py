"""Which rows a plan finds, in tiers from the surest match to the farthest."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pyroaring import BitMap

from search.engines.index import Index
from search.engines.phrases import PhraseCache
from search.query import Plan, Planner, Unit

#: Ranks of the tiers, as the contract names them.
NAME_MARKED, NAME_FOLDED, NAME_PREFIX, TEXT, SYNONYM, TYPO = range(6)


@dataclass(frozen=True, slots=True)
class Match:
    """All rows found and their tiers, best first, without overlap."""

    hits: BitMap
    tiers: tuple[BitMap, ...]
    plan: Plan = field(default_factory=Plan)
    correction: str = ""


class Matcher:
    """Evaluates plans on one state of an index; itself the planner's view of the catalogue."""

    def __init__(self, index: Index, phrases: PhraseCache, planner: Planner) -> None:
        self._index = index
        self._phrases = phrases
        self._planner = planner
        self._prefixes: dict[str, BitMap] = {}

    # --- What planning asks -------------------------------------------------------------------------------------------

    def knows(self, word: str) -> bool:
        """Whether a folded word occurs anywhere."""
        return self._index.knows(word)

    def near(self, word: str) -> list[str]:
        """Words of the catalogue and of the synonyms, one slip away; a word that staff listed is no slip."""
        if word in self._synonym_words and not self.knows(word):
            return []
        return [near for near in self._index.slips.near(word) if self.knows(near) or near in self._synonym_words]

    @property
    def _synonym_words(self) -> set[str]:
        return self._planner.synonyms.words

    def rows(self, plan: Plan) -> int:
        """How many rows a plan finds: its words only, or through synonyms when those find none."""
        return len(self._literal(plan)) or len(self._expanded(plan))

    # --- Matching -----------------------------------------------------------------------------------------------------

    def match(self, text: str) -> Match:
        """Everything the text finds; typos are tried only when it finds nothing."""
        plan = self._planner.plan(text, self)
        if plan.is_empty:
            return Match(BitMap(), (), plan)
        tiers = self._tiers(plan)
        if not any(tiers):
            return self._corrected(plan)
        return Match(BitMap.union(*tiers), tiers, plan)

    def _corrected(self, plan: Plan) -> Match:
        self._learn_synonyms()
        found: list[BitMap] = []
        seen = BitMap()
        corrections = self._planner.corrections(plan, self)
        for correction in corrections:
            for tier in self._tiers(correction):
                found.append(tier - seen)
                seen |= tier
        if not corrections:
            return Match(BitMap(), (), plan)
        empty = tuple(BitMap() for _tier in range(TYPO))
        best = corrections[0]
        return Match(seen, (*empty, *found), best, " ".join(best.words))

    def _learn_synonyms(self) -> None:
        for word in self._synonym_words:
            self._index.slips.add(word)

    def _tiers(self, plan: Plan) -> tuple[BitMap, ...]:
        index = self._index
        literal = self._literal(plan)
        candidates = (
            _all_of(index.marked_words.get(word) for word in plan.marked) | self._by_code(plan),
            _all_of(index.name_words.get(word) for word in plan.words),
            _all_of(index.beginning(word, index.name_words) for word in plan.words) if literal else BitMap(),
            literal,
            self._expanded(plan),
        )
        tiers, seen = [], BitMap()
        for candidate in candidates:
            tiers.append(candidate - seen)
            seen |= candidate
        return tuple(tiers)

    def _literal(self, plan: Plan) -> BitMap:
        return _all_of(self._prefix(word) for word in plan.words) | self._by_code(plan)

    def _by_code(self, plan: Plan) -> BitMap:
        """The record whose code is the whole query; a code never matches by its beginning."""
        row = self._index.ordinal_of.get(plan.words[0].upper()) if len(plan.words) == 1 else None
        return BitMap() if row is None else BitMap([row])

    def _expanded(self, plan: Plan) -> BitMap:
        fixed = [unit for unit in plan.units if not unit.alternatives]
        if len(fixed) == len(plan.units) or not all(self._unit(unit) for unit in fixed):
            return BitMap()
        self._phrases.prepare(phrase for unit in plan.units for phrase in unit.alternatives)
        return _all_of(self._unit(unit) for unit in plan.units)

    def _unit(self, unit: Unit) -> BitMap:
        literal = _all_of(self._prefix(word) for word in unit.words)
        return BitMap.union(literal, *(self._phrases.rows(phrase) for phrase in unit.alternatives))

    def _prefix(self, word: str) -> BitMap:
        if word not in self._prefixes:
            self._prefixes[word] = self._index.beginning(word, self._index.text_words, self._index.place_words)
        return self._prefixes[word]


def _all_of(bitmaps: Iterable[BitMap | None]) -> BitMap:
    """Rows in all of the bitmaps; a word that does not occur (``None``) empties the answer."""
    found: BitMap | None = None
    for bitmap in bitmaps:
        if not bitmap:
            return BitMap()
        found = bitmap.copy() if found is None else found & bitmap
    return found if found is not None else BitMap()
