"""The feed: gaps of open transactions, databases that went back in time."""

import pytest

from search.engines.feed import LOOK_BACK, MANY, Feed
from search.models import SearchChange

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def empty_feed(db: None) -> None:
    SearchChange.objects.all().delete()


def change(number: int, code: str) -> SearchChange:
    return SearchChange.objects.create(pk=number, code=code)


def test_only_what_is_new() -> None:
    change(1, "A")
    feed = Feed()
    feed.start()
    assert feed.poll().codes == set()
    change(2, "B")
    assert feed.poll().codes == {"B"}
    assert feed.poll().codes == set()


def test_a_lower_number_committed_later_is_not_lost() -> None:
    change(1, "A")
    feed = Feed()
    feed.start()
    change(4, "D")
    assert feed.poll().codes == {"D"}
    change(2, "B")
    assert feed.poll().codes == {"B"}
    change(3, "C")
    change(5, "E")
    assert feed.poll().codes == {"C", "E"}
    assert feed.poll().codes == set()


def test_a_number_open_at_the_start_is_not_lost() -> None:
    change(1, "A")
    change(3, "C")
    feed = Feed()
    feed.start()
    change(2, "B")
    assert feed.poll().codes == {"B"}


def test_a_rolled_back_number_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    change(1, "A")
    change(3, "C")
    feed = Feed()
    feed.start()
    monkeypatch.setattr("search.engines.feed.PATIENCE", -1.0)
    feed.poll()
    change(2, "B")
    assert feed.poll().codes == set()


def test_a_restored_database_is_read_anew() -> None:
    change(1, "A")
    feed = Feed()
    feed.start()
    SearchChange.objects.all().delete()
    assert feed.poll().everything
    feed.start()
    change(1, "Z")
    assert feed.poll().codes == {"Z"}
    SearchChange.objects.filter(pk=1).update(stamp="other")
    assert feed.poll().everything


def test_many_changes_are_one() -> None:
    feed = Feed()
    feed.start()
    SearchChange.objects.bulk_create(SearchChange(code=f"C{number}") for number in range(MANY + LOOK_BACK))
    assert feed.poll().everything


def test_a_large_import_undone_is_one_stretch(django_assert_num_queries) -> None:
    change(1, "A")
    feed = Feed()
    feed.start()
    change(50_000, "B")
    assert feed.poll().codes == {"B"}
    with django_assert_num_queries(2) as asked:
        assert not feed.poll().everything
    assert max(len(query["sql"]) for query in asked) < 1_000
    change(20_000, "C")
    assert feed.poll().everything
    feed.start()
    with django_assert_num_queries(2):
        assert not feed.poll().everything


def test_stretches_are_bounded() -> None:
    change(1, "A")
    feed = Feed()
    feed.start()
    for number in range(1, 5):
        change(number * 10_000, f"N{number}")
        assert not feed.poll().everything
    assert feed.poll().everything
    feed.start()
    assert not feed.poll().everything


def test_one_query(django_assert_num_queries) -> None:
    change(1, "A")
    feed = Feed()
    feed.start()
    change(5, "B")
    for _time in range(3):
        with django_assert_num_queries(1):
            feed.poll()
