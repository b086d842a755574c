"""Words as search sees them: with marks and without."""

from showcase.core.text import fold, normalise_marks, words

MAX_QUERY = 200

Words = tuple[str, ...]


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
