"""Whatever a server answers, the visitor gets the page that the embedded engine gives, in time."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from products.models import Product
from search.engines.feeding import is_behind
from search.models import SearchChange
from tests.faults.conftest import SEARCH, Site, took
from tests.faults.misbehaving import AT_ONCE, SLOW, misbehaving
from tests.integration.reading import unmarked

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def expected(site: Site, products: list[Product], settings: Any) -> str:
    """The page of a site without a server."""
    settings.SEARCH_ENGINE = "embedded"
    text = unmarked(site.client.get(SEARCH).text)
    assert "Khay khảm trai" in text and "Khay sơn mài" in text and "Nón lá" not in text
    return text


@pytest.mark.parametrize("how", [*AT_ONCE, *SLOW])
def test_the_page_is_the_one_of_the_embedded_engine(site: Site, expected: str, how: str) -> None:
    with misbehaving(how) as url:
        engine = site.use(url)
        SearchChange.objects.update(waiting=False)
        assert site.page() == expected
        assert site.answers()["failed"] == 1, engine.last_failure
        site.later()
        codes = [hit.code for hit in engine.suggest("khay")]
        assert codes == [hit.code for hit in engine.standby.suggest("khay")] and len(codes) == 2
        assert site.answers() == {"failed": 1}, engine.last_failure


@pytest.mark.parametrize("how", [*AT_ONCE, *SLOW])
def test_a_change_goes_on_waiting_and_nobody_waits_for_it(site: Site, products: list[Product], how: str) -> None:
    with misbehaving(how) as url:
        engine = site.use(url)
        assert SearchChange.objects.update(waiting=True)
        assert took(engine.feed) <= 1.2
        assert (engine.feed(), is_behind(), engine.breaker.may_ask()) == (0, True, False)


@pytest.mark.parametrize("how", AT_ONCE)
def test_the_operator_is_told(site: Site, products: list[Product], how: str) -> None:
    with misbehaving(how) as url:
        engine = site.use(url)
        for command, options in (("catch_up_search", {}), ("rebuild_search", {"index_only": True})):
            with pytest.raises(CommandError, match="search server cannot be used"):
                call_command(command, stdout=StringIO(), **options)
        health = engine.health()
        assert (health.ok, "embedded engine" in health.detail) == (False, True)


def test_after_five_failures_it_is_asked_every_thirty_seconds(site: Site, expected: str) -> None:
    with misbehaving("500") as url:
        engine = site.use(url)
        SearchChange.objects.update(waiting=False)
        for _ in range(5):
            assert site.page() == expected
            site.later(2.1)
        assert engine.breaker.is_open
        assert site.answers() == {"failed": 5}
        for seconds, answers in ((20.0, {"resting": 1}), (10.0, {"failed": 1}), (29.0, {"resting": 1})):
            site.later(seconds)
            assert site.page() == expected
            assert site.answers() == answers
