from search.plan import Plan
from search.query import MAX_WORDS, Planner
from search.synonyms import Phrase, SynonymGroup, SynonymTable, parts

TABLE = SynonymTable.build(
    [
        SynonymGroup("nón lá", "conical hat", "nón; leaf hat"),
        SynonymGroup("thêu ren", "lace", "ren", "ren"),
        SynonymGroup("rèn", "forging"),
        SynonymGroup("cỏ tế", "fern stem (guột)", "seagrass (common mislabel)"),
        SynonymGroup("lụa", "silk", "lụa hà đông"),
    ]
)


class Words:
    """A catalogue of some words."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def knows(self, word: str) -> bool:
        return word in self.words

    def has_code(self, code: str) -> bool:
        return code in self.words

    def spells(self, word: str) -> bool:
        return False

    def near(self, word: str) -> list[str]:
        return []

    def rows(self, plan: Plan) -> int:
        return 0


class Found(Words):
    """One in which every plan finds something."""

    def rows(self, plan: Plan) -> int:
        return 1


def units(text: str, *known: str, places: tuple[tuple[str, ...], ...] = ()) -> list[tuple[str, bool]]:
    planner = Planner(TABLE, places, 3)
    return [(" ".join(unit.words), bool(unit.alternatives)) for unit in planner.plan(text, Words(*known)).units]


def test_the_longest_match_wins() -> None:
    assert units("nón lá thơm", "thom") == [("non la", True), ("thom", False)]
    assert units("lụa hà đông", "x", places=(("ha", "dong"),)) == [("lua ha dong", True)]
    assert units("khăn lụa vạn phúc", "khan", places=(("van", "phuc"),))[1:] == [("lua", True), ("van phuc", False)]


def test_a_place_is_never_expanded() -> None:
    assert units("làng nón lá", places=(("lang", "non", "la"),)) == [("lang non la", False)]


def test_colliding_words() -> None:
    assert units("ren") == [("ren", True)]
    assert units("áo ren", "ao", "ren") == [("ao", False), ("ren", False)]
    assert TABLE.alternatives(("ren",), ("rèn",)) == (Phrase(("forging",)),)
    assert {phrase.words for phrase in TABLE.alternatives(("ren",), ("ren",))} == {
        ("theu", "ren"), ("lace",), ("forging",),
    }  # fmt: skip


def test_brackets_are_notes() -> None:
    assert ("fern", "stem") in TABLE.by_phrase and ("seagrass",) in TABLE.by_phrase


def test_joined_and_divided() -> None:
    assert units("com ple", "comple") == [("com ple", True)]
    assert units("comple", "com", "ple", "comple") == [("comple", False)]
    planner, found = Planner(TABLE), Found("com", "ple")
    (parted,) = planner.parted(planner.plan("comple", found), found)
    assert [(unit.words, unit.is_joined) for unit in parted.units] == [(("com", "ple"), True)]
    assert not list(planner.parted(planner.plan("comple", Words("com", "ple")), Words("com", "ple")))  # nothing has it


def test_words_for_kinds_ranks_and_codes() -> None:
    plan = Planner(TABLE, (("phu", "nghia"),), 2).plan("nghệ nhân xã Phú Nghĩa", Words())
    assert [(unit.words, unit.kind) for unit in plan.units] == [(("nghe", "nhan"), "artisan"), (("phu", "nghia"), "")]
    places = (("ho",), ("phu", "nghia"))
    for text, words in {
        "tranh quan ho": ("tranh", "quan", "ho"), "tranh quận Hồ": ("tranh", "ho"), "quan ho": ("ho",),
        "tranh xa phu nghia": ("tranh", "phu", "nghia"), "Phú Nghĩa commune": ("phu", "nghia"),
    }.items():  # fmt: skip
        assert Planner(TABLE, places, 2).plan(text, Words()).words == words
    for text in ("/p/FE6DCH", "mã FE6DCH", "fe6 dch", "FE6-DCH"):
        assert Planner(TABLE).plan(text, Words("FE6DCH")).code == "FE6DCH"
    assert Planner(TABLE).plan("FE6DCH", Words()).code == ""
    kinds = {
        text: Planner(TABLE).plan(text, Words()).units[0].kind for text in ("thợ", "tho", "thờ", "làng", "lang", "lẵng")
    }
    assert kinds == {"thợ": "artisan", "tho": "artisan", "thờ": "", "làng": "village", "lang": "village", "lẵng": ""}


def test_the_query_is_cut() -> None:
    plan = Planner(TABLE).plan("a " * 5_000, Words())
    assert len(plan.words) == MAX_WORDS
    assert len(Planner(TABLE).plan("x" * 10_000, Words()).words[0]) == 200


def test_a_word_said_twice_asks_for_no_more() -> None:
    assert units("lụa khăn lụa khăn", "khan") == [("lua", True), ("khan", False)]


def test_a_cell_is_divided_in_one_way_and_what_stands_in_brackets_is_a_note() -> None:
    assert parts("vase (tall, flower), jar；pot\n Jar; a) b, c (d") == [
        "vase (tall, flower)",
        "Jar",
        "pot",
        "a) b",
        "c (d",
    ]
    group = SynonymGroup("lọ (gốm; sứ)", "vase (tall, flower); jar", "bình, lọ hoa\nbinh hoa")
    assert [" ".join(words) for words in group.spellings()] == ["lo", "vase", "jar", "binh", "lo hoa", "binh hoa"]
    assert SynonymTable.build([SynonymGroup("mây", "rattan", "may, song", "may (sew), song")]).collisions == {
        ("may",), ("song",),
    }  # fmt: skip


def test_a_slip_makes_no_word_of_another_one_of_the_query() -> None:
    class Near(Found):
        def near(self, word: str) -> list[str]:
            return ["cua"] if word in ("sua", "chua") else []

        def is_strong(self, word: str) -> bool:
            return True

        def has_phrase(self, words: tuple[str, ...], marked: tuple[str, ...] = (), in_prose: bool = True) -> bool:
            return True

    planner, catalogue = Planner(TABLE), Near("cua")
    corrected = planner.corrections(planner.plan("sua chua", catalogue), catalogue)
    assert {plan.words for plan in corrected} == {("cua", "chua"), ("sua", "cua")}
