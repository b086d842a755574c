"""Price cells: thousand VND, ranges, from, ask."""

import pytest

from products.importing.prices import ASK, EXACT, FROM, RANGE, PriceCell, parse_price
from showcase.core.importing import RowError
from tests.unit.importing.lists import rows

PRICES = {
    1: (6_000_000, 15_000_000),
    2: (450_000, 1_500_000),
    3: (250_000, 700_000),
    4: (900_000, 3_500_000),
    5: (35_000_000, 120_000_000),
    6: (3_500_000, 9_000_000),
    7: (350_000, 900_000),
    8: (2_500_000, 9_000_000),
    9: (600_000, 2_200_000),
    10: (90_000, 220_000),
    11: (2_500_000, 12_000_000),
    12: (8_000_000, 30_000_000),
    13: (5_000_000, 25_000_000),
    14: (120_000, 900_000),
    15: (350_000, 1_500_000),
    16: (60_000, 250_000),
    17: (25_000_000, 90_000_000),
    18: (180_000, 550_000),
    19: (120_000, 320_000),
    20: (350_000, 750_000),
    21: (250_000, 700_000),
    22: (90_000, 180_000),
    23: (1_500_000, 5_000_000),
    24: (350_000, 950_000),
    25: (900_000, 3_500_000),
    26: (60_000, 150_000),
    27: (250_000, 600_000),
    28: (150_000, 450_000),
    29: (5_000_000, 60_000_000),
    30: (4_000_000, 20_000_000),
    31: (1_200_000, 4_500_000),
    32: (50_000, 250_000),
    33: (1_800_000, 6_000_000),
    34: (3_500_000, 8_000_000),
    35: (6_000_000, 15_000_000),
    36: (150_000, 450_000),
    37: (350_000, 900_000),
    38: (250_000, 700_000),
    39: (45_000, 70_000),
    40: (50_000, 200_000),
}


@pytest.mark.parametrize("number", rows("products.csv"))
def test_the_price_of_every_row_of_the_centres_list(number: int) -> None:
    low, high = PRICES[number]
    assert parse_price(rows("products.csv")[number]["price_thousand_vnd"]) == PriceCell(RANGE, low, high)


@pytest.mark.parametrize(
    ("cell", "price"),
    [
        ("250", PriceCell(EXACT, 250_000)),
        ("1.5", PriceCell(EXACT, 1_500)),
        ("38,000", PriceCell(EXACT, 38_000_000)),
        ("6.000-15.000", PriceCell(RANGE, 6_000_000, 15_000_000)),
        ("6,000 – 15,000", PriceCell(RANGE, 6_000_000, 15_000_000)),
        ("from 200", PriceCell(FROM, 200_000)),
        ("từ 200", PriceCell(FROM, 200_000)),
        ("200 trở lên", PriceCell(FROM, 200_000)),
        ("250k", PriceCell(EXACT, 250_000)),
        ("2 triệu", PriceCell(EXACT, 2_000_000)),
        ("2–3 triệu", PriceCell(RANGE, 2_000_000, 3_000_000)),
        ("250.000đ", PriceCell(EXACT, 250_000)),
        ("hỏi", PriceCell(ASK)),
        ("ask", PriceCell(ASK)),
        ("Liên hệ", PriceCell(ASK)),
        ("", PriceCell(ASK)),
    ],
)
def test_prices_as_people_type_them(cell: str, price: PriceCell) -> None:
    assert parse_price(cell) == price


@pytest.mark.parametrize("cell", ["abc", "15–6", "0", "1,2,3", "9" * 40, "250 each", "12 | 13"])
def test_what_is_no_price_is_kept_in_words(cell: str) -> None:
    assert parse_price(cell) == PriceCell(ASK, leftover=cell)


def test_a_negative_price_is_refused() -> None:
    with pytest.raises(RowError, match="-5"):
        parse_price("-5")
