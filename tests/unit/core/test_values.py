"""Money, codes, documents and registries."""

import pytest

from showcase.core.codes import ALPHABET, is_code, new_code
from showcase.core.documents import SearchDocument
from showcase.core.money import Money, format_range
from showcase.core.registries import Registry


def test_money_is_written_as_each_language_writes_it() -> None:
    assert Money(1_250_000).format("vi") == "1.250.000\u00a0₫"
    assert Money(1_250_000).format("en") == "1,250,000\u00a0VND"
    assert format_range(Money(450_000), Money(1_500_000), "vi") == "450.000–1.500.000\u00a0₫"


def test_money_refuses_fractions() -> None:
    with pytest.raises(TypeError):
        Money(1000.5)


def test_codes_use_no_look_alikes() -> None:
    assert set("OI01") & set(ALPHABET) == set()
    assert all(is_code(new_code()) for _ in range(100))
    assert not is_code("ABC0EF")


def test_document_survives_json() -> None:
    document = SearchDocument(
        kind="product",
        object_id=1,
        code="ABCDEF",
        names={"vi": "Khay"},
        terms=("sơn mài",),
        text="gỗ",
        published_at="2026-11-24T00:00:00+07:00",
        places=("Hạ Thái",),
        facets={"craft": ("lacquer",)},
        stars=((4, None, "2027-01-01"),),
        price=90_000,
        parents=("GHJKLM",),
    )
    assert SearchDocument.from_json(document.to_json()) == document


def test_a_name_is_registered_once() -> None:
    registry: Registry[int] = Registry()
    registry.register("a", 1)
    with pytest.raises(ValueError, match="'a'"):
        registry.register("a", 2)
