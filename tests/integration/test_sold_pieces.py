"""A sold piece keeps its page and shows what like it can be had."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from products.models import Availability, Category, Product
from showcase.core import moderation
from tests import factories

pytestmark = pytest.mark.django_db


def _category(name: str) -> Category:
    term = Category(name=name)
    term.save()
    return term


def _sell(product: Product) -> Product:
    moderation.change_live_facts(product, user=None, sold_on=timezone.localdate())
    return Product.objects.get(pk=product.pk)


def test_similar_pieces_are_of_the_kind_then_of_the_hands_and_all_can_be_had(client: Client, centre: None) -> None:
    artisan, trays, bowls = factories.artisan(), _category("khay thử"), _category("bát thử")
    craft, village = factories.craft(), artisan.village
    same = {"village": village, "craft": craft}
    sold = _sell(factories.product("Khay đã bán", artisan=artisan, category=trays, **same))
    bowl = factories.product("Bát cùng tay", artisan=artisan, category=bowls, **same)
    tray = factories.product("Khay người khác", category=trays, **same)
    mine = factories.product("Khay cùng tay", artisan=artisan, category=trays, **same)
    factories.product("Khay làng khác", craft=craft, category=trays)
    factories.product("Nghề khác", village=village)
    factories.product("Để ngắm", availability=Availability.NOT_FOR_SALE, **same)
    factories.product("Nháp", live=False, **same)
    _sell(factories.product("Cũng đã bán", **same))
    section = (
        client.get(sold.get_absolute_url("vi")).content.decode().partition('id="similar"')[2].partition("</section>")[0]
    )
    assert re.findall(r'data-keep="(\w+)"', section) == [mine.code, tray.code, bowl.code]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_page_of_a_sold_piece_shows_them_once(client: Client, centre: None, language: str) -> None:
    village, craft = factories.village(), factories.craft()
    sold = _sell(factories.product("Khay đã bán", village=village, craft=craft))
    other = factories.product("Khay còn", village=village, craft=craft)
    response = client.get(sold.get_absolute_url(language))
    assert response.status_code == 200
    html = response.content.decode()
    assert 'id="similar"' in html
    assert 'href="#similar"' in html
    assert html.count(f'data-keep="{other.code}"') == 1
    assert f"craft={craft.key}&amp;availability=in_stock&amp;availability=made_to_order" in html
    assert client.get(f"/p/{sold.code}", follow=True).status_code == 200


def test_a_sold_piece_that_is_alone_says_how_to_ask(client: Client, centre: None) -> None:
    sold = _sell(factories.product("Khay đã bán"))
    html = client.get(sold.get_absolute_url("en")).content.decode()
    assert "ask the centre with the code of this piece" in html
    assert f"?village={sold.village.code}&amp;availability=in_stock" in html


def test_a_piece_that_can_be_had_speaks_of_no_similar_ones(client: Client, centre: None) -> None:
    product = factories.product("Khay")
    factories.product("Khay khác", village=product.village)
    html = client.get(product.get_absolute_url("vi")).content.decode()
    assert 'id="similar"' not in html
    assert 'id="same-village"' in html
