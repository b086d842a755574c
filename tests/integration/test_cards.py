"""Stored cards: what a list shows is what the card component would say now."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from products.models import Certificate, Product
from search.entries import documents_of
from search.rebuilding import rebuild_all
from showcase.core.cards import joined, joined_first, newest_cards, newest_groups, render_card, stored_cards
from showcase.core.models import RenderedCard
from tests import factories
from tests.integration.asking import asked

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def product(centre: None) -> Product:
    return factories.product("Khay <b>khảm</b>", village=factories.village("Chuôn Ngọ"))


def test_a_stored_card_is_the_component_rendered_now(product: Product) -> None:
    data = documents_of([product.code])[product.code]
    for language in ("vi", "en"):
        assert stored_cards([product.code], language) == {product.code: render_card(data.cards[language], language)}
    assert "Khay &lt;b&gt;khảm&lt;/b&gt;" in stored_cards([product.code], "vi")[product.code]


def test_a_card_follows_its_record_and_goes_with_it(product: Product) -> None:
    product.name = "Hộp"
    product.save()
    assert "Hộp" in stored_cards([product.code], "vi")[product.code]
    product.delete()
    assert not RenderedCard.objects.filter(code=product.code).exists()


def test_stars_are_on_the_card_while_the_certificate_is_valid(
    client: Client, product: Product, monkeypatch: Any
) -> None:
    product.certificates.add(
        Certificate(scheme="ocop", stars=4, valid_from=date(2026, 1, 1), valid_to=date(2026, 3, 31))
    )
    product.save()
    for day, shown in ((date(2025, 12, 31), 0), (date(2026, 1, 1), 1), (date(2026, 3, 31), 1), (date(2026, 4, 1), 0)):
        monkeypatch.setattr("django.utils.timezone.localdate", lambda *_a, day=day: day)
        page = client.get("/san-pham/").content.decode()
        assert page.count('class="card__stars"') == shown, day
        assert "<!--stars-->" not in page


def test_a_list_asks_the_feed_and_reads_its_cards(client: Client, product: Product) -> None:
    client.get("/san-pham/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/san-pham/")
    assert len(asked(queries)) == 2, asked(queries)


def test_the_newest_cards_leave_out_and_filter(product: Product) -> None:
    other = factories.product("Đĩa", village=product.village)
    factories.product("Bát", village=factories.village("Hạ Thái"))
    here = {"village": (product.village.code,)}
    assert [("Đĩa" in card, "khảm" in card) for card in newest_cards("product", 5, here)] == [
        (True, False),
        (False, True),
    ]
    assert newest_groups("product", 5, [[here], []], without=[other.code, product.code]) == [[], []]
    assert len(newest_cards("product", 2)) == 2


def test_a_rebuild_leaves_no_card_of_what_is_not_public(product: Product) -> None:
    RenderedCard.objects.create(code="GONE22", language="vi", html="<p>gone</p>")
    RenderedCard.objects.filter(code=product.code).update(html="")
    rebuild_all()
    assert not RenderedCard.objects.filter(code="GONE22").exists()
    assert "khảm" in stored_cards([product.code], "vi")[product.code]


def test_the_pictures_of_a_first_row_do_not_wait() -> None:
    card = '<img src="1.jpg" loading="lazy">'
    first, *others = joined_first([card] * 6).splitlines()
    assert first == '<li><img src="1.jpg" fetchpriority="high"></li>'
    assert others == ['<li><img src="1.jpg"></li>'] * 3 + [f"<li>{card}</li>"] * 2
    assert joined_first([card] * 2) == '<li><img src="1.jpg" fetchpriority="high"></li>\n<li><img src="1.jpg"></li>'
    assert joined_first([]) == joined([]) == ""
    assert joined_first(["<b>no picture</b>"]) == "<li><b>no picture</b></li>"
