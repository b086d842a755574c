"""By what made-up records are known: a code that follows from their number, and a note that staff can read."""

from datetime import UTC, datetime, timedelta

from showcase.core.codes import ALPHABET, LENGTH

NOTE = "load_scale: made up for measuring"
#: Publication dates end here, so that a catalogue made again is the same.
NEWEST = datetime(2026, 11, 1, 8, tzinfo=UTC)
SPREAD = timedelta(days=3 * 365)

_CODES = len(ALPHABET) ** LENGTH
# Odd, so that multiplying by it visits every code once.
_STRIDE = 711_559_531
_KINDS = {"village": 0, "artisan": 1_000, "product": 10_000}


def code_of(kind: str, number: int) -> str:
    """The code of the made-up record of this kind and number; scattered, and no two alike."""
    rest = ((_KINDS[kind] + number) * _STRIDE + 3) % _CODES
    letters = []
    for _ in range(LENGTH):
        rest, place = divmod(rest, len(ALPHABET))
        letters.append(ALPHABET[place])
    return "".join(letters)
