"""Supply cells: availability, lead time, minimum order."""

import pytest

from products.importing.supply import SupplyCell, parse_supply
from tests.unit.importing.lists import rows

SUPPLIES = {
    1: SupplyCell("made_to_order", 20, 30, None, ""),
    2: SupplyCell("in_stock", None, None, None, ""),
    3: SupplyCell("in_stock", None, None, None, "MOQ 20 for logo"),
    4: SupplyCell("in_stock", None, None, None, ""),
    5: SupplyCell("made_to_order", 60, 90, None, "truck"),
    6: SupplyCell("made_to_order", 25, 25, None, ""),
    7: SupplyCell("in_stock", None, None, None, ""),
    8: SupplyCell("in_stock", 20, 20, None, ""),
    9: SupplyCell("in_stock", None, None, None, ""),
    10: SupplyCell("made_to_order", 15, 15, 50, ""),
    11: SupplyCell("made_to_order", 30, 60, None, ""),
    12: SupplyCell("made_to_order", 45, 90, None, "photo needed"),
    13: SupplyCell("made_to_order", 30, 60, None, ""),
    14: SupplyCell("in_stock", None, None, None, ""),
    15: SupplyCell("in_stock", None, None, None, ""),
    16: SupplyCell("in_stock", None, None, None, ""),
    17: SupplyCell("made_to_order", 45, 45, None, "truck"),
    18: SupplyCell("made_to_order", None, None, None, "MOQ 100 export"),
    19: SupplyCell("in_stock", None, None, None, ""),
    20: SupplyCell("made_to_order", 15, 15, None, ""),
    21: SupplyCell("made_to_order", 5, 5, None, ""),
    22: SupplyCell("in_stock", None, None, None, "use-by date"),
    23: SupplyCell("made_to_order", 7, 14, None, ""),
    24: SupplyCell("in_stock", None, None, None, "by size"),
    25: SupplyCell("in_stock", None, None, None, ""),
    26: SupplyCell("in_stock", None, None, None, "wholesale lot 10"),
    27: SupplyCell("made_to_order", 7, 7, None, ""),
    28: SupplyCell("in_stock", None, None, None, ""),
    29: SupplyCell("made_to_order", 30, 120, None, ""),
    30: SupplyCell("made_to_order", 30, 30, None, ""),
    31: SupplyCell("made_to_order", 7, 10, None, ""),
    32: SupplyCell("in_stock", None, None, None, ""),
    33: SupplyCell("made_to_order", 15, 15, None, ""),
    34: SupplyCell("made_to_order", 30, 30, None, ""),
    35: SupplyCell("made_to_order", 20, 20, None, ""),
    36: SupplyCell("in_stock", None, None, None, ""),
    37: SupplyCell("in_stock", None, None, None, ""),
    38: SupplyCell("in_stock", None, None, None, "carriers restrict blades"),
    39: SupplyCell("in_stock", None, None, None, "use-by date"),
    40: SupplyCell("made_to_order", None, None, None, "Tết pre-order, short life"),
}


@pytest.mark.parametrize("number", rows("products.csv"))
def test_the_supply_of_every_row_of_the_centres_list(number: int) -> None:
    assert parse_supply(rows("products.csv")[number]["supply"]) == SUPPLIES[number]


@pytest.mark.parametrize(
    ("cell", "supply"),
    [
        ("one of a kind", SupplyCell("one_of_a_kind")),
        ("độc bản", SupplyCell("one_of_a_kind")),
        ("not for sale", SupplyCell("not_for_sale")),
        ("có sẵn", SupplyCell("in_stock")),
        ("đặt làm 20–30 ngày", SupplyCell("made_to_order", 20, 30)),
        ("MTO", SupplyCell("made_to_order")),
        ("MTO 30–20", SupplyCell("made_to_order", 20, 30)),
        ("", SupplyCell(None)),
        ("who knows", SupplyCell(None, leftover="who knows")),
    ],
)
def test_supply_as_people_type_it(cell: str, supply: SupplyCell) -> None:
    assert parse_supply(cell) == supply


def test_a_minimum_under_a_condition_is_none_for_every_order() -> None:
    assert parse_supply("stock, MOQ 20 for logo").moq is None
    assert parse_supply("stock, MOQ 20").moq == 20
