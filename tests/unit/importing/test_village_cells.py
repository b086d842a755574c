"""The cells of villages.csv: names, places, crafts, claims, titles."""

import pytest

from products.importing.claims import ClaimCell, TitleCell, parse_claim, parse_titles
from products.importing.names import NameCell, parse_reference, parse_village_name
from products.importing.places import FormerPlaceCell, parse_former_place
from products.importing.villages import village_crafts
from tests.unit.importing.lists import rows, vocabulary

VILLAGES = rows("villages.csv")

NAMES = {
    1: NameCell("Chuôn Ngọ", ("Chuyên Mỹ", "Thượng", "Trung", "Hạ", "Đồng Vinh", "Mỹ Văn"), ""),
    2: NameCell("Bối Khê", (), ""),
    3: NameCell("Lưu Thượng", ("Phú Túc",), ""),
    4: NameCell("Xuân La", (), ""),
    5: NameCell("Từ Thuận", ("Chung", "Vân Từ"), ""),
    6: NameCell("Giẽ Hạ", ("Giẽ Thượng", "Phú Yên"), ""),
    7: NameCell("Đại Nghiệp", ("Tân Dân",), ""),
    8: NameCell("Chanh Thôn", (), ""),
    9: NameCell("Cổ Hoàng", (), ""),
    10: NameCell("Hạ Thái", (), ""),
    11: NameCell("Quất Động", (), ""),
    12: NameCell("Đông Cứu", (), ""),
    13: NameCell("Nhị Khê", ("Dũi",), ""),
    14: NameCell("Thụy Ứng", (), ""),
    15: NameCell("Nhân Hiền", (), ""),
    16: NameCell("Vạn Điểm", ("Đặng Xá",), ""),
    17: NameCell("Ninh Sở", ("Bằng Sở", "Xâm Dương"), ""),
    18: NameCell("Làng Chuông", ("Chuông", "Phương Trung"), ""),
    19: NameCell("Canh Hoạch", ("Vác",), ""),
    20: NameCell("Dư Dụ", ("Thanh Thùy",), "cf. Võ Lăng in Dân Hòa"),
    21: NameCell("Cự Đà", (), ""),
    22: NameCell("Trạch Xá", (), ""),
    23: NameCell("Quảng Phú Cầu", ("Phú Lương Thượng", "Đạo Tú", "Cầu Bầu", "Xà Cầu"), ""),
    24: NameCell("Đào Xá", (), ""),
    25: NameCell("Phùng Xá", (), ""),
    26: NameCell("Tranh Khúc", (), ""),
    27: NameCell("Triều Khúc", ("Kẻ Đơ",), ""),
    28: NameCell("Phú Vinh", (), ""),
    29: NameCell("Vạn Phúc", (), ""),
    30: NameCell("Đa Sỹ", (), ""),
}

#: Commune, district, the commune it was merged into, an earlier one.
PLACES = {
    1: ("Chuyên Mỹ", "Phú Xuyên", "", ""),
    2: ("Chuyên Mỹ", "Phú Xuyên", "", ""),
    3: ("Phú Túc", "Phú Xuyên", "", ""),
    4: ("Phượng Dực", "Phú Xuyên", "", ""),
    5: ("Vân Từ", "Phú Xuyên", "", ""),
    6: ("Phú Yên", "Phú Xuyên", "", ""),
    7: ("Tân Dân", "Phú Xuyên", "", ""),
    8: ("Nam Tiến", "Phú Xuyên", "", "Văn Nhân"),
    9: ("Hoàng Long", "Phú Xuyên", "", ""),
    10: ("Duyên Thái", "Thường Tín", "", ""),
    11: ("Quất Động", "Thường Tín", "", ""),
    12: ("Dũng Tiến", "Thường Tín", "", ""),
    13: ("Nhị Khê", "Thường Tín", "", ""),
    14: ("Hòa Bình", "Thường Tín", "", ""),
    15: ("Hiền Giang", "Thường Tín", "", ""),
    16: ("Vạn Điểm", "Thường Tín", "Vạn Nhất", ""),
    17: ("Ninh Sở", "Thường Tín", "", ""),
    18: ("Phương Trung", "Thanh Oai", "", ""),
    19: ("Dân Hòa", "Thanh Oai", "", ""),
    20: ("Thanh Thùy", "Thanh Oai", "", ""),
    21: ("Cự Khê", "Thanh Oai", "", ""),
    22: ("Hòa Lâm", "Ứng Hòa", "Trầm Lộng", ""),
    23: ("Quảng Phú Cầu", "Ứng Hòa", "", ""),
    24: ("Đông Lỗ", "Ứng Hòa", "", ""),
    25: ("Phùng Xá", "Mỹ Đức", "", ""),
    26: ("Duyên Hà", "Thanh Trì", "", ""),
    27: ("Tân Triều", "Thanh Trì", "", ""),
    28: ("Phú Nghĩa", "Chương Mỹ", "", ""),
    29: ("Vạn Phúc", "Hà Đông", "", ""),
    30: ("Kiến Hưng", "Hà Đông", "", ""),
}

CRAFTS = {
    1: "inlay",
    2: "lacquer",
    3: "fern-weaving",
    4: "dough-figures",
    5: "suits",
    6: "leather-shoes",
    7: "fine-joinery wood-carving",
    8: "household-joinery",
    9: "confectionery",
    10: "lacquer",
    11: "hand-embroidery",
    12: "court-embroidery",
    13: "wood-turning",
    14: "horn-work",
    15: "wood-carving stone-carving",
    16: "fine-joinery wood-carving inlay",
    17: "rattan-bamboo",
    18: "conical-hats",
    19: "birdcages fans",
    20: "wood-carving",
    21: "vermicelli soy-paste",
    22: "ao-dai",
    23: "incense",
    24: "instruments",
    25: "silk-weaving lotus-silk",
    26: "rice-cakes",
    27: "braids",
    28: "rattan-bamboo",
    29: "silk-weaving",
    30: "forging",
}

TITLES = {
    1: [TitleCell(text="seven hamlets hold the city title"), TitleCell(text="WCC 2026", year=2026)],
    2: [TitleCell(text="city title")],
    3: [TitleCell(text="all 8 hamlets recognised")],
    5: [TitleCell(text="by Hà Tây province")],
    6: [TitleCell(text="both hamlets recognised")],
    8: [TitleCell(text="city title")],
    9: [TitleCell(text="collective mark")],
    10: [TitleCell(text="city tourist spot, Decision 5543/QĐ-UBND", decision="5543/QĐ-UBND")],
    12: [TitleCell(text="national intangible heritage 2016", year=2016)],
    14: [TitleCell(text="Hà Tây 2003", year=2003), TitleCell(text="city tourist spot")],
    15: [TitleCell(text="village tourist spot")],
    16: [TitleCell(text='"Làng nghề mộc cao cấp Vạn Điểm"')],
    17: [TitleCell(text="5 of 7 hamlets by the province (2009)", year=2009)],
    22: [
        TitleCell(text="city 2008", year=2008),
        TitleCell(text="national intangible heritage 21-2-2024", year=2024, date="2024-02-21"),
    ],
    23: [TitleCell(text="by the city")],
    24: [TitleCell(text="2009", year=2009)],
    25: [TitleCell(text="OCOP 5 stars 2023 (silk quilt)", year=2023)],
    28: [TitleCell(text="2002", year=2002), TitleCell(text="design centre, 3 stars")],
    29: [TitleCell(text="WCC 2025", year=2025)],
    30: [TitleCell(text="village association since 2000", year=2000)],
}


@pytest.mark.parametrize("number", VILLAGES)
def test_the_names_of_every_row_of_the_centres_list(number: int) -> None:
    assert parse_village_name(VILLAGES[number]["name_vi"]) == NAMES[number]


@pytest.mark.parametrize("number", VILLAGES)
def test_the_places_of_every_row_of_the_centres_list(number: int) -> None:
    cell = VILLAGES[number]["former_commune_and_district"]
    assert parse_former_place(cell) == FormerPlaceCell(*PLACES[number])


@pytest.mark.parametrize("number", VILLAGES)
def test_the_crafts_of_every_row_of_the_centres_list(number: int) -> None:
    cell = VILLAGES[number]["craft_and_materials"].partition("·")[0].strip()
    mapped = village_crafts(vocabulary("villages/data/crafts.csv"), cell, VILLAGES[number]["gloss_en"])
    assert " ".join(mapped.keys) == CRAFTS[number]
    assert mapped.leftovers == (("since 1989",) if number == 15 else ())


@pytest.mark.parametrize("number", VILLAGES)
def test_the_titles_of_every_row_of_the_centres_list(number: int) -> None:
    assert list(parse_titles(VILLAGES[number]["recognition"])) == TITLES.get(number, [])


@pytest.mark.parametrize("number", VILLAGES)
def test_the_founding_claim_of_every_row_is_kept_word_for_word(number: int) -> None:
    text = VILLAGES[number]["founding_story"]
    expected = None if number in (7, 8, 9) else ClaimCell(text, disputed=number in (10, 11, 28, 29))
    assert parse_claim(text) == expected


def test_a_year_alone_names_no_title() -> None:
    assert not TitleCell("2009", year=2009).names_a_title
    assert not TitleCell("by the city").names_a_title
    assert TitleCell("city title").names_a_title


def test_a_product_may_say_where_its_village_is() -> None:
    assert parse_reference("Sơn Hà (Sơn Thanh)") == ("Sơn Hà", "Sơn Thanh")
    assert parse_reference("Chuôn Ngọ") == ("Chuôn Ngọ", "")
