"""What staff put first comes first, on every engine, and only for the query they named."""

from datetime import date

from search.models import PromotedResult
from tests.contracts.conftest import Shop
from tests.contracts.documents import document


def test_promoted_records_come_first_in_their_order(shop: Shop) -> None:
    _tray, bowl, lamp = shop.put(document("Khay tre"), document("Bát gỗ"), document("Đèn lồng"))
    PromotedResult.objects.create(query="quà tết; khay", targets=f"{lamp.code}\n{bowl.code}")
    assert shop.names("qua tet") == ["Đèn lồng", "Bát gỗ"]
    assert shop.names("khay") == ["Đèn lồng", "Bát gỗ", "Khay tre"]
    assert shop.names("khay tre") == ["Khay tre"]
    assert not shop.search("quà tết").correction


def test_only_while_their_dates_hold(shop: Shop) -> None:
    (lamp,) = shop.put(document("Đèn lồng"))
    PromotedResult.objects.create(query="quà", targets=lamp.code, start=date(2026, 2, 1), end=date(2026, 2, 28))
    assert [shop.names("quà", today=date(2026, month, 10)) for month in (1, 2, 3)] == [[], ["Đèn lồng"], []]


def test_two_rows_for_one_query_show_a_code_once_where_it_came_first(shop: Shop) -> None:
    day = date(2026, 2, 10)
    lamp, bowl = shop.put(document("Đèn lồng"), document("Bát gỗ"))
    PromotedResult.objects.create(query="quà", targets=f"{lamp.code}\n{bowl.code}")
    PromotedResult.objects.create(query="quà", targets=lamp.code, end=day)
    assert shop.names("quà", today=day) == ["Đèn lồng", "Bát gỗ"]


def test_no_more_than_five_are_shown_first_and_none_else_is_found_by_them(shop: Shop) -> None:
    put = shop.put(*(document(f"Đèn {number}") for number in "abcdefg"))
    for some in (put[:4], put[3:]):
        PromotedResult.objects.create(query="quà", targets="\n".join(each.code for each in some))
    results = shop.search("quà")
    assert shop.names_of(results.hits) == [f"Đèn {number}" for number in "abcde"] and results.total == 5


def test_filters_and_kinds_hold_for_them_too(shop: Shop) -> None:
    lamp, village = shop.put(
        document("Đèn lồng", facets={"craft": ("bamboo",)}), document("Làng Chuông", kind="village")
    )
    PromotedResult.objects.create(query="quà", targets=f"{village.code}\n{lamp.code}")
    assert shop.names("quà", filters={"craft": ("lacquer",)}) == []
    assert shop.names("quà", kind="village") == ["Làng Chuông"]
    assert shop.names("quà", kind="") == ["Làng Chuông", "Đèn lồng"]
    assert shop.search("quà").facet("craft").count("bamboo") == 1


def test_one_that_left_the_public_or_is_switched_off_is_not_shown(shop: Shop) -> None:
    (tray,) = shop.put(document("Khay tre"))
    row = PromotedResult.objects.create(query="quà", targets=f"ZZZZZZ\n{tray.code}")
    assert shop.names("quà") == ["Khay tre"]
    row.active = False
    row.save()
    assert shop.names("quà") == []


def test_for_words_as_they_were_typed_however_they_are_read(shop: Shop) -> None:
    village, lamp = shop.put(document("Chuông", kind="village"), document("Đèn lồng", places=("Chuông",)))
    tray, _basket = shop.put(document("Khay gỗ"), document("Rổ mây tre", places=("Chuông",)))
    PromotedResult.objects.create(query="làng Chuông; maytre", targets=f"{tray.code}\n{village.code}")
    assert shop.names("lang chuong") == ["Khay gỗ", "Rổ mây tre", "Đèn lồng"]
    assert shop.names("maytre") == ["Khay gỗ", "Rổ mây tre"]
    PromotedResult.objects.create(query="mây tre", targets=lamp.code)
    assert shop.names("mây tre") == shop.names("may tre") == ["Đèn lồng", "Rổ mây tre"]


def test_for_words_without_what_a_keyboard_left_and_for_the_right_spelling(shop: Shop) -> None:
    lamp, _tray = shop.put(document("Đèn lồng"), document("Khay khảm trai"))
    PromotedResult.objects.create(query="khảm trai", targets=lamp.code)
    for typed in ("khảm trai", "khamr trai", "kham trsi"):
        assert shop.names(typed) == ["Đèn lồng", "Khay khảm trai"], typed
