"""A column of the index: what it keeps of every row, by the row's ordinal."""

from array import array
from collections.abc import Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value", bound=Hashable)


class Shared(Generic[Value]):
    """Values that many rows have in common: each is kept once, and a row has its number."""

    def __init__(self, nothing: Value) -> None:
        self._values = [nothing]
        self._number_of = {nothing: 0}
        self._numbers = array("I")

    def append(self, value: Value) -> None:
        """The value of the next row."""
        self._numbers.append(0)
        self[-1] = value

    def __setitem__(self, ordinal: int, value: Value) -> None:
        if value not in self._number_of:
            self._number_of[value] = len(self._values)
            self._values.append(value)
        self._numbers[ordinal] = self._number_of[value]

    def __getitem__(self, ordinal: int) -> Value:
        return self._values[self._numbers[ordinal]]
