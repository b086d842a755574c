"""Pages of a set of rows in some order; the last page costs no more than the first."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from typing import Any

from pyroaring import BitMap

Key = tuple[float, tuple[int, ...]]
#: So many rows may lie out of order before the index should be made anew.
MOST_MISPLACED = 256


class NewestOrder:
    """Ordinals are publication order, but for a few that came late: those are merged in."""

    def __init__(self) -> None:
        self._keys: list[Key] = []  # rising; a misplaced ordinal repeats the key before it
        self._misplaced: dict[int, Key] = {}
        self._late = BitMap()

    @property
    def is_disordered(self) -> bool:
        return len(self._misplaced) > MOST_MISPLACED

    def key(self, ordinal: int) -> Key:
        """The key given for an ordinal."""
        return self._misplaced.get(ordinal) or self._keys[ordinal]

    def append(self, key: Key) -> None:
        """The next ordinal."""
        if self._keys and key < self._keys[-1]:
            ordinal = len(self._keys)
            self._misplaced[ordinal] = key
            self._late.add(ordinal)
            self._keys.append(self._keys[-1])
        else:
            self._keys.append(key)

    def page(self, hits: BitMap, offset: int, size: int) -> list[int]:
        """Rows ``offset`` to ``offset + size`` of the hits, newest first."""
        late = sorted(hits & self._late, key=self._misplaced.__getitem__, reverse=True)
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
        boundary = bisect_right(self._keys, self._misplaced[ordinal])
        return len(regular) - (regular.rank(boundary - 1) if boundary else 0)


def _slice(hits: BitMap, offset: int, size: int) -> list[int]:
    total = len(hits)
    return list(hits[max(0, total - offset - size) : max(0, total - offset)])[::-1]


class RankedOrder:
    """Rows sorted by a key (name, price): a sorted list, walked from the nearer end."""

    def __init__(self, rows: Iterable[tuple[int, Any]]) -> None:
        self._key_of: dict[int, Any] = dict(rows)
        self._sorted: list[tuple[Any, int]] = sorted((key, ordinal) for ordinal, key in self._key_of.items())

    def add(self, ordinal: int, key: Any) -> None:
        """Put a row in its place."""
        self._key_of[ordinal] = key
        insort(self._sorted, (key, ordinal))

    def remove(self, gone: BitMap) -> None:
        """Take rows out."""
        for ordinal in gone:
            key = self._key_of.pop(ordinal, None)
            if key is not None:
                del self._sorted[bisect_left(self._sorted, (key, ordinal))]

    def page(self, hits: BitMap, offset: int, size: int) -> list[int]:
        """Rows ``offset`` to ``offset + size`` of the hits."""
        total = len(hits)
        size = min(size, total - offset)
        if size <= 0:
            return []
        if len(hits) * 8 < len(self._sorted):
            ordered = sorted(hits, key=self._key_of.__getitem__)
            return ordered[offset : offset + size]
        if offset + size <= total // 2:
            return self._walk(iter(self._sorted), hits, offset, size)
        return self._walk(reversed(self._sorted), hits, total - offset - size, size)[::-1]

    @staticmethod
    def _walk(rows: Iterable[tuple[Any, int]], hits: BitMap, skip: int, size: int) -> list[int]:
        found: list[int] = []
        for _key, ordinal in rows:
            if ordinal in hits:
                if skip:
                    skip -= 1
                    continue
                found.append(ordinal)
                if len(found) == size:
                    break
        return found
