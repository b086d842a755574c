"""A page that was stored with its record is the page rendered from the record, to the byte."""

from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from products.models import Certificate, Product
from search.models import SearchEntry
from showcase.core import fingerprint, recorded
from showcase.core.models import RenderedBody, RenderedWith
from showcase.pages.models import CentreSettings
from tests import factories
from villages.models import Village

pytestmark = pytest.mark.django_db


@pytest.fixture
def product(centre: None) -> Product:
    village = factories.village("Chuôn Ngọ")
    product = factories.product(
        "Khay <b>khảm</b>", village=village, artisan=factories.artisan("Bà Tư", village=village)
    )
    factories.product("Đĩa", village=village)
    return product


def test_stored_pages_equal_live_pages_over_the_demo(demo_centre: None, client: Client, settings: Any) -> None:
    records = [*Product.objects.public(), *Village.objects.public()]
    addresses = [record.get_absolute_url(language) for record in records for language in ("vi", "en")]
    assert len(addresses) > 80
    first = {address: client.get(address) for address in addresses}
    assert RenderedBody.objects.exclude(html="").count() == len(addresses)
    stored = {address: client.get(address) for address in addresses}
    assert [address for address in addresses if first[address].content != stored[address].content] == []
    settings.STORED_HTML = False
    different = [address for address in addresses if client.get(address).content != stored[address].content]
    assert different == []
    assert {response.status_code for response in stored.values()} == {200}
    assert not any(b"\x01" in response.content or b"<!--stars" in response.content for response in stored.values())


def test_a_page_made_while_its_record_is_saved_is_not_shown(product: Product, client: Client, monkeypatch: Any) -> None:
    def saved_meanwhile(body: RenderedBody) -> None:
        product.name = "Hộp sơn"
        product.save()
        store(body)

    store = recorded._store
    monkeypatch.setattr(recorded, "_store", saved_meanwhile)
    assert "Khay" in client.get(product.get_absolute_url("vi")).content.decode()
    monkeypatch.setattr(recorded, "_store", store)
    assert not RenderedBody.objects.exclude(html="").exists()
    page = client.get(product.get_absolute_url("vi")).content.decode()
    assert "Hộp sơn" in page
    assert "Khay" not in page


def test_a_page_that_cannot_be_stored_is_shown(product: Product, client: Client, monkeypatch: Any) -> None:
    def refuse(*_args: Any, **_kwargs: Any) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(recorded, "_store_sql", refuse)
    assert client.get(product.get_absolute_url("vi")).status_code == 200
    assert not RenderedBody.objects.exists()


def test_who_stores_a_page_waits_for_nobody(product: Product) -> None:
    ask = "PRAGMA busy_timeout" if connection.vendor == "sqlite" else "SHOW lock_timeout"
    waits = []
    with connection.cursor() as cursor:
        cursor.execute(ask)
        waits.append(cursor.fetchone()[0])
        with recorded._unwaiting() as inner:
            inner.execute(ask)
            waits.append(inner.fetchone()[0])
        cursor.execute(ask)
        waits.append(cursor.fetchone()[0])
    if connection.vendor == "sqlite":
        assert waits[1] == 0
        assert waits[2] == waits[0] >= 5_000
    else:
        assert waits[1] == "100ms"


def test_a_changed_record_leaves_nothing_of_its_old_page(product: Product, client: Client) -> None:
    client.get(product.get_absolute_url("vi"))
    product.name = "Hộp sơn"
    product.save()
    assert not RenderedBody.objects.exclude(html="", head="").exists()


def test_a_code_of_another_kind_has_no_page_there(product: Product, client: Client) -> None:
    village = product.village
    client.get(village.get_absolute_url("vi"))
    assert client.get(f"/san-pham/chuon-ngo-{village.code}/").status_code == 404


def test_a_stored_product_page_needs_few_queries(product: Product, client: Client) -> None:
    client.get(product.get_absolute_url("vi"))
    with CaptureQueriesContext(connection) as queries:
        client.get(product.get_absolute_url("vi"))
    assert len(queries) <= 4, [query["sql"][:100] for query in queries]


def test_a_certificate_is_on_the_page_on_its_days_only(product: Product, client: Client, monkeypatch: Any) -> None:
    product.certificates.add(
        Certificate(scheme="OCOP", stars=4, number="12/QĐ", valid_from=date(2026, 1, 1), valid_to=date(2026, 3, 31))
    )
    product.certificates.add(Certificate(scheme="Không hạn", number="99/KH"))
    product.save()
    for day, is_shown in ((date(2025, 12, 31), False), (date(2026, 1, 1), True), (date(2026, 4, 1), False)):
        monkeypatch.setattr("django.utils.timezone.localdate", lambda *_a, day=day: day)
        page = client.get(product.get_absolute_url("vi")).content.decode()
        assert ("12/QĐ" in page) is is_shown, day
        assert "99/KH" not in page


def test_a_change_of_the_centres_details_shows_on_stored_pages(product: Product, client: Client) -> None:
    address = product.village.get_absolute_url("vi")
    client.get(address)
    details = CentreSettings.load()
    details.name = "Trung tâm mới"
    details.save()
    assert client.get(address).content.decode().count("Trung tâm mới") >= 2


def test_the_page_of_a_hidden_village_and_its_pieces_is_gone(product: Product, client: Client) -> None:
    village = product.village
    addresses = [village.get_absolute_url("vi"), product.get_absolute_url("vi")]
    assert [client.get(address).status_code for address in addresses] == [200, 200]
    village.unpublish()
    assert [client.get(address).status_code for address in addresses] == [404, 404]
    assert not RenderedBody.objects.filter(code__in=[village.code, product.code]).exclude(html="").exists()


def test_a_wrong_slug_moves_with_its_query(product: Product, client: Client) -> None:
    response = client.get(f"/san-pham/nham-{product.code}/?a=1")
    assert response.status_code == 301
    assert response["Location"] == f"{product.get_absolute_url('vi')}?a=1"


def test_rows_made_with_other_templates_are_not_shown(product: Product, client: Client, monkeypatch: Any) -> None:
    client.get(product.get_absolute_url("vi"))
    RenderedBody.objects.filter(code=product.code, language="vi").update(html="<p>cũ</p>")
    assert "<p>cũ</p>" in client.get(product.get_absolute_url("vi")).content.decode()
    monkeypatch.setattr(fingerprint, "current", lambda: "another release")
    page = client.get(product.get_absolute_url("vi")).content.decode()
    assert "<p>cũ</p>" not in page
    assert "Khay &lt;b&gt;khảm&lt;/b&gt;" in page


def test_text_that_looks_like_a_mark_is_text(product: Product, client: Client) -> None:
    product.story = "Trước \x01slot:product_related\x01 sau"
    product.save()
    page = client.get(product.get_absolute_url("vi")).content.decode()
    assert "Trước slot:product_related sau" in page


def test_a_rebuild_after_a_release_is_done_once(product: Product) -> None:
    RenderedWith.objects.update(fingerprint="other")
    out = StringIO()
    call_command("rebuild_search", if_stale=True, stdout=out)
    call_command("rebuild_search", if_stale=True, stdout=out)
    assert out.getvalue().splitlines() == [
        f"{SearchEntry.objects.count()} documents",
        "What is stored was made with these templates; nothing to do.",
    ]
