"""Other spellings of a query: without what a keyboard left, with words divided, with words one slip away."""

from collections.abc import Callable, Collection, Iterator
from itertools import product

from search.plan import Catalogue, Plan
from search.text import Words
from search.typing import is_syllable, untyped

#: Letters of a part of a joined word.
SHORTEST = 2
#: A word as short as this is a slip of many: its correction must make a phrase that is somewhere.
SHORT = 4
Near = Callable[[str], list[str]]
Known = Callable[[str], bool]


def untyped_words(words: Words) -> Iterator[Words]:
    """The query without what Telex or VNI left in it."""
    readings = [untyped(word) or [word] for word in words]
    for reading in product(*readings):
        if reading != words:
            yield reading
    # A letter that is a mark in one word may belong to another, as the s of English plurals does.
    for position, found in enumerate(readings):
        for bare in found:
            if bare != words[position]:
                yield *words[:position], bare, *words[position + 1 :]


def splits(word: str, knows: Known, parts: int) -> Iterator[Words]:
    """Ways to divide a run of letters into words that occur, fewest parts first."""
    if parts < 2 or len(word) < 4:
        return
    for cut in range(SHORTEST, len(word) - SHORTEST + 1):
        if knows(word[:cut]) and knows(word[cut:]):
            yield word[:cut], word[cut:]
    for cut in range(SHORTEST, len(word) - SHORTEST):
        if knows(word[:cut]):
            for rest in splits(word[cut:], knows, parts - 1):
                yield word[:cut], *rest


def respelled(words: Words, near: Near, slips: int, kept: Collection[int] = ()) -> Iterator[Words]:
    """The query with one or two of its words replaced by near ones; those at the positions ``kept`` are right."""
    candidates = [[] if position in kept else near(word) for position, word in enumerate(words)]
    if slips == 1:
        for position, found in enumerate(candidates):
            for candidate in found:
                yield *words[:position], candidate, *words[position + 1 :]
        return
    for first in range(len(words)):
        for second in range(first + 1, len(words)):
            for one, other in product(candidates[first], candidates[second]):
                changed = list(words)
                changed[first], changed[second] = one, other
                yield tuple(changed)


def still_marked(plan: Plan, words: Words) -> Words:
    """A spelling of the query with the marks of the words that are still as typed."""
    if len(words) != len(plan.words):
        return words
    return tuple(
        typed if word == before else word for word, before, typed in zip(words, plan.words, plan.marked, strict=True)
    )


def is_sure(plan: Plan, candidate: Plan, catalogue: Catalogue) -> bool:
    """Whether a correction makes a known phrase, or all its new words are long and in names or terms."""
    if len(candidate.units) < len(plan.units):
        return True
    pairs = enumerate(zip(plan.words, candidate.words, strict=False))
    changed = [(place, old, new) for place, (old, new) in pairs if old != new]
    return all(
        _is_likely(old, new) and catalogue.is_strong(new) and _fits(candidate.words, place, catalogue)
        for place, old, new in changed
    )


def _fits(words: Words, place: int, catalogue: Catalogue) -> bool:
    """Whether a word follows its neighbour somewhere: one syllable alone is likely to be a slip of many."""
    pairs = [words[start : start + 2] for start in (place - 1, place) if 0 <= start < len(words) - 1]
    return not (pairs and is_syllable(words[place])) or any(map(catalogue.has_phrase, pairs))


def _is_likely(old: str, new: str) -> bool:
    return len(old) > SHORT or (len(old) == SHORT and sorted(old) == sorted(new))
