"""The read API: exact shapes, the same counts as the pages, clear words for wrong questions."""

import pytest
from django.test import Client

from search import querylog
from search.engines import get_engine
from search.services import store
from tests import factories
from tests.contracts.documents import document
from tests.integration.api import SEARCH, SUGGEST, ask, fill
from tests.integration.reading import ListPage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_engine():
    get_engine.cache_clear()
    yield
    get_engine.cache_clear()


def test_a_result_has_names_and_address_in_the_language_asked(client: Client, centre: None) -> None:
    village = factories.village("Chuôn Ngọ")
    product = factories.product("Khay khảm trai", village=village)
    product.set_translation("name", "en", "Inlaid tray")
    product.save()
    factories.product("Hộp khảm", village=village)
    answer = ask(client, q="khay kham")
    score = answer["results"][0].pop("score")
    assert isinstance(score, float) and score > 0
    assert set(answer) == {"total", "results", "facets", "did_you_mean"}
    shown = {"type": "product", "code": product.code, "name_vi": "Khay khảm trai"}
    assert answer["total"] == 1 and answer["did_you_mean"] is None
    assert answer["results"] == [{**shown, "name": "Khay khảm trai", "url": product.get_absolute_url("vi")}]
    assert answer["facets"]["village"] == [{"key": village.code, "label": "Chuôn Ngọ", "count": 1, "selected": False}]

    english = ask(client, q="inlaid tray", lang="en")["results"][0]
    assert {**english, "score": 0} == {
        **shown, "name": "Inlaid tray", "url": product.get_absolute_url("en"), "score": 0,
    }  # fmt: skip
    assert ask(client, q="hop kham", lang="en")["results"][0]["name"] == "Hộp khảm"


def test_every_kind_unless_one_is_named(client: Client) -> None:
    fill(3)
    assert {result["type"] for result in ask(client, q="kham")["results"]} == {"product", "artisan"}
    assert [result["name"] for result in ask(client, q="kham", type="artisan")["results"]] == ["Tổ khảm"]
    assert ask(client)["total"] == 5
    assert ask(client, type="village")["total"] == 1
    assert ask(client, q="", lang="", type="", page="", page_size="")["total"] == 5


def test_the_best_match_comes_first(client: Client) -> None:
    store([document("Tủ chè", text="khảm trai"), document("Khảm trai"), document("Hộp khảm trai")])
    results = ask(client, q="khảm trai")["results"]
    assert results[0]["name"] == "Khảm trai"
    scores = [result["score"] for result in results]
    assert scores == sorted(scores, reverse=True)


def test_facets_count_what_the_lists_count(client: Client) -> None:
    fill()
    narrowed = "price=ask&price=nothing&availability=in_stock&unknown=1"
    page = ListPage(client.get(f"/san-pham/?{narrowed}"))
    answer = client.get(f"{SEARCH}?type=product&{narrowed}").json()
    assert answer["total"] == page.total == 15
    assert answer["facets"] == {
        "price": [
            {"key": "over-5m", "label": "Từ 5 triệu ₫", "count": 15, "selected": False},
            {"key": "ask", "label": "Hỏi giá", "count": 15, "selected": True},
        ],
        "availability": [{"key": "in_stock", "label": "Có sẵn", "count": 15, "selected": True}],
    }
    seen = [[(value.label, value.count, value.selected) for value in group.values] for group in page.facets().values()]
    told = [[(value["label"], value["count"], value["selected"]) for value in values]
            for values in answer["facets"].values()]  # fmt: skip
    assert told == seen
    both = client.get(f"{SEARCH}?price=ask&price=over-5m").json()
    assert both["total"] == 30
    english = client.get(f"{SEARCH}?type=product&lang=en").json()
    assert english["facets"]["price"][1]["label"] == "Ask for the price"


def test_pages_are_as_long_as_asked_and_share_nothing(client: Client) -> None:
    fill()
    pages = [ask(client, type="product", page=page, page_size=12)["results"] for page in (1, 2, 3)]
    codes = [result["code"] for page in pages for result in page]
    assert [len(page) for page in pages] == [12, 12, 6]
    assert len(set(codes)) == 30
    assert len(ask(client, type="product")["results"]) == 24
    assert len(ask(client, page_size=100)["results"]) == 32


def test_a_page_after_the_last_is_a_problem_in_json(client: Client) -> None:
    fill()
    for page in ("3", "1000000000", "9" * 400):
        response = client.get(f"{SEARCH}?q=khay&page={page}&lang=en")
        assert response.status_code == 404
        assert response.headers["Content-Type"] == "application/problem+json"
        assert response.json() == {
            "type": "about:blank", "title": "There is no such page", "status": 404,
            "detail": "The last page is number 2.", "errors": [],
        }  # fmt: skip
    assert client.get(f"{SEARCH}?q=khay&page=3").json()["detail"] == "Trang cuối là trang 2."
    nothing = ask(client, q="qqqqq")
    assert nothing == {"total": 0, "results": [], "facets": {}, "did_you_mean": None}


@pytest.mark.parametrize(
    ("wrong", "vietnamese", "english"),
    [
        ("page=0", "“page” phải là số nguyên từ 1 trở lên.", "“page” is a whole number from 1."),
        ("page=-1", "“page” phải là số nguyên từ 1 trở lên.", "“page” is a whole number from 1."),
        ("page=abc", "“page” phải là số nguyên từ 1 trở lên.", "“page” is a whole number from 1."),
        (f"page={'9' * 5000}", "“page” phải là số nguyên từ 1 trở lên.", "“page” is a whole number from 1."),
        ("page_size=0", "“page_size” phải là số nguyên từ 1 đến 100.", "“page_size” is a whole number from 1 to 100."),
        (
            "page_size=101",
            "“page_size” phải là số nguyên từ 1 đến 100.",
            "“page_size” is a whole number from 1 to 100.",
        ),
        (
            "page_size=1.5",
            "“page_size” phải là số nguyên từ 1 đến 100.",
            "“page_size” is a whole number from 1 to 100.",
        ),
        (
            "type=order",
            "“type” phải là một trong: product, village, artisan, exhibition, event, story, glossary.",
            "“type” is one of: product, village, artisan, exhibition, event, story, glossary.",
        ),
    ],
)
def test_a_wrong_parameter_is_named_in_the_language_asked(
    client: Client, wrong: str, vietnamese: str, english: str
) -> None:
    for lang, title, message in (
        ("vi", "Không đọc được câu hỏi", vietnamese),
        ("en", "The question cannot be read", english),
    ):
        response = client.get(f"{SEARCH}?q=khay&lang={lang}&{wrong}")
        assert response.status_code == 422
        assert response.headers["Content-Language"] == lang
        assert response.json() == {
            "type": "about:blank", "title": title, "status": 422, "detail": message,
            "errors": [{"parameter": wrong.split("=")[0], "message": message}],
        }  # fmt: skip


def test_a_language_that_is_not_ours_is_refused_and_two_faults_are_both_told(client: Client) -> None:
    response = client.get(f"{SEARCH}?lang=fr&page=x")
    assert response.status_code == 422
    assert [fault["parameter"] for fault in response.json()["errors"]] == ["lang", "page"]
    assert client.get(f"{SUGGEST}?lang=fr").json()["detail"] == "“lang” phải là “vi” hoặc “en”."


def test_a_corrected_spelling_is_told(client: Client) -> None:
    store([document("Bát Tràng"), document("Bình gốm")])
    answer = ask(client, q="bat trnag")
    assert [result["name"] for result in answer["results"]] == ["Bát Tràng"]
    assert answer["did_you_mean"] == "bat trang"


def test_only_questions_put_to_everything_are_counted(client: Client) -> None:
    fill()
    ask(client, q="kham", type="artisan", page=1)
    for narrowed in ({"type": "story"}, {"price": "ask"}, {"page": 2}):
        ask(client, q="kham", **narrowed)
        ask(client, q="khay", **narrowed)
    assert querylog.counts.take() == {}
    ask(client, q="kham")
    ask(client, q="kham", type="", page="", page_size=5)
    assert list(querylog.counts.take().values()) == [[2, 31, 0]]
