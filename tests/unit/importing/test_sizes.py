"""Size and weight cells: integers in mm and g, the rest in words."""

import pytest

from products.importing.measures import SizeCell, parse_size
from showcase.core.importing import RowError
from tests.unit.importing.lists import rows

SIZES = {
    1: SizeCell(length_mm=600, width_mm=1200, height_mm=30, weight_g=9000),
    2: SizeCell(length_mm=200, width_mm=140, height_mm=80, weight_g=900),
    3: SizeCell(length_mm=250, width_mm=80, height_mm=40, weight_g=400),
    4: SizeCell(length_mm=450, width_mm=280, height_mm=50, weight_g=1600),
    5: SizeCell(length_mm=1800, width_mm=450, height_mm=1200, weight_g=90000),
    6: SizeCell(length_mm=300, width_mm=900, weight_g=8000, pieces=4),
    7: SizeCell(diameter_mm=300, weight_g=700),
    8: SizeCell(length_mm=600, width_mm=800, weight_g=5000),
    9: SizeCell(height_mm=350, diameter_mm=180, weight_g=1800),
    10: SizeCell(length_mm=100, width_mm=70, height_mm=30, weight_g=100),
    11: SizeCell(length_mm=500, width_mm=700, weight_g=1500, words="framed"),
    12: SizeCell(length_mm=400, width_mm=500),
    13: SizeCell(to_measure=True),
    14: SizeCell(weight_g=60, words="8 mm bead"),
    15: SizeCell(height_mm=300, diameter_mm=140, weight_g=1400),
    16: SizeCell(length_mm=180, width_mm=50, weight_g=40),
    17: SizeCell(weight_g=220000, words="set"),
    18: SizeCell(height_mm=300, diameter_mm=400, weight_g=600),
    19: SizeCell(length_mm=350, width_mm=250, height_mm=200, weight_g=700),
    20: SizeCell(height_mm=550, diameter_mm=400, weight_g=2200),
    21: SizeCell(length_mm=400, width_mm=300, weight_g=600, words="box"),
    22: SizeCell(length_mm=200, width_mm=150, height_mm=60, weight_g=500),
    23: SizeCell(to_measure=True),
    24: SizeCell(weight_g=900, words="EU 38–44"),
    25: SizeCell(length_mm=500, width_mm=700, weight_g=4000),
    26: SizeCell(diameter_mm=410, weight_g=120),
    27: SizeCell(diameter_mm=650, weight_g=450),
    28: SizeCell(height_mm=600, diameter_mm=360, weight_g=1200),
    29: SizeCell(height_mm=700, diameter_mm=400),
    30: SizeCell(height_mm=400, weight_g=12000),
    31: SizeCell(to_measure=True),
    32: SizeCell(weight_g=300, words="box"),
    33: SizeCell(length_mm=1100, width_mm=120, weight_g=2500),
    34: SizeCell(length_mm=250, width_mm=1700),
    35: SizeCell(length_mm=1800, width_mm=2000),
    36: SizeCell(diameter_mm=320, weight_g=400),
    37: SizeCell(length_mm=500, width_mm=1600),
    38: SizeCell(weight_g=900, words="box"),
    39: SizeCell(weight_g=500),
    40: SizeCell(length_mm=160, width_mm=160, height_mm=60, weight_g=1000),
}


@pytest.mark.parametrize("number", rows("products.csv"))
def test_the_size_of_every_row_of_the_centres_list(number: int) -> None:
    assert parse_size(rows("products.csv")[number]["size_cm_weight"]) == SIZES[number]


@pytest.mark.parametrize(
    ("cell", "size"),
    [
        ("12,5×7.5 (0,35 kg)", SizeCell(length_mm=125, width_mm=75, weight_g=350)),
        ("10x20x30 cm", SizeCell(length_mm=100, width_mm=200, height_mm=300)),
        ("60 × 80", SizeCell(length_mm=600, width_mm=800)),
        ("Ø 30 cm (2 kg)", SizeCell(diameter_mm=300, weight_g=2000)),
        ("1×2 m", SizeCell(length_mm=1000, width_mm=2000)),
        ("may đo", SizeCell(to_measure=True)),
        ("as you like", SizeCell(words="as you like")),
        ("", SizeCell()),
    ],
)
def test_sizes_as_people_type_them(cell: str, size: SizeCell) -> None:
    assert parse_size(cell) == size


@pytest.mark.parametrize("cell", ["-60×120×3 (9 kg)", "60×-3", "30 × 20 (-1 kg)", "0×5", "99999×2", "5×5 (0 kg)"])
def test_impossible_numbers_are_refused(cell: str) -> None:
    with pytest.raises(RowError):
        parse_size(cell)
