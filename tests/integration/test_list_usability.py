"""Long facets are folded, an empty result tells the ways out, a page after the last one leads back."""

from collections.abc import Iterator

import pytest
from django.test import Client

from search.engines import get_engine
from tests import factories
from tests.integration.reading import Group, ListPage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_engine(centre: None) -> Iterator[None]:
    get_engine.cache_clear()
    yield
    get_engine.cache_clear()


def _villages(client: Client, address: str) -> Group:
    return ListPage(client.get(address)).facets()["Làng nghề"]


def test_forty_villages_are_folded_after_the_first_eight(client: Client) -> None:
    for number in range(40):
        factories.product(village=factories.village(f"Làng {number:02}"))
    group = _villages(client, "/san-pham/")
    assert [value.label for value in group.first] == [f"Làng {number:02}" for number in range(8)]
    assert len(group.rest) == 32
    assert not group.rest_is_open
    html = client.get("/san-pham/").content.decode()
    assert html.count('<details class="facets__rest">') == 1
    chosen = group.rest[-1]
    group = _villages(client, chosen.url)
    assert group.is_open
    assert group.rest_is_open


def test_ten_values_are_not_folded(client: Client) -> None:
    for number in range(10):
        factories.product(village=factories.village(f"Làng {number:02}"))
    assert _villages(client, "/san-pham/").rest == []


def test_an_empty_result_says_what_there_is_with_one_thing_less(client: Client) -> None:
    here, there = factories.village("Đông Cứu"), factories.village("Vạn Phúc")
    for number in range(3):
        factories.product(f"Khay {number}", village=here, price=100_000)
    factories.product("Tủ chè", village=there, price=50_000_000)
    response = client.get(f"/san-pham/?village={here.code}&price=over-5m")
    assert response.context["results"].total == 0
    assert {(way["label"], way["url"], way["total"]) for way in response.context["without"]} == {
        ("Đông Cứu", "/san-pham/?price=over-5m", 1),
        ("Từ 5 triệu ₫", f"/san-pham/?village={here.code}", 3),
    }  # fmt: skip
    response = client.get(f"/san-pham/?q=khay&village={there.code}")
    assert [(way["label"], way["total"]) for way in response.context["without"]] == [("“khay”", 1), ("Vạn Phúc", 3)]


def test_a_result_and_a_single_word_need_no_ways_out(client: Client) -> None:
    factories.product("Khay")
    assert "empty__ways" not in client.get("/san-pham/").content.decode()
    assert client.get("/san-pham/?q=qqqqq").context["without"] == []


@pytest.mark.parametrize("page", ["2", "0", "-1", "x", "999999999999"])
def test_a_page_after_the_last_one_leads_back_with_its_filters(client: Client, page: str) -> None:
    village = factories.product("Khay").village
    response = client.get(f"/san-pham/?village={village.code}&sort=name&page={page}")
    assert response.status_code == 404
    assert f'href="/san-pham/?village={village.code}&amp;sort=name"' in response.content.decode()


def test_a_card_holds_a_heart_that_is_hidden_without_scripts_and_knows_nobody(client: Client) -> None:
    product = factories.product("Khay “sơn” mài")
    client.cookies["favourites"] = product.code
    html = client.get("/en/products/").content.decode()
    heart = f'<button class="heart" data-keep="{product.code}" aria-label="Keep" hidden></button>'
    assert html.count(heart) == 1
