"""Search engines, chosen by the class path in ``settings.SEARCH_ENGINE``; one per process."""

from collections.abc import Hashable
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string

from search.engines.base import SearchEngine

DEFAULT = "search.engines.embedded.EmbeddedEngine"


@lru_cache(maxsize=1)
def get_engine() -> SearchEngine:
    """The engine of this process."""
    engine: SearchEngine = import_string(getattr(settings, "SEARCH_ENGINE", "") or DEFAULT)()
    return engine


def version(request: HttpRequest | None = None) -> Hashable:
    """What was heard of changes up to now; with a request the feed is asked, once in it."""
    engine = get_engine()
    if request is not None:
        engine.refresh(request)
    return engine.version


__all__ = ["SearchEngine", "get_engine", "version"]
