"""Suggestions, and what holds for every answer of the API: visibility, hostile input, nothing but reading."""

from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from search.engines import get_engine
from search.models import SearchEntry
from search.services import store
from showcase.core import moderation
from tests import factories
from tests.contracts.documents import document
from tests.integration.api import OPENAPI, SEARCH, SUGGEST, ask, fill
from tests.integration.asking import asked

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_engine():
    get_engine.cache_clear()
    yield
    get_engine.cache_clear()


def test_suggestions_stand_under_their_kinds_with_what_tells_them_apart(client: Client, centre: None) -> None:
    village = factories.village("Chuôn Ngọ", gloss="khảm trai")
    artisan = factories.artisan("Nguyễn Chuôn", village=village)
    product = factories.product("Chuôn khảm", village=village, artisan=artisan)
    answer = ask(client, SUGGEST, q="  chu ", lang="vi")
    assert answer["q"] == "chu"
    groups = {group["type"]: group for group in answer["groups"]}
    assert {kind: group["label"] for kind, group in groups.items()} == {
        "village": "Làng nghề", "artisan": "Nghệ nhân", "product": "Sản phẩm",
    }  # fmt: skip
    assert groups["product"]["results"] == [
        {
            "type": "product", "code": product.code, "name": "Chuôn khảm", "name_vi": "Chuôn khảm",
            "url": product.get_absolute_url("vi"), "detail": "Nguyễn Chuôn · Chuôn Ngọ",
        }
    ]  # fmt: skip
    assert groups["village"]["results"][0]["detail"] == "khảm trai"
    assert groups["artisan"]["results"][0]["detail"] == "người làm nghề · Chuôn Ngọ"
    english = ask(client, SUGGEST, q="chuon", lang="en")
    assert {group["label"] for group in english["groups"]} == {"Villages", "Artisans", "Products"}
    assert {found["url"].split("/")[1] for group in english["groups"] for found in group["results"]} == {"en"}


@pytest.mark.parametrize("q", ["", "k", " k ", "\u0323", "k!", "漆"])
def test_less_than_two_letters_suggest_nothing(client: Client, q: str) -> None:
    fill(2)
    assert ask(client, SUGGEST, q=q)["groups"] == []


def test_two_letters_without_marks_suggest(client: Client) -> None:
    fill(2)
    assert {group["type"] for group in ask(client, SUGGEST, q="kh")["groups"]} == {"product", "artisan"}


def test_suggestions_may_be_kept_by_everybody_for_a_minute(client: Client) -> None:
    fill(2)
    client.cookies["sessionid"] = "x" * 32
    response = client.get(SUGGEST, {"q": "khay"})
    assert response.headers["Cache-Control"] == "public, max-age=60"
    assert "Vary" not in response.headers or "cookie" not in response.headers["Vary"].lower()
    assert not response.cookies
    assert response.headers["Content-Type"] == "application/json"
    again = client.get(SUGGEST, {"q": "khay"}, headers={"If-None-Match": response.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    store([document("Khay mới")])
    changed = client.get(SUGGEST, {"q": "khay"}, headers={"If-None-Match": response.headers["ETag"]})
    assert changed.status_code == 200


def _told(client: Client) -> set[str]:
    found = [result["code"] for result in ask(client, q="bimat", page_size=100)["results"]]
    found += [result["code"] for result in ask(client, page_size=100)["results"]]
    for group in ask(client, SUGGEST, q="bimat")["groups"]:
        found += [result["code"] for result in group["results"]]
    return set(found)


def test_what_is_no_longer_public_is_gone_at_once(client: Client, centre: None) -> None:
    village = factories.village("Bimat làng")
    artisan = factories.artisan("Bimat thợ", village=village)
    piece = factories.product("Bimat khay", village=village, artisan=artisan)
    other = factories.product("Bimat hộp", village=village)
    factories.village("Bimat nháp", live=False)
    assert _told(client) == {record.code for record in (village, artisan, piece, other)}
    moderation.withdraw_record(other, reason="Người làm yêu cầu")
    assert _told(client) == {record.code for record in (village, artisan, piece)}
    moderation.unpublish_record(artisan)
    assert _told(client) == {village.code, piece.code}
    assert "Bimat thợ" not in client.get(SUGGEST, {"q": "bimat khay"}).content.decode()
    moderation.unpublish_record(village)
    assert _told(client) == set()


def test_a_hidden_entry_is_not_told(client: Client) -> None:
    store([document("Bimat khay")])
    SearchEntry.objects.update(hidden=True)
    get_engine.cache_clear()
    assert _told(client) == set()


HOSTILE = [
    "q=" + "x" * 10_000, "q=" + quote("á" * 10_000), "q=%ED%A0%80", "q=%00", "q=%00khay", "q=%FF%FE", "q[]=1&q=2",
    "price=nothing", "village=%ED%A0%80", "price=ask&price=ask", "&".join(f"price={n}" for n in range(900)),
    "q=%25", "q=*:*", "q=(", "q=" + quote('"'), "q=/.*/", "q=a&q=b", "stars=99", "craft=" + "x" * 5000, "%ED%A0%80=1",
    "q=%F0%9F%98%80", "q=%0A%0D%09%1B", "lang=%00", "type=%ED%A0%80", "page=%D9%A3", "page=1e3", "page_size=%00",
    "lang=vi&lang=en", "page=1&page=2", "page=NaN", "page=Infinity",
]  # fmt: skip


@pytest.mark.parametrize("path", [SEARCH, SUGGEST])
@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_input_is_answered_in_json(client: Client, path: str, query: str) -> None:
    fill(2)
    response = client.get(f"{path}?{query}")
    assert response.status_code in (200, 404, 422)
    response.json()


@pytest.mark.parametrize("path", [SEARCH, SUGGEST, OPENAPI])
def test_it_is_for_reading_only_and_for_this_site_only(client: Client, path: str) -> None:
    fill(1)
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)(path).status_code == 405, method
    response = client.get(path, headers={"Origin": "https://elsewhere.example"})
    assert response.status_code == 200
    assert not [name for name in response.headers if name.startswith("Access-Control")]
    head = client.head(path)
    assert (head.status_code, head.content) == (200, b"")


def test_the_language_of_an_answer_is_said(client: Client) -> None:
    for path in (SEARCH, SUGGEST):
        for lang in ("vi", "en"):
            response = client.get(path, {"lang": lang})
            assert response.headers["Content-Language"] == lang
            assert response.headers["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize(
    ("path", "most"),
    [(f"{SEARCH}?q=kham", 3), (f"{SEARCH}?type=product&availability=in_stock", 3), (f"{SUGGEST}?q=kh", 3)],
)
def test_as_many_queries_at_100_records_as_at_one(client: Client, path: str, most: int) -> None:
    counts = []
    for count in (1, 100):
        fill(count)
        client.get(path)
        with CaptureQueriesContext(connection) as captured:
            client.get(path)
        counts.append(len(asked(captured)))
    assert counts[0] == counts[1] <= most, counts
