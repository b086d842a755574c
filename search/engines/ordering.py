"""Pages of a set of rows in some order; the last page costs no more than the first."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from pyroaring import BitMap

from search.text import name_key

#: Between the names of a row: no text of a database has it.
BETWEEN = "\0"
NO_PRICE = -(2**63)
#: So many rows may lie out of order before the index should be made anew.
MOST_MISPLACED = 256
#: Fewer hits than this part of all rows are sorted; among more, the order is walked.
FEW_OF = 8


def order_key(published: float, code: str) -> tuple[float, tuple[int, ...]]:
    """Older first; among equals the later code first, so that read backwards ties go by code."""
    return published, (*[-ord(char) for char in code], 1)


class NewestOrder:
    """Ordinals are publication order, but for a few that came late: those are merged in."""

    def __init__(self, codes: Sequence[str]) -> None:
        self._codes = codes  # the index's own, by ordinal
        self._published = array("d")
        self._late = BitMap()
        self._last = order_key(float("-inf"), "")

    @property
    def is_disordered(self) -> bool:
        return len(self._late) > MOST_MISPLACED

    def key(self, ordinal: int) -> tuple[float, tuple[int, ...]]:
        """What an ordinal is sorted by."""
        return order_key(self._published[ordinal], self._codes[ordinal])

    def append(self, published: float) -> None:
        """The next ordinal, whose code is known already."""
        self._published.append(published)
        key = order_key(published, self._codes[len(self._published) - 1])
        if key < self._last:
            self._late.add(len(self._published) - 1)
        else:
            self._last = key

    def page(self, hits: BitMap, offset: int, size: int) -> list[int]:
        """Rows ``offset`` to ``offset + size`` of the hits, newest first."""
        late = sorted(hits & self._late, key=self.key, reverse=True)
        if not late:
            return _slice(hits, offset, size)
        regular = hits - self._late
        places = [(self._newer(regular, ordinal) + number, ordinal) for number, ordinal in enumerate(late)]
        before = sum(1 for place, _ordinal in places if place < offset)
        inside = [(place - offset, ordinal) for place, ordinal in places if offset <= place < offset + size]
        page = _slice(regular, offset - before, size - len(inside))
        for place, ordinal in inside:
            page.insert(place, ordinal)
        return page

    def _newer(self, regular: BitMap, ordinal: int) -> int:
        return len(regular) - bisect_right(regular, self.key(ordinal), key=self.key)


def _slice(hits: BitMap, offset: int, size: int) -> list[int]:
    total = len(hits)
    return list(hits[max(0, total - offset - size) : max(0, total - offset)])[::-1]


class RankedOrder:
    """Rows sorted by a key (name, price): only their ordinals, walked from the nearer end.

    Keys are made when asked for. A row leaves before what its key is made of changes.
    """

    def __init__(self, rows: Iterable[int], key_of: Callable[[int], Any]) -> None:
        self._key_of = key_of
        self._sorted = array("I", sorted(rows, key=key_of))
        self._ranks: array[int] | None = None

    def add(self, ordinal: int) -> None:
        """Put a row in its place."""
        self._sorted.insert(self._place(ordinal), ordinal)
        self._ranks = None

    def remove(self, gone: Iterable[int]) -> None:
        """Take rows out."""
        for ordinal in gone:
            del self._sorted[self._place(ordinal)]
        self._ranks = None

    def page(self, hits: BitMap, offset: int, size: int) -> list[int]:
        """Rows ``offset`` to ``offset + size`` of the hits."""
        total = len(hits)
        size = min(size, total - offset)
        if size <= 0:
            return []
        if total * FEW_OF < len(self._sorted):
            return sorted(hits, key=self._by_ordinal().__getitem__)[offset : offset + size]
        if offset + size <= total // 2:
            return _walk(self._sorted, hits, offset, size)
        return _walk(reversed(self._sorted), hits, total - offset - size, size)[::-1]

    def _place(self, ordinal: int) -> int:
        return bisect_left(self._sorted, self._key_of(ordinal), key=self._key_of)

    def _by_ordinal(self) -> "array[int]":
        if self._ranks is None:
            self._ranks = array("I", bytes(self._sorted.itemsize * (max(self._sorted) + 1)))
            for rank, ordinal in enumerate(self._sorted):
                self._ranks[ordinal] = rank
        return self._ranks


def _walk(rows: Iterable[int], hits: BitMap, skip: int, size: int) -> list[int]:
    found: list[int] = []
    for ordinal in rows:
        if ordinal in hits:
            if skip:
                skip -= 1
                continue
            found.append(ordinal)
            if len(found) == size:
                break
    return found


def by_name(codes: list[str], names: list[bytes], number: int) -> Callable[[int], Any]:
    """The key of rows by their name in a language, given by its number."""

    def key(ordinal: int) -> tuple[str, str]:
        of_row = names[ordinal].decode().split(BETWEEN)
        return name_key(of_row[min(number, len(of_row) - 1)]), codes[ordinal]

    return key


def by_price(codes: list[str], prices: "array[int]", sign: int) -> Callable[[int], Any]:
    """The key of rows by price, those without one last; ``sign`` -1 has the dearest first."""

    def key(ordinal: int) -> tuple[bool, int, str]:
        price = prices[ordinal]
        return price == NO_PRICE, sign * price, codes[ordinal]

    return key
