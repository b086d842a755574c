"""A small site whose search asks a server that is about to fail."""

import os
import time
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest
from django.test import Client

from products.models import Product
from search import engines
from search.engines.breaker import Breaker
from search.engines.elasticsearch import ElasticsearchEngine
from tests.faults.node import SCRIPTS, Node
from tests.integration.reading import unmarked
from villages.models import Village

SEARCH = "/tim-kiem/?q=khay"
#: What the page may take while the server is away, in seconds.
PAGE = 1.5
_numbers = count(1)


class Site:
    """The site as visitors and its operator see it. ``later``: the time passes that a failed server is left alone."""

    def __init__(self, client: Client, settings: Any) -> None:
        self.client = client
        self._settings = settings
        self._now = 0.0

    def use(self, url: str) -> ElasticsearchEngine:
        """From now on ask this server."""
        self._settings.SEARCH_ENGINE, self._settings.ELASTICSEARCH_URL = "elasticsearch", url
        self._settings.ELASTICSEARCH_INDEX = f"faults-{os.getpid()}-{next(_numbers)}"
        engines.get_engine.cache_clear()
        engine = self.engine
        engine.breaker = Breaker(clock=lambda: self._now)
        return engine

    @property
    def engine(self) -> ElasticsearchEngine:
        engine = engines.get_engine()
        assert isinstance(engine, ElasticsearchEngine)
        return engine

    def later(self, seconds: float = 31.0) -> None:
        self._now += seconds

    def page(self, limit: float = PAGE) -> str:
        """The search page, within its time."""
        began = time.monotonic()
        answer = self.client.get(SEARCH)
        took = time.monotonic() - began
        assert answer.status_code == 200
        assert took <= limit, f"{took:.2f} s; {self.engine.last_failure}"
        return unmarked(answer.text)

    def answers(self) -> dict[str, int]:
        """How the questions since the last look were answered."""
        answers = dict(self.engine.answers)
        self.engine.answers.clear()
        return answers


def took(work: Callable[[], object]) -> float:
    """Seconds of a piece of work."""
    began = time.monotonic()
    work()
    return time.monotonic() - began


@pytest.fixture
def site(client: Client, settings: Any) -> Iterator[Site]:
    yield Site(client, settings)
    engines.get_engine.cache_clear()


@pytest.fixture
def village(db: None) -> Village:
    return Village.objects.create(name="Chuôn Ngọ")


@pytest.fixture
def products(village: Village) -> list[Product]:
    names = ("Khay khảm trai", "Khay sơn mài", "Hộp sơn mài", "Nón lá")
    return [Product.objects.create(name=name, village=village) for name in names]


@pytest.fixture(scope="session")
def running_node() -> Iterator[Node]:
    if not (SCRIPTS / "start").exists():
        # Only that script can start a node to be frozen and killed; who has no copy of it still runs all other tests.
        give_up = pytest.fail if os.environ.get("REQUIRE_SERVICES") == "1" else pytest.skip
        give_up(f"no {SCRIPTS}/start; ELASTICSEARCH_SCRIPTS names its folder")
    node = Node()
    node.start()
    yield node
    node.stop()


@pytest.fixture
def node(running_node: Node) -> Iterator[Node]:
    """The node, awake and running again after the test."""
    yield running_node
    running_node.thaw()
    running_node.start()
