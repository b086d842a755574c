"""Kept pages: for everybody alike, never older than what they show, never anybody's own."""

import gzip
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from redis.exceptions import RedisError
from wagtail.models import PageViewRestriction

from products.models import Certificate
from showcase.core import freshness, page_cache
from showcase.pages.models import CentreSettings, HomePage, StandardPage
from tests import factories
from tests.integration.asking import asked
from villages.models import Village

pytestmark = [pytest.mark.django_db, pytest.mark.once]
ADDRESS = "/lang-nghe/"


@pytest.fixture(autouse=True)
def kept_pages(settings: Any, centre: None, monkeypatch: Any) -> None:
    """The cache on and empty; another process's changes seen at once."""
    settings.PAGE_CACHE = True
    page_cache.pages.clear()
    monkeypatch.setattr(page_cache, "PATIENCE", 0.0)


@pytest.fixture
def village() -> Village:
    return factories.village("Chuôn Ngọ")


def test_the_second_visitor_gets_the_same_bytes_and_one_question_is_asked(client: Client, village: Village) -> None:
    first = client.get(ADDRESS)
    with CaptureQueriesContext(connection) as queries:
        second = Client().get(ADDRESS)
    assert second.content == first.content
    assert dict(second.headers) == dict(first.headers)
    assert len(asked(queries)) == 1  # whether something changed


def test_within_a_second_nothing_is_asked_at_all(client: Client, village: Village, monkeypatch: Any) -> None:
    monkeypatch.setattr(page_cache, "PATIENCE", 3600.0)
    client.get(ADDRESS)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(ADDRESS).status_code == 200
    assert len(queries) == 0


def test_a_change_shows_on_the_next_page(client: Client, village: Village) -> None:
    client.get(ADDRESS)
    factories.village("Hạ Thái")
    assert "Hạ Thái" in client.get(ADDRESS).content.decode()
    details = CentreSettings.load()
    details.name = "Trung tâm mới"
    details.save()
    assert "Trung tâm mới" in client.get(ADDRESS).content.decode()
    village.unpublish()
    assert "Chuôn Ngọ" not in client.get(ADDRESS).content.decode()


def test_compressed_bytes_are_the_page(client: Client, village: Village) -> None:
    plain = client.get(ADDRESS)
    packed = client.get(ADDRESS, headers={"accept-encoding": "gzip, br"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert packed["Content-Length"] == str(len(packed.content))
    assert plain["ETag"] != packed["ETag"]
    assert "Accept-Encoding" in packed["Vary"]


def test_a_browser_that_has_the_page_is_told_so(client: Client, village: Village) -> None:
    tag = client.get(ADDRESS)["ETag"]
    again = client.get(ADDRESS, headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    factories.village("Hạ Thái")
    assert client.get(ADDRESS, headers={"if-none-match": tag}).status_code == 200


def test_a_head_request_has_the_headers_and_no_body(client: Client, village: Village) -> None:
    client.get(ADDRESS)
    head = client.head(ADDRESS)
    assert (head.status_code, head.content) == (200, b"")


@pytest.mark.parametrize(
    "address",
    [
        "/tim-kiem/?q=khay",
        "/san-pham/?price=ask&q=b%C3%A0+T%C6%B0",
        "/yeu-thich/?ma=ABC234",
        "/admin/login/",
        "/khong-co/",
    ],
)
def test_what_somebody_typed_and_what_is_no_page_is_not_kept(client: Client, address: str) -> None:
    client.get(address)
    assert not page_cache.pages._pages


def test_who_is_signed_in_neither_reads_nor_fills_what_is_kept(admin_client: Client, village: Village) -> None:
    admin_client.get(ADDRESS)
    assert not page_cache.pages._pages
    assert "ETag" not in admin_client.get(ADDRESS)


def test_languages_pages_and_queries_are_kept_apart(client: Client, village: Village) -> None:
    pages = [client.get(address).content for address in (ADDRESS, "/en/villages/", ADDRESS + "?sort=name")]
    assert len(set(pages)) == 3
    assert [client.get(address).content for address in (ADDRESS, "/en/villages/", ADDRESS + "?sort=name")] == pages


def test_a_name_that_is_not_ours_is_refused_from_the_cache_too(client: Client, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["testserver"]
    client.get(ADDRESS)
    assert client.get(ADDRESS, headers={"host": "evil.example"}).status_code == 400
    assert "evil" not in client.get(ADDRESS).content.decode()


def test_each_of_the_sites_names_has_its_own_pages(client: Client, settings: Any, village: Village) -> None:
    settings.ALLOWED_HOSTS = ["testserver", "langnghe.example"]
    client.get(ADDRESS)
    assert client.get(ADDRESS, headers={"host": "langnghe.example"}).status_code == 200
    assert {(key[0], key[1]) for key in page_cache.pages._pages} == {
        (ADDRESS, "testserver"),
        (ADDRESS, "langnghe.example"),
    }


def test_memory_is_bounded() -> None:
    pages = page_cache.LocalPages(most_bytes=100)
    for number in range(10):
        pages.put(number, page_cache.Page(b"x" * 30, b"", "", (), ""))
    assert [number for number in range(10) if pages.get(number)] == [7, 8, 9]


def test_searched_words_are_not_kept_however_they_are_written(client: Client) -> None:
    for address in ("/san-pham/?q=benh", "/san-pham/?%71=benh", "/tim-kiem/?page=1&q=benh"):
        assert "ETag" not in client.get(address).headers, address


def test_a_page_made_private_is_private_at_once(client: Client) -> None:
    home = HomePage.objects.get(locale__language_code="vi")
    page = home.add_child(instance=StandardPage(title="Riêng", slug="rieng"))
    assert client.get("/rieng/").status_code == 200
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/rieng/").status_code == 302


def test_only_addresses_without_a_query_go_to_the_shared_cache(client: Client, settings: Any) -> None:
    settings.PAGE_CACHE_SHARED = True
    caches["default"].clear()
    for address in (ADDRESS, f"{ADDRESS}?x=1", f"{ADDRESS}?x=2"):
        client.get(address)
    assert len(caches["default"]._cache) == 1
    assert len(page_cache.pages._pages) == 3


def test_a_cache_server_that_is_away_costs_only_time(client: Client, settings: Any, monkeypatch: Any) -> None:
    def away(*_args: Any, **_kwargs: Any) -> None:
        raise RedisError("Connection refused")

    settings.PAGE_CACHE_SHARED = True
    monkeypatch.setattr(caches["default"], "get", away)
    monkeypatch.setattr(caches["default"], "set", away)
    assert client.get(ADDRESS).status_code == 200


def test_pages_of_yesterday_are_not_shown_today(client: Client, village: Village, monkeypatch: Any) -> None:
    product = factories.product(village=village)
    product.certificates.add(
        Certificate(scheme="ocop", stars=4, valid_from=date(2025, 1, 1), valid_to=date(2026, 3, 31))
    )
    product.save()
    midnight = datetime(2026, 4, 1, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    asked = (midnight - timedelta(hours=1), midnight - timedelta(seconds=1), midnight)
    monkeypatch.setattr(freshness, "_periods", {})
    starred = []
    for moment in asked:
        monkeypatch.setattr("django.utils.timezone.now", lambda moment=moment: moment)
        starred.append('class="card__stars"' in client.get("/san-pham/").content.decode())
    assert starred == [True, True, False]
    periods = [key[-1] for key in page_cache.pages._pages]
    assert periods == [midnight, midnight + timedelta(days=1)]  # the second answer was the first one's page


def test_the_next_opening_ends_a_period(monkeypatch: Any) -> None:
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    now, opens = datetime(2026, 4, 1, 7, 0, tzinfo=zone), datetime(2026, 4, 1, 8, 0, tzinfo=zone)
    monkeypatch.setattr(freshness, "_periods", {})
    monkeypatch.setattr(freshness, "_moments", [lambda _now: opens, lambda _now: None])
    monkeypatch.setattr("django.utils.timezone.localtime", lambda *_a: now)
    assert freshness.period("v") == opens


@pytest.mark.parametrize(
    ("accepted", "is_packed"),
    [("gzip, br", True), ("GZIP;q=0.5", True), ("gzip;q=0", False), ("br, gzip ; q=0.000, *", False), ("br", False)],
)
def test_who_refuses_gzip_gets_plain_bytes(client: Client, village: Village, accepted: str, is_packed: bool) -> None:
    answer = client.get(ADDRESS, headers={"Accept-Encoding": accepted})
    assert (answer.headers.get("Content-Encoding") == "gzip") is is_packed
