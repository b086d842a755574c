"""What words of a query say besides their text: a code, a kind of record, the rank of a place."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from search.documents import STARS, SearchQuery
from search.text import Words, folded_words, marked_words
from showcase.core.codes import ALPHABET, LENGTH
from showcase.core.text import fold

_CODE = re.compile(rf"[{re.escape(ALPHABET)}]{{{LENGTH}}}")
_STARS = re.compile(r"(?:\bOCOP\s+)?\b([1-5])[\s-]+(?:sao|stars?)\b(?:\s+OCOP\b)?", re.IGNORECASE)
_KINDS = {
    "artisan": "nghệ nhân; thợ giỏi; người thợ; thợ; ai làm; who makes; who made; artisan; artisans; craftsman; "
    "craftsmen; maker; makers; master craftsman; master craftsmen; "
    "master artisan; master artisans",
    "village": "làng nghề; làng nào; làng; craft village; craft villages; village; villages",
    "product": "sản phẩm; product; products",
    "exhibition": "triển lãm; trưng bày; exhibition; exhibitions",
    "event": "sự kiện; event; events",
    "glossary": "là gì; nghĩa là gì; what is",
    "story": "chuyện làng; câu chuyện; story; stories",
}
#: Words for a kind of record, folded, with their spelling and the kind.
KIND_WORDS: dict[Words, tuple[Words, str]] = {
    folded_words(text): (marked_words(text), kind) for kind, texts in _KINDS.items() for text in texts.split(";")
}
_RANKS: dict[Words, Words] = {
    folded_words(text): marked_words(text)
    for text in (
        "làng", "xã", "phường", "huyện", "quận", "thị trấn", "thị xã", "thôn", "tỉnh", "thành phố", "tp", "commune",
        "ward", "district", "province",
    )
}  # fmt: skip
#: In English the rank follows the name.
_AFTER = {"village", "commune", "ward", "district", "province", "town"}
_LONGEST_RANK = max(map(len, _RANKS))


def codes_in(text: str) -> Iterator[str]:
    """What may be a code: all of the text without signs, each of its words, and two that follow each other."""
    words = re.findall(r"[A-Z0-9]+", fold(text).upper())
    for candidate in ("".join(words), *words, *map("".join, pairwise(words))):
        if _CODE.fullmatch(candidate):
            yield candidate


def with_stars(query: SearchQuery) -> SearchQuery:
    """A query whose text names stars, as ``OCOP 3 sao``, asks for the pieces that have them today."""
    found = _STARS.search(query.text)
    if found is None or STARS in query.filters:
        return query
    rest = f"{query.text[: found.start()]} {query.text[found.end() :]}"
    return replace(query, text=" ".join(rest.split()), filters={**query.filters, STARS: (found[1],)})


def kind_meant(words: Words, typed: Words) -> str:
    """The kind of record that a phrase names, or nothing; ``typed`` is its spelling, which may have no marks."""
    spelling, kind = KIND_WORDS.get(words, ((), ""))
    return kind if typed in (spelling, words) else ""


def without_ranks(marked: Words, words: Words, places: Container[Words], longest: int) -> tuple[Words, Words]:
    """The query without ``xã``, ``huyện`` … before the name of a place, or ``district`` after it."""
    kept, position = [], 0
    while position < len(words):
        rank = _rank_at(marked, words, position)
        after = position + rank
        # Many words are the name of a place too: before a single one a rank has its marks, or nothing else is asked.
        is_said = marked[position:after] != words[position:after] or (position == 0 and after + 1 == len(words))
        least = after + 1 if is_said else after + 2
        if rank and any(words[after:end] in places for end in range(least, min(len(words), after + longest) + 1)):
            position = after
        elif words[position] in _AFTER and any(words[start:position] in places for start in range(position)):
            position += 1
        else:
            kept.append(position)
            position += 1
    return tuple(marked[each] for each in kept), tuple(words[each] for each in kept)


def _rank_at(marked: Words, words: Words, position: int) -> int:
    """How many words from here on are the rank of a place."""
    for length in range(_LONGEST_RANK, 0, -1):
        found = words[position : position + length]
        if found in _RANKS and marked[position : position + length] in (found, _RANKS[found]):
            return length
    return 0


def without_overlap(spans: Iterable[tuple[int, int, int]], length: int) -> list[tuple[int, int]]:
    """Starts and ends that cover so many words.

    Of spans (minus their length, rank, start) the first in order, then each word that is left for itself.
    """
    taken: set[int] = set()
    chosen = []
    for minus_length, _rank, start in sorted(spans):
        positions = range(start, start - minus_length)
        if taken.isdisjoint(positions):
            taken.update(positions)
            chosen.append((start, start - minus_length))
    return sorted([*chosen, *((single, single + 1) for single in range(length) if single not in taken)])
