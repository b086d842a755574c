"""Faults of a real server: the visitor gets the same page in time, and one catch-up brings everything in afterwards."""

import threading
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from products.models import Product
from search.engines import feeding
from search.engines.breaker import Unavailable
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.feeding import is_behind
from tests.faults.conftest import Site, took
from tests.faults.node import Node
from villages.models import Village

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.once,
    pytest.mark.slow,
    pytest.mark.service("elasticsearch"),
    pytest.mark.usefixtures("products"),
]


@pytest.fixture
def served(site: Site, node: Node, products: list[Product]) -> ElasticsearchEngine:
    """An engine whose server holds every record and answers."""
    engine = site.use(node.url)
    call_command("rebuild_search", index_only=True, stdout=StringIO())
    body = {"query": {"match_all": {}}}
    engine.server.patient().search(
        engine.alias, [body]
    )  # the first question of a node that has just begun takes longer
    return engine


@pytest.fixture
def expected(site: Site, served: ElasticsearchEngine) -> str:
    """The page as the server answers it."""
    text = site.page(limit=30.0)  # the first one reads templates
    assert site.answers() == {"answered": 1}
    assert "Khay khảm trai" in text and "Khay sơn mài" in text and "Nón lá" not in text
    return text


def said(command: str, **options: Any) -> str:
    out = StringIO()
    call_command(command, stdout=out, **options)
    return out.getvalue()


def assert_whole_after_one_catch_up(site: Site) -> None:
    """One run of the operator's clock, then the server has every record and answers again."""
    said("catch_up_search")
    assert not is_behind()
    assert "They are the same." in said("rebuild_search", verify=True)
    site.later()
    site.answers()
    site.page()
    assert site.answers() == {"answered": 1}
    assert site.client.get("/health").json()["search"] == "elasticsearch"


def indices(engine: ElasticsearchEngine) -> list[str]:
    return list(engine.server.patient().indices(engine.alias))


def save(product: Product) -> Callable[[], None]:
    def do() -> None:
        product.story += "+"
        product.save()

    return do


def test_a_frozen_server(
    site: Site, node: Node, served: ElasticsearchEngine, expected: str, products: list[Product], village: Village
) -> None:
    usual = took(save(products[3]))
    node.freeze()
    assert site.page() == expected
    assert site.answers() == {"failed": 1}
    assert site.page() == expected  # who comes next does not wait at all
    assert site.answers() == {"resting": 1}
    site.later()
    assert took(save(products[3])) <= usual + 1.0  # it is told at once, and waited for once
    Product.objects.create(name="Khay đồng", village=village)
    products[1].delete()
    assert site.answers() == {"untold": 1}
    site.later()
    page = site.page()
    assert ("Khay đồng" in page, "Khay sơn mài" in page) == (True, False)
    assert site.answers() == {"behind": 1}
    node.thaw()
    assert_whole_after_one_catch_up(site)
    assert site.page() == page


def test_with_a_task_worker_a_save_does_not_speak_to_the_server(
    site: Site, node: Node, served: ElasticsearchEngine, products: list[Product], settings: Any
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    usual = min(took(save(products[0])) for _ in range(5))
    node.freeze()
    assert min(took(save(products[0])) for _ in range(5)) <= usual + 0.05
    assert site.answers() == {}
    assert is_behind()
    node.thaw()
    assert_whole_after_one_catch_up(site)


def test_the_index_is_deleted(site: Site, served: ElasticsearchEngine, expected: str, products: list[Product]) -> None:
    served.server.drop(indices(served))
    assert site.page() == expected
    assert site.answers() == {"failed": 1}
    save(products[3])()
    assert indices(served) == []  # nothing is written into an index of the server's own making
    assert is_behind()
    assert_whole_after_one_catch_up(site)
    assert len(indices(served)) == 1


def test_the_old_index_answers_while_a_new_one_is_made(
    site: Site, served: ElasticsearchEngine, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (old,) = indices(served)
    asked_between_the_steps(site, served, expected, monkeypatch)
    served.feeder(patient=True).rebuild()
    answers = site.answers()
    assert answers.pop("answered") >= 10
    assert answers == {"behind": 2}  # around the swap, until the new index was compared
    (new,) = indices(served)
    assert new != old


def test_a_failed_rebuild_leaves_nothing_behind_and_a_killed_one_until_the_next(
    site: Site, served: ElasticsearchEngine, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (old,) = indices(served)
    left, neighbour = (f"{served.alias}-{more}{1:014}-abcdef" for more in ("", "two-"))
    for name in (left, neighbour):
        served.server.patient().create(name, f"{name}-building")
    with monkeypatch.context() as patched:
        patched.setattr(feeding, "document_of", lambda *told: {}["a fault of ours"])
        with pytest.raises(KeyError):
            served.feeder(patient=True).rebuild()
    assert sorted(indices(served)) == sorted([old, neighbour])  # that of another site is none of ours
    assert site.page() == expected
    assert site.answers() == {"answered": 1}
    served.server.drop([neighbour])


def test_killed_in_the_middle_of_a_rebuild_and_of_a_search_and_back_after_a_time(
    site: Site, node: Node, served: ElasticsearchEngine, expected: str, products: list[Product]
) -> None:
    (old,) = indices(served)
    killed_at_the_second_step(site, node, served, expected)
    site.later()
    assert site.page() == expected  # now it refuses
    assert site.answers() == {"failed": 1}
    save(products[3])()
    with pytest.raises(CommandError, match="the site answers without it"):
        said("catch_up_search")
    node.start()  # with no index at all
    assert_whole_after_one_catch_up(site)
    assert len(indices(served)) == 1 and old not in indices(served)
    assert site.page() == expected


def asked_between_the_steps(
    site: Site, engine: ElasticsearchEngine, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page is asked before and after each word with the server, who is told of one document at a time."""
    server = type(engine.server)
    monkeypatch.setattr(feeding, "_BATCH", 1)
    for name in ("create", "write", "refresh", "swap", "drop"):
        real = getattr(server, name)

        def step(self: Any, *args: Any, _real: Any = real, **options: Any) -> None:
            assert site.page() == expected
            _real(self, *args, **options)
            assert site.page() == expected

        monkeypatch.setattr(server, name, step)


def killed_at_the_second_step(site: Site, node: Node, engine: ElasticsearchEngine, expected: str) -> None:
    """The server dies between the first document of a rebuild and the second, while it has a visitor's question."""

    def die() -> None:
        node.freeze()
        killer = threading.Timer(0.3, node.kill)
        killer.start()
        assert site.page() == expected  # the question is with the server when it dies
        killer.join()
        assert site.answers() == {"failed": 1}

    with pytest.MonkeyPatch.context() as patched:
        server = type(engine.server)
        real, steps = server.write, iter((None, die))

        def write(self: Any, *args: Any, **options: Any) -> None:
            (next(steps, None) or (lambda: None))()
            real(self, *args, **options)

        patched.setattr(feeding, "_BATCH", 1)
        patched.setattr(server, "write", write)
        with pytest.raises(Unavailable):
            engine.feeder(patient=True).rebuild()
