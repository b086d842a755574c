"""Where rows have a unit of a query: the levels of ``search.levels`` as bitmaps."""

from collections.abc import Iterable, Sequence

from pyroaring import BitMap

from search import levels
from search.engines.index import Index
from search.engines.phrases import Phrases, Sought
from search.plan import Unit
from search.synonyms import Phrase
from search.text import Words

Level = tuple[float, BitMap]


class UnitRows:
    """Looks units up in one state of an index."""

    def __init__(self, index: Index, phrases: Phrases) -> None:
        self._index = index
        self._phrases = phrases
        self._begun: dict[tuple[str, str], BitMap] = {}
        self._strong: dict[Unit, list[Level]] = {}

    def forget(self) -> None:
        """Before another query: the spellings that are tried of one have most units in common."""
        self._strong.clear()
        self._begun.clear()

    def strong(self, unit: Unit) -> list[Level]:
        """The unit in names, terms and places, by level. Not to be changed."""
        if unit not in self._strong:
            self._strong[unit] = self._levels(unit)
        return self._strong[unit]

    def _levels(self, unit: Unit) -> list[Level]:
        terms, places = self._index.term_lines, self._index.place_lines
        if unit.is_spelt:
            place = places.phrase(unit.words, unit.marked)
        else:
            place = places.phrase(unit.words) if unit.is_phrase else all_of(map(places.word, unit.words))
        name, begins, term = levels.of_name(unit), levels.of_name_begun(unit), levels.of_term(unit)
        spelt, named = (self._in_names(unit.words, typed, unit.is_phrase) for typed in (unit.marked, ()))
        villages = self._index.kinds.get("village", BitMap()) if unit.is_place else BitMap()
        return [
            (levels.NAME_OF_VILLAGE, (spelt if unit.is_spelt else named) & villages),
            (levels.NAME_MARKED, spelt),
            (name, named),
            (begins, self._names_begin(unit)),
            (
                levels.NAME_SCATTERED,
                all_of(map(self._index.name_words.get, unit.words))
                if unit.is_phrase and not unit.is_joined
                else BitMap(),
            ),
            (levels.NAME_SYNONYM, any_of([self._other_names(unit), *map(self._forms_in_names, unit.stems)])),
            (levels.TERM, terms.phrase(unit.words, unit.marked) if unit.is_spelt else BitMap()),
            (term, terms.phrase(unit.words) if unit.is_phrase else all_of(map(terms.word, unit.words))),
            (levels.of_place(unit, levels.PLACE_OF_VILLAGE), place & self._index.kinds.get("village", BitMap())),
            (levels.of_place(unit, levels.PLACE_OF_MAKER), place & self._index.kinds.get("artisan", BitMap())),
            (levels.of_place(unit, levels.PLACE), place),
            (levels.TERM_SYNONYM, any_of([self._other_lines(unit), *map(self._forms_in_terms, unit.stems)])),
            (levels.OF_KIND, self._index.kinds.get(unit.kind, BitMap()) if unit.kind else BitMap()),
            (levels.of_line_begun(unit), self._lines_begin(unit)),
        ]

    def prose(self, unit: Unit) -> list[Level]:
        """Single words in running text: known without reading it."""
        if unit.is_phrase:
            return []
        known, nothing = self._index.prose_words, BitMap()
        begun = [
            self._beginning(word, "prose") if begins else known.get(word, nothing)
            for word, begins in zip(unit.words, unit.begins_in_prose, strict=True)
        ]
        return [(levels.PROSE, all_of(known.get(word) for word in unit.words)), (levels.PROSE_BEGINS, all_of(begun))]

    def read(self, units: Sequence[Unit]) -> list[list[Level]]:
        """Phrases and synonyms in running text, which is read for them."""
        wanted = [(levels.PROSE, number, Sought(unit.words)) for number, unit in enumerate(units) if unit.is_phrase]
        wanted += [
            (levels.PROSE_SYNONYM, number, Sought(phrase.words, phrase.marked))
            for number, unit in enumerate(units)
            for phrase in unit.alternatives
        ]
        found: list[list[Level]] = [[] for _unit in units]
        rows_of = self._phrases.in_prose([sought for _weight, _number, sought in wanted])
        for (weight, number, _sought), rows in zip(wanted, rows_of, strict=True):
            found[number].append((weight, rows))
        return found

    def told(self, units: Sequence[Unit]) -> BitMap:
        """Rows that have all units in one clause of their running text, which is read for them."""
        ways = [
            [
                Sought(unit.words, begins=unit.begins_alone),
                *(Sought(each.words, each.marked) for each in unit.alternatives),
            ]
            for unit in units
        ]
        known = self._index.prose_words

        def rows(sought: Sought) -> BitMap:
            return self._beginning(sought.words[0], "prose") if sought.begins else all_of(map(known.get, sought.words))

        return self._phrases.together(ways, all_of(any_of(map(rows, each)) for each in ways))

    def _in_names(self, words: Words, marked: Words, is_phrase: bool) -> BitMap:
        postings, typed = (self._index.marked_words, marked) if marked else (self._index.name_words, words)
        rows = all_of(postings.get(word) for word in typed)
        return self._phrases.in_names(Sought(words, marked), rows) if is_phrase and len(words) > 1 else rows

    def _names_begin(self, unit: Unit) -> BitMap:
        """Words of a name that begin so; of a phrase its last one."""
        if not unit.goes_on:
            return BitMap()
        known, nothing = self._index.name_words, BitMap()
        if unit.is_phrase:
            *first, last = unit.words
            # The answer is kept for all queries with this phrase: nothing else of this one may count.
            rows = all_of([*map(known.get, first), self._beginning(last, "name")])
            return self._phrases.in_names(Sought(unit.words, begins=True), rows)
        return all_of(
            self._beginning(word, "name") if begins else known.get(word, nothing)
            for word, begins in zip(unit.words, unit.begins, strict=True)
        )

    def _lines_begin(self, unit: Unit) -> BitMap:
        if unit.is_phrase:
            return BitMap()
        return all_of(
            (self._beginning(word, "line") | self._beginning(word, "name")) if begins else self._strong_word(word)
            for word, begins in zip(unit.words, unit.begins, strict=True)
        )

    def _strong_word(self, word: str) -> BitMap:
        index = self._index
        names = index.name_words.get(word, BitMap())
        return any_of([names, index.term_lines.word(word), index.place_lines.word(word)])

    def _other_names(self, unit: Unit) -> BitMap:
        if not unit.alternatives:
            return BitMap()
        kinds, nothing = self._index.kinds, BitMap()
        named = any_of(kinds.get(kind, nothing) for kind in levels.OWN_NAMES)
        single = any_of(self._in_names(each.words, each.marked, True) for each in unit.alternatives if each.is_single)
        several = (self._in_names(each.words, each.marked, True) for each in unit.alternatives if not each.is_single)
        return any_of([single - named, *several])

    def _other_lines(self, unit: Unit) -> BitMap:
        return any_of(self._in_lines(each) for each in unit.alternatives)

    def _in_lines(self, phrase: Phrase) -> BitMap:
        rows = self._index.term_lines.phrase(phrase.words, phrase.marked)
        return rows | self._index.place_lines.phrase(phrase.words) if phrase.in_places else rows

    def _forms_in_names(self, stem: str) -> BitMap:
        """Forms of an English word: Vietnamese words that look like it without their marks are none."""
        known, nothing = self._index.marked_words, BitMap()
        return any_of(known.get(word, nothing) for word in self._index.words_beginning(stem))

    def _forms_in_terms(self, stem: str) -> BitMap:
        return any_of(self._index.term_lines.phrase((word,), (word,)) for word in self._index.words_beginning(stem))

    def _beginning(self, prefix: str, where: str) -> BitMap:
        if (prefix, where) not in self._begun:
            index, nothing = self._index, BitMap()
            words = list(index.words_beginning(prefix))
            if where == "line":
                found = [lines.word(word) for lines in (index.term_lines, index.place_lines) for word in words]
            else:
                postings = index.name_words if where == "name" else index.prose_words
                found = [postings.get(word, nothing) for word in words]
            self._begun[prefix, where] = any_of(found)
        return self._begun[prefix, where]


def all_of(bitmaps: Iterable[BitMap | None]) -> BitMap:
    """Rows in all of the bitmaps; a word that does not occur (``None``) empties the answer. Not to be changed."""
    found: BitMap | None = None
    for bitmap in bitmaps:
        if not bitmap:
            return BitMap()
        found = bitmap if found is None else found & bitmap
    return found if found is not None else BitMap()


def any_of(bitmaps: Iterable[BitMap]) -> BitMap:
    """Rows in any of the bitmaps. Not to be changed: of a single one it is that itself."""
    found = [bitmap for bitmap in bitmaps if bitmap]
    if len(found) == 1:
        return found[0]
    return BitMap.union(*found) if found else BitMap()


def at_least(number: int, bitmaps: Sequence[BitMap]) -> BitMap:
    """Rows in so many of the bitmaps."""
    # found[k]: rows in k + 1 or more of the bitmaps looked at so far
    found = [BitMap() for _ in range(number)]
    for rows in bitmaps:
        for held in range(number - 1, 0, -1):
            found[held] |= found[held - 1] & rows
        found[0] |= rows
    return found[-1]
