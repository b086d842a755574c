"""A query, understood: what engines evaluate, and what understanding it asks of the catalogue."""

from dataclasses import dataclass
from typing import Protocol

from search.synonyms import Phrase
from search.text import Words


@dataclass(frozen=True, slots=True)
class Unit:
    """Words of the query that belong together, and what may stand for them.

    ``is_phrase``: the words are known to follow each other. ``begins`` says of each word whether it matches from its
    beginning, ``begins_in_prose`` the same for running text; ``stems`` are beginnings that forms of an English word
    share. ``is_spelt``: a single word that a name or term has just so, typed with marks or listed by the staff as one
    that marks tell apart: with other marks it is another word. ``is_whole``: the last word is one of the catalogue and
    nobody is typing, so those that begin like it are others. ``kind``: the kind of record that the words name.
    ``is_joined``: typed as one word, so they follow each other wherever they are. ``has_marks``: typed with some.
    ``is_place``: the name of a place. ``is_loose``: it says little of what is looked for.
    """

    words: Words
    alternatives: tuple[Phrase, ...] = ()
    marked: Words = ()
    is_phrase: bool = False
    begins: tuple[bool, ...] = ()
    begins_in_prose: tuple[bool, ...] = ()
    stems: Words = ()
    is_spelt: bool = False
    is_whole: bool = False
    kind: str = ""
    is_joined: bool = False
    has_marks: bool = False
    is_place: bool = False
    is_loose: bool = False

    @property
    def typed(self) -> Words:
        """The spelling that was typed, if it has marks; nothing where any will do."""
        return self.marked if self.has_marks else ()

    @property
    def counts_as_typed(self) -> bool:
        """Whether names and terms that have it are those with its marks, or none were typed."""
        return self.is_spelt or self.is_phrase or not self.has_marks

    @property
    def begins_alone(self) -> bool:
        """Whether this is one word that running text may go on with."""
        return len(self.words) == 1 and all(self.begins_in_prose)

    @property
    def goes_on(self) -> bool:
        """Whether names in which a word goes on have the unit too: of a phrase only the last one may."""
        return any(self.begins[-1:] if self.is_phrase else self.begins)


#: A query of more words is taken as it stands.
LONGEST_READ_TWICE = 12


@dataclass(frozen=True, slots=True)
class Plan:
    """A query, understood: its words with and without marks, its units, the record's code it has.

    ``spelling``: the words as typed, or as the staff's list writes them, to be shown.
    ``spelt``: where few records are found, so many of the units :attr:`told_apart` must be there with marks that fit.
    ``is_lenient``: one unit in names, terms or places will do; ``is_told``: all units in one clause of running text.
    ``spare``: so many units may be nowhere; ``is_headed``: but a name begins with the first. ``extra``: units that are
    not asked for, only add to a record's worth.
    """

    marked: Words = ()
    words: Words = ()
    units: tuple[Unit, ...] = ()
    spelling: Words = ()
    code: str = ""
    is_lenient: bool = False
    is_told: bool = False
    spelt: int = 0
    spare: int = 0
    is_headed: bool = False
    extra: tuple[Unit, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.words

    @property
    def is_long(self) -> bool:
        """Whether no less is asked for, and running text is read for the whole of it only."""
        return len(self.words) > LONGEST_READ_TWICE

    @property
    def is_partial(self) -> bool:
        """Whether records are found that have not all that was typed."""
        return bool(self.spare or self.extra)

    @property
    def is_one_spelt(self) -> bool:
        """Whether this is one word whose marks count: what only looks like it begins no name with it."""
        return len(self.words) == 1 and all(unit.is_spelt for unit in self.units)

    @property
    def spells_nothing(self) -> bool:
        """Whether words were typed with marks that no name and no term has."""
        return any(not unit.counts_as_typed for unit in told_apart(self.units))

    @property
    def told_apart(self) -> tuple[Unit, ...]:
        """Single words typed with marks that stand for nothing else: without the marks each is many words."""
        return told_apart(self.units)

    @property
    def needed(self) -> int:
        """How many units a record must have in its names, terms or places; the rest may be in its text."""
        if len(self.units) < 2 or self.is_told:
            return 0
        if self.is_headed:
            return 2
        return 1 if self.is_lenient else (len(self.units) + 1) // 2


def told_apart(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """See :attr:`Plan.told_apart`."""
    alone = (unit for unit in units if len(unit.words) == 1 and unit.typed)
    return tuple(unit for unit in alone if not (unit.alternatives or unit.kind or unit.is_loose))


class Catalogue(Protocol):
    """What planning must know about the catalogue."""

    def knows(self, word: str) -> bool:
        """Whether a folded word occurs."""

    def has_code(self, code: str) -> bool:
        """Whether a record has this code."""

    def spells(self, word: str) -> bool:
        """Whether a word occurs with these marks in a name or a term."""

    def is_strong(self, word: str) -> bool:
        """Whether a folded word is in a name or a term, or listed by the staff."""

    def has_phrase(self, words: Words, marked: Words = (), in_prose: bool = True) -> bool:
        """Whether folded words follow each other somewhere, in running text too; in this spelling when it is given."""

    def near(self, word: str, shortest: int = ...) -> list[str]:
        """Words of the catalogue one slip away, none for words that are too short."""

    def rows(self, plan: Plan) -> int:
        """How many records a plan finds."""
