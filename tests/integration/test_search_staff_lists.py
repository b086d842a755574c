"""What staff see of search in lists and reports, and the ways from a report to a form and back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from search.models import DismissedQuery, PromotedResult, QueryLog, SearchEntry, Synonym
from search.staff_lists import times_of
from search.staff_reports import MostTypedView
from showcase.accounts import groups
from tests import factories
from tests.integration.test_search_staff import add, errors, of, typed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("centre")]
NOTHING, MOST = "search_nothing_found", "search_most_typed"


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(factories.user("bien-tap", groups.EDITOR))
    return client


def soup(client: Client, address: str, **asked: Any) -> BeautifulSoup:
    return BeautifulSoup(client.get(address, asked).content, "html.parser")


def cells(page: BeautifulSoup) -> list[list[str]]:
    return [[" ".join(cell.text.split()) for cell in row("td")] for row in page.select("table.listing tbody tr")]


def said(client: Client, address: str) -> list[str]:
    return [" ".join(found.text.split()) for found in soup(client, address).select(".messages li")]


def test_the_promoted_list_asks_as_often_for_many_rows_as_for_one(editor: Client) -> None:
    village, address = factories.village("Hạ Thái"), of(PromotedResult, "list")
    PromotedResult.objects.create(query="từ 0", targets=village.code)
    editor.get(address)  # what the process keeps from the first request on
    counted = []
    for number in (1, 12):
        for query in range(1, number):
            PromotedResult.objects.create(query=f"từ {query}", targets=f"{village.code}\nZZZ999")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            page = soup(editor, address)
        counted.append(len(asked))
        assert len(cells(page)) == number and "Hạ Thái" in page.text
    assert counted[0] == counted[1]
    assert "ZZZ999 (chưa công khai)" in page.text


def test_lists_follow_the_vietnamese_alphabet(editor: Client) -> None:
    words = ["cẩn", "chao", "chăn", "comple", "dao", "đan"]
    for word in reversed(words):
        Synonym.objects.create(canonical_vi=word, canonical_en="x")
        PromotedResult.objects.create(query=word, targets="ZZZ999")
    for model, field in ((Synonym, "canonical_vi"), (PromotedResult, "query")):
        address = of(model, "list")
        assert [row[1].split()[0] for row in cells(soup(editor, address))] == words
        backwards = soup(editor, address, ordering=f"-{field}")
        assert [row[1].split()[0] for row in cells(backwards)] == words[::-1]


TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("row", "vietnamese", "english"),
    [
        ({}, "Đang hiện", "Shown"),
        ({"active": False}, "Đã tắt", "Off"),
        ({"start": TODAY, "end": TODAY}, "Đang hiện, đến 01/12/2026", "Shown until 1 Dec 2026"),
        ({"end": TODAY - timedelta(days=1)}, "Hết hạn ngày 30/11/2026", "Ended on 30 Nov 2026"),
        ({"start": TODAY + timedelta(days=1)}, "Bắt đầu ngày 02/12/2026", "Begins on 2 Dec 2026"),
    ],
)
def test_the_list_says_whether_a_row_is_shown_today(row: Any, vietnamese: str, english: str) -> None:
    promoted = PromotedResult(query="tết", targets="ABCDEF", **row)
    for language, words in (("vi", vietnamese), ("en", english)):
        with translation.override(language):
            assert times_of(promoted, TODAY) == words


def test_the_form_names_what_its_codes_are(editor: Client) -> None:
    village = factories.village("Hạ <Thái>")
    row = PromotedResult.objects.create(query="sơn", targets=f"{village.code}\nZZZ999")
    page = editor.get(reverse(PromotedResult.snippet_viewset.get_url_name("edit"), args=[row.pk])).content.decode()
    assert f"{village.code}: Hạ &lt;Thái&gt;<br>ZZZ999: chưa công khai" in page


def test_what_the_worker_has_not_built_has_its_name_and_what_is_hidden_is_not_public(editor: Client) -> None:
    new, withdrawn = factories.village("Hạ Thái"), factories.village("Kín")
    entries = SearchEntry.objects.filter
    entries(code=new.code).update(document={}, features={}, folded="", marked="", stale=True, hidden=True)
    entries(code=withdrawn.code).update(hidden=True)
    row = PromotedResult.objects.create(query="sơn", targets=f"{new.code}\n{withdrawn.code}")
    shown = f"Hạ Thái{withdrawn.code} (chưa công khai)"
    assert cells(soup(editor, of(PromotedResult, "list")))[0][2] == shown
    page = soup(editor, reverse(PromotedResult.snippet_viewset.get_url_name("edit"), args=[row.pk])).text
    assert f"{new.code}: Hạ Thái{withdrawn.code}: chưa công khai" in page
    address = withdrawn.get_absolute_url("vi")
    for target in (withdrawn.code, address):
        refused = [f"Không có mục công khai nào có mã hay địa chỉ này: “{target}”"]
        assert errors(add(editor, PromotedResult, query="kín", targets=target)) == refused
    add(editor, PromotedResult, query="lụa", targets=new.get_absolute_url("vi"))
    assert PromotedResult.objects.get(query="lụa").targets == new.code


def test_codes_are_taken_however_they_are_divided_and_a_name_is_refused_whole(editor: Client) -> None:
    first, second = factories.village("Hạ Thái"), factories.village("Chuôn Ngọ")
    add(editor, PromotedResult, query="sơn", targets=f"{first.code}, {second.code};\n\n{first.code}")
    assert PromotedResult.objects.get().targets == f"{first.code}\n{second.code}"
    answer = add(editor, PromotedResult, query="khảm", targets=f"{first.code}\nLàng Chuôn Ngọ")
    assert errors(answer) == ["Không có mục công khai nào có mã hay địa chỉ này: “Làng Chuôn Ngọ”"]
    assert "Làng Chuôn Ngọ" in BeautifulSoup(answer.content, "html.parser").select_one("textarea").text


def test_only_a_word_of_the_row_is_ambiguous(editor: Client) -> None:
    row = {"canonical_vi": "mây", "canonical_en": "rattan", "forms": "may; song"}
    assert errors(add(editor, collisions="máy bay", **row)) == ["“máy bay” không có trong các từ ở trên."]
    add(editor, collisions="may; Song", **row)
    assert Synonym.objects.get().collisions == "may; Song"


def from_report(client: Client, words: str, **data: str) -> Any:
    form = soup(client, of(Synonym, "add"), forms=words).select_one("form[action*='/synonym/add/']")
    assert form is not None
    empty = {"canonical_vi": "", "canonical_en": "", "forms": words, "collisions": "", "active": "on"}
    return client.post(str(form["action"]), empty | data)


def test_a_synonym_made_from_the_report_takes_its_words_off_and_leads_back(editor: Client) -> None:
    typed("lo lang", nothing=9)
    link = soup(editor, reverse(NOTHING)).select_one("a[href*='/synonym/add/']")
    assert link is not None and link["href"] == f"{of(Synonym, 'add')}?{urlencode({'forms': 'lo lang'})}"
    assert said(editor, str(link["href"])) == [
        "Khách gõ “lo lang” mà không thấy gì. Hãy ghi từ mà trang web dùng vào ô “Từ tiếng Việt”; "
        "“lo lang” đã có sẵn ở “Khách còn gõ”."
    ]
    answer = from_report(editor, "lo lang", canonical_vi="lọ hoa", forms="lo lang; bình")
    assert answer.url == reverse(NOTHING)
    page = soup(editor, answer.url)
    assert "“lo lang” đã bỏ khỏi danh sách" in page.text and cells(page) == []
    assert page.select_one(".messages a[href='/tim-kiem/?q=lo+lang']") is not None


def test_words_are_off_the_report_however_the_synonym_divides_them(editor: Client) -> None:
    typed("lo lang", nothing=9)
    from_report(editor, "lo lang", canonical_vi="lọ hoa", forms="bình (cao; thấp), lọ lang (sai)")
    assert DismissedQuery.objects.get().query == "lo lang"


@pytest.mark.parametrize("data", [{"active": ""}, {"forms": "bình"}])
def test_words_that_the_synonym_does_not_help_stay_on_the_list(editor: Client, data: dict[str, str]) -> None:
    typed("lo lang", nothing=9)
    from_report(editor, "lo lang", **{"canonical_vi": "lọ hoa", "canonical_en": "vase"} | data)
    assert Synonym.objects.count() == 1 and not DismissedQuery.objects.exists()


def test_what_is_wrong_loses_neither_the_words_nor_the_way_back(editor: Client) -> None:
    typed("lo lang", nothing=9)
    page = BeautifulSoup(from_report(editor, "lo lang").content, "html.parser")
    form = page.select_one("form[action*='/synonym/add/']")
    assert form is not None and "forms=lo+lang" in str(form["action"])
    assert page.select_one("textarea[name=forms]").text.strip() == "lo lang"


def test_a_press_of_done_takes_words_off_and_stays_in_the_period() -> None:
    typed("lo lang", nothing=9)
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(factories.user("bien-tap", groups.EDITOR))
    form = soup(browser, reverse(NOTHING), days=90).select_one("form[action$='/dismiss/']")
    assert form is not None
    answer = browser.post(str(form["action"]), {str(field["name"]): field["value"] for field in form("input")})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{reverse(NOTHING)}?days=90")
    assert said(browser, answer.headers["Location"]) == [
        "“lo lang” đã bỏ khỏi danh sách. Nếu tìm không thấy thêm 5 lần nữa thì hiện lại."
    ]


def test_what_is_typed_often_leads_to_what_is_shown_first(editor: Client) -> None:
    typed("son mai", times=9)
    link = soup(editor, reverse(MOST)).select_one("a[href*='/promotedresult/add/']")
    assert link is not None
    field = soup(editor, str(link["href"])).select_one("input[name=query]")
    assert field is not None and field["value"] == "son mai"


def test_the_report_tells_what_was_found_last_on_the_page_and_in_the_file(editor: Client) -> None:
    for ago, found in ((0, 7), (3, 2)):
        typed("gom", times=4, ago=ago, found=found)
    typed("gom", times=9, ago=1, found=1, source="api")
    typed("gom", times=2, ago=2, found=5, language="en")
    assert [row[:3] for row in cells(soup(editor, reverse(MOST)))] == [["gom", "17", "7"], ["gom", "2", "5"]]
    lines = b"".join(editor.get(reverse(MOST), {"export": "csv"}).streaming_content).decode().splitlines()
    assert [line.split(",")[:3] for line in lines[1:]] == [["gom", "17", "7"], ["gom", "2", "5"]]


def test_the_report_reads_the_log_once_however_long_it_is(editor: Client) -> None:
    report = MostTypedView()
    report.setup(RequestFactory().get(reverse(MOST)))
    plan = report.get_queryset().explain()
    assert "CORRELATED" not in plan and "SubPlan" not in plan  # SQLite; PostgreSQL
    counted = []
    for times in (1, 60):
        for number in range(times):
            typed(f"gom {times} {number}")
        with CaptureQueriesContext(connection) as asked:
            soup(editor, reverse(MOST))
        counted.append(len(asked))
    assert counted[0] == counted[1]


def test_a_reviewer_sees_the_reports_without_what_only_editors_do(client: Client) -> None:
    typed("lo lang", nothing=9)
    client.force_login(factories.user("duyet", groups.REVIEWER))
    for report in (NOTHING, MOST):
        page = soup(client, reverse(report))
        assert cells(page) and not page.select("main form, main a[href*='/add/']")


@pytest.mark.parametrize(
    ("language", "row"),
    [("vi", ["gom", "2", "30/11/2026", "Tiếng Anh"]), ("en", ["gom", "2", "30 Nov 2026", "English"])],
)
def test_days_and_languages_are_words_of_the_reader(client: Client, monkeypatch: Any, language: str, row: Any) -> None:
    QueryLog.objects.create(day=date(2026, 11, 30), query="gom", times=2, nothing=2, language="en")
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 12, 1))
    client.force_login(factories.reader_of_the_admin(language))
    assert cells(soup(client, reverse(NOTHING)))[0][:4] == row
