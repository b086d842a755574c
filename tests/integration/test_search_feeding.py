"""A server's index stays as the entries are, whatever is told in what order, and what differs is noticed."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django_tasks_db.models import DBTaskResult

from products.documents import build_product_document
from products.models import Product
from search.catching_up import catch_up
from search.documents import SearchQuery
from search.engines.breaker import Unavailable
from search.engines.elasticsearch import ElasticsearchEngine, Server
from search.engines.feeding import Feeder, is_behind
from search.models import SearchChange, SearchEntry
from search.rebuilding import prune, rebuild_all
from showcase.core.registries import search_sources
from tests.elasticsearch import elasticsearch_engines
from villages.models import Village

pytestmark = pytest.mark.django_db
on_server = pytest.mark.service("elasticsearch")


@pytest.fixture
def products(db: None) -> list[Product]:
    village = Village.objects.create(name="Chuôn Ngọ")
    names = ("Khay khảm trai", "Hộp sơn mài", "Nón lá")
    return [Product.objects.create(name=name, village=village) for name in names]


@pytest.fixture
def engine(products: list[Product], settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[ElasticsearchEngine]:
    """On a server that has been told of everything."""
    with elasticsearch_engines(settings, monkeypatch) as make:
        assert not is_behind()
        yield make()


@pytest.fixture
def broken(products: list[Product]) -> Iterator[Callable[[], None]]:
    """The first product cannot be built until this is called."""

    def build(record: Product) -> Any:
        if record.pk == products[0].pk:
            raise RuntimeError("planted")
        return build_product_document(record)

    def mended() -> None:
        object.__setattr__(source, "build", build_product_document)

    source = search_sources["product"]
    object.__setattr__(source, "build", build)
    yield mended
    mended()


@pytest.fixture
def saved(engine: ElasticsearchEngine, settings: Any) -> Callable[..., None]:
    """``saved(product, …)``: commit their changes, then let a task worker do its work."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

    def commit(*products: Product) -> None:
        for product in products:
            product.save()
        assert is_behind()
        while DBTaskResult.objects.ready().exists():
            call_command("db_worker", "--batch", verbosity=0)

    return commit


def codes(engine: ElasticsearchEngine, text: str = "") -> set[str]:
    engine.refresh()
    return set(engine.search(SearchQuery("product", text)).codes())


def on_the_server(engine: ElasticsearchEngine) -> dict[str, int]:
    return dict(engine.server.stamps(engine.alias))


def said(command: str, **options: Any) -> str:
    out = StringIO()
    call_command(command, stdout=out, **options)
    return out.getvalue()


@pytest.mark.django_db(transaction=True)
@on_server
def test_what_cannot_be_built_does_not_keep_the_server_from_being_asked(
    engine: ElasticsearchEngine, products: list[Product], saved: Callable[..., None], broken: Callable[[], None]
) -> None:
    saved(*products[:2])
    assert not is_behind()
    assert codes(engine) == {product.code for product in products[1:]}
    assert engine.answers == {"answered": 1}
    assert products[0].code not in on_the_server(engine)
    broken()
    catch_up()
    engine.feed()
    assert codes(engine) == {product.code for product in products}


def test_what_cannot_be_built_keeps_neither_a_rebuild_nor_a_change_of_others_from_going_on(
    products: list[Product], broken: Callable[[], None]
) -> None:
    def there() -> set[str]:
        return set(SearchEntry.objects.filter(kind="product").values_list("code", flat=True))

    others = {product.code for product in products[1:]}
    village = products[0].village
    village.name = "Phú Vinh"
    village.save()
    assert there() == others
    assert "phu vinh" in SearchEntry.objects.get(code=products[1].code).folded
    assert rebuild_all() == 3  # the village is one
    assert there() == others
    assert catch_up().missing == 1
    broken()
    catch_up()
    assert there() == others | {products[0].code}


def test_the_comparison_names_an_entry_whose_record_cannot_be_built(
    products: list[Product], broken: Callable[[], None]
) -> None:
    with pytest.raises(CommandError, match=f"1 differ: {products[0].code}"):
        said("rebuild_search", verify=True)
    broken()
    assert "They are the same." in said("rebuild_search", verify=True)


def test_a_rebuild_that_breaks_off_tells_of_what_it_has_written(
    products: list[Product], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = SearchChange.objects.filter(what=SearchChange.What.EVERYTHING).count()
    monkeypatch.setattr("search.rebuilding.fingerprint.remember", lambda: {}["planted"])
    with pytest.raises(KeyError):
        rebuild_all()
    assert SearchChange.objects.filter(what=SearchChange.What.EVERYTHING).count() == before + 1


@on_server
def test_what_is_told_to_the_old_index_while_the_new_one_takes_its_place_is_not_lost(
    engine: ElasticsearchEngine, products: list[Product], monkeypatch: pytest.MonkeyPatch
) -> None:
    swap = Server.swap

    def told_before(self: Server, *arguments: Any) -> None:
        products[0].live = False
        products[0].save()
        engine.feed()
        swap(self, *arguments)

    def dies(self: Feeder) -> int:
        raise RuntimeError("planted")

    with monkeypatch.context() as patched:
        patched.setattr(Server, "swap", told_before)
        patched.setattr(Feeder, "reconcile", dies)
        with pytest.raises(RuntimeError):
            engine.feeder().rebuild()
    expected = {product.code for product in products[1:]}
    assert products[0].code in on_the_server(engine)
    assert codes(engine) == expected and engine.answers.pop("behind") == 1
    engine.catch_up()
    assert products[0].code not in on_the_server(engine)
    assert codes(engine) == expected and engine.answers == {"answered": 1}


@on_server
@pytest.mark.parametrize("step", ["write", "swap"])
@pytest.mark.parametrize("is_first", [True, False])
def test_of_two_rebuilds_at_once_one_index_is_left_and_right(
    engine: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch, step: str, is_first: bool
) -> None:
    if is_first:
        engine.server.drop(list(engine.server.indices(engine.alias)))
    real = getattr(Server, step)

    def overtaken(self: Server, *arguments: Any, **options: Any) -> Any:
        monkeypatch.setattr(Server, step, real)
        assert engine.feeder().rebuild() == 4
        return real(self, *arguments, **options)

    monkeypatch.setattr(Server, step, overtaken)
    assert engine.feeder().rebuild() == 4
    engine.feeder()._drop_quietly([])
    left = engine.server.indices(engine.alias)
    assert [engine.alias] in left.values()
    assert [name for name, aliases in left.items() if aliases and aliases != [engine.alias]] == []
    assert "They are the same." in said("rebuild_search", verify=True)


@on_server
def test_an_index_that_was_dropped_while_it_was_filled_is_not_made_again_by_writing(
    engine: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, write = engine.server.indices(engine.alias), Server.write

    def dropped(self: Server, *arguments: Any, **options: Any) -> list[str]:
        monkeypatch.setattr(Server, "write", write)
        self.drop([name for name in self.indices(engine.alias) if name not in before])
        return write(self, *arguments, **options)

    monkeypatch.setattr(Server, "write", dropped)
    with pytest.raises(Unavailable, match="index_not_found"):
        engine.feeder().rebuild()
    assert engine.server.indices(engine.alias) == before


@on_server
def test_a_swap_whose_answer_is_lost_keeps_the_index_that_answers(
    engine: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    swap = Server.swap

    def unheard(self: Server, *arguments: Any) -> None:
        swap(self, *arguments)
        raise Unavailable("planted")

    monkeypatch.setattr(Server, "swap", unheard)
    with pytest.raises(Unavailable, match="planted"):
        engine.feeder().rebuild()
    assert [engine.alias] in engine.server.indices(engine.alias).values()
    assert "They are the same." in said("rebuild_search", verify=True)


@on_server
def test_what_was_committed_late_is_not_taken_for_old(engine: ElasticsearchEngine, products: list[Product]) -> None:
    (stamp,) = SearchEntry.objects.filter(code=products[0].code).values_list("updated_at", flat=True)
    products[0].live = False
    products[0].save()
    engine.feed()
    assert products[0].code not in on_the_server(engine)
    products[0].live = True
    products[0].save()  # in a transaction that began before the server was told
    SearchEntry.objects.filter(code=products[0].code).update(updated_at=stamp)
    SearchChange.objects.filter(code=products[0].code).update(waiting=True)
    engine.feed()
    assert products[0].code in on_the_server(engine)
    assert codes(engine, "khay") == {products[0].code}


@on_server
def test_documents_of_a_clock_that_was_ahead_are_put_right(
    engine: ElasticsearchEngine, products: list[Product]
) -> None:
    for entry in SearchEntry.objects.filter(kind="product"):
        SearchEntry.objects.filter(pk=entry.pk).update(updated_at=entry.updated_at + timedelta(hours=1))
    engine.catch_up()
    products[0].name = "Mâm đồng"
    products[0].save()
    products[1].live = False
    products[1].save()
    engine.feed()
    assert codes(engine, "mam dong") == {products[0].code}
    assert products[1].code not in on_the_server(engine)
    engine.catch_up()  # of the third, whose entry is not older than its document
    assert "They are the same." in said("rebuild_search", verify=True)


@on_server
def test_an_index_of_another_shape_is_made_anew(engine: ElasticsearchEngine) -> None:
    (old,) = engine.server.indices(engine.alias)
    assert engine.catch_up() == 0
    assert list(engine.server.indices(engine.alias)) == [old]
    engine.server._client.indices.put_mapping(index=old, meta={"shape": "of another release"})
    engine.catch_up()
    (new,) = engine.server.indices(engine.alias)
    assert new != old
    assert engine.catch_up() == 0


@on_server
def test_the_comparison_notices_a_wrong_document_and_a_ghost(
    engine: ElasticsearchEngine, products: list[Product]
) -> None:
    assert "They are the same." in said("rebuild_search", verify=True)
    (document,) = engine.server.documents(engine.alias, [products[0].code]).values()
    engine.server.write(engine.alias, [{**document, "names": ["Tranh"]}], is_last_word=True)
    with pytest.raises(CommandError, match=rf"1 differ: {products[0].code}\. catch_up_search"):
        said("rebuild_search", verify=True)
    engine.server.write(engine.alias, [document, {**document, "code": "DD-GHOST"}], is_last_word=True)
    with pytest.raises(CommandError, match=r"1 differ: DD-GHOST\. catch_up_search puts"):
        said("rebuild_search", verify=True)
    said("catch_up_search")
    assert "They are the same." in said("rebuild_search", verify=True)


@pytest.mark.parametrize("how", ["gone", "wrong", "stale", "left over"])
def test_the_comparison_notices_entries_that_are_not_as_their_records(products: list[Product], how: str) -> None:
    assert "4 public records, 4 entries\nThey are the same." in said("rebuild_search", verify=True)
    entries = SearchEntry.objects.filter(code=products[0].code)
    if how == "gone":
        entries.delete()
    elif how == "left over":
        Product.objects.filter(pk=products[0].pk).update(live=False)  # behind everybody's back
    else:
        entries.update(**({"folded": "another"} if how == "wrong" else {"stale": True}))
    with pytest.raises(CommandError, match="1 differ: "):
        said("rebuild_search", verify=True)
    said("rebuild_search")
    assert "They are the same." in said("rebuild_search", verify=True)


@pytest.mark.django_db(transaction=True)
@on_server
def test_the_worker_tells_the_server(
    engine: ElasticsearchEngine, products: list[Product], saved: Callable[..., None]
) -> None:
    products[0].name = "Mâm đồng"
    saved(products[0])
    assert not is_behind()
    assert DBTaskResult.objects.filter(task_path="search.tasks.feed_search_later", status="SUCCESSFUL").exists()
    assert codes(engine, "mam dong") == {products[0].code}
    assert engine.answers == {"answered": 1}


def test_the_feed_ends_somewhere(products: list[Product]) -> None:
    numbers = list(SearchChange.objects.order_by("pk").values_list("pk", flat=True))
    SearchChange.objects.filter(pk=numbers[0]).update(waiting=True)
    prune(keep=2)
    left = list(SearchChange.objects.order_by("pk").values_list("pk", flat=True))
    assert left == [numbers[0], *numbers[-3:]]  # what waits is not forgotten
    catch_up()
    assert set(left) <= set(SearchChange.objects.values_list("pk", flat=True))
