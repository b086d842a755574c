"""Words one slip of the finger away, by a dictionary of deletions."""

from collections.abc import Iterable

SHORTEST = 3
#: So short a word is a slip of many: its correction needs words beside it.
SHORTEST_BESIDE = 2


def deletions(word: str) -> set[str]:
    """The word and what remains of it after dropping one letter."""
    return {word} | {word[:i] + word[i + 1 :] for i in range(len(word))}


def is_one_slip(first: str, second: str) -> bool:
    """Whether one insertion, deletion, change or swap of neighbours turns one into the other."""
    if first == second or abs(len(first) - len(second)) > 1:
        return False
    shorter, longer = sorted((first, second), key=len)
    start = 0
    while start < len(shorter) and shorter[start] == longer[start]:
        start += 1
    if len(shorter) < len(longer):
        return shorter[start:] == longer[start + 1 :]
    if shorter[start + 1 :] == longer[start + 1 :]:
        return True
    swapped = shorter[:start] + shorter[start + 1 : start + 2] + shorter[start] + shorter[start + 2 :]
    return swapped == longer


class SlipDictionary:
    """Finds the known words at Damerau distance 1 from what was typed."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_deletion: dict[str, list[str]] = {}
        self._known: set[str] = set()
        for word in words:
            self.add(word)

    def add(self, word: str) -> None:
        """Learn a word; numbers and very short words are never a correction."""
        if len(word) < SHORTEST_BESIDE or word in self._known or not word.isalpha():
            return
        self._known.add(word)
        for piece in deletions(word):
            self._by_deletion.setdefault(piece, []).append(word)

    def near(self, word: str, shortest: int = SHORTEST) -> list[str]:
        """Known words one slip away, those with the same first letter first; none for words that are too short."""
        if len(word) < shortest or not word.isalpha():
            return []
        found = {near for piece in deletions(word) for near in self._by_deletion.get(piece, ())}
        return sorted((near for near in found if is_one_slip(word, near)), key=lambda near: (near[0] != word[0], near))
