"""Without Redis, pages are slower and otherwise the same."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.core.cache.backends.redis import RedisCacheClient
from django.test import Client
from redis.exceptions import RedisError

from showcase.core import page_cache
from showcase.core.redis_cache import ForgivingRedisCache

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.usefixtures("centre")]


@pytest.fixture(autouse=True)
def away(settings: Any) -> Iterator[None]:
    """A server that refuses the connection."""
    options = {"socket_connect_timeout": 1, "socket_timeout": 1}
    backend = "showcase.core.redis_cache.ForgivingRedisCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": "redis://127.0.0.1:1/0", "OPTIONS": options}}
    settings.PAGE_CACHE = settings.PAGE_CACHE_SHARED = True
    page_cache.pages.clear()
    yield
    ForgivingRedisCache._silent_until = 0.0


@pytest.mark.parametrize("address", ["/", "/en/", "/lang-nghe/", "/trien-lam/", "/san-pham/atom.xml"])
def test_a_public_page_answers(client: Client, address: str) -> None:
    assert [client.get(address).status_code for _time in range(2)] == [200, 200]


def test_nothing_is_found_and_the_server_is_not_asked_again_at_once(monkeypatch: Any) -> None:
    cache.set("a", 1)
    assert (cache.get("a", "none"), cache.get_many(["a"]), "a" in cache) == ("none", {}, False)
    assert (cache.add("a", 1), cache.delete("a")) == (False, False)
    monkeypatch.setattr(RedisCacheClient, "get", lambda *args: pytest.fail("asked"))
    assert cache.get("a") is None


def test_who_counts_is_told() -> None:
    with pytest.raises(RedisError):
        cache.incr("a")
