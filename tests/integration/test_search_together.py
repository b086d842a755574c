"""The search page beside its products: villages, makers, words, shows, events and stories."""

from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from search import querylog
from search.engines import get_engine
from search.models import PromotedResult
from search.services import store
from search.together import LONGEST
from tests.contracts.documents import document

pytestmark = pytest.mark.django_db
OTHERS = ("village", "artisan", "glossary", "exhibition", "event", "story")


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    get_engine.cache_clear()
    querylog.counts.clear()
    yield
    get_engine.cache_clear()
    querylog.counts.clear()


def page(client: Client, address: str) -> Any:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def order(soup: Any) -> list[str]:
    """What stands on the page, from above, without ``found-``."""
    return [str(each["id"]).removeprefix("found-") for each in soup.select("h2[id^=found-], #results")]


def ways(soup: Any) -> list[tuple[str, str]]:
    return [(str(link["href"]), link.get_text(" ", strip=True)) for link in soup.select(".ways-down a")]


def one_of_each(name: str, *kinds: str) -> None:
    store(document(name, kind=kind) for kind in kinds)


def test_every_kind_has_its_section_and_a_way_down_with_its_number(client: Client) -> None:
    one_of_each("Sơn mài", "product", *OTHERS)
    store([document(f"Sơn mài {number}", kind="village") for number in range(4)])
    soup = page(client, "/tim-kiem/?q=son+mai")
    assert set(order(soup)) == {"results", *OTHERS}
    assert dict(ways(soup)) == {
        "#found-village": "Làng nghề 5", "#found-artisan": "Nghệ nhân 1", "#results": "Sản phẩm 1",
        "#found-exhibition": "Triển lãm 1", "#found-event": "Sự kiện 1", "#found-story": "Chuyện làng 1",
        "#found-glossary": "Thuật ngữ 1",
    }  # fmt: skip
    assert {way.removeprefix("#") for way, _words in ways(soup)} <= {str(each["id"]) for each in soup.select("[id]")}
    assert [way.removeprefix("#found-").removeprefix("#") for way, _words in ways(soup)] == order(soup)
    villages = soup.select_one("[aria-labelledby=found-village]")
    assert len(villages.select("li")) == 3
    assert [str(link["href"]) for link in villages.select(".more")] == ["/lang-nghe/?q=son+mai"]
    assert not soup.select("[aria-labelledby=found-artisan] .more")  # all of them are here


def test_what_is_named_so_leads_and_what_only_mentions_it_follows(client: Client) -> None:
    store([
        document("Khay khảm trai"), document("Chuông", kind="village", text="Có khảm trai."),
        document("Khảm trai là gì", kind="story"), document("khảm trai", kind="glossary"),
    ])  # fmt: skip
    assert order(page(client, "/tim-kiem/?q=kh%E1%BA%A3m+trai")) == ["story", "glossary", "results", "village"]
    assert order(page(client, "/tim-kiem/?q=kh%E1%BA%A3m+trai&sort=price_asc"))[0] == "results"


def test_only_the_first_page_of_all_products_has_other_kinds(client: Client) -> None:
    store(document(f"Khay {number}", facets={"availability": ("in_stock",)}) for number in range(30))
    one_of_each("Khay", "village")
    assert order(page(client, "/tim-kiem/?q=khay")) == ["village", "results"]
    assert order(page(client, "/tim-kiem/?q=khay&page=2")) == ["results"]
    assert order(page(client, "/tim-kiem/?q=khay&availability=in_stock")) == ["results"]
    assert order(page(client, "/tim-kiem/")) == ["results"]


def test_without_a_product_the_others_are_no_empty_page(client: Client) -> None:
    one_of_each("Mở cửa đêm", "event", "story")
    soup = page(client, "/tim-kiem/?q=mo+cua+dem")
    assert order(soup) == ["event", "story", "results"]
    assert not soup.select(".empty, #count, .facets")
    assert "Không có sản phẩm nào có những từ này." in soup.select_one("#results").text
    assert order(page(client, "/tim-kiem/?q=khongcogi")) == ["results"]
    assert page(client, "/tim-kiem/?q=khongcogi").select(".empty")


def test_one_kind_alone_needs_no_way_down(client: Client) -> None:
    one_of_each("Khay", "product")
    assert not ways(page(client, "/tim-kiem/?q=khay"))


def test_a_correction_is_said_once_and_holds_for_every_kind(client: Client) -> None:
    one_of_each("Thêu tay", "product", "story")
    soup = page(client, "/tim-kiem/?q=theu+tya")
    assert soup.select_one("h1").text == "Kết quả cho “theu tay”"
    assert [note.text for note in soup.select(".note")] == [
        "Không có kết quả cho “theu tya”. Đang hiển thị kết quả cho “theu tay”."
    ]
    assert set(order(soup)) == {"results", "story"}


def test_what_staff_put_first_hides_nothing_else(client: Client) -> None:
    far = document("Chuông", kind="village")
    store([far, document("Khay tre", kind="village"), document("Khay gỗ", kind="village"), document("Khay")])
    PromotedResult.objects.create(query="khay", targets=far.code)
    villages = page(client, "/tim-kiem/?q=khay").select_one("[aria-labelledby=found-village]")
    assert len(villages.select("li")) == 3


def test_the_report_counts_all_that_was_found(client: Client) -> None:
    one_of_each("Mở cửa đêm", "event", "story")
    client.get("/tim-kiem/?q=mo+cua+dem")
    assert list(querylog.counts.take().values()) == [[1, 2, 0]]


def test_nothing_found_offers_each_word_and_a_list_the_whole_search(client: Client) -> None:
    store([document("Hộp mứt"), document("Khay gỗ"), document("Mứt Tết", kind="story")])
    soup = page(client, "/tim-kiem/?q=khay+m%E1%BB%A9t")
    ways_out = [(str(link["href"]), link.parent.get_text(" ", strip=True)) for link in soup.select(".empty__ways a")]
    assert ("/tim-kiem/?q=khay", "Chỉ tìm “khay” 1") in ways_out
    assert ("/tim-kiem/?q=m%E1%BB%A9t", "Chỉ tìm “mứt” 2") in ways_out
    listed = page(client, "/nghe-nhan/?q=khay")
    assert "Không tìm thấy kết quả nào." in listed.select_one(".empty").text
    assert ("/tim-kiem/?q=khay", "Tìm “khay” ở mọi mục") in [
        (str(link["href"]), link.text) for link in listed.select(".empty__ways a")
    ]


def test_a_paragraph_is_put_to_products_only(client: Client) -> None:
    one_of_each("Khay", "product", "village")
    words = "khay " * (LONGEST + 1)
    assert order(page(client, f"/tim-kiem/?q={words.strip().replace(' ', '+')}")) == ["results"]
    assert order(page(client, f"/tim-kiem/?q={'khay+' * (LONGEST - 1)}khay")) == ["village", "results"]
