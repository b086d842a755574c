"""What a match is worth, the same on every engine.

Each unit of a query counts with the best place in which a record has it; what is true of the whole query is added. So
a name weighs more than running text, a whole phrase more than scattered words, and only among equals count what can be
had, a certificate, and the date.
"""

from search.plan import Unit

#: Of what comes from a village, the village comes first.
NAME_OF_VILLAGE = 12.0
NAME_MARKED = 10.0
NAME = 9.0
NAME_BEGINS = 8.0
PLACE = 7.75
#: A village answers to its places: they are its other names; its makers come before its pieces.
PLACE_OF_VILLAGE = 9.5
PLACE_OF_MAKER = 9.0
#: A word out of a place's name is hardly ever meant: “đan” is not Đan Phượng.
PLACE_PART = 5.0
NAME_SCATTERED = 7.6
NAME_SYNONYM = 7.5
TERM = 7.0
TERM_SYNONYM = 6.0
#: A word typed with marks is another word where it has other marks.
NAME_OTHER = 1.4
TERM_OTHER = 1.2
#: The words name the record's kind.
OF_KIND = 7.5
STRONG_BEGINS = 4.0
#: What begins like a whole word is another word.
NAME_BEGINS_WHOLE = 2.25
LINE_BEGINS_WHOLE = 1.75
PROSE = 2.0
PROSE_BEGINS = 1.5
PROSE_SYNONYM = 1.0

WHOLE_NAME = 4.0
WHOLE_TERM = 1.0
#: Of several words: a title, a craft.
WHOLE_LONG_TERM = 4.0
PHRASE_IN_NAME = 2.0
PHRASE_IN_NAME_MARKED = 1.0
NAME_STARTS = 1.0
#: A name begins with the word for what the thing is.
HEAD = 1.0
PHRASE_IN_PROSE = 3.0
AVAILABLE = 0.5
STARRED = 0.25


def of_name(unit: Unit) -> float:
    """What the folded words in a name are worth."""
    return NAME_OTHER if unit.is_spelt else NAME


def of_name_begun(unit: Unit) -> float:
    """The same for words that a name goes on with."""
    if unit.is_spelt:
        return NAME_OTHER
    return NAME_BEGINS_WHOLE if unit.is_whole else NAME_BEGINS


def of_line_begun(unit: Unit) -> float:
    """The same for words with which terms and places go on."""
    return LINE_BEGINS_WHOLE if unit.is_whole else STRONG_BEGINS


def of_place(unit: Unit, weight: float) -> float:
    """What a place is worth whose name the unit is, or has a part of."""
    return weight if unit.is_place else PLACE_PART


def of_term(unit: Unit) -> float:
    """What the folded words in a term are worth."""
    return TERM_OTHER if unit.is_spelt else TERM


#: Kinds of which a single word in the name is a name: it is met as it is, never for what it means.
OWN_NAMES = ("village",)

#: Added to everything that a code names, to what staff put first, and to each better spelling of what was typed.
CODE = 1_000.0
PROMOTED = 10_000.0
SPELLING = 100.0

#: Where all kinds are asked together: a village or a maker of that name comes before its pieces, the words explained
#: after what they are about.
KINDS = {
    "village": 1.0,
    "artisan": 0.5,
    "product": 0.75,
    "exhibition": 0.6,
    "event": 0.4,
    "story": 0.3,
    "glossary": -4.0,
}
