"""From what was typed to a plan, the same for every engine.

The text is folded, cut into words, and divided into units by the longest match among place
names (never expanded) and synonyms. A known phrase matches as it stands, other units when all
their words match; or one of a unit's alternatives matches as a phrase.

A word matches from its beginning while it may still be typed (the last one), when it is no
whole word of the catalogue, and where it is no Vietnamese syllable; a whole syllable does not
stand for all those that begin like it. Words for a kind of record (``nghệ nhân``) stand for
all of that kind; a place's rank (``xã``) says nothing beside its name.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice, product
from operator import itemgetter

from search.plan import Catalogue, Plan, Unit
from search.promotions import Promotion
from search.reading import KIND_WORDS, codes_in, kind_meant, without_overlap, without_ranks
from search.relaxing import LONGEST_DIVIDED, eased, half_apart, most_apart
from search.spellings import is_sure, respelled, splits, still_marked, untyped_words
from search.synonyms import Phrase, SynonymTable
from search.text import Words, clean_query, folded_words, marked_words
from search.typing import EMPTY_WORDS, LOOSE_WORDS, fitting, is_syllable, says_little, stems
from search.typos import SHORTEST_BESIDE, is_one_slip

MAX_WORDS = 24
MAX_SPLITS = 3
MAX_PARTS = 4
#: Spellings tried of one query, and their words in all: a long query takes no longer than a short one.
MAX_TRIALS = 100
MAX_TRIED_WORDS = 800
KEPT_CORRECTIONS = 3
#: The number of the trial that corrects two words, and how many letters those have at least.
MOST_SLIPS = 3
SURE_LETTERS = 7
#: So many corrections of short words are looked up.
MOST_DOUBTED = 5
#: The rank of words that are one word in the catalogue, or were typed as one.
_JOINED = 2
_LONGEST_KIND = max(map(len, KIND_WORDS))


@dataclass
class Planner:
    """Plans queries with the present synonyms, place names, and what staff put first."""

    synonyms: SynonymTable = field(default_factory=SynonymTable)
    places: Container[Words] = ()
    longest_place: int = 0
    promotions: Mapping[Words, tuple[Promotion, ...]] = field(default_factory=dict)

    def plan(self, text: str, catalogue: Catalogue, is_typing: bool = False) -> Plan:
        """Understand a text as it stands; with ``is_typing`` its last word may go on."""
        cleaned = clean_query(text)
        marked, words = marked_words(cleaned)[:MAX_WORDS], folded_words(cleaned)[:MAX_WORDS]
        if len(marked) != len(words):
            marked = words
        code = next(filter(catalogue.has_code, codes_in(cleaned)), "")
        marked, words = without_ranks(marked, words, self.places, self.longest_place)
        plan = self._plan(marked, words, catalogue, is_typing=is_typing)
        return replace(plan, code=code) if code else plan

    def parted(self, plan: Plan, catalogue: Catalogue) -> Iterator[Plan]:
        """The plan with joined words divided in ways the catalogue may have, those with fewest units first."""
        if plan.is_long:
            return
        ways: list[list[Words]] = [[(word,)] for word in plan.words]
        for way in ways:
            word = way[0][0]
            if not catalogue.knows(word) and not any(map(str.isdigit, word)):
                way[1:] = list(islice(splits(word, catalogue.knows, MAX_PARTS), MAX_SPLITS))
        divided = [self._divided(plan, chosen, catalogue) for chosen in islice(product(*ways), 1, MAX_SPLITS**2)]
        yield from sorted(filter(catalogue.rows, divided), key=lambda each: len(each.units))

    def _divided(self, plan: Plan, chosen: Sequence[Words], catalogue: Catalogue) -> Plan:
        marked: list[str] = []
        spans = []
        for typed, parts in zip(plan.marked, chosen, strict=True):
            if len(parts) > 1:
                spans.append((len(marked), len(marked) + len(parts)))
            marked += parts if len(parts) > 1 else (typed,)
        words = tuple(part for parts in chosen for part in parts)
        return replace(self._plan(tuple(marked), words, catalogue, spans=spans), code=plan.code)

    def apart(self, plan: Plan, catalogue: Catalogue) -> Plan:
        """The plan with each word of a listed phrase for itself, spelt as listed; without those that say little."""
        less = eased(self._plan(plan.spelling, plan.words, catalogue, divides=True))
        return replace(less, spelt=most_apart(less.units) if plan.spelt else 0)

    def untyped(self, plan: Plan, catalogue: Catalogue) -> Plan | None:
        """The plan without what Telex or VNI left in unknown words, if its words then are a known phrase."""
        if all(catalogue.knows(word) for word in plan.words):
            return None
        for words in islice(untyped_words(plan.words), 1):
            candidate = self._plan(words, words, catalogue)
            if len(candidate.units) < len(plan.units):
                return candidate
        return None

    def meant(self, plan: Plan, catalogue: Catalogue) -> Iterator[Plan]:
        """Plans with a known phrase that is one slip away from words of the query."""
        for words in islice(self._phrases_near(plan.words), KEPT_CORRECTIONS):
            yield self._plan(still_marked(plan, words), words, catalogue)

    def corrections(self, plan: Plan, catalogue: Catalogue) -> list[Plan]:
        """Plans for what was meant, best first: known phrases, then those with which the whole query finds most."""
        near = catalogue.near
        little = {at for at, each in enumerate(zip(plan.words, plan.marked, strict=True)) if says_little(*each)}
        placed = self._placed(plan.words) | (little if len(little) < len(plan.words) else set())
        trials = (
            untyped_words(plan.words),
            self._phrases_near(plan.words),
            respelled(plan.words, near, 1, placed),
            respelled(plan.words, near, 2, placed),
        )
        for number, spellings in enumerate(trials):
            found: list[tuple[tuple[int, int, Words], Plan]] = []
            doubted: list[tuple[tuple[int, int, Words], Plan]] = []
            for words in islice(spellings, min(MAX_TRIALS, MAX_TRIED_WORDS // len(plan.words))):
                if len(set(words)) < len(set(plan.words)):
                    continue  # a slip makes no word of another one of the query
                candidate = self._plan(still_marked(plan, words) if number else words, words, catalogue)
                new = set(words) - set(plan.words)
                is_doubtful = number == MOST_SLIPS and sum(map(len, new)) < SURE_LETTERS
                if (is_doubtful or any(map(LOOSE_WORDS.__contains__, new))) and not (
                    len(candidate.units) < len(plan.units) or catalogue.has_phrase(words, in_prose=False)
                ):
                    continue  # two slips in few letters, or a word that says little: only in a name, or listed
                if not (rows := catalogue.rows(candidate)):
                    candidate = eased(candidate)
                    listed = {word for unit in candidate.units if unit.alternatives for word in unit.words}
                    rows = catalogue.rows(candidate) if new <= listed else 0
                if rows:
                    sure = number == 0 or is_sure(plan, candidate, catalogue)
                    (found if sure else doubted).append(((len(candidate.units), -rows, words), candidate))
            found.sort(key=itemgetter(0))
            if not found and len(plan.words) > 1:
                doubted.sort(key=itemgetter(0))
                found = [each for each in doubted[:MOST_DOUBTED] if catalogue.has_phrase(each[1].words)]
            if found:
                return [candidate for _rank, candidate in found[:KEPT_CORRECTIONS]]
        return []

    def named(self, plan: Plan, catalogue: Catalogue) -> Iterator[Plan]:
        """Plans for a name, a term or a place that the whole query is one slip away from, be it in a short word.

        The slip is no word of the catalogue, or of three words one that no name or term has with these marks.
        """
        if 1 < len(plan.words) <= LONGEST_DIVIDED:
            right = {
                at
                for at, (word, typed) in enumerate(zip(plan.words, plan.marked, strict=True))
                if catalogue.knows(word) and (len(plan.words) < 3 or typed == word or catalogue.spells(typed))
            }
            near = partial(catalogue.near, shortest=SHORTEST_BESIDE)
            tried = islice(respelled(plan.words, near, 1, right), MAX_TRIALS)
            found = (words for words in tried if catalogue.has_phrase(words, in_prose=False))
            for words in islice(found, KEPT_CORRECTIONS):
                yield self._plan(still_marked(plan, words), words, catalogue)

    def _phrases_near(self, words: Words) -> Iterator[Words]:
        """The query with a known phrase in the place of words of which one, short ones too, is a slip away."""
        for phrase in self.synonyms.by_phrase:
            for start in range(len(words) - len(phrase) + 1) if len(phrase) > 1 else ():
                typed = words[start : start + len(phrase)]
                wrong = [each for each in zip(typed, phrase, strict=True) if each[0] != each[1]]
                if len(wrong) == 1 and wrong[0][0].isalpha() and is_one_slip(*wrong[0]):
                    yield *words[:start], *phrase, *words[start + len(phrase) :]

    def _placed(self, words: Words) -> set[int]:
        """Positions of the names of places of several words, which are right as they are."""
        return {
            position
            for start in range(len(words))
            for end in range(start + 2, min(len(words), start + self.longest_place) + 1)
            if words[start:end] in self.places
            for position in range(start, end)
        }

    def _plan(
        self,
        marked: Words,
        words: Words,
        catalogue: Catalogue,
        spans: Container[tuple[int, int]] = (),
        is_typing: bool = False,
        divides: bool = False,
    ) -> Plan:
        """``spans`` are words that were typed as one; ``divides``: no words belong together."""
        units = []
        single = [(start, start + 1) for start in range(len(words))]
        for start, end in single if divides else self._segments(words, catalogue, spans):
            unit = self._unit(words[start:end], marked[start:end], end - start == len(words), catalogue)
            typed = marked[start:end]
            begins = tuple(
                number == len(words) - 1 or not is_syllable(word) or not catalogue.knows(word)
                for number, word in enumerate(unit.words, start=start)
            )
            says_marks = typed != unit.words or (len(words) == 1 and unit.words in self.synonyms.collisions)
            units.append(
                replace(
                    unit,
                    marked=self._spelling(unit.words, typed),
                    has_marks=typed != unit.words,
                    begins=begins,
                    begins_in_prose=tuple(not is_syllable(word) for word in unit.words),
                    is_phrase=unit.is_phrase or (start, end) in spans,
                    is_joined=(start, end) in spans,
                    is_loose=unit.is_loose and not (is_typing and end == len(words)),
                    is_spelt=len(typed) == 1
                    and says_marks
                    and not (is_typing and end == len(words))
                    and (catalogue.spells(typed[0]) or (bool(unit.kind) and typed != unit.words)),
                    is_whole=end - start == 1
                    and not is_typing
                    and is_syllable(unit.words[-1])
                    and catalogue.knows(unit.words[-1]),
                )
            )
        spelling = tuple(word for unit in units for word in unit.marked)
        once = {unit.words: unit for unit in units}  # said twice it asks for no more
        asked = tuple(unit for words, unit in once.items() if not (unit.is_loose and words[0] in EMPTY_WORDS))
        asked = asked or tuple(once.values())
        # What is still being typed gets its marks last.
        return Plan(marked, words, asked, spelling, spelt=0 if is_typing else half_apart(asked))

    def _spelling(self, words: Words, typed: Words) -> Words:
        """As the list writes it, where that may be what was typed; else as typed."""
        listed = self.synonyms.spelling(words)
        fits = len(words) > 1 and all(map(re.fullmatch, map(fitting, typed), listed))
        return listed if fits or typed == words else typed

    def _segments(
        self, words: Words, catalogue: Catalogue, joined: Container[tuple[int, int]] = ()
    ) -> list[tuple[int, int]]:
        """Non-overlapping spans that cover the query: the longest known ones first."""
        spans: list[tuple[int, int, int]] = []
        longest = max(self.longest_place, self.synonyms.longest, _LONGEST_KIND, MAX_PARTS)
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + longest) + 1):
                rank = self._rank(words[start:end], end - start == len(words), catalogue)
                if rank is None and (start, end) in joined:
                    rank = _JOINED
                if rank is not None:
                    spans.append((start - end, rank, start))
        return without_overlap(spans, len(words))

    def _rank(self, phrase: Words, alone: bool, catalogue: Catalogue) -> int | None:
        if phrase in self.places:
            return 0
        is_known = phrase in KIND_WORDS or " ".join(phrase) in LOOSE_WORDS
        if self.synonyms.expands(self._listed(phrase), alone) or (is_known and len(phrase) > 1):
            return 1
        if len(phrase) == 2 and self._is_word("".join(phrase), catalogue):
            return _JOINED
        return None

    def _unit(self, phrase: Words, typed: Words, alone: bool, catalogue: Catalogue) -> Unit:
        if phrase in self.places:
            return Unit(phrase, is_phrase=len(phrase) > 1, is_place=True)
        found: dict[Phrase, None] = {}
        listed = self._listed(phrase)
        kind = kind_meant(phrase, typed)
        is_known = self.synonyms.expands(listed, alone)
        if is_known:
            found.update(dict.fromkeys(self.synonyms.alternatives(listed, typed if listed == phrase else listed)))
            if listed != phrase:
                found[Phrase(listed)] = None
        joined = "".join(phrase)
        if len(phrase) > 1 and self._is_word(joined, catalogue):
            found[Phrase((joined,), in_places=True)] = None
            found.update(dict.fromkeys(self.synonyms.alternatives((joined,), (joined,))))
        plural = (f"{joined}s",)
        if len(phrase) == 1 and typed == phrase and self._is_word(plural[0], catalogue):
            found[Phrase(plural)] = None
            found.update(dict.fromkeys(self.synonyms.alternatives(plural, plural)))
        return Unit(
            phrase,
            tuple(found),
            is_phrase=(is_known or bool(kind) or " ".join(phrase) in LOOSE_WORDS) and len(phrase) > 1,
            stems=stems(joined) if len(phrase) == 1 else (),
            kind=kind,
            is_loose=not (is_known or kind) and says_little(" ".join(phrase), " ".join(typed)),
        )

    def _is_word(self, word: str, catalogue: Catalogue) -> bool:
        return catalogue.knows(word) or (word,) in self.synonyms.by_phrase

    def _listed(self, phrase: Words) -> Words:
        """The phrase as the staff's list has it: ``conical hats`` stands there as ``conical hat``."""
        if phrase not in self.synonyms.by_phrase:
            for stem in stems(phrase[-1]):
                if (*phrase[:-1], stem) in self.synonyms.by_phrase:
                    return *phrase[:-1], stem
        return phrase
