"""Words as search sees them: with marks and without."""

from functools import lru_cache
from itertools import chain

from showcase.core.text import collation_key, fold, normalise_marks, words

MAX_QUERY = 200

Words = tuple[str, ...]
NameKey = tuple[tuple[int, ...], tuple[int, ...]]


def folded_words(text: str) -> Words:
    """The words of any text, without marks."""
    return tuple(words(fold(text)))


def marked_words(text: str) -> Words:
    """The words of any text, lower case with marks."""
    return tuple(words(normalise_marks(text)))


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


_word_key = lru_cache(maxsize=50_000)(collation_key)
_SPACE = tuple(part[1:-1] for part in collation_key("a a"))


def name_key(name: str) -> NameKey:
    """``collation_key`` of a whole name, put together from its words: names share them."""
    keys = [_word_key(word) for word in name.split()]
    if not keys:
        return (), ()
    letters = chain(keys[0][0], *(chain(_SPACE[0], key[0]) for key in keys[1:]))
    tones = chain(keys[0][1], *(chain(_SPACE[1], key[1]) for key in keys[1:]))
    return tuple(letters), tuple(tones)
