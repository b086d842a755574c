"""Whether what a process keeps of the site is still true: one number that rises with every change that shows.

The top layer provides the number (it alone hears of all changes, also of those made in other processes); lower
layers only compare. Without a provider nothing is kept.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from django.http import HttpRequest

Provider = Callable[[HttpRequest | None], Hashable]
T = TypeVar("T")
_providers: list[Provider] = []
_kept: dict[Hashable, tuple[Hashable, Any]] = {}


def provide(provider: Provider) -> None:
    """Make ``provider`` the one who knows; it may ask the database, at most once a request."""
    _providers[:] = [provider]


def version(request: HttpRequest | None = None) -> Hashable | None:
    """Equal values: nothing that pages show has changed in between. ``None``: nobody knows."""
    return _providers[0](request) if _providers else None


def kept(name: Hashable, request: HttpRequest | None, make: Callable[[], T]) -> T:
    """What ``make`` gave since the last change; shared by all requests of the process, so only to be read.

    Names are few and fixed: nothing is ever thrown away but for something newer of the same name.
    """
    current = version(request)
    if current is None:
        return make()
    before = _kept.get(name)
    if before is not None and before[0] == current:
        value: T = before[1]
        return value
    value = make()
    _kept[name] = (current, value)
    return value
