"""With a task worker a save only marks the entry; who reads before it is built sees the record as it is."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult

from products.documents import build_product_document
from products.models import Product
from search import services
from search.catching_up import catch_up
from search.documents import SearchQuery
from search.engines.embedded import EmbeddedEngine
from search.entries import MOST_BUILT
from search.models import SearchEntry
from search.unbuilt import MOST_BUILT_AFTER
from showcase.core.models import RenderedCard
from showcase.core.registries import search_sources
from villages.models import Artisan, Village

pytestmark = pytest.mark.django_db
LIST = "/san-pham/"


@pytest.fixture
def village() -> Village:
    return Village.objects.create(name="Chuôn Ngọ")


@pytest.fixture
def product(village: Village) -> Product:
    return Product.objects.create(name="Khay khảm trai", village=village, price_kind="exact", price_min=100_000)


@pytest.fixture
def worker(village: Village, product: Product, settings: Any) -> Callable[[], int]:
    """From now on tasks are left to a worker; calling it does its work."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    return services.renew_stale


def found(text: str, engine: EmbeddedEngine | None = None, kind: str = "product") -> list[str]:
    engine = engine or EmbeddedEngine()
    engine.refresh()
    return engine.search(SearchQuery(kind, text)).codes()


def is_marked(product: Product) -> bool:
    return SearchEntry.objects.get(code=product.code).stale


def test_a_change_is_found_and_shown_before_and_after_the_worker(
    client: Client, product: Product, worker: Callable[[], int]
) -> None:
    engine = EmbeddedEngine()
    assert found("khay", engine) == [product.code]
    assert "Khay khảm trai" in client.get(LIST).text
    product.name = "Hộp sơn mài"
    product.save()
    assert is_marked(product)
    for _ in ("before", "after"):
        assert (found("khay", engine), found("hop son mai", engine)) == ([], [product.code])
        assert (found("khay"), found("hop son mai")) == ([], [product.code])  # a process that has just begun
        page = client.get(LIST).text
        assert "Hộp sơn mài" in page and "Khay khảm trai" not in page
        assert "Hộp sơn mài" in client.get(product.get_absolute_url()).text
        assert "Hộp sơn mài" in client.get(f"/yeu-thich/?ma={product.code}").text
        worker()
        assert not is_marked(product)


def test_a_new_record_is_found_before_the_worker_comes(worker: Callable[[], int], village: Village) -> None:
    engine = EmbeddedEngine()
    found("", engine)
    new = Product.objects.create(name="Nón lá", village=village)
    assert found("non la", engine) == [new.code] == found("non la")
    assert found("", engine) == found("")
    worker()
    assert found("non la", engine) == [new.code] == found("non la")


def test_the_worker_is_told_after_the_commit(
    worker: Callable[[], int], product: Product, django_capture_on_commit_callbacks: Any
) -> None:
    def told() -> int:
        return DBTaskResult.objects.filter(task_path="showcase.core.tasks.follow_up").count()

    with django_capture_on_commit_callbacks(execute=True):
        product.save()
        assert told() == 0
    assert told() == 1


@pytest.mark.once
def test_the_few_that_are_marked_are_found_without_reading_all(product: Product) -> None:
    with CaptureQueriesContext(connection) as queries:
        services.renew_stale()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {queries[0]['sql']}")
        assert "search_entry_stale" in str(cursor.fetchall())


def test_what_another_worker_has_built_meanwhile_is_not_built_again(
    product: Product, worker: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    product.save()
    lock = services.lock

    def waits(source: Any, ids: Any) -> None:
        lock(source, ids)
        SearchEntry.objects.update(stale=False)  # the other worker, for whom this one has waited

    monkeypatch.setattr(services, "lock", waits)
    stamps = list(RenderedCard.objects.values_list("stamp", flat=True))
    worker()
    assert list(RenderedCard.objects.values_list("stamp", flat=True)) == stamps


def test_what_is_withdrawn_is_gone_without_a_worker(
    client: Client, product: Product, worker: Callable[[], int], village: Village
) -> None:
    engine = EmbeddedEngine()
    maker = Artisan.objects.create(name="Nguyễn Văn Sáu", village=village, may_show_name=True)
    product.artisan = maker
    product.save()
    assert found("nguyen van sau", engine) == [product.code]
    maker.may_show_name = False
    maker.save()
    assert found("nguyen van sau", engine) == [] == found("nguyen van sau", engine, "artisan")
    assert "Nguyễn Văn Sáu" not in client.get(LIST).text
    product.save()
    product.live = False
    product.save()
    assert found("khay", engine) == [] == found("khay")
    assert not SearchEntry.objects.filter(code=product.code).exists()


def test_a_marked_record_whose_village_left_is_not_built(
    product: Product, worker: Callable[[], int], village: Village
) -> None:
    product.save()
    Village.objects.filter(pk=village.pk).update(live=False)  # at this moment, behind everybody's back
    assert found("khay") == []


def test_of_many_changes_a_reader_builds_few_and_hides_what_may_not_be_seen(
    client: Client, worker: Callable[[], int], village: Village
) -> None:
    old = [Product.objects.create(name=f"Rổ {number}", village=village) for number in range(MOST_BUILT + 3)]
    worker()
    for product in old:
        product.name = product.name.replace("Rổ", "Mâm")
        product.save()
    hidden = SearchEntry.objects.filter(code__in=[product.code for product in old[:2]])
    hidden.update(hidden=True)
    with CaptureQueriesContext(connection) as queries:
        assert len(found("mam")) == MOST_BUILT
    assert len(queries) <= 20
    assert client.get(LIST).text.count("Mâm ") >= MOST_BUILT
    worker()
    assert (len(found("mam")), len(found("ro"))) == (len(old), 0)


def test_what_shows_somebody_s_consent_never_waits(worker: Callable[[], int], village: Village) -> None:
    maker = Artisan.objects.create(
        name="Nguyễn Văn Sáu", village=village, story="Học nghề từ cha", may_show_name=True, may_show_story=True
    )
    maker.may_show_story = False
    maker.save()
    entry = SearchEntry.objects.get(code=maker.code)
    assert not entry.stale
    assert "hoc nghe" not in entry.folded


def test_a_record_that_cannot_be_built_holds_up_no_other(
    client: Client, product: Product, worker: Callable[[], int], village: Village
) -> None:
    def broken(record: Product) -> Any:
        if record.pk == product.pk:
            raise RuntimeError("planted")
        return build_product_document(record)

    other = Product.objects.create(name="Nón lá", village=village)
    source = search_sources.get("product")
    assert source is not None
    object.__setattr__(source, "build", broken)
    try:
        product.save()
        assert found("") == [other.code]
        assert "Nón lá" in client.get(LIST).text
        worker()
        assert not is_marked(other)
        assert not SearchEntry.objects.filter(code=product.code).exists()
    finally:
        object.__setattr__(source, "build", build_product_document)
    worker()  # has nothing to do: what is missing is the catch-up's
    assert catch_up().missing == 1
    assert not is_marked(product) and found("khay") == [product.code]


def test_a_task_that_was_lost_is_made_up_for(product: Product, worker: Callable[[], int]) -> None:
    product.name = "Hộp sơn mài"
    product.save()
    DBTaskResult.objects.all().delete()
    assert catch_up().stale == 1
    assert not is_marked(product)
    assert RenderedCard.objects.filter(code=product.code, html__contains="Hộp sơn mài").count() == 2


def test_marking_costs_four_statements_to_a_save(product: Product, worker: Callable[[], int]) -> None:
    product.summary = "Khay"
    with CaptureQueriesContext(connection) as queries:
        services.index_record(product)
    assert len(queries) == 4


@pytest.mark.django_db(transaction=True)
def test_what_a_request_marked_is_built_once_its_answer_is_sent(
    client: Client, worker: Callable[[], int], village: Village, product: Product
) -> None:
    client.get(LIST)
    product.name = "Hộp sơn mài"
    product.save()
    assert is_marked(product)
    client.get("/tim-kiem/")  # the end of this thread's next request stands for the end of the one that saved
    assert not is_marked(product)
    many = [Product.objects.create(name=f"Khay {number}", village=village) for number in range(MOST_BUILT_AFTER + 2)]
    client.get("/tim-kiem/")
    assert [each.name for each in many if is_marked(each)] == ["Khay 0", "Khay 1"]  # they wait for the worker


@pytest.mark.django_db(transaction=True)
def test_what_cannot_be_built_after_an_answer_waits_for_the_worker(
    client: Client, worker: Callable[[], int], product: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.get(LIST)
    product.save()

    def broken(*_: Any, **__: Any) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(services, "renew", broken)
    assert client.get("/tim-kiem/").status_code == 200
    assert is_marked(product)
    monkeypatch.undo()
    worker()
    assert not is_marked(product)
