"""Folding, slugs and the Vietnamese order of names."""

import unicodedata

import pytest

from showcase.core.text import collation_key, fold, normalise_marks, readable, slugify, words


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Đồ gỗ", "do go"),
        ("  KHẢM   TRAI ", "kham trai"),
        ("Hoà Bình", "hoa binh"),
        ("“Hai Nghé”", '"hai nghe"'),
        ("mây–tre", "may-tre"),
        ("", ""),
    ],
)
def test_fold_gives_what_is_typed_without_marks(typed: str, folded: str) -> None:
    assert fold(typed) == folded
    assert fold(unicodedata.normalize("NFD", typed)) == folded


def test_both_tone_placements_are_the_same_word_with_marks() -> None:
    assert normalise_marks("hoà thuỷ khoẻ") == normalise_marks("hòa thủy khỏe") == "hòa thủy khỏe"
    assert normalise_marks("quý") == "quý"


def test_lone_surrogates_and_nul_become_spaces() -> None:
    assert fold("khay\ud800mây\0tre") == "khay may tre"


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Đồng Vinh", "dong-vinh"), ("Đa Sỹ", "da-sy"), ("Áo dài – lụa", "ao-dai-lua"), ("木彫", "")],
)
def test_slug_never_drops_d_with_stroke(name: str, slug: str) -> None:
    assert slugify(name) == slug


def test_names_sort_with_d_stroke_after_d_and_tones_last() -> None:
    names = ["Đa Sỹ", "Dư Dụ", "Da", "Ăn", "An", "Ân", "Đông", "Bối", "Án"]
    assert sorted(names, key=collation_key) == ["An", "Án", "Ăn", "Ân", "Bối", "Da", "Dư Dụ", "Đa Sỹ", "Đông"]


def test_words_are_letters_and_digits() -> None:
    assert words("khay 60x120, son-mai") == ["khay", "60x120", "son", "mai"]


def test_what_no_reader_sees_is_left_out_and_lines_stay_lines() -> None:
    assert readable("Khay\x0bsơn\x01 mài\tvà\nđĩa\r\n\x9f\uffff") == "Khay sơn mài\tvà\nđĩa\r\n"
    assert readable("Khay sơn mài\u00a0“đẹp”") == "Khay sơn mài\u00a0“đẹp”"
