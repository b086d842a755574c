"""Lists and the search page over stored documents."""

import re
from urllib.parse import quote

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext

from products.models import Product
from search.engines import get_engine
from search.services import store
from tests.contracts.documents import document
from tests.integration.api import fill
from tests.integration.reading import ListPage
from villages.models import Village

pytestmark = pytest.mark.django_db
LISTS = ["/san-pham/", "/lang-nghe/", "/nghe-nhan/", "/tim-kiem/", "/en/products/", "/en/villages/", "/en/search/"]


@pytest.fixture(autouse=True)
def fresh_engine():
    get_engine.cache_clear()
    yield
    get_engine.cache_clear()


@pytest.mark.parametrize("path", LISTS)
def test_lists_answer(client: Client, path: str) -> None:
    assert client.get(path).status_code == 200
    fill()
    response = client.get(path)
    assert response.status_code == 200
    assert "Accept-Language" not in response.headers.get("Vary", "")


def test_facets_chips_sorts_and_pages(client: Client) -> None:
    fill()
    page = ListPage(client.get("/san-pham/?price=ask&sort=name"))
    assert page.total == 15
    facets = page.facets()
    assert {value.label: (value.count, value.selected) for value in facets["Giá"].values} == {
        "Từ 5 triệu ₫": (15, False), "Hỏi giá": (15, True),
    }  # fmt: skip
    assert facets["Giá"].values[0].url == "/san-pham/?price=ask&price=over-5m&sort=name"
    assert page.links(".chips")[0][1] == "/san-pham/?sort=name"
    assert [sort.text for sort in page.soup.select(".sorts [aria-current]")] == ["Theo tên"]
    for name, group in facets.items():
        for value in group.values:
            if not value.selected:
                added = 15 if name == "Giá" else 0  # what is chosen in the facet already stays
                assert ListPage(client.get(value.url)).total == value.count + added
    first, second = ListPage(client.get("/san-pham/")), ListPage(client.get("/san-pham/?page=2"))
    assert first.ways()["next"] == "/san-pham/?page=2" and "prev" not in first.ways()
    assert second.ways()["prev"] == "/san-pham/" and "next" not in second.ways()
    assert len(second.soup.select("#results .grid > li")) == 6


def _names(cards: list[str]) -> list[str]:
    return [re.findall(r"<a [^>]*>(.*?)</a>", card)[0] for card in cards]


def test_villages_and_artisans_are_listed_by_name_and_pieces_the_newest_first(client: Client) -> None:
    def names(address: str) -> list[str]:
        return _names([str(card) for card in ListPage(client.get(address)).soup.select("#results .grid > li")])

    for kind in ("village", "artisan", "product"):
        for name in ("Đông", "Dệt", "Ấp"):  # one after the other: the last is the newest
            store([document(name, kind=kind)])
    assert names("/lang-nghe/") == names("/nghe-nhan/") == ["Ấp", "Dệt", "Đông"]
    assert names("/lang-nghe/?sort=newest") == names("/san-pham/")
    assert names("/san-pham/?sort=name") == ["Ấp", "Dệt", "Đông"]
    village = ListPage(client.get("/lang-nghe/")).soup
    assert [sort.text for sort in village.select(".sorts [aria-current]")] == ["Theo tên"]
    assert names("/lang-nghe/?sort=price_asc") == ["Ấp", "Dệt", "Đông"]  # no order of villages: the usual one


def test_search_shows_villages_and_artisans(client: Client) -> None:
    fill()
    page = ListPage(client.get("/tim-kiem/?q=kham"))
    assert page.total == 30
    assert _names([str(page.soup.select_one("[aria-labelledby=found-artisan] ul"))]) == ["Tổ <mark>khảm</mark>"]
    assert not page.soup.select("[aria-labelledby=found-village]")
    english = ListPage(client.get("/en/search/?q=kham"))
    assert _names([str(english.soup.select_one("#results .grid"))])[0].startswith("Inlaid tray")


def test_nearest_when_filters_leave_nothing(client: Client) -> None:
    fill(3)
    context = client.get("/san-pham/?q=kham+1&price=over-5m").context
    assert context["results"].total == 0
    assert _names(context["nearest"]) == ["Khay khảm 1"]


@pytest.mark.parametrize("page", ["3", "0", "-1", "abc", "1000000000", "9" * 5000, "1.5", "²", "٣", ""])
def test_beyond_the_last_page_is_404_with_a_way_back(client: Client, page: str) -> None:
    fill()
    response = client.get(f"/san-pham/?price=ask&price=over-5m&page={page}")
    assert response.status_code == 404
    assert 'href="/san-pham/?price=ask&amp;price=over-5m"' in response.content.decode()
    assert 'href="/san-pham/?price=ask&amp;price=over-5m&amp;page=2"' in response.content.decode()


HOSTILE = [
    "q=" + "x" * 10_000, "q=" + quote("á" * 10_000), "q=%ED%A0%80", "q=%00", "q=%FF%FE", "q[]=1&q=2", "price=nothing",
    "village=%ED%A0%80", "sort=drop", "sort=%00", "price=ask&price=ask", "&".join(f"price={n}" for n in range(900)),
    "q=%25&sort=price_asc", "unknown=1", "q=a&q=b", "stars=99", "craft=" + "x" * 5000, "%ED%A0%80=1",
    "q=%F0%9F%98%80",
]  # fmt: skip


@pytest.mark.parametrize("path", LISTS[:4])
@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_input_is_a_clean_page(client: Client, path: str, query: str) -> None:
    fill(2)
    assert client.get(f"{path}?{query}").status_code in (200, 404)


def test_what_was_typed_is_escaped(client: Client) -> None:
    fill(1)
    assert "<script>alert" not in client.get("/tim-kiem/", {"q": "<script>alert(1)</script>"}).content.decode()


@pytest.mark.parametrize("path", ["/san-pham/", "/lang-nghe/", "/tim-kiem/?q=kham", "/san-pham/?price=ask&page=1"])
def test_as_many_queries_at_100_records_as_at_one(client: Client, path: str) -> None:
    counts = []
    for count in (1, 100):
        fill(count)
        client.get(path)
        with CaptureQueriesContext(_connection()) as captured:
            client.get(path)
        counts.append([query["sql"] for query in captured if "search_" in query["sql"] or "product" in query["sql"]])
    assert len(counts[0]) == len(counts[1]) <= 4, counts


def _connection():
    from django.db import connection

    return connection


def test_lists_of_real_records(client: Client) -> None:
    village = Village.objects.create(name="Chuôn Ngọ")
    product = Product.objects.create(name="Khay khảm trai", village=village)
    page = client.get("/san-pham/").content.decode()
    assert f'href="{product.get_absolute_url()}"' in page
    narrowed = ListPage(client.get(f"/san-pham/?village={village.code}"))
    assert narrowed.total == 1
    assert "Chuôn Ngọ" in narrowed.links(".chips")[0][0]
    village.name = "Bối Khê"
    village.save()
    assert "Bối Khê" in ListPage(client.get(f"/san-pham/?village={village.code}")).links(".chips")[0][0]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/tim-kiem/", "Không mục nào ở đây có đủ các từ này"),
        ("/en/search/", "Nothing here has all of these words"),
        ("/san-pham/", "Không mục nào ở đây có đủ các từ này"),
    ],
)
def test_a_page_says_when_nothing_has_all_words(client: Client, path: str, words: str) -> None:
    store([document("Đèn cá chép"), document("Đèn lồng")])
    partial, whole = (client.get(path, {"q": q}).text for q in ("đèn cá chép trung thu", "đèn cá chép"))
    assert words in partial and "cá chép" in partial
    assert words not in whole
