"""A list filled into its kept shape is the list rendered from its template, to the byte."""

from typing import Any

import pytest
from django.test import Client

from search.engines import get_engine
from showcase.core import frame as frames
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.once]
LISTS = ("/san-pham/", "/en/products/", "/lang-nghe/", "/en/artisans/", "/tim-kiem/", "/en/search/")
QUERIES = (
    "",
    "?page=2",
    "?sort=name",
    "?sort=price_asc&page=2",
    "?availability=in_stock&availability=sold",
    "?price=ask&sort=name",
    "?q=khay",
    "?q=kham",
    "?q=khya",
    "?q=%3Cb%3Ekhay%3C/b%3E",
    "?q=khay&page=2",
    "?q=khay&availability=in_stock",
    "?q=khong+co+gi",
    "?utm_source=zalo",
)


@pytest.fixture
def catalogue(centre: None) -> None:
    get_engine.cache_clear()
    frames._kept.clear()
    village = factories.village("Khảm <i>Chuôn</i> & Ngọ")
    artisan = factories.artisan("Bà Khảm", village=village)
    for number in range(30):
        factories.product(f'Khay "{number}" <b>khảm</b>', village=village, artisan=artisan)


def test_every_shape_equals_its_template(catalogue: None, client: Client, settings: Any) -> None:
    addresses = [path + query for path in LISTS for query in QUERIES]
    filled = {address: client.get(address) for address in addresses}
    again = {address: client.get(address) for address in addresses}
    settings.STORED_HTML = False
    plain = {address: client.get(address) for address in addresses}
    assert [one for one in addresses if filled[one].status_code != plain[one].status_code] == []
    assert [one for one in addresses if filled[one].content != plain[one].content] == []
    assert [one for one in addresses if again[one].content != plain[one].content] == []
    assert sum(response.status_code == 200 for response in plain.values()) > 60
    assert not any(b"\x01" in response.content for response in filled.values())


def test_what_was_kept_is_not_shown_to_others(catalogue: None, client: Client) -> None:
    first = client.get("/tim-kiem/?q=khay").content.decode()
    second = client.get("/tim-kiem/?q=kham").content.decode()
    assert "“khay”" in first
    assert "“kham”" in second
    assert "“khay”" not in second


def test_few_shapes_are_kept_whatever_is_asked(catalogue: None, client: Client) -> None:
    for number in range(120):
        client.get("/san-pham/", {"q": f"khay {number % 30}", "utm_source": number})
    assert len(frames._kept) < 40
