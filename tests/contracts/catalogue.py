"""Six hundred documents and any number of questions about them, the same every time."""

from collections.abc import Iterator
from random import Random

from search.documents import SORTS, SearchQuery
from showcase.core.documents import SearchDocument
from tests.contracts.documents import code_of, document

THINGS = (
    ("Hộp", "Box"), ("Khay", "Tray"), ("Bình", "Vase"), ("Nón lá", "Conical hat"), ("Áo dài", "Long dress"),
    ("Giỏ", "Basket"), ("Tranh", "Painting"), ("Lọ hoa", "Flower vase"), ("Đèn lồng", "Lantern"), ("Trống", "Drum"),
    ("Quạt giấy", "Paper fan"), ("Tượng", "Statue"), ("Hoành phi", "Lacquered board"), ("Khăn", "Scarf"),
)  # fmt: skip
CRAFTS = (
    ("sơn mài", "lacquer"), ("khảm trai", "mother-of-pearl inlay"), ("mây tre đan", "bamboo weaving"),
    ("gốm sứ", "pottery"), ("thêu ren", "embroidery"), ("rèn", "forging"), ("lụa", "silk"), ("đúc đồng", "bronze"),
    ("mộc", "woodwork"), ("dát vàng", "gilding"),
)  # fmt: skip
DETAILS = ("cổ", "nhỏ", "lớn", "hoa sen", "chim hạc", "tứ quý", "đỏ", "son son thếp vàng", "trơn", "mỹ nghệ")
PLACES = ("Chuôn Ngọ", "Bát Tràng", "Vạn Phúc", "Hạ Thái", "Quất Động", "Phú Vinh", "Đa Sỹ", "Hà Nội", "Phú Xuyên")
PROSE = (
    "Người thợ cắt vỏ trai thành từng mảnh nhỏ rồi gắn lên gỗ gụ", "Sơn nhiều lớp, mài trong nước", "dệt bằng tay",
    "làm ở đình làng từ thế kỷ mười bảy", "nung trong lò củi ba ngày", "đan lát từ tre nứa và song mây",
    "The maker cuts each piece by hand", "lacquerware polished with charcoal", "a gift for a wedding", "trang sức",
)  # fmt: skip
KINDS = ("product", "product", "product", "product", "village", "artisan", "story", "glossary")
FACETS = {
    "craft": ("son-mai", "kham", "may-tre", "gom"),
    "material": ("go", "tre", "dat"),
    "availability": ("sold", "in-stock"),
}
NOTHING = ("zzzqqq", "xylophon", "0000", "qwrtp")
LETTERS = "aeiouhngtrs"


def documents(number: int = 600, seed: int = 6) -> list[SearchDocument]:
    """The catalogue."""
    random = Random(seed)
    return [_document(random, each) for each in range(number)]


def questions(number: int, seed: int = 7) -> Iterator[SearchQuery]:
    """Words, phrases, beginnings, slips, joined words and codes of the catalogue, with and without filters."""
    random = Random(seed)
    for _ in range(number):
        filters = {name: tuple(random.sample(keys, random.choice((1, 1, 2)))) for name, keys in FACETS.items()
                   if random.random() < 0.2}  # fmt: skip
        if random.random() < 0.15:
            filters["stars"] = (str(random.randint(3, 5)),)
        yield SearchQuery(
            random.choice(("", "product", "product", *KINDS)),
            _typed(random),
            filters,
            random.choice(("relevance", "relevance", "relevance", *SORTS)),
            random.choice((1, 1, 1, 2)),
            page_size=1_000 if random.random() < 0.5 else 24,
            language=random.choice(("vi", "en")),
        )


#: Words that say little, and words for a kind.
SAID = (
    "mua", "bán", "có", "đẹp", "dep", "ở Hà Nội", "hanoi", "giá bao nhiêu", "a", "buy", "the best", "where to buy",
    "làng nào làm", "lang nao lam", "ai làm", "who makes", "thợ", "nghệ nhân", "villages", "là gì",
    "what is", "tham quan làng nghề",
)  # fmt: skip


def _document(random: Random, number: int) -> SearchDocument:
    (vi, en), (craft, craft_en) = random.choice(THINGS), random.choice(CRAFTS)
    place = random.choice(PLACES)
    name = " ".join(random.sample((craft, random.choice(DETAILS), place), random.randint(1, 2)))
    stars = ((random.randint(3, 5), None, random.choice(("2020-01-01", "2090-01-01", None))),)
    return document(
        f"{vi} {name}",
        f"{en} in {craft_en}" if random.random() < 0.8 else "",
        kind=random.choice(KINDS),
        terms=(craft, craft_en) if random.random() < 0.7 else (),
        text="\n".join(random.sample(PROSE, random.randint(0, 3))),
        places=tuple(random.sample(PLACES, 2)) if random.random() < 0.6 else (),
        facets={facet: tuple(random.sample(keys, 1)) for facet, keys in FACETS.items() if random.random() < 0.8},
        stars=stars if random.random() < 0.3 else (),
        price=random.choice((None, random.randint(1, 90) * 50_000)),
        code=code_of(10_000 + number),
    )


def _typed(random: Random) -> str:
    words = _words(random)
    shape = random.randrange(10)
    if shape == 0:
        return " ".join(words)
    if shape == 1:
        return "".join(words[:2])
    if shape == 2:
        return _slip(random, " ".join(words))
    if shape == 3:
        return " ".join((*words[:-1], words[-1][: random.randint(1, 3)]))
    if shape == 4:
        return f"{' '.join(words)} {' '.join(_words(random))}"
    if shape == 5:
        return random.choice((code_of(10_000 + random.randrange(700)), *NOTHING, ""))
    if shape == 6:
        return random.choice(words)
    if shape == 7:
        return f"{random.choice(SAID)} {_slip(random, ' '.join(words)) if random.random() < 0.3 else ' '.join(words)}"
    if shape == 8:
        return f"{' '.join(words)} {random.choice(SAID)}"
    return random.choice(words) + " " + random.choice(_words(random))


def _words(random: Random) -> list[str]:
    from_names = [text for pair in (*THINGS, *CRAFTS) for text in pair]
    return random.choice(
        (random.choice(from_names), random.choice(PLACES), random.choice(PROSE), random.choice(DETAILS))
    ).split()[:5]


def _slip(random: Random, text: str) -> str:
    place = random.randrange(len(text))
    return text[:place] + random.choice(("", random.choice(LETTERS), text[place : place + 1] * 2)) + text[place + 1 :]
