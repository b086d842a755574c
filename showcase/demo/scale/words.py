"""Vietnamese words for made-up records: syllables built by the rules of spelling, and sentences to put them in."""

import unicodedata
from bisect import bisect
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, product
from random import Random
from typing import TypeVar

SEED = 20251

Value = TypeVar("Value")

ONSETS = [
    "b", "c", "ch", "d", "đ", "g", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "r", "s", "t", "th", "tr",
    "v", "x",
]  # fmt: skip
# The tone mark stands on the letter before the bar. Those that end in c, ch, p, t bear two tones only.
RIMES = [
    "a|", "a|i", "a|o", "a|n", "a|ng", "a|nh", "a|y", "ă|n", "ă|ng", "â|m", "â|n", "â|u", "e|n", "e|o", "ê|",
    "i|", "i|nh", "iê|m", "iê|n", "iê|u", "o|a", "o|i", "o|n", "ô|", "ô|i", "ô|n", "ô|ng", "ơ|", "ơ|i", "ơ|n",
    "u|", "u|n", "u|ng", "ư|", "ươ|i", "ươ|ng", "uyê|n", "a|c", "a|t", "â|t", "iê|t", "o|c", "ô|c", "u|c",
    "ươ|c", "a|ch", "ơ|p", "a|m", "e|m", "ê|nh", "o|m", "i|m", "iê|ng", "uô|n", "uô|ng", "u|i", "oa|n", "uâ|n",
    "oa|ng", "u|t", "e|t", "i|t", "uô|t",
]  # fmt: skip
TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
STOPPED_TONES = ("\u0301", "\u0323")

MOTIFS = [
    "tùng hạc", "sen vịt", "tứ quý", "mai điểu", "cúc trĩ", "trúc tước", "phù dung", "hoa chanh", "chữ thọ",
    "vân mây", "sóng nước", "lưỡng long", "long phụng", "cá chép", "trăng non", "đồng lúa", "bến nước",
    "đình làng", "chùa Một Cột", "phố cổ", "cầu Thê Húc", "hoa gạo", "hoa sưa", "lá dong", "ngũ phúc",
    "bát bửu", "tố nữ", "chợ quê", "vinh quy", "mục đồng", "đám cưới chuột", "hứng dừa", "đánh vật", "bầu bí",
    "hoa sen", "hoa lựu", "quả đào", "hạt gạo", "tổ ong", "vảy cá", "mắt cáo", "xương cá", "ô trám", "hoa thị",
    "lá tre", "chim lạc", "trống đồng", "hồi văn", "thủy ba", "kỷ hà",
]  # fmt: skip
SHAPES = [
    "vuông",
    "tròn",
    "bầu dục",
    "chữ nhật",
    "lục giác",
    "bát giác",
    "cao",
    "thấp",
    "dáng thuyền",
    "dáng lá",
    "dáng bầu",
    "hai tầng",
    "ba ngăn",
    "có nắp",
]
TINTS = [
    "nâu",
    "đen then",
    "đỏ son",
    "cánh gián",
    "vàng rơm",
    "xanh lam",
    "xanh lá mạ",
    "chàm",
    "trắng ngà",
    "ghi khói",
    "mộc",
    "hổ phách",
]
USES = [
    "bàn trà",
    "phòng khách",
    "bàn thờ",
    "tủ bày",
    "bữa cơm",
    "quà biếu",
    "ngày cưới",
    "ngày Tết",
    "đầu giường",
    "hiên nhà",
    "bếp",
    "góc học",
]
ROOMS = [
    "hall",
    "study",
    "kitchen",
    "veranda",
    "tea table",
    "altar",
    "bedside",
    "shelf",
    "wedding",
    "New Year",
    "gift box",
    "reading corner",
]
ENGLISH_TINTS = [
    "brown",
    "black",
    "vermilion",
    "amber",
    "straw",
    "blue",
    "leaf green",
    "indigo",
    "ivory",
    "smoky",
    "natural",
    "honey",
]
ENGLISH_SHAPES = [
    "square",
    "round",
    "oval",
    "oblong",
    "hexagonal",
    "octagonal",
    "tall",
    "low",
    "boat-shaped",
    "leaf-shaped",
    "gourd-shaped",
    "two-tiered",
    "three-part",
    "lidded",
]

SUMMARIES = (
    "{thing} {shape} màu {tint}, mẫu {pair}, hợp {use}.",
    "Làm bằng {material}, {technique} theo mẫu {pair}; dùng cho {use}.",
    "Mẫu {pair} của làng {village}, {shape}, màu {tint}.",
    "{thing} làm tay từ {material}, viền {motif}.",
)
SENTENCES = (
    "Mặt chính là {motif}, chỗ khó nhất nằm ở đường lượn bên trái.",
    "Người thợ chọn {material} từ mùa khô, để trong nhà ba tháng cho hết co ngót.",
    "Phần {technique} làm bằng tay, mỗi món mất chừng {days} ngày.",
    "Màu {tint} lên dần qua nhiều lượt, món sau không giống hẳn món trước.",
    "Mẫu {pair} có từ thời các cụ, nay vẽ lại cho vừa {use}.",
    "Cạnh bo nhẹ để cầm không cấn tay, đáy lót nên không xước mặt bàn.",
    "Khi đặt làm, khách có thể xin đổi {motif} sang {other}.",
    "Xưởng {pair} ở {village} nhận làm cùng bộ với dáng {shape}.",
)
ENGLISH_SENTENCES = (
    "The {tint} surface is built up in thin layers, so no two are alike.",
    "Made for the {room} and finished by hand in about {days} days.",
    "The {shape} form follows an older pattern called {pair}.",
    "Edges are rounded and the base is lined.",
)


@cache
def syllables() -> tuple[str, ...]:
    """All syllables of the made-up vocabulary, more than 1,000 even without their marks."""
    made = []
    for onset, rime in product(ONSETS, RIMES):
        vowel, _, end = rime.partition("|")
        if onset == "qu" and vowel[0] in "uoôư":
            continue
        for tone in STOPPED_TONES if end in ("c", "ch", "p", "t") else TONES:
            made.append(_spelt(onset, unicodedata.normalize("NFC", vowel + tone) + end))
    Random(SEED).shuffle(made)
    return tuple(dict.fromkeys(made))


def _spelt(onset: str, rime: str) -> str:
    """K, gh and ngh before e, ê and i."""
    first = unicodedata.normalize("NFD", rime)[0]
    if first in "ei":
        onset = {"c": "k", "g": "gh", "ng": "ngh", "qu": "qu"}.get(onset, onset)
    return onset + rime


@cache
def pairs(count: int = 6_000) -> tuple[str, ...]:
    """Distinct names of two syllables, such as "Hồng Vân"."""
    random, known = Random(SEED), syllables()
    made: dict[str, None] = {}
    while len(made) < count:
        made[f"{random.choice(known).capitalize()} {random.choice(known).capitalize()}"] = None
    return tuple(made)


@cache
def _weights(count: int) -> tuple[float, ...]:
    return tuple(accumulate(1 / (rank + 8) for rank in range(count)))


def zipf(random: Random, values: Sequence[Value]) -> Value:
    """One of the values, the first ones far more often."""
    weights = _weights(len(values))
    return values[min(bisect(weights, random.random() * weights[-1]), len(values) - 1)]
