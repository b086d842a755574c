"""Material cells mapped to the vocabulary; what it does not know is handed back."""

import pytest

from products.importing.vocabulary import Mapped
from tests.unit.importing.lists import rows, vocabulary

#: Keys of the vocabulary, and what is left over (some of it is a technique).
MATERIALS = {
    1: ("gu shell", ()),
    2: ("rosewood-huong abalone", ()),
    3: ("hardwood shell", ()),
    4: ("wood turban-shell", ()),
    5: ("gu", ()),
    6: ("natural-lacquer eggshell", ()),
    7: ("mdf", ()),
    8: ("plywood silver-leaf", ()),
    9: ("pottery", ()),
    10: ("wood", ()),
    11: ("silk-thread", ()),
    12: ("silk-thread", ()),
    13: ("satin gold-thread", ()),
    14: ("rosewood-huong", ("turned",)),
    15: ("rosewood-huong", ()),
    16: ("buffalo-horn", ()),
    17: ("go", ()),
    18: ("bamboo", ()),
    19: ("fern", ()),
    20: ("fern cotton", ()),
    21: ("rice-flour", ()),
    22: ("rice-flour", ("tools",)),
    23: ("wool-blend", ()),
    24: ("cow-leather", ()),
    25: ("wood", ("this kind was put up for 4 stars",)),
    26: ("palm-leaf bamboo", ("16 hoops",)),
    27: ("palm-leaf braid", ()),
    28: ("bamboo", ()),
    29: ("bamboo", ()),
    30: ("rosewood-huong", ()),
    31: ("silk", ()),
    32: ("bamboo herbs", ()),
    33: ("paulownia", ()),
    34: ("lotus-fibre", ()),
    35: ("mulberry-silk", ("OCOP 5 stars",)),
    36: ("rattan", ()),
    37: ("silk", ()),
    38: ("steel", ()),
    39: ("canna-starch", ()),
    40: ("rice pork dong-leaf", ()),
}


@pytest.mark.parametrize("number", rows("products.csv"))
def test_the_materials_of_every_row_of_the_centres_list(number: int) -> None:
    keys, leftovers = MATERIALS[number]
    mapped = vocabulary("products/data/materials.csv").map(rows("products.csv")[number]["materials_technique"])
    assert mapped == Mapped(tuple(keys.split()), leftovers)


@pytest.mark.parametrize(
    ("cell", "keys", "leftovers"),
    [
        ("clam, abalone and turban shell on wood", "clam abalone turban-shell wood", ()),
        ("cỏ tế (guột, a fern), rattan, bamboo", "fern rattan bamboo", ()),
        ("buffalo and cow horn", "buffalo-horn cow-horn", ()),
        ("go gu", "gu", ()),
        ("moon dust; gỗ hương", "rosewood-huong", ("moon dust",)),
        ("silk (from 1990)", "silk", ("from 1990",)),
        ("", "", ()),
    ],
)
def test_materials_as_people_type_them(cell: str, keys: str, leftovers: tuple[str, ...]) -> None:
    assert vocabulary("products/data/materials.csv").map(cell) == Mapped(tuple(keys.split()), leftovers)


def test_a_word_that_only_looks_alike_without_its_marks_is_not_taken() -> None:
    assert vocabulary("products/data/materials.csv").map("may mắn").keys == ()


@pytest.mark.parametrize(
    "path",
    [
        "villages/data/crafts.csv",
        "villages/data/techniques.csv",
        "products/data/materials.csv",
        "products/data/categories.csv",
    ],
)
def test_every_term_finds_itself_by_both_of_its_names(path: str) -> None:
    import csv

    from tests.unit.importing.lists import ROOT

    words = vocabulary(path)
    with (ROOT / path).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert row["key"] in words.whole(row["name_vi"])
            assert row["key"] in words.whole(row["name_en"])
