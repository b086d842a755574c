"""What staff keep for search: synonyms, promoted results, counts of what is typed, reports."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from search import querylog
from search.models import DismissedQuery, PromotedResult, QueryLog, SearchChange, Synonym
from search.promotions import Promotion, load_promotions
from search.staff_reports import harmless
from showcase.accounts import groups
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("centre")]
REPORTS = ("search_nothing_found", "search_most_typed")


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(factories.user("bien-tap", groups.EDITOR))
    return client


def of(model: Any, view: str) -> str:
    return reverse(model.snippet_viewset.get_url_name(view))


def add(client: Client, model: Any = Synonym, **data: Any) -> Any:
    """Send the form of a new row, in use unless said otherwise."""
    empty = {"canonical_vi": "", "canonical_en": "", "forms": "", "collisions": "", "active": "on"}
    return client.post(of(model, "add"), (empty if model is Synonym else {"active": "on"}) | data)


def errors(response: Any) -> list[str]:
    soup = BeautifulSoup(response.content, "html.parser")
    return [" ".join(found.text.split()) for found in soup.select(".error-message")]


def typed(query: str, *, nothing: int = 0, times: int = 1, ago: int = 0, **more: Any) -> QueryLog:
    day = timezone.localdate() - timedelta(days=ago)
    values = {"language": "vi", "found": 0 if nothing else 3} | more
    return QueryLog.objects.create(day=day, query=query, times=times, nothing=nothing, **values)


def note(query: str, total: int = 1, address: str = "/tim-kiem/", **headers: str) -> None:
    querylog.note(query, "vi", total, RequestFactory(headers=headers).get(address))


def stored() -> list[tuple[Any, ...]]:
    return list(QueryLog.objects.order_by("query").values_list("query", "times", "found", "nothing"))


def test_a_synonym_is_kept_tidy_however_it_was_divided(editor: Client) -> None:
    before = SearchChange.objects.filter(what="synonyms").count()
    add(editor, canonical_vi="sơn  mài", canonical_en="lacquer; lacquerware", forms="son mai, sonmai\nSonmai")
    row = Synonym.objects.get()
    assert (row.canonical_vi, row.canonical_en, row.forms) == ("sơn mài", "lacquer, lacquerware", "son mai; Sonmai")
    assert SearchChange.objects.filter(what="synonyms").count() == before + 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"canonical_vi": "sơn mài"}, "Hãy ghi ít nhất một từ khác cho cùng nghĩa, ở đây hoặc ở “Khách còn gõ”."),
        (
            {"canonical_vi": "lọ", "forms": "lọ (hoa)"},
            "Hãy ghi ít nhất một từ khác cho cùng nghĩa, ở đây hoặc ở “Khách còn gõ”.",
        ),
        ({"canonical_vi": "!!!", "canonical_en": "a"}, "“!!!” không có chữ hay số nào."),
        ({"canonical_vi": "a; b"}, "Ở đây chỉ ghi một từ. Các từ khác ghi ở “Khách còn gõ”."),
        (
            {"canonical_vi": "nón", "forms": "một hai ba bốn năm sáu bảy"},
            "“một hai ba bốn năm sáu bảy” dài hơn 6 tiếng. Hãy ghi đúng từ mà khách sẽ gõ.",
        ),
    ],
)
def test_what_is_wrong_with_a_synonym_is_said_in_vietnamese(editor: Client, data: Any, said: str) -> None:
    assert errors(add(editor, **data)) == [said]
    assert not Synonym.objects.exists()


def test_a_word_of_another_row_is_kept_and_that_row_is_named(editor: Client) -> None:
    other = Synonym.objects.create(canonical_vi="sơn ta", canonical_en="lacquer")
    page = editor.get(add(editor, canonical_vi="sơn mài", canonical_en="lacquer").url)
    warning = BeautifulSoup(page.content, "html.parser").select_one(".messages .warning")
    assert warning is not None and "“lacquer” còn có ở dòng khác: sơn ta = lacquer" in warning.text
    assert f"/edit/{other.pk}/" in str(warning) and Synonym.objects.count() == 2


def test_the_list_is_searched_without_marks(editor: Client) -> None:
    Synonym.objects.create(canonical_vi="khảm trai", forms="ốc")
    Synonym.objects.create(canonical_vi="sơn mài")
    page = editor.get(of(Synonym, "list"), {"q": "son mai"}).content.decode()
    assert "sơn mài" in page and "khảm trai" not in page


def test_words_of_the_report_stand_in_the_new_form(editor: Client) -> None:
    page = BeautifulSoup(editor.get(of(Synonym, "add"), {"forms": "son mai"}).content, "html.parser")
    field = page.find("textarea", attrs={"name": "forms"})
    assert field is not None and field.text.strip() == "son mai"


def test_codes_and_addresses_are_promoted_as_codes_in_their_order(editor: Client) -> None:
    village, piece = factories.village("Hạ Thái"), factories.product("Bình")
    address = f"http://testserver{piece.get_absolute_url('vi')}"
    add(editor, PromotedResult, query="Sơn mài; lacquer", targets=f"{address}\n{village.code.lower()}")
    first = (Promotion(piece.code), Promotion(village.code))
    assert load_promotions() == {("son", "mai"): first, ("lacquer",): first}
    page = editor.get(of(PromotedResult, "list")).content.decode()
    assert "Hạ Thái" in page and "Bình" in page


def test_wordings_of_what_is_promoted_are_divided_as_those_of_synonyms_are(editor: Client) -> None:
    village = factories.village("Phù Lãng")
    add(editor, PromotedResult, query="gốm, gốm sứ (quà; Tết)\n;!", targets=village.code)
    assert PromotedResult.objects.get().query == "gốm; gốm sứ (quà; Tết)"
    assert set(load_promotions()) == {("gom",), ("gom", "su")}
    assert errors(add(editor, PromotedResult, query="!, (gốm)", targets=village.code)) == ["Hãy ghi ít nhất một từ."]


def test_what_is_not_public_is_not_promoted(editor: Client) -> None:
    hidden = factories.village("Kín", live=False)
    assert errors(add(editor, PromotedResult, query="kín", targets=hidden.code)) == [
        f"Không có mục công khai nào có mã hay địa chỉ này: “{hidden.code}”"
    ]


def test_promotions_bear_their_days_and_only_rows_in_use_count() -> None:
    spring = (date(2026, 1, 1), date(2026, 3, 31))
    PromotedResult.objects.create(query="tết", targets="ABCDEF", start=spring[0], end=spring[1])
    PromotedResult.objects.create(query="hè", targets="ABCDEF", active=False)
    promotion = Promotion("ABCDEF", *spring)
    assert load_promotions() == {("tet",): (promotion,)}
    days = [date(2025, 12, 31), *spring, date(2026, 4, 1)]
    assert [promotion.is_on(day) for day in days] == [False, True, True, False]


@pytest.mark.parametrize("change", ["save", "delete"])
def test_every_process_hears_of_a_promotion(change: str) -> None:
    row = PromotedResult.objects.create(query="tết", targets="ABCDEF")
    before = SearchChange.objects.count()
    getattr(row, change)()
    assert SearchChange.objects.values_list("what", flat=True)[before:].get() == "synonyms"


def test_counts_add_up_over_several_stores() -> None:
    for total in (4, 0):
        note("Sơn Mài", total)
        note("sơn mài", total)
        querylog.flush()
    assert stored() == [("son mai", 4, 0, 2)]


@pytest.mark.parametrize(
    "query",
    [
        "a@b.vn", "a＠b.vn", "an at gmail dot com", "số 12 ngõ 34 phố Hàng Gai", "gọi 0912 345 678", "001 099 012 345",
        "x" * 101, "", "!!!",
    ],
    ids=lambda text: text[:16],
)  # fmt: skip
def test_nothing_personal_is_kept(query: str) -> None:
    note(query)
    querylog.flush()
    assert stored() == []


@pytest.mark.parametrize("address", ["/tim-kiem/?page=2", "/tim-kiem/?stars=5"])
def test_later_pages_and_filters_are_not_counted(address: str) -> None:
    note("gốm", address=address)
    querylog.flush()
    assert stored() == []


def test_a_day_that_has_its_fill_counts_only_what_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    note("gốm")
    querylog.flush()
    monkeypatch.setattr(querylog, "MOST_A_DAY", 1)
    for query in ("gốm", "lụa"):
        note(query)
        querylog.flush()
    assert stored() == [("gom", 2, 1, 0)]


def test_looking_whether_a_page_is_there_is_no_search(client: Client) -> None:
    client.head(reverse("search"), {"q": "gốm"})
    querylog.flush()
    assert stored() == []


def test_machines_are_not_counted() -> None:
    note("gốm", **{"user-agent": "Googlebot/2.1"})
    querylog.flush()
    assert stored() == []


def test_a_search_is_stored_after_a_response_once_enough_wait(client: Client, monkeypatch: Any) -> None:
    address = reverse("search")
    client.get(address, {"q": "khong co gi"})
    assert stored() == []
    monkeypatch.setattr(querylog, "EVERY", 2)
    client.get(address, {"q": "khong co gi"})
    assert stored() == [("khong co gi", 2, 0, 2)]


def test_what_was_typed_once_goes_after_a_month_and_all_after_400_days() -> None:
    typed("mot lan", ago=31)
    typed("hai lan", ago=31)
    typed("hai lan", ago=2)
    typed("moi", ago=30)
    typed("cu", ago=401, times=9)
    typed("con", ago=400, times=9)
    call_command("catch_up_search")
    assert set(QueryLog.objects.values_list("query", flat=True)) == {"hai lan", "moi", "con"}


def rows(client: Client, report: str, **asked: Any) -> list[list[str]]:
    soup = BeautifulSoup(client.get(reverse(report), asked).content, "html.parser")
    return [[" ".join(cell.text.split()) for cell in row("td")[:2]] for row in soup.select("table.listing tbody tr")]


def test_what_found_nothing_is_listed_most_frequent_first_in_its_period(editor: Client) -> None:
    typed("it", nothing=1)
    typed("nhieu", nothing=3, times=3)
    typed("nhieu", nothing=1, ago=5)
    typed("thay", times=8)
    typed("cu", nothing=9, ago=60)
    assert rows(editor, REPORTS[0]) == [["nhieu", "4"], ["it", "1"]]
    assert rows(editor, REPORTS[0], days=90) == [["cu", "9"], ["nhieu", "4"], ["it", "1"]]
    assert rows(editor, REPORTS[1])[0] == ["thay", "8"]


def test_what_was_dismissed_comes_back_when_typed_often_again(editor: Client) -> None:
    typed("la", nothing=9, ago=1)
    editor.post(reverse("search_dismiss"), {"query": "la"})
    assert rows(editor, REPORTS[0]) == []
    DismissedQuery.objects.update(dismissed_on=timezone.localdate() - timedelta(days=1))
    row = typed("la", nothing=4)
    assert rows(editor, REPORTS[0]) == []
    row.nothing = 5
    row.save()
    assert rows(editor, REPORTS[0]) == [["la", "5"]]


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_reports_are_downloaded(editor: Client, report: str, kind: str) -> None:
    typed("gom", nothing=1)
    response = editor.get(reverse(report), {"export": kind})
    body = b"".join(response.streaming_content) if response.streaming else response.content
    assert response.status_code == 200 and (kind == "xlsx" or b"gom" in body)


def test_no_cell_is_a_formula() -> None:
    assert [harmless(text) for text in ("=1+1", "+1", "-1", "@a", "gom", 3)] == ["'=1+1", "'+1", "'-1", "'@a", "gom", 3]


@pytest.mark.parametrize(
    ("group", "reads"),
    [
        ("", False),
        (groups.ARTISAN, False),
        (groups.TRANSLATOR, False),
        (groups.REVIEWER, True),
        (groups.EDITOR, True),
        (groups.ADMINISTRATOR, True),
    ],
)
def test_who_reads_the_reports_and_the_lists(client: Client, group: str, reads: bool) -> None:
    typed("gom", nothing=1)
    if group:
        client.force_login(factories.user("ai-do", group))
    addresses = [*map(reverse, REPORTS), of(Synonym, "list"), of(PromotedResult, "list")]
    assert {client.get(address).status_code == 200 for address in addresses} == {reads}


@pytest.mark.parametrize("group", [groups.ARTISAN, groups.TRANSLATOR, groups.REVIEWER])
def test_who_may_not_write_dismisses_nothing(client: Client, group: str) -> None:
    typed("gom", nothing=1)
    client.force_login(factories.user("ai-do", group))
    client.post(reverse("search_dismiss"), {"query": "gom"})
    assert not DismissedQuery.objects.exists()
