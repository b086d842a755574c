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
