"""Search engines, chosen by name or class path in ``settings.SEARCH_ENGINE``; one per process."""

import gc
import logging
from collections.abc import Hashable
from functools import lru_cache

from django.conf import settings
from django.db import Error, connections
from django.http import HttpRequest
from django.utils.module_loading import import_string

from search.engines.base import SearchEngine

logger = logging.getLogger(__name__)

NAMES = {
    "": "search.engines.embedded.EmbeddedEngine",
    "embedded": "search.engines.embedded.EmbeddedEngine",
    "elasticsearch": "search.engines.elasticsearch.ElasticsearchEngine",
}


@lru_cache(maxsize=1)
def get_engine() -> SearchEngine:
    """The engine of this process."""
    engine: SearchEngine = import_string(NAMES.get(settings.SEARCH_ENGINE, settings.SEARCH_ENGINE))()
    return engine


def prepare() -> None:
    """Load what the engine keeps in memory before a server forks: its workers then share it.

    A process must start without its database too; the first request tries again.
    """
    try:
        get_engine().refresh()
    except Error as error:
        logger.warning("The search index could not be loaded yet: %s", error)
    finally:
        connections.close_all()  # a worker must not speak through its parent's connection
    gc.collect()
    gc.freeze()  # the collector would write into every page that workers share


def version(request: HttpRequest | None = None) -> Hashable:
    """What was heard of changes up to now; with a request the feed is asked, once in it."""
    engine = get_engine()
    if request is not None:
        engine.refresh(request)
    return engine.version


__all__ = ["SearchEngine", "get_engine", "prepare", "version"]
