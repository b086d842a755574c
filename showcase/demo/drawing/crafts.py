"""Which craft a word of the lists means, which silhouette a record gets, and on what ground a craft is shown."""

#: Words of the lists (in either language), by craft key of ``villages/data/crafts.csv``. First match wins.
CRAFT_WORDS = {
    "gilded-lacquer": ("sơn son thếp", "thếp vàng", "gilded"),
    "lacquer": ("sơn mài", "lacquer"),
    "inlay": ("khảm", "cẩn ốc", "inlay"),
    "wood-turning": ("tiện", "turning"),
    "stone-carving": ("đá", "stone"),
    "wood-carving": ("tạc tượng", "điêu khắc", "chạm", "carving"),
    "incense": ("hương", "incense"),
    "fine-joinery": ("mộc", "joinery"),
    "worship-items": ("đồ thờ", "worship"),
    "instruments": ("nhạc cụ", "instrument"),
    "fern-weaving": ("cỏ tế", "guột", "fern"),
    "hyacinth-weaving": ("bèo tây", "lục bình", "hyacinth"),
    "rattan-bamboo": ("mây", "tre đan", "rattan"),
    "birdcages": ("lồng chim", "cage"),
    "conical-hats": ("nón", "hat"),
    "fans": ("quạt", "fan"),
    "horn-work": ("sừng", "horn"),
    "forging": ("rèn", "kim khí", "forging"),
    "dough-figures": ("tò he", "dough"),
    "court-embroidery": ("thêu phục chế", "court"),
    "hand-embroidery": ("thêu", "embroidery"),
    "lotus-silk": ("tơ sen", "lotus"),
    "silk-weaving": ("lụa", "tơ tằm", "silk"),
    "braids": ("quai thao", "tua", "braid"),
    "ao-dai": ("áo dài", "ao-dai"),
    "suits": ("comple", "suit"),
    "leather-shoes": ("giày", "giầy", "leather"),
    "rice-cakes": ("bánh", "rice-cake"),
    "vermicelli": ("miến", "vermicelli"),
    "soy-paste": ("tương", "soy"),
    "confectionery": ("kẹo", "confection"),
}

#: The first word of a name decides most often; two words where one would mislead. First match wins.
NAME_WORDS = (
    ("hairpin", ("trâm",)),
    ("mirror", ("khung gương", "gương")),
    ("doors", ("cửa bức bàn",)),
    ("balusters", ("con tiện",)),
    ("stool", ("ghế đẩu",)),
    ("shelf", ("giá sách", "kệ sách")),
    ("bed", ("giường",)),
    ("table", ("án gian", "án thờ", "bàn ăn", "bàn trà", "bàn thờ")),
    ("scissors", ("kéo cắt", "kéo thêu", "kéo may")),
    ("chisels", ("đục", "bộ đục")),
    ("sickle", ("liềm",)),
    ("round-cake", ("bánh dày", "bánh giầy")),
    ("long-cake", ("bánh tày", "bánh tét")),
    ("caddy", ("hộp trà tiện",)),
    ("stand", ("khay quả tiện", "mâm bồng")),
    ("bottle", ("tương nếp đóng chai", "chai")),
    ("noodles", ("hộp quà miến",)),
    ("candy", ("hộp quà ba thứ kẹo",)),
    ("dough", ("đĩa chim cò", "hòm đồ nghề tò he")),
    ("board", ("bức hoành",)),
    ("hanging", ("bức nghi môn",)),
    ("flat-hat", ("nón quai thao",)),
    ("braid", ("quai thao", "tua ", "dải băng")),
    ("flag", ("cờ hội",)),
    ("cloth", ("vải", "lụa mặc nhà")),
    ("cloth-length", ("tấm lụa",)),
    ("tie", ("cà vạt",)),
    ("waistcoat", ("áo ghi-lê",)),
    ("suit", ("vest", "đồng phục", "áo măng tô")),
    ("hat", ("khuôn nón", "tự khâu nón")),
    ("basket", ("ổ mèo", "lẵng", "tráp mây")),
    ("shoe", ("phom",)),
    ("beads", ("chuỗi", "vòng tay", "tràng hạt")),
    ("comb", ("lược",)),
    ("chopsticks", ("đũa",)),
    ("knives", ("dao",)),
    ("candy", ("kẹo",)),
    ("cake", ("bánh",)),
    ("noodles", ("miến",)),
    ("jar", ("tương", "vại", "chum", "hũ")),
    ("monochord", ("đàn bầu",)),
    ("zither", ("đàn tranh",)),
    ("lute", ("đàn",)),
    ("clock", ("đồng hồ",)),
    ("board", ("hoành phi", "câu đối", "cuốn thư", "bàn cờ", "cửa võng")),
    ("seats", ("bàn ghế", "ghế", "trường kỷ", "tràng kỷ")),
    ("daybed", ("sập", "phản")),
    ("cabinet", ("tủ", "kệ")),
    ("screen", ("bình phong",)),
    ("altar", ("ngai", "khám thờ", "bài vị", "bát hương", "mâm bồng", "hạc thờ", "ống hương", "lư")),
    ("hanging", ("nghi môn", "y môn", "rèm", "trướng")),
    ("lamp", ("đèn",)),
    ("hat", ("nón lá", "nón bài thơ", "nón")),
    ("cage", ("lồng",)),
    ("fan", ("quạt",)),
    ("incense", ("hương", "nhang", "tăm")),
    ("shoe", ("giày", "giầy", "hài", "dép", "guốc", "ủng", "bốt")),
    ("quilt", ("chăn", "gối", "ga ", "nệm", "khăn trải")),
    ("scarf", ("khăn",)),
    ("suit", ("comple", "vest", "áo vét")),
    ("robe", ("áo nhật bình", "áo bào", "long bào", "áo tế", "áo tấc")),
    ("ao-dai", ("áo",)),
    ("dough", ("tò he", "con giống", "nặn")),
    ("statue", ("tượng", "nghê", "phỗng")),
    ("vase", ("bình", "lọ")),
    ("bowl", ("bát", "âu", "chén", "tô ")),
    ("plate", ("đĩa", "mâm")),
    ("box", ("hộp", "tráp", "rương", "hòm")),
    ("tray", ("khay",)),
    ("hamper", ("thùng", "sọt")),
    ("basket", ("giỏ", "làn", "rổ", "túi")),
    ("picture", ("tranh", "chân dung", "bức")),
)

CATEGORY_SILHOUETTES = {
    "tranh": "picture", "hộp": "box", "khay, đĩa": "tray", "đồ bàn ăn": "bowl", "bình hoa": "vase",
    "nội thất": "cabinet", "đồng hồ": "clock", "đèn": "lamp", "giỏ, thùng đan": "basket", "tượng": "statue",
    "đồ thờ": "altar", "quần áo": "ao-dai", "khăn": "scarf", "giày dép": "shoe", "nón": "hat",
    "chăn ga gối": "quilt", "trang sức": "beads", "lược": "comb", "lồng chim": "cage", "nhạc cụ": "lute",
    "dao kéo": "knives", "đồ chơi": "dough", "quạt": "fan", "hương": "incense", "thực phẩm": "cake",
}  # fmt: skip

#: Woven and sewn things are built otherwise than turned and joined ones: their names, where they differ.
WOVEN = {"rattan-bamboo", "fern-weaving", "hyacinth-weaving"}
WOVEN_SILHOUETTES = {
    "tray": "woven-tray", "plate": "woven-tray", "box": "basket", "vase": "woven-vase", "bowl": "woven-tray",
    "cabinet": "woven-seat", "seats": "woven-seat", "stool": "woven-seat", "daybed": "woven-seat",
    "screen": "woven-screen",
}  # fmt: skip

CRAFT_GROUNDS = {
    "lacquer": "linen", "gilded-lacquer": "lacquer", "inlay": "paper", "wood-turning": "paper", "horn-work": "linen",
    "stone-carving": "bamboo", "wood-carving": "paper", "instruments": "paper", "forging": "stone",
    "rattan-bamboo": "paper", "conical-hats": "indigo", "hand-embroidery": "paper", "court-embroidery": "lacquer",
    "silk-weaving": "stone", "lotus-silk": "linen", "incense": "paper", "rice-cakes": "linen",
    "fern-weaving": "linen", "birdcages": "bamboo", "suits": "stone", "leather-shoes": "linen", "fans": "bamboo",
}  # fmt: skip


def craft_of(word: str) -> str:
    """The key of a craft named in the lists, or the word itself."""
    if word in CRAFT_WORDS:
        return word
    lowered = word.lower()
    for key, words in CRAFT_WORDS.items():
        if any(known in lowered for known in words):
            return key
    return lowered


def silhouette_of(craft_key: str, category: str, name_vi: str) -> str:
    """The silhouette of a record, from the words of the lists; every record gets one."""
    craft, name = craft_of(craft_key), name_vi.lower().removeprefix("bộ ").removeprefix("đôi ")
    first = next((found for found, words in NAME_WORDS if name.startswith(words)), "")
    within = next((found for found, words in NAME_WORDS if any(word in name for word in words)), "")
    chosen = first or CATEGORY_SILHOUETTES.get(category.lower(), "") or within or "box"
    if chosen == "hat" and "quai thao" in name:
        return "flat-hat"
    return WOVEN_SILHOUETTES.get(chosen, chosen) if craft in WOVEN else chosen


def ground_of(craft_key: str) -> str:
    """The ground that a craft is shown on."""
    return CRAFT_GROUNDS.get(craft_of(craft_key), "paper")
