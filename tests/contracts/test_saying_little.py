"""Queries as people say them: words that say little, a kind that is asked for, short slips, on every engine."""

import pytest

from search.models import Synonym
from search.services import note_synonyms
from tests.contracts.conftest import Shop
from tests.contracts.documents import document


class TestWordsThatSayLittle:
    @pytest.mark.parametrize("typed", ["mua nón lá", "mua non la", "a conical hat", "tôi muốn có nón lá đẹp"])
    def test_one_that_stands_in_some_text_hides_nothing(self, shop: Shop, synonyms: list[Synonym], typed: str) -> None:
        shop.put(document("Nón lá trơn"), document("Nón lá vẽ sen", text="Dùng khi múa. A hat"), document("Nón lá cũ"))
        assert len(shop.names(typed)) == 3
        assert not shop.search(typed).is_partial

    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            ("bàn gỗ", ["Bàn gỗ"]),
            ("ban go", ["Bàn gỗ", "Tượng gỗ"]),
            ("giá nến", ["Giá nến"]),
            ("gia nen", ["Giá nến", "Nến cốc"]),
        ],
    )
    def test_where_it_may_be_another_word_that_comes_first(self, shop: Shop, typed: str, found: list[str]) -> None:
        shop.put(document("Tượng gỗ"), document("Bàn gỗ"), document("Nến cốc"), document("Giá nến"))
        assert shop.names(typed) == found

    def test_a_name_that_only_looks_like_it_hides_nothing(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(document("Tranh sơn mài"), document("Tranh sơn mài Mưa trên bến"))
        assert len(shop.names("mua tranh sơn mài")) == 2 == len(shop.names("mua tranh son mai"))
        assert shop.names("buy lacquer", kind="") == shop.names("lacquer", kind="")

    def test_it_makes_no_question_stricter(self, shop: Shop) -> None:
        shop.put(document("Bình gốm", text="Quà biếu. Để bàn, làm tay"))
        assert shop.names("gốm để làm quà") == ["Bình gốm"] == shop.names("gốm quà")

    def test_beside_it_a_slip_is_corrected(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(document("Nón lá trơn"), document("Nón lá vẽ sen", text="Dùng khi múa"))
        for typed in ("mua nonn la", "mua nón laa", "need nonn la"):
            assert len(shop.names(typed)) == 2, typed

    def test_one_word_that_is_left_has_its_marks(self, shop: Shop) -> None:
        shop.put(document("Con giống", text="Bò vàng, con to"), *(document(f"Bộ số {number}") for number in range(30)))
        assert shop.names("con bò") == ["Con giống"]

    def test_with_its_marks_it_is_no_other_word(self, shop: Shop) -> None:
        shop.put(document("Khăn trải bàn lụa"), document("Ví lụa"))
        assert set(shop.names("bán lụa")) == {"Khăn trải bàn lụa", "Ví lụa"}
        assert shop.names("ban lua") == ["Khăn trải bàn lụa", "Ví lụa"]

    @pytest.mark.parametrize("typed", ["lụa Hà Nội", "lua ha noi", "silk in Hanoi"])
    def test_everything_is_in_ha_noi(self, shop: Shop, typed: str) -> None:
        shop.put(document("Ví lụa", "Silk purse"), document("Kéo", "Scissors", text="Thợ Hà Nội cắt lụa"))
        assert shop.names(typed)[0] == "Ví lụa"
        shop.put(document("Khăn lụa", "Silk scarf", terms=("Hà Nội", "Hanoi")))
        assert shop.names(typed)[0] == "Khăn lụa" and "Ví lụa" in shop.names(typed)

    def test_where_it_is_a_place_it_is_asked_for(self, shop: Shop) -> None:
        shop.put(document("Bát gốm", places=("Hà Nội",)), document("Chum gốm", places=("Bắc Ninh",)))
        assert shop.names("gốm Hà Nội") == ["Bát gốm"] == shop.names("gom ha noi")

    def test_while_somebody_types_the_last_word_may_go_on(self, shop: Shop) -> None:
        shop.put(document("Cốm làng Vòng"), document("Cốm gạo"), document("Tranh sơn mài"), document("Trà"))
        shop.refresh()
        assert shop.names_of(shop.engine.suggest("cốm là")) == ["Cốm làng Vòng"]
        for typed in ("tranh sơn m", "tranh sơn mà", "tranh sơn mài"):
            assert shop.names_of(shop.engine.suggest(typed)) == ["Tranh sơn mài"], typed

    def test_a_listed_phrase_that_nothing_has_falls_apart(self, shop: Shop) -> None:
        Synonym.objects.create(canonical_vi="đồ gỗ", canonical_en="joinery")
        note_synonyms()
        shop.put(document("Tượng gỗ"), document("Khay"))
        assert shop.names("đồ gỗ") == ["Tượng gỗ"] == shop.names("do go") == shop.names("mua do go")
        shop.put(document("Đồ gỗ"))
        assert shop.names("đồ gỗ") == ["Đồ gỗ"]


class TestKinds:
    @pytest.fixture
    def village(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(
            document("Nón lá trơn"),
            document("Cổ Giang", kind="village", terms=("nón lá",)),
            document("Tạ Thị Mão", kind="artisan", terms=("nón lá",)),
        )

    @pytest.mark.parametrize(
        ("typed", "first"),
        [
            ("làng nào làm nón lá", "Cổ Giang"),
            ("lang nao lam non la", "Cổ Giang"),
            ("village that makes conical hats", "Cổ Giang"),
            ("ai làm nón lá", "Tạ Thị Mão"),
            ("who makes conical hats", "Tạ Thị Mão"),
        ],
    )
    def test_what_is_asked_for_comes_first_and_the_others_follow(
        self, shop: Shop, village: None, typed: str, first: str
    ) -> None:
        found = shop.names(typed, kind="")
        assert found[0] == first
        assert set(found) == {"Nón lá trơn", "Cổ Giang", "Tạ Thị Mão"}

    @pytest.mark.parametrize("typed", ["tham quan làng nghề", "famous craft villages"])
    def test_all_of_the_kind_where_nothing_has_the_rest(self, shop: Shop, village: None, typed: str) -> None:
        assert shop.names(typed, kind="") == ["Cổ Giang"]
        assert shop.search(typed, kind="").is_partial

    @pytest.mark.parametrize("typed", ["conical hat là gì", "what is a conical hat"])
    def test_who_asks_what_it_is_gets_the_glossary_first(self, shop: Shop, village: None, typed: str) -> None:
        shop.put(document("nón lá", "conical hat", kind="glossary"))
        assert shop.names(typed, kind="")[0] == "nón lá"

    def test_with_its_marks_a_kind_is_no_other_word(self, shop: Shop) -> None:
        shop.put(document("Đỉnh đồng thờ"), document("Nguyễn Đúc", kind="artisan", terms=("đúc đồng",)))
        assert shop.names("thợ đồng", kind="")[0] == "Nguyễn Đúc"


class TestNamesOfVillages:
    @pytest.mark.parametrize("typed", ["incense", "nhang"])
    def test_a_synonym_is_not_met_in_them(self, shop: Shop, typed: str) -> None:
        Synonym.objects.create(canonical_vi="hương", canonical_en="incense", forms="nhang")
        note_synonyms()
        shop.put(
            document("Hương Đình", kind="village", terms=("sơn mài",)),
            document("Quán Hòa", kind="village", terms=("hương",)),
            document("Hương quế"),
        )
        assert set(shop.names(typed, kind="")) == {"Hương quế", "Quán Hòa"}
        assert shop.names("hương đình", kind="")[0] == "Hương Đình"


class TestWholeNames:
    @pytest.mark.parametrize("typed", ["đan", "dan"])
    def test_a_word_out_of_a_places_name_comes_after_what_has_it(self, shop: Shop, typed: str) -> None:
        shop.put(
            document("Bá Dương Nội", kind="village", places=("Bá Dương Nội", "Đan Phượng")),
            document("Diều sáo", places=("Bá Dương Nội", "Đan Phượng")),
            document("Giỏ guột", terms=("đan",)),
        )
        assert shop.names(typed, kind="")[0] == "Giỏ guột"
        assert shop.names("đan phượng", kind="")[0] == "Bá Dương Nội"

    def test_a_name_begins_with_one_word_in_its_own_marks_only(self, shop: Shop) -> None:
        shop.put(
            document("Hương quế", terms=("hương", "Ngô Thị Hường")),
            document("Ngô Thị Hường", kind="artisan", terms=("hương",)),
        )
        assert shop.names("Hường", kind="")[0] == "Ngô Thị Hường"
        assert shop.names("hương", kind="")[0] == "Hương quế"

    @pytest.mark.parametrize(("typed", "first"), [("may bay", "Tranh mây bay"), ("áo may", "Áo may")])
    def test_a_colliding_word_without_marks_is_any_of_them_beside_others(
        self, shop: Shop, synonyms: list[Synonym], typed: str, first: str
    ) -> None:
        shop.put(document("Áo may thêu chim bay"), document("Tranh mây bay"), document("Áo may"))
        assert shop.names(typed)[0] == first


class TestShortSlips:
    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            ("huong qe", ["Hương quế"]),
            ("dn nhi", ["Đàn nhị"]),
            ("con quay gp", ["Con quay gỗ"]),
            ("lồng bàm tre", ["Lồng bàn tre"]),
            ("kéo cắy may", ["Kéo cắt may"]),
            ("ab cd", []),
            ("qe", []),
            ("tủ lạnh", []),
            ("con bò", []),
        ],
    )
    def test_a_slip_in_a_short_word_is_corrected_to_a_name(self, shop: Shop, typed: str, found: list[str]) -> None:
        shop.put(*map(document, ("Hương quế", "Đàn nhị", "Con quay gỗ", "Lồng bàn tre", "Kéo cắt may", "Cành mai")))
        shop.put(*map(document, ("Bàn thờ tứ linh", "Ví da", "Con cò", "Tủ", "Lanh", "Bộ")))
        assert shop.names(typed) == found

    def test_nobody_is_told_to_have_meant_a_word_that_says_little(self, shop: Shop) -> None:
        shop.put(document("Hộp", "Box", text="At the fair"), document("Bột màu"))
        for typed in ("sắt thép", "sữa bột"):
            results = shop.search(typed)
            assert (results.total, results.correction, results.suggestion) == (0, "", ""), typed
