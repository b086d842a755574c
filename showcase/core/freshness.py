"""Whether what a process keeps of the site is still true: one number that rises with every change that shows.

The top layer provides the number (it alone hears of all changes, also of those made in other processes); lower
layers only compare. Without a provider nothing is kept.
"""

from collections.abc import Callable, Hashable
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.http import HttpRequest
from django.utils import timezone

Provider = Callable[[HttpRequest | None], Hashable]
T = TypeVar("T")
_providers: list[Provider] = []
Moment = Callable[[datetime], datetime | None]
_moments: list[Moment] = []
_periods: dict[str, tuple[Hashable, datetime, datetime]] = {}
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


def changes_at(moment: Moment) -> None:
    """Register who knows when pages next say something else by the clock alone: ``moment(now)`` is that time."""
    if moment not in _moments:
        _moments.append(moment)


def period(current: Hashable) -> datetime:
    """The end of the time, in Hà Nội, in which pages of this version say the same; never after midnight.

    Worked out once a period and version.
    """
    now = timezone.localtime()
    known = _periods.get("now")
    if known is not None and known[0] == current and known[1] <= now < known[2]:
        return known[2]
    midnight = (now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    ends = [midnight, *(end for moment in _moments if (end := moment(now)) is not None and end > now)]
    _periods["now"] = (current, now, min(ends))
    return min(ends)
