"""What is woven, sewn and worn: names find their silhouettes, weaves alternate, every silhouette draws."""

import numpy as np
import pytest

from showcase.demo.drawing import Sketch, draw, silhouette_of
from showcase.demo.drawing.canvas import places
from showcase.demo.drawing.crafts import craft_of
from showcase.demo.drawing.motifs.pieces import leaf
from showcase.demo.drawing.parts import DRESS, SILHOUETTES, SURFACES, load
from showcase.demo.drawing.surfaces.stitches import sewn
from showcase.demo.drawing.surfaces.weaving import WEAVES, Weave, over, tile
from showcase.demo.drawing.tubes import tube

SCALE = 0.1
CRAFTS = (
    "rattan-bamboo", "fern-weaving", "hyacinth-weaving", "conical-hats", "birdcages", "fans", "incense", "silk-weaving",
    "lotus-silk", "ao-dai", "suits", "leather-shoes", "hand-embroidery", "court-embroidery", "braids",
)  # fmt: skip
THINGS = (
    ("cỏ tế", "giỏ, thùng đan", "Làn đi chợ quai mây", "basket"),
    ("cỏ tế", "giỏ, thùng đan", "Ổ mèo guột", "basket"),
    ("mây tre đan", "hộp", "Tráp mây ba tầng", "basket"),
    ("cỏ tế", "giỏ, thùng đan", "Thùng đồ giặt guột", "hamper"),
    ("cỏ tế", "khay, đĩa", "Đĩa guột treo tường", "woven-tray"),
    ("mây tre đan", "nội thất", "Bộ ghế mây ban công", "woven-seat"),
    ("mây tre đan", "nội thất", "Ghế đẩu mây thấp", "woven-seat"),
    ("mây tre đan", "đèn", "Chao đèn tre", "lamp"),
    ("lồng chim", "đèn", "Đèn lồng nan chuốt treo hiên", "lamp"),
    ("nón lá", "nón", "Nón bổ lớp để xem", "hat"),
    ("nón lá", "nón", "Khuôn nón mười sáu nấc", "hat"),
    ("nón lá", "đồ chơi", "Bộ tự khâu nón nhỏ", "hat"),
    ("quai thao", "nón", "Bộ quai thao tơ", "braid"),
    ("quai thao", "đồ thờ", "Tua cờ và lọng", "braid"),
    ("quai thao", "quần áo", "Dải băng dệt khổ hẹp", "braid"),
    ("quai thao", "đồ thờ", "Cờ hội ngũ sắc", "flag"),
    ("lồng chim", "lồng chim", "Lồng chim chạm đặt riêng", "cage"),
    ("quạt", "quạt", "Quạt giấy mười tám nan", "fan"),
    ("hương thảo mộc", "hương", "Bó tăm hương chân đỏ", "incense"),
    ("hương thảo mộc", "hương", "Hương nụ hộp gỗ", "incense"),
    ("lụa tơ tằm", "khăn", "Khăn lụa vân", "scarf"),
    ("lụa tơ tằm", "khăn", "Khăn mặt tơ gốc pha bông", "scarf"),
    ("lụa tơ tằm", "quần áo", "Vải lụa vân chữ thọ", "cloth"),
    ("lụa tơ tằm", "quần áo", "Cà vạt lụa vân", "tie"),
    ("lụa tơ tằm", "tranh", "Tấm lụa vân dệt lại mẫu cũ", "cloth-length"),
    ("lụa tơ tằm", "chăn ga gối", "Chăn tơ tằm tự dệt", "quilt"),
    ("thêu tay", "chăn ga gối", "Đôi vỏ gối thêu sen", "quilt"),
    ("áo dài", "quần áo", "Áo năm thân nam bằng the", "ao-dai"),
    ("thêu phục chế", "quần áo", "Áo Nhật Bình thêu", "robe"),
    ("thêu phục chế", "quần áo", "Áo bào thêu rồng theo mẫu cũ", "robe"),
    ("thêu phục chế", "đồ thờ", "Bức nghi môn thêu Loan phượng hòa minh", "hanging"),
    ("thêu phục chế", "giày dép", "Đôi hài thêu phượng", "shoe"),
    ("comple", "quần áo", "Áo ghi-lê len pha may đo", "waistcoat"),
    ("comple", "quần áo", "Bộ vest nữ may đo", "suit"),
    ("comple", "quần áo", "Áo măng tô dạ nam", "suit"),
    ("giày da", "giày dép", "Bốt cổ thấp chun hông", "shoe"),
    ("giày da", "giày dép", "Bộ phom gỗ và đồ nghề đóng giày", "shoe"),
)


@pytest.mark.parametrize(("craft", "category", "name", "silhouette"), THINGS)
def test_names_find_their_silhouettes_and_these_draw(craft: str, category: str, name: str, silhouette: str) -> None:
    assert silhouette_of(craft, category, name) == silhouette
    sketch = Sketch("TESTED", craft, silhouette, name)
    picture = draw(sketch, scale=SCALE)
    light = np.asarray(picture.convert("L"), np.float32)
    # There is a thing on the ground: the middle is not as even as the upper edge.
    assert light[60:140, 40:120].std() > light[:8].std() + 4
    assert picture.tobytes() == draw(sketch, scale=SCALE).tobytes()


def test_records_of_a_craft_differ() -> None:
    for craft, silhouette in (
        ("ao-dai", "ao-dai"),
        ("rattan-bamboo", "basket"),
        ("silk-weaving", "scarf"),
        ("fans", "fan"),
    ):
        assert len({draw(Sketch(code, craft, silhouette), scale=SCALE).tobytes() for code in ("A", "B", "C")}) == 3


@pytest.mark.parametrize("craft", CRAFTS)
def test_each_craft_has_surfaces_for_its_roles_and_a_detail(craft: str) -> None:
    load()
    assert {name for name in DRESS[craft].values() if name not in SURFACES} == set()
    detail = np.asarray(draw(Sketch("TESTED", craft, next(iter(SILHOUETTES))), "detail", SCALE))
    assert detail.shape == (200, 160, 3)
    assert detail.std() > 2


def test_incense_is_not_joinery() -> None:
    assert craft_of("hương thảo mộc") == "incense"


@pytest.mark.parametrize("kind", ["plain", "twill", "herringbone", "pairs"])
def test_every_strand_goes_over_and_under(kind: str) -> None:
    above = over(kind)
    assert above.mean(axis=0).min() > 0 and above.mean(axis=0).max() < 1
    assert above.mean(axis=1).min() > 0 and above.mean(axis=1).max() < 1


def test_a_weave_repeats_without_a_seam() -> None:
    drawn = tile(Weave(), 1.0, np.random.default_rng(1))
    inner = np.abs(np.diff(drawn.height, axis=1)).max()
    assert np.abs(drawn.height[:, 0] - drawn.height[:, -1]).max() <= inner + 1e-3
    assert {weave.colours for known in WEAVES.values() for weave in known}


def test_a_tube_is_as_wide_as_told_and_knows_its_way() -> None:
    form = tube(places([(100, 100), (200, 100), (300, 100)]), 40, 1.0)
    assert 38 <= form.mask[:, 100].sum() <= 42
    there = form.mask[form.shape[0] // 2] > 0.9
    along = form.v[form.shape[0] // 2][there]
    assert np.all(np.diff(along) > -1e-3)
    assert along.max() - along.min() > 180


def test_stitches_cover_their_piece_and_run_along_it() -> None:
    from showcase.demo.drawing.form import Unrolled

    sheet = Unrolled((200, 300), np.zeros(1), np.zeros(1), 1.0, (-150.0, -100.0))
    made = sewn(
        np.zeros((200, 300, 3), np.float32), sheet, [leaf(-120, 0, 240, 60, 0.0)], "natural", np.random.default_rng(2)
    )
    assert made.cover.max() == 255
    covered = (made.cover > 128).sum()
    assert covered > 0.9 * 200 * 60
    angles = made.angle()[made.cover > 200]
    assert np.median(np.abs(angles)) < 0.7
