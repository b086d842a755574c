"""When to leave a server alone that does not answer."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock


class Unavailable(Exception):
    """The server did not give an answer that can be used."""


#: What reading an answer of another shape raises.
OF_ANOTHER_SHAPE = (LookupError, TypeError, ValueError, AttributeError, RecursionError)


@contextmanager
def reading() -> Iterator[None]:
    """An answer is read: one of another shape is none."""
    try:
        yield
    except OF_ANOTHER_SHAPE as error:
        raise Unavailable(f"an answer of another shape ({type(error).__name__}: {error})") from error


#: After one failure the server is left alone for a moment, so that no page waits for it twice.
PAUSE = 2.0
#: After so many failures in a row only one question in so many seconds still tries it.
FAILURES = 5
PROBE = 30.0


class Breaker:
    """Counts failures in a row; asked before each question. Safe between threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._failures = 0
        self._closed_until = 0.0

    @property
    def is_open(self) -> bool:
        """Whether the server is given up, but for a probe now and then."""
        return self._failures >= FAILURES

    @property
    def is_resting(self) -> bool:
        """Whether the server is left alone at this moment."""
        with self._lock:
            return bool(self._failures) and self._clock() < self._closed_until

    def may_ask(self) -> bool:
        """Whether to ask now. Who is told so while the server is left alone is its only probe."""
        with self._lock:
            if not self._failures:
                return True
            now = self._clock()
            if now < self._closed_until:
                return False
            self._closed_until = now + (PROBE if self.is_open else PAUSE)
            return True

    def succeeded(self) -> None:
        """The server answered."""
        with self._lock:
            self._failures = 0

    def failed(self) -> int:
        """It did not; gives how many times in a row."""
        with self._lock:
            self._failures += 1
            self._closed_until = self._clock() + (PROBE if self.is_open else PAUSE)
            return self._failures
