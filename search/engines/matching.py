"""Which rows a plan finds, and how well: for each unit of the query the levels of ``search.levels``."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pyroaring import BitMap

from search import levels
from search.engines.found import Found, Match, Promoted, united
from search.engines.index import Index
from search.engines.phrases import Phrases, Sought
from search.engines.units import Level, UnitRows, all_of, any_of, at_least
from search.plan import Plan, Unit
from search.query import Planner
from search.relaxing import eased, looser, sparing
from search.text import Words, clean_query, folded_words
from search.typing import WHERE, fitting
from search.typos import SHORTEST

#: With fewer rows than a page has, phrases are looked for in running text too.
FEW_ROWS = 24
#: So many plans and their rows are kept until the index changes.
MOST_KEPT = 256


class Matcher:
    """Evaluates plans on one state of an index; itself the planner's view of the catalogue."""

    def __init__(self, index: Index, phrases: Phrases, planner: Planner) -> None:
        self._index = index
        self._phrases = phrases
        self._planner = planner
        self._lines = (index.term_lines, index.place_lines)
        self._units = UnitRows(index, phrases)
        self._plans: dict[tuple[str, bool], Plan] = {}
        self._kept: dict[Plan, Found] = {}
        self._corrections: dict[Plan, Match] = {}
        #: Of the words of one query: the spellings that are tried of it ask for the same ones again and again.
        self._known: dict[str, bool] = {}

    # --- What planning asks -------------------------------------------------------------------------------------------

    def knows(self, word: str) -> bool:
        """Whether a folded word occurs anywhere."""
        if word not in self._known:
            self._known[word] = self._index.knows(word)
        return self._known[word]

    def has_code(self, code: str) -> bool:
        """Whether a record has this code."""
        return code in self._index.ordinal_of

    def spells(self, word: str) -> bool:
        """Whether a word occurs with these marks in a name or a term."""
        folded = folded_words(word)
        return bool(self._index.marked_words.get(word) or self._index.term_lines.phrase(folded, (word,)))

    def is_strong(self, word: str) -> bool:
        """Whether a folded word is in a name or a term, or listed by the staff."""
        index = self._index
        listed = word in self._planner.synonyms.words
        return listed or bool(index.name_words.get(word)) or any(lines.knows(word) for lines in self._lines)

    def has_phrase(self, words: Words, marked: Words = (), in_prose: bool = True) -> bool:
        """Whether folded words follow each other somewhere, in running text too; in this spelling when it is given."""
        index, sought = self._index, Sought(words, marked)
        in_names = self._phrases.in_names(sought, all_of(map(index.name_words.get, words)))
        return (
            bool(in_names)
            or any(lines.phrase(words, marked) for lines in self._lines)
            or (in_prose and bool(self._phrases.in_prose([sought])[0]))
        )

    def near(self, word: str, shortest: int = SHORTEST) -> list[str]:
        """Words of the catalogue and of the synonyms, one slip away; a word that staff listed is no slip."""
        listed = self._planner.synonyms.words
        if word in listed and not self.knows(word):
            return []
        return [near for near in self._index.slips.near(word, shortest) if self.knows(near) or near in listed]

    def rows(self, plan: Plan) -> int:
        """How many rows a plan finds, or may find, without reading running text."""
        found = self._find(plan, reads=False)
        return len(found.rows) or len(all_of(map(self._index.prose_words.get, plan.words)))

    def clear(self) -> None:
        """Forget what was understood and found; answers stay the same."""
        for kept in (self._plans, self._kept, self._corrections):
            kept.clear()

    # --- Matching -----------------------------------------------------------------------------------------------------

    def match(self, text: str, kind: str = "", is_typing: bool = False) -> Match:
        """Everything the text finds. Less is asked for where nothing of the kind has it all; other spellings are tried
        where no record has."""
        plan = self._planned(text, is_typing)
        if plan.is_empty:
            return Match(BitMap(), (), plan, is_everything=not text.strip())
        meant = self._planner.untyped(plan, self)
        if meant is not None and (untyped := self._found(meant)).rows:
            promoted = self._promoted(meant.words)
            return united(self._eased(untyped), " ".join(meant.spelling), promoted=promoted)
        of_kind = self._index.kinds.get(kind, BitMap()) if kind else self._index.all
        found = self._found(plan)
        divided = (
            () if is_typing else [each for each in map(self._found, self._planner.parted(plan, self)) if each.rows]
        )
        if divided:
            found = min(divided, key=lambda each: (len(each.plan.units), -len(each.rows)))
        ways = self._eased(found)
        plan = ways[0].plan
        if not any(each.rows & of_kind for each in ways):
            ways = (self._first_of_kind(looser(plan), of_kind) or ways[0],)
        found = ways[0]
        promoted = self._promoted(folded_words(clean_query(text))) or self._promoted(plan.words)
        if not found.rows:
            corrected = self._corrected(plan)
            if corrected.rows:
                return replace(corrected, promoted=promoted or corrected.promoted)
        if not any(each.rows & of_kind for each in ways):
            found = self._first_of_kind(self._lesser(plan), of_kind) or found
            ways = (found,)
        suggestion = "" if is_typing else self._suggestion(found, of_kind)
        return united((*ways, *self._of_other_kinds(found)), suggestion=suggestion, promoted=promoted)

    def _lesser(self, plan: Plan) -> Iterator[Plan]:
        yield from sparing(plan, self)
        if not plan.is_long and any(each.is_phrase and each.alternatives for each in plan.units):
            yield self._planner.apart(plan, self)

    def _of_other_kinds(self, found: Found) -> Iterator[Found]:
        """What the rest of a query finds that names a kind: after few makers of a craft come their pieces."""
        others = tuple(unit for unit in found.plan.units if not unit.kind)
        if others and len(others) < len(found.plan.units) and 0 < len(found.rows) < FEW_ROWS:
            yield self._found(replace(found.plan, units=others))

    def _suggestion(self, found: Found, of_kind: BitMap) -> str:
        """A phrase that people may have meant, where what they typed is only somewhere in running text."""
        if not found.rows or found.by_code or found.at(levels.TERM_SYNONYM):
            return ""
        better = (each for each in map(self._found, self._planner.meant(found.plan, self)))
        return next((" ".join(each.plan.spelling) for each in better if each.at(levels.TERM_SYNONYM) & of_kind), "")

    def _planned(self, text: str, is_typing: bool) -> Plan:
        if (text, is_typing) not in self._plans:
            self._units.forget()
            self._known.clear()
            if len(self._plans) >= MOST_KEPT:
                self._plans.clear()
            self._plans[text, is_typing] = self._planner.plan(text, self, is_typing)
        return self._plans[text, is_typing]

    def _eased(self, found: Found) -> tuple[Found, ...]:
        """What is found without words that say little, where they are only met in running text.

        Of one word that is left and has marks that nothing has, all that only looks like it would be found.
        """
        plan = eased(found.plan)
        if plan == found.plan or found.by_code or not found.rows or (len(plan.units) == 1 and plan.spells_nothing):
            return (found,)
        has_marks = plan.marked != plan.words
        least = levels.NAME_MARKED if has_marks else levels.TERM_SYNONYM
        little = [each for each in zip(found.plan.units, found.units, strict=True) if each[0] not in plan.units]
        meant = all_of(
            any_of(rows for weight, rows in of_unit if weight >= least and unit.counts_as_typed)
            for unit, of_unit in little
        )
        if not found.rows & meant:
            return (self._found(plan),)
        # Without marks it may be either; and everything is in Hà Nội, what says so comes first.
        is_either = not has_marks or all(" ".join(unit.words) in WHERE for unit, _ in little)
        return (found, self._found(plan)) if is_either else (found,)

    def _first_of_kind(self, plans: Iterable[Plan], of_kind: BitMap) -> Found | None:
        return next((found for found in map(self._found, plans) if found.rows & of_kind), None)

    def _corrected(self, plan: Plan) -> Match:
        if plan not in self._corrections:
            if len(self._corrections) >= MOST_KEPT:
                self._corrections.clear()
            self._corrections[plan] = self._correct(plan)
        return self._corrections[plan]

    def _correct(self, plan: Plan) -> Match:
        for word in self._planner.synonyms.words:
            self._index.slips.add(word)
        # Words with marks that are all known are no slips of the finger, but one may be of a phrase that staff listed.
        meant = plan.spelt and all(map(self.knows, plan.words))
        corrections = self._planner.meant(plan, self) if meant else self._planner.corrections(plan, self)
        ways = (tuple(map(self._found, each)) for each in (corrections, self._planner.named(plan, self)))
        found = next((way for each in ways if (way := tuple(found for found in each if found.rows))), ())
        found = tuple(each for way in found for each in self._eased(way))
        if not found:
            return Match(BitMap(), (), plan)
        best = found[0].plan
        return united(found, " ".join(best.spelling), promoted=self._promoted(best.words))

    def _promoted(self, words: Words) -> Promoted:
        """What staff put first for these words."""
        return self._planner.promotions.get(words, ())

    def _found(self, plan: Plan) -> Found:
        if plan not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[plan] = self._find(plan)
        return self._kept[plan]

    def _find(self, plan: Plan, reads: bool = True) -> Found:
        """With ``reads``, running text is read for phrases where few rows are found without."""
        by_code = BitMap([self._index.ordinal_of[plan.code]]) if plan.code else BitMap()
        strong = [self._units.strong(unit) for unit in plan.units]
        prose = [self._units.prose(unit) for unit in plan.units]
        rows = self._rows(plan, strong, prose) | by_code
        in_prose = BitMap()
        reads = reads and len(rows) < FEW_ROWS
        if reads:
            if not plan.is_long:
                prose = [known + read for known, read in zip(prose, self._units.read(plan.units), strict=True)]
            in_prose = self._whole_in_prose(plan)
            rows = self._rows(plan, strong, prose) | by_code | in_prose
            if plan.is_told:
                rows = self._units.told(plan.units) | by_code
            if plan.spelt:
                rows = self._spelt(plan, rows) | by_code
        units = tuple((*of_unit, *more) for of_unit, more in zip(strong, prose, strict=True))
        extra = tuple((*self._units.strong(unit), *self._units.prose(unit)) for unit in plan.extra)
        return Found(plan, rows, units, by_code, reads, in_prose, extra)

    def _rows(self, plan: Plan, strong: list[list[Level]], prose: list[list[Level]]) -> BitMap:
        if plan.is_told:
            return BitMap()  # only reading tells
        # What only begins like a whole word, or has other marks, is found but no more.
        has = [any_of(rows for weight, rows in of_unit if weight >= levels.STRONG_BEGINS) for of_unit in strong]
        anywhere = [any_of(rows for _, rows in (*of_unit, *also)) for of_unit, also in zip(strong, prose, strict=True)]
        rows = all_of(anywhere) if not plan.spare else at_least(len(anywhere) - plan.spare, anywhere)
        rows = rows & at_least(plan.needed, has) if rows and plan.needed else rows
        return rows & self._headed(plan.units[0]) if plan.is_headed else rows

    def _headed(self, unit: Unit) -> BitMap:
        """Rows of which a name begins with a word, typed with marks in this spelling."""
        rows = self._index.first_words.get(unit.words[0], BitMap())
        return rows & self._index.marked_words.get(unit.typed[0], BitMap()) if unit.typed else rows

    def _spelt(self, plan: Plan, rows: BitMap) -> BitMap:
        """Those of a few rows that have enough words of the query with marks that fit, or all of it in the name."""
        whole, names = f" {' '.join(plan.words)} ", self._index.folded_names
        typed = [fitting(unit.marked[0]) for unit in plan.told_apart]
        found = BitMap(row for row in rows if whole in names[row])
        return found | self._phrases.with_words(typed, plan.spelt, rows - found)

    def _whole_in_prose(self, plan: Plan) -> BitMap:
        if len(plan.words) < 2:
            return BitMap()
        return self._phrases.in_prose([Sought(plan.words)])[0]
