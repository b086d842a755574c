"""The floors of relevance, on every engine: over the demo, against what was judged before the ranking was tuned."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test.utils import override_settings

from search.engines.embedded import EmbeddedEngine
from tests.elasticsearch import elasticsearch_engines
from tests.relevance import asking
from tests.relevance.asking import Answered
from tests.relevance.judged import read

pytestmark = [pytest.mark.django_db, pytest.mark.once]
ENGINES = [
    pytest.param("embedded", id="embedded"),
    pytest.param("elasticsearch", id="elasticsearch", marks=pytest.mark.service("elasticsearch")),
]
NDCG, MRR, PRECISION, NDCG_OF_KIND, ZERO = 0.92, 0.94, 0.8, 0.85, 0.01


@pytest.fixture(scope="module", params=ENGINES)
def answered(request: pytest.FixtureRequest, demo_of_module: None) -> Iterator[list[Answered]]:
    """All judged queries, asked once of each engine."""
    if request.param == "embedded":
        yield asking.ask(EmbeddedEngine(), read())
        return
    with (
        override_settings(),
        pytest.MonkeyPatch.context() as monkeypatch,
        elasticsearch_engines(settings, monkeypatch) as make,
    ):
        yield asking.ask(make(), read())


def test_the_best_answers_come_first(answered: list[Answered]) -> None:
    ndcg = asking.measured(answered).ndcg
    assert ndcg >= NDCG


def test_the_first_good_answer_is_near_the_top(answered: list[Answered]) -> None:
    mrr = asking.measured(answered).mrr
    assert mrr >= MRR


def test_the_first_five_are_acceptable_where_there_are_five(answered: list[Answered]) -> None:
    precision = asking.measured(answered).precision
    assert precision is not None
    assert precision >= PRECISION


def test_no_kind_of_query_is_served_badly(answered: list[Answered]) -> None:
    kinds = asking.by_kind(answered).items()
    assert {kind: measures.ndcg for kind, measures in kinds if measures.ndcg < NDCG_OF_KIND} == {}


def test_what_has_an_answer_finds_something(answered: list[Answered]) -> None:
    zero = asking.measured(answered).zero
    assert zero <= ZERO


def test_nonsense_finds_nothing(answered: list[Answered]) -> None:
    assert asking.found_for_nonsense(answered) == {}


def test_marked_and_unmarked_queries_have_the_same_first_result(answered: list[Answered]) -> None:
    assert asking.first_ones_that_differ(answered) == {}
