"""Favourites live in the address: the page knows no visitor, shows what is public, says what is not."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from search.engines import get_engine
from showcase.core import moderation
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_engine(centre: None) -> Iterator[None]:
    get_engine.cache_clear()
    yield
    get_engine.cache_clear()


def _cards(response: object, group: str) -> list[str]:
    return [one["card"]["code"] for one in response.context[group]]


def test_the_address_names_what_is_shown_in_its_order_and_each_once(client: Client) -> None:
    first, second = factories.product("Khay"), factories.product("Đĩa")
    village, artisan = first.village, factories.artisan()
    codes = [second.code, first.code, village.code, artisan.code, second.code]
    response = client.get(f"/yeu-thich/?ma={','.join(codes).lower()}")
    assert response.status_code == 200
    assert _cards(response, "products") == [second.code, first.code]
    assert _cards(response, "villages") == [village.code]
    assert _cards(response, "artisans") == [artisan.code]
    assert response.context["missing"] == []
    rest = f"{first.code},{village.code},{artisan.code}"
    assert response.context["products"][0]["without_url"] == f"/yeu-thich/?ma={rest}"
    assert '<meta name="robots" content="noindex">' in response.content.decode()


@pytest.mark.parametrize("address", ["/yeu-thich/", "/en/favourites/?ma=ABC234"])
def test_nobody_on_the_way_keeps_it(client: Client, address: str) -> None:
    assert client.get(address)["Cache-Control"] == "private, no-cache"


def test_it_sets_no_cookie_and_does_not_differ_by_cookie_or_language_of_the_browser(client: Client) -> None:
    response = client.get(f"/en/favourites/?ma={factories.product().code}")
    assert response.cookies == {}
    vary = response.headers.get("Vary", "")
    assert "Cookie" not in vary
    assert "Accept-Language" not in vary
    assert 'lang="en"' in response.content.decode()


def test_what_is_not_public_is_said_by_its_code_and_never_by_its_name(client: Client) -> None:
    draft = factories.product("Bí mật", live=False)
    shy = factories.artisan("Người không đồng ý", consent=False)
    gone = factories.product("Đã rút")
    moderation.withdraw_record(gone, user=factories.user(superuser=True), reason="thử")
    response = client.get(f"/yeu-thich/?ma={draft.code},{shy.code},{gone.code},ABC234")
    assert response.context["missing"] == [draft.code, shy.code, gone.code, "ABC234"]
    html = response.content.decode()
    for name in ("Bí mật", "Người không đồng ý", "Đã rút"):
        assert name not in html


def test_a_sold_piece_is_marked(client: Client) -> None:
    product = factories.product("Khay")
    moderation.change_live_facts(product, user=None, sold_on=timezone.localdate())
    response = client.get(f"/en/favourites/?ma={product.code}")
    assert _cards(response, "products") == [product.code]
    assert "Sold; a similar piece can be made" in response.content.decode()


def test_a_list_holds_a_hundred_and_strange_words_are_counted_not_repeated(client: Client) -> None:
    alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
    codes = [f"AAAA{one}{two}" for one in alphabet for two in alphabet][:101]
    response = client.get(f"/yeu-thich/?ma={','.join(codes)}")
    assert response.context["missing"] == codes[:100]
    assert response.context["is_cut"] is True
    response = client.get("/yeu-thich/?ma=<script>alert(1)</script>,hello")
    assert response.context["strange"] == 2
    assert "hello" not in response.content.decode().split("<main")[1].split("</main")[0]


@pytest.mark.parametrize("address", ["/yeu-thich/", "/en/favourites/", "/yeu-thich/?ma=", "/yeu-thich/?ma=,,%20"])
def test_an_empty_list_says_how_it_is_filled(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 200
    assert response.context["total"] == 0
    assert "<noscript>" in response.content.decode()


def test_the_number_of_queries_is_the_same_for_1_and_for_100(client: Client) -> None:
    codes = [factories.product(f"Khay {number}", village=factories.village("Làng")).code for number in range(2)]
    village = factories.village("Đông Cứu")
    codes += [factories.product(f"Đĩa {number}", village=village).code for number in range(98)]
    numbers = []
    for shown in (codes[:1], codes):
        client.get(f"/yeu-thich/?ma={','.join(shown)}")
        with CaptureQueriesContext(connection) as queries:
            response = client.get(f"/yeu-thich/?ma={','.join(shown)}")
        assert response.context["total"] == len(shown)
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]
    assert numbers[0] <= 4
