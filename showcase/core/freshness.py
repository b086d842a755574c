"""Whether what a process keeps of the site is still true: one number that rises with every change that shows.

The top layer provides the number (it alone hears of all changes, also of those made in other processes); lower
layers only compare. Without a provider nothing is kept.
"""

from collections.abc import Callable, Hashable

from django.http import HttpRequest

Provider = Callable[[HttpRequest | None], Hashable]
_providers: list[Provider] = []


def provide(provider: Provider) -> None:
    """Make ``provider`` the one who knows; it may ask the database, at most once a request."""
    _providers[:] = [provider]


def version(request: HttpRequest | None = None) -> Hashable | None:
    """Equal values: nothing that pages show has changed in between. ``None``: nobody knows."""
    return _providers[0](request) if _providers else None
