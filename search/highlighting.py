"""Words of a search in the names on cards."""

import re
from collections.abc import Iterable
from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe

from search.text import folded_line, folded_words

_NAME = re.compile(r'(<h3 class="card__name"><a [^>]*>)([^<]*)(</a>)')
#: An entity is no word: what is in it stays as it is.
_WORD_OR_ENTITY = re.compile(r"&#?\w+;|[^\W_]+")
#: A word of fewer letters is marked only where it is the whole word.
BEGINS = 3


def highlighted(cards: Iterable[SafeString], text: str) -> list[SafeString]:
    """Cards with ``<mark>`` round the words of their names that begin like a word of the text, marks or not."""
    words = folded_words(text)
    if not words:
        return list(cards)
    return [mark_safe(_NAME.sub(lambda found: _in_name(found, words), card, count=1)) for card in cards]


def _in_name(found: "re.Match[str]", words: tuple[str, ...]) -> str:
    return found[1] + _WORD_OR_ENTITY.sub(lambda word: _marked(word[0], words), found[2]) + found[3]


def _marked(word: str, words: tuple[str, ...]) -> str:
    if word.startswith("&"):
        return word
    folded = _folded(word)
    is_meant = any(folded == each or (len(each) >= BEGINS and folded.startswith(each)) for each in words)
    return f"<mark>{word}</mark>" if is_meant else word


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    return folded_line(word)
