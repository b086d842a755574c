"""The catalogue over the demo: linked both ways, found typed any way, counted in queries, never a 500."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from products.models import Product
from search.models import SearchEntry
from showcase.core import moderation
from showcase.demo.content import FOLDER
from showcase.pages.models import ExhibitionPage
from tests.integration.reading import ListPage

PAIRS = json.loads((FOLDER / "search_pairs.json").read_text(encoding="utf-8"))


@pytest.mark.usefixtures("demo_centre")
class TestDemo:
    """What a test writes is rolled back after it."""

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_village_artisan_and_product_are_one_link_from_each_other(self, client: Client, language: str) -> None:
        made = [row for row in Product.objects.public().select_related("artisan", "village") if row.maker]
        assert len(made) >= 30
        bodies: dict[str, str] = {}

        def body(record: Any) -> str:
            address = record.get_absolute_url(language)
            if address not in bodies:
                response = client.get(address)
                assert response.status_code == 200, address
                bodies[address] = response.content.decode()
            return bodies[address]

        for product in made:
            three = (product, product.artisan, product.village)
            for record in three:
                for other in three:
                    if other is not record:
                        assert f'href="{other.get_absolute_url(language)}"' in body(record), (record, other)

    @pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["expected_code"])
    def test_both_ways_of_typing_give_the_same_first_piece(self, client: Client, pair: dict[str, str]) -> None:
        for typed in (pair["typed_a"], pair["typed_b"]):
            for address in ("/tim-kiem/", "/en/search/"):
                response = client.get(address, {"q": typed})
                assert response.status_code == 200
                codes = ListPage(response).codes
                assert codes[:1] == [pair["expected_code"]], typed

    def test_there_are_forty_pairs(self) -> None:
        assert len(PAIRS) >= 40

    def test_every_facet_value_counts_what_choosing_it_gives(self, client: Client) -> None:
        facets = ListPage(client.get("/san-pham/")).facets()
        assert len(facets) > 5
        for group in facets.values():
            for value in group.values:
                assert ListPage(client.get(value.url)).total == value.count, value.url

    def test_english_pages_show_and_mark_what_is_not_translated(self, client: Client) -> None:
        piece = next(row for row in Product.objects.public() if row.story and not row.translation("story", "en"))
        body = client.get(piece.get_absolute_url("en")).content.decode()
        assert 'lang="vi"' in body
        assert 'lang="en"' in body

    @pytest.mark.parametrize("address", ["/", "/en/", "/lang-nghe/", "/nghe-nhan/", "/san-pham/", "/trien-lam/"])
    def test_no_public_page_varies_by_the_browsers_language_or_sets_a_cookie(
        self, client: Client, address: str
    ) -> None:
        response = client.get(address, headers={"accept-language": "en"})
        assert response.status_code == 200
        assert "accept-language" not in response.get("Vary", "").lower()
        assert not response.cookies
        assert f'lang="{"en" if address.startswith("/en") else "vi"}"' in response.content.decode()

    @pytest.mark.parametrize(
        "address",
        [
            "/san-pham/?village=ZZZZZZ&craft=khong-co",
            "/san-pham/?page=1000000000",
            "/san-pham/?page=-1",
            "/san-pham/?page=x",
            "/san-pham/?page=0",
            "/san-pham/?sort=%00",
            "/san-pham/?price=under-200k&price=x&stars=9999999999999999999999",
            "/tim-kiem/?q=" + "a" * 10_000,
            "/tim-kiem/?q=%ED%A0%80",
            "/tim-kiem/?q=%00%FF",
            "/tim-kiem/?q=*%3A*+AND+%22%22%22%27%27%27",
            "/tim-kiem/?q[]=x&q=1&q=2",
            "/tim-kiem/?page=99999999999999999999999999",
            "/lang-nghe/khong-co-ABCDEF/",
            "/san-pham/ABCDEF/",
            "/san-pham/%ED%A0%80-ABCDEF/",
            "/p/ABCDEF",
            "/p/abc",
            "/p/" + "A" * 5000,
            "/trien-lam/khong-co/",
            "/khong-co/",
            "/en/khong-co/",
        ],
    )
    def test_odd_addresses_get_a_clean_page_or_404(self, client: Client, address: str) -> None:
        response = client.get(address)
        assert response.status_code in (200, 301, 302, 404), address
        if response.status_code == 404:
            assert "<h1" in response.content.decode()

    def test_lone_surrogates_in_the_query_are_harmless(self, client: Client) -> None:
        response = client.get("/tim-kiem/?" + urlencode({"q": "khay\ud800"}, errors="surrogatepass"))
        assert response.status_code == 200

    def test_a_code_opens_its_record_in_capitals_or_not(self, client: Client) -> None:
        product = Product.objects.public().first()
        for code in (product.code, product.code.lower()):
            assert client.get(f"/p/{code}")["Location"] == product.get_absolute_url("vi")

    def test_an_exhibition_keeps_a_withdrawn_piece_as_text(self, client: Client) -> None:
        page = ExhibitionPage.objects.filter(locale__language_code="vi", items__isnull=False).order_by("pk")[0]
        product = page.items.first().product
        assert product.get_absolute_url("vi") in client.get(page.url).content.decode()
        moderation.withdraw_record(product)
        body = client.get(page.url).content.decode()
        assert product.get_absolute_url("vi") not in body
        assert product.name in body

    def test_every_public_record_has_its_entry_and_no_other(self) -> None:
        codes = set(SearchEntry.objects.filter(kind="product").values_list("code", flat=True))
        assert codes == set(Product.objects.public().values_list("code", flat=True))
