"""Pictures drawn by code: always the same for a record, of the right size, and different from record to record."""

import csv
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from showcase.demo.drawing import Sketch, band, draw, masthead, silhouette_of
from showcase.demo.drawing.crafts import CRAFT_WORDS, craft_of
from showcase.demo.drawing.parts import SILHOUETTES, load
from showcase.demo.drawing.sheet import LIST, sketches

SCALE = 0.1
DHASH_SIDE = 16


def records() -> list[dict[str, str]]:
    with Path(LIST).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def dhash(picture: Image.Image) -> int:
    """Which of two neighbours is lighter, for 16 × 16 pairs."""
    small = np.asarray(picture.convert("L").resize((DHASH_SIDE + 1, DHASH_SIDE), Image.Resampling.BOX), np.int32)
    bits = (small[:, 1:] > small[:, :-1]).ravel()
    return int("".join("1" if bit else "0" for bit in bits), 2)


@pytest.fixture(scope="module")
def pictures() -> dict[str, Image.Image]:
    return {sketch.code: draw(sketch, scale=SCALE) for sketch in sketches(LIST)}


def test_every_record_has_a_silhouette_that_can_be_drawn() -> None:
    load()
    found = {row["code"]: silhouette_of(row["craft"], row["category"], row["name_vi"]) for row in records()}
    assert {code: name for code, name in found.items() if name not in SILHOUETTES} == {}


def test_every_craft_and_category_gives_some_silhouette() -> None:
    for craft in (*CRAFT_WORDS, "nghề chưa ai biết"):
        for category in ("tranh", "nội thất", "loại chưa ai biết", ""):
            assert silhouette_of(craft, category, "Vật chưa có tên") != ""


def test_crafts_of_the_list_are_known() -> None:
    assert {craft_of(row["craft"]) for row in records()} <= set(CRAFT_WORDS)


@pytest.mark.parametrize(
    ("craft", "category", "name", "silhouette"),
    [
        ("khảm trai", "đồ bàn ăn", "Đũa gỗ khảm trai hộp 10 đôi", "chopsticks"),
        ("mộc mỹ nghệ", "nội thất", "Bộ bàn ghế 6 món", "seats"),
        ("nón lá", "nón", "Nón quai thao", "flat-hat"),
        ("mây tre đan", "khay, đĩa", "Khay mây tròn", "woven-tray"),
        ("khảm trai", "đồ chơi", "Bàn cờ tướng khảm trai", "board"),
        ("thêu tay", "nội thất", "Bình phong nhỏ thêu hai mặt", "screen"),
    ],
)
def test_names_decide(craft: str, category: str, name: str, silhouette: str) -> None:
    assert silhouette_of(craft, category, name) == silhouette


def test_pictures_have_their_size(pictures: dict[str, Image.Image]) -> None:
    assert {picture.size for picture in pictures.values()} == {(160, 200)}
    assert {picture.mode for picture in pictures.values()} == {"RGB"}


def test_nothing_touches_the_edge(pictures: dict[str, Image.Image]) -> None:
    for code, picture in pictures.items():
        light = np.asarray(picture.convert("L"), np.float32)
        for edge in (light[0], light[:, 0]):
            assert np.abs(np.diff(edge)).max() < 12, code


def test_the_same_record_is_always_the_same_picture(pictures: dict[str, Image.Image]) -> None:
    for sketch in sketches(LIST)[::6]:
        assert draw(sketch, scale=SCALE).tobytes() == pictures[sketch.code].tobytes()


def test_different_records_are_different_pictures(pictures: dict[str, Image.Image]) -> None:
    hashes = {code: dhash(picture) for code, picture in pictures.items()}
    assert len(set(hashes.values())) == len(hashes)


def test_two_records_of_a_craft_and_silhouette_differ() -> None:
    for craft, silhouette in (("lacquer", "vase"), ("inlay", "box"), ("lacquer", "picture"), ("horn-work", "comb")):
        drawn = [dhash(draw(Sketch(code, craft, silhouette), scale=SCALE)) for code in ("AAA", "BBB", "CCC")]
        assert len(set(drawn)) == 3, (craft, silhouette)


@pytest.mark.parametrize(("view", "size"), [("detail", (160, 200)), ("making", (200, 150))])
def test_other_views(view: str, size: tuple[int, int]) -> None:
    for sketch in sketches(LIST)[::5]:
        picture = draw(sketch, view, SCALE)
        assert picture.size == size
        assert picture.tobytes() == draw(sketch, view, SCALE).tobytes()


def test_bands_panels_and_still_lifes() -> None:
    assert band("V1", "sơn mài", SCALE).size == (240, 80)
    shown = [Sketch("A", "lacquer", "vase"), Sketch("B", "inlay", "box"), Sketch("C", "horn-work", "comb")]
    assert masthead(shown, SCALE).size == (240, 135)


def test_every_craft_has_a_band_of_its_own() -> None:
    bands = {craft: band("V1", craft, SCALE) for craft in CRAFT_WORDS}
    assert {picture.size for picture in bands.values()} == {(240, 80)}
    hashes = {craft: dhash(picture) for craft, picture in bands.items()}
    assert [pair for pair in combinations(hashes, 2) if hashes[pair[0]] == hashes[pair[1]]] == []
    assert bands["incense"].tobytes() == band("V1", "incense", SCALE).tobytes()


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_things_of_a_still_life_keep_off_its_edges(count: int) -> None:
    chosen = sketches(LIST)
    for start in range(0, len(chosen) - count, 23):
        light = np.asarray(masthead(chosen[start : start + count], SCALE).convert("L"), np.float32)
        # A lamp's cord comes from above; nothing else reaches an edge.
        for edge in (light[-1], light[:, 0], light[:, -1]):
            assert np.abs(np.diff(edge)).max() < 14, [one.code for one in chosen[start : start + count]]


def test_a_name_decides_what_is_drawn_of_a_craft() -> None:
    for craft, silhouette, names in (
        ("confectionery", "candy", ("Kẹo lạc", "Kẹo dồi", "Kẹo vừng thanh dài", "Hộp quà ba thứ kẹo")),
        ("dough-figures", "dough", ("Tò he", "Tò he bông hồng", "Múa rồng", "Đĩa chim cò", "Hòm đồ nghề")),
        ("rice-cakes", "cake", ("Bánh chưng", "Bộ lá lạt tự gói")),
        ("instruments", "lute", ("Đàn nguyệt", "Đàn nhị", "Đàn đáy")),
        ("rattan-bamboo", "hamper", ("Thùng mây", "Thùng tre có nắp")),
    ):
        drawn = [dhash(draw(Sketch("ONE", craft, silhouette, name), scale=SCALE)) for name in names]
        apart = [(first ^ second).bit_count() for at, first in enumerate(drawn) for second in drawn[:at]]
        assert min(apart) >= 3, (craft, silhouette, apart)
