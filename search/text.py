"""Words as search sees them: with marks and without."""

import sys
from functools import lru_cache

from showcase.core.text import collation_key, fold, normalise_marks, words

MAX_QUERY = 200

Words = tuple[str, ...]
_I = dict(zip("yýỳỷỹỵ", "iíìỉĩị", strict=True))
_BEFORE_Y = frozenset(("h", "k", "l", "m", "s", "t", "qu"))


def folded_words(text: str) -> Words:
    """The words of any text, without marks, ``sy`` as ``si``."""
    return tuple(as_i(word) for word in words(fold(text).lower()))


def marked_words(text: str) -> Words:
    """The words of any text, lower case with marks, ``sỹ`` as ``sĩ``."""
    return tuple(as_i(word) for word in words(normalise_marks(text).lower()))


def as_i(word: str) -> str:
    """A word as it is compared: people write a final y and i alike after these letters: ``Đa Sỹ``, ``Đa Sĩ``."""
    return word[:-1] + _I[word[-1]] if word[-1] in _I and word[:-1] in _BEFORE_Y else word


def folded_line(text: str) -> str:
    """Any text as folded words divided by single spaces."""
    return " ".join(folded_words(text))


def marked_line(text: str) -> str:
    """Any text as words with marks divided by single spaces."""
    return " ".join(marked_words(text))


def clean_query(text: str) -> str:
    """What was typed, cut, without control characters and lone surrogates."""
    head = text[: MAX_QUERY * 4].encode("utf-8", "ignore").decode()
    printable = "".join(char if char.isprintable() else " " for char in head)
    return " ".join(printable.split())[:MAX_QUERY]


@lru_cache(maxsize=50_000)
def _word_key(word: str) -> tuple[str, str]:
    letters, tones = collation_key(word)
    return _as_text(letters), _as_text(tones)


def _as_text(key: tuple[int, ...]) -> str:
    """Numbers as characters, from 1 on: they compare alike and take far less room."""
    return "".join([chr(min(number + 1, sys.maxunicode)) for number in key])


_SPACE = tuple(_as_text(part[1:-1]) for part in collation_key("a a"))


def name_key(name: str) -> str:
    """``collation_key`` of a whole name as one text, put together from its words: names share them."""
    keys = [_word_key(word) for word in name.split()]
    letters, tones = (_SPACE[part].join([key[part] for key in keys]) for part in (0, 1))
    return f"{letters}\0{tones}"
