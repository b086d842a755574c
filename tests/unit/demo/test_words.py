"""The demo's words: long enough to read, nobody's phrase twice, Vietnamese spelt one way, no living person named."""

import csv
import json
import re
import unicodedata
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from showcase import demo

FOLDER = Path(demo.__file__).parent / "centre"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix in {".csv", ".json"})
#: named in public sources; demo makers are invented
LIVING = ("Phan Thị Thuận", "Vũ Văn Giỏi", "Đặng Văn Hậu", "Nguyễn Văn Trung")
SENTENCE, SHARED = 8, 2
SYLLABLE = re.compile(r"[^\W\d_]+", re.UNICODE)
#: hoà, thuý: the mark belongs on the vowel before, unless a consonant closes the syllable; q takes its u along.
NEW_PLACEMENT = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])$")
#: hòan, hòac: a closed syllable bears it on the second vowel.
OPEN_IN_CLOSED = re.compile(r"(?:[òóỏõọ][ae]|(?<!q)[ùúủũụ]y)[bcdghklmnpqrstvx]")


@cache
def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def syllables(text: str) -> list[str]:
    return SYLLABLE.findall(text.lower())


def told(row: dict[str, str], language: str) -> list[str]:
    return syllables(f"{row[f'summary_{language}']} {row[f'story_{language}']}")


def phrases(texts: list[str]) -> set[tuple[str, ...]]:
    """Every run of eight syllables."""
    found = set()
    for text in texts:
        each = syllables(text)
        found |= {tuple(each[start : start + SENTENCE]) for start in range(len(each) - SENTENCE + 1)}
    return found


def shared(records: dict[str, list[str]]) -> dict[str, list[str]]:
    """Phrases that stand in more than two records, with these."""
    where = defaultdict(list)
    for name, texts in records.items():
        for phrase in phrases(texts):
            where[phrase].append(name)
    return {" ".join(phrase): names for phrase, names in where.items() if len(names) > SHARED}


def test_the_lists_are_as_long_as_a_centres() -> None:
    assert len(rows("villages")) == 30
    assert len(rows("artisans")) >= 48
    assert len(rows("products")) >= 160
    assert len(rows("glossary")) >= 40


def test_every_village_has_its_makers_pieces_and_each_kind_of_supply_occurs() -> None:
    supplies = [row["supply"] for row in rows("products")]
    for kind in ("stock", "MTO", "MOQ", "one of a kind", "not for sale"):
        assert sum(kind in supply for supply in supplies) >= 4, kind
    kinds = {row["kind"] for row in rows("artisans")}
    assert {"person", "household", "cooperative"} <= kinds


@pytest.mark.parametrize("row", rows("products"), ids=lambda row: row["code"])
def test_every_product_is_told_in_sixty_syllables(row: dict[str, str]) -> None:
    assert len(told(row, "vi")) >= 60


def test_nine_products_in_ten_are_told_in_forty_english_words_and_some_fall_back() -> None:
    short = [row["code"] for row in rows("products") if len(told(row, "en")) < 40]
    assert 0 < len(short) <= len(rows("products")) / 10


@pytest.mark.parametrize("row", rows("villages"), ids=lambda row: row["code"])
def test_every_village_is_told_at_length_in_both_languages(row: dict[str, str]) -> None:
    assert (len(told(row, "vi")) >= 250, len(told(row, "en")) >= 150) == (True, True)
    assert row["steps"].count("||") >= 3 and row["steps_en"].count("||") == row["steps"].count("||")


def test_no_phrase_of_eight_syllables_stands_in_three_products() -> None:
    texts = {row["code"]: [text for name, text in row.items() if name.endswith("_vi")] for row in rows("products")}
    assert shared(texts) == {}


def test_the_comparison_notices_what_is_said_three_times() -> None:
    same = "lau bằng khăn mềm khô, tránh nắng và ẩm"
    assert shared({name: [same] for name in "ab"}) == {}
    assert set(shared({name: [same.upper()] for name in "abc"})) == {
        "lau bằng khăn mềm khô tránh nắng và",
        "bằng khăn mềm khô tránh nắng và ẩm",
    }


def misspelt(text: str) -> set[str]:
    """Syllables whose mark stands where this site does not put it."""
    return {word for word in syllables(text) if NEW_PLACEMENT.search(word) or OPEN_IN_CLOSED.search(word)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_marks_stand_in_one_place_in_one_form(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.name not in {"synonyms.csv", "search_pairs.json"}:  # what people type
        assert text == unicodedata.normalize("NFC", text)
        assert misspelt(text) == set()
        assert "!" not in text


def test_the_check_of_marks_knows_both_ways() -> None:
    assert misspelt("hoà thuý khoẻ hòan") == {"hoà", "thuý", "khoẻ", "hòan"}
    assert misspelt("hòa thúy khỏe hoàn quý quỳ khoảng thuyền") == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_living_person_is_named(path: Path) -> None:
    text = path.read_text(encoding="utf-8").casefold()
    assert [name for name in LIVING if name.casefold() in text] == []


def test_json_is_read_as_the_loader_reads_it() -> None:
    assert all(json.loads(path.read_text(encoding="utf-8")) for path in FILES if path.suffix == ".json")
