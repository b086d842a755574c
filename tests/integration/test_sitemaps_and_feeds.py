"""Sitemaps, robots.txt and feeds: all that is public, nothing else, at the site's own addresses, not sent twice."""

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from products.models import Product
from showcase.core import moderation, sitemaps
from tests import factories
from tests.integration.test_pages import exhibition
from tests.sitemaps import (
    ATOM,
    EXHIBITION_FEEDS,
    MAP,
    PRODUCT_FEEDS,
    SITE,
    sitemaps_of,
    tree_at,
    urls_of,
)
from tests.structured import soup_of

pytestmark = pytest.mark.django_db


def _hide(record: Any, how: str) -> None:
    if how == "unpublished":
        moderation.unpublish_record(record)
    elif how == "withdrawn":
        moderation.withdraw_record(record, reason="Người làm yêu cầu")
    elif how == "without consent":
        record.may_show_name = False
        record.save()


@pytest.mark.parametrize(
    ("kind", "how", "gone"),
    [
        ("product", "unpublished", {"product"}),
        ("product", "withdrawn", {"product"}),
        ("village", "unpublished", {"village", "product"}),
        ("village", "withdrawn", {"village", "product"}),
        ("artisan", "unpublished", {"artisan"}),
        ("artisan", "without consent", {"artisan"}),
    ],
)
def test_what_left_the_public_left_sitemaps_and_feeds(
    client: Client, centre: None, kind: str, how: str, gone: set[str]
) -> None:
    village = factories.village("Chuôn Ngọ")
    artisan = factories.artisan("Đặng Văn Ước", village=village)
    records = {"village": village, "artisan": artisan, "product": factories.product(village=village, artisan=artisan)}
    assert {record.code for record in records.values()} <= _codes(client)
    _hide(records[kind], how)
    assert {name for name, record in records.items() if record.code not in _codes(client)} == gone
    for feed in PRODUCT_FEEDS:
        told = client.get(feed).content.decode()
        assert ("Đặng Văn Ước" in told) is False
        assert (records["product"].code in told) is ("product" not in gone)


def _codes(client: Client) -> set[str]:
    return {address.rstrip("/")[-6:] for address in urls_of(client)}


def test_each_page_of_a_sitemap_takes_one_query_and_holds_a_fixed_number(
    client: Client, centre: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemaps, "PER_PAGE", 5)
    village = factories.village()
    products = [factories.product(f"Khay {number}", village=village) for number in range(12)]
    pages = [address for address in sitemaps_of(client) if "products" in address]
    assert len(pages) in (3, 4)  # ranges of keys, wherever the first one lies
    found = []
    for address in pages:
        with CaptureQueriesContext(connection) as queries:
            tree = tree_at(client, address)
        assert len(queries) == 1
        locations = [url.findtext(f"{MAP}loc") for url in tree.iter(f"{MAP}url")]
        assert len(locations) <= 2 * 5
        found += locations
    assert len(found) == 24
    assert {SITE + product.get_absolute_url("vi") for product in products} <= set(found)
    assert client.get("/sitemap-products-999.xml").status_code == 404
    assert client.get("/sitemap-nothing-1.xml").status_code == 404


def test_the_index_takes_as_many_queries_at_1_as_at_30(client: Client, centre: None) -> None:
    village = factories.village()

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get("/sitemap.xml")
        return len(captured)

    factories.product(village=village)
    queries()  # what is loaded once a process
    at_1 = queries()
    for number in range(30):
        factories.product(f"Khay {number}", village=village)
    assert queries() == at_1


def test_lastmod_is_when_the_record_was_published_or_its_facts_changed(client: Client, centre: None) -> None:
    product = factories.product()
    address = SITE + product.get_absolute_url("vi")
    published = datetime.datetime(2026, 3, 4, 5, 6, 7, tzinfo=datetime.UTC)
    Product.objects.filter(pk=product.pk).update(last_published_at=published)
    assert urls_of(client)[address].findtext(f"{MAP}lastmod") == "2026-03-04T05:06:07+00:00"
    Product.objects.filter(pk=product.pk).update(sold_on=datetime.date(2026, 5, 6))
    assert urls_of(client)[address].findtext(f"{MAP}lastmod") == "2026-05-06T00:00:00+07:00"


def test_robots_are_told_where_the_sitemap_is_whatever_host_was_asked(client: Client, centre: None) -> None:
    lines = client.get("/robots.txt", headers={"host": "evil.example"}).content.decode().splitlines()
    assert f"Sitemap: {SITE}/sitemap.xml" in lines
    assert "Disallow: /admin/" in lines and "Disallow: /" not in lines


@pytest.mark.parametrize("address", ["/robots.txt", "/sitemap.xml", "/sitemap-products-1.xml", *PRODUCT_FEEDS])
def test_whoever_has_it_is_not_sent_it_again(client: Client, centre: None, address: str) -> None:
    product = factories.product()
    first = client.get(address)
    assert "public" in first["Cache-Control"] and "max-age" in first["Cache-Control"]
    assert "Cookie" not in first.get("Vary", "") and not first.cookies
    again = client.get(address, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304 and again.content == b""
    if address != "/robots.txt":
        Product.objects.filter(pk=product.pk).update(last_published_at=timezone.now() + datetime.timedelta(days=1))
        assert client.get(address, headers={"if-none-match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize("address", [*PRODUCT_FEEDS, *EXHIBITION_FEEDS])
def test_a_feed_without_entries_is_the_same_at_any_time(client: Client, centre: None, address: str) -> None:
    tree = tree_at(client, address)
    assert tree.findtext(f"{ATOM}updated") == "2000-01-01T00:00:00+00:00"
    assert tree.findall(f"{ATOM}entry") == []


def test_the_feed_of_pieces_tells_the_newest_first_in_its_language(client: Client, centre: None) -> None:
    village = factories.village("Chuôn Ngọ")
    names = []
    for number in range(32):
        product = factories.product(f"Khay <b>{number}</b>", village=village)
        product.set_translation("name", "en", f"Tray {number}")
        product.save()
        day = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC) + datetime.timedelta(days=number)
        Product.objects.filter(pk=product.pk).update(first_published_at=day, last_published_at=day)
        names.append(product.name)
    for address, newest in zip(PRODUCT_FEEDS, ("Khay <b>31</b>", "Tray 31"), strict=True):
        with CaptureQueriesContext(connection) as queries:
            tree = tree_at(client, address)
        assert len(queries) <= 3
        entries = tree.findall(f"{ATOM}entry")
        assert len(entries) == 30 and entries[0].findtext(f"{ATOM}title") == newest
        assert tree.findtext(f"{ATOM}updated") == "2026-02-01T00:00:00+00:00"
        assert entries[0].findtext(f"{ATOM}updated") == "2026-02-01T00:00:00+00:00"
        links = [link.attrib["href"] for link in tree.iter(f"{ATOM}link")]
        assert all(link.startswith(SITE) for link in links) and f"{SITE}{address}" in links
    entries = [entry for feed in PRODUCT_FEEDS for entry in tree_at(client, feed).iter(f"{ATOM}entry")]
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 60


def test_every_page_names_the_feeds_of_its_language(client: Client, centre: None) -> None:
    for address, feeds in (("/", ("/san-pham/atom.xml", "/trien-lam/atom.xml")), ("/en/", None)):
        soup = soup_of(client.get(address).content.decode())
        links = tuple(str(link["href"]) for link in soup.select("link[type='application/atom+xml']"))
        assert links == (feeds or ("/en/products/atom.xml", "/en/exhibitions/atom.xml"))
        assert all(client.get(link).status_code == 200 for link in links)


def test_a_pasted_control_character_does_not_break_a_feed(client: Client, centre: None) -> None:
    village = factories.village("Chuôn\x0bNgọ")
    product = factories.product("Khay\x0bsơn\x01 mài", village=village, summary="Đẹp\x02")
    exhibition("Vỏ\x0btrai\x01")
    assert (str(product.localized("name")), str(product.localized("summary"))) == ("Khay sơn mài", "Đẹp")
    for feed, title in zip((*PRODUCT_FEEDS, *EXHIBITION_FEEDS), ["Khay sơn mài"] * 2 + ["Vỏ trai"] * 2, strict=True):
        assert title in [found.text for found in tree_at(client, feed).findall(f".//{ATOM}title")]
