"""Redis as a cache that may be away: nothing is found and nothing is kept, and pages answer as they would without."""

import logging
import time
from collections.abc import Callable
from typing import Any, TypeVar

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

T = TypeVar("T")
logger = logging.getLogger(__name__)
#: Seconds in which a server that did not answer is not asked again.
PAUSE = 5.0


class ForgivingRedisCache(RedisCache):
    """Django's, where an unreachable server is an empty cache. Counting (``incr``) and ``clear`` still raise."""

    #: Of the process: each thread has a backend of its own.
    _silent_until = 0.0

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        return self._or(default, lambda: super(ForgivingRedisCache, self).get(key, default, version))

    def get_many(self, keys: Any, version: int | None = None) -> Any:
        return self._or({}, lambda: super(ForgivingRedisCache, self).get_many(keys, version))

    def has_key(self, key: str, version: int | None = None) -> Any:
        return self._or(False, lambda: super(ForgivingRedisCache, self).has_key(key, version))

    def set(self, key: str, *args: Any, **kwargs: Any) -> Any:
        return self._or(None, lambda: super(ForgivingRedisCache, self).set(key, *args, **kwargs))

    def add(self, key: str, *args: Any, **kwargs: Any) -> Any:
        return self._or(False, lambda: super(ForgivingRedisCache, self).add(key, *args, **kwargs))

    def delete(self, key: str, version: int | None = None) -> Any:
        return self._or(False, lambda: super(ForgivingRedisCache, self).delete(key, version))

    def _or(self, otherwise: T, ask: Callable[[], T]) -> T:
        if time.monotonic() < ForgivingRedisCache._silent_until:
            return otherwise
        try:
            return ask()
        except RedisError as error:
            ForgivingRedisCache._silent_until = time.monotonic() + PAUSE
            logger.warning("Redis does not answer; going on without it for %s s: %s", PAUSE, error)
            return otherwise
