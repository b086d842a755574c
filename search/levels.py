"""What a match is worth, the same on every engine.

Each unit of a query counts with the best place in which a record has it; what is true of the whole query is added. So
a name weighs more than running text, a whole phrase more than scattered words, and only among equals count what can be
had, a certificate, and the date.
"""

NAME_MARKED = 10.0
NAME = 9.0
NAME_BEGINS = 8.0
PLACE = 7.75
NAME_SYNONYM = 7.5
TERM = 7.0
TERM_SYNONYM = 6.0
STRONG_BEGINS = 4.0
PROSE = 2.0
PROSE_BEGINS = 1.5
PROSE_SYNONYM = 1.0

WHOLE_NAME_MARKED = 4.0
WHOLE_NAME = 4.0
WHOLE_TERM = 1.0
PHRASE_IN_NAME = 2.0
PHRASE_IN_NAME_MARKED = 1.0
NAME_STARTS = 1.0
PHRASE_IN_PROSE = 1.0
AVAILABLE = 0.5
STARRED = 0.25

#: Added to everything that a code names, to what staff put first, and to each better spelling of what was typed.
CODE = 1_000.0
PROMOTED = 10_000.0
SPELLING = 100.0

#: Where all kinds are asked together: a village or a maker of that name comes before its pieces, the words explained
#: after what they are about.
KINDS = {
    "village": 3.0,
    "artisan": 2.0,
    "product": 1.5,
    "exhibition": 1.0,
    "event": 0.75,
    "story": 0.5,
    "glossary": -4.0,
}
