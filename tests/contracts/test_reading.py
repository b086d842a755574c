"""How a query is read, on every engine: kinds, ranks of places, codes, joined words, marks, and asking for less."""

import pytest

from search.models import Synonym
from tests.contracts.conftest import Shop
from tests.contracts.documents import document


class TestKinds:
    def test_words_for_a_kind_stand_for_all_of_it(self, shop: Shop) -> None:
        shop.put(
            document("Lê An", kind="artisan", terms=("Thêu",)),
            document("Vũ Bình", kind="artisan", terms=("Gốm",)),
            document("Khăn thêu"),
        )
        for typed in ("nghệ nhân thêu", "nghe nhan theu", "thợ thêu", "thêu artisan"):
            assert shop.names(typed, kind="artisan") == ["Lê An"], typed
        assert sorted(shop.names("nghệ nhân", kind="artisan")) == ["Lê An", "Vũ Bình"]

    def test_they_say_nothing_where_another_kind_is_asked_for(self, shop: Shop) -> None:
        shop.put(document("Khăn thêu"), document("Bát gốm"))
        assert shop.names("nghệ nhân thêu") == ["Khăn thêu"]

    def test_with_other_marks_they_are_other_words(self, shop: Shop) -> None:
        shop.put(document("Lê An", kind="artisan"))
        assert shop.names("thợ", kind="artisan") == ["Lê An"]
        assert shop.names("thờ", kind="artisan") == []


class TestPlaces:
    @pytest.mark.parametrize(
        "typed",
        ["xã Phú Nghĩa", "giỏ xa phu nghia", "huyện Chương Mỹ", "Chuong My district", "Phú Nghĩa, huyện Chương Mỹ"],
    )
    def test_the_rank_of_a_place_says_nothing_beside_its_name(self, shop: Shop, typed: str) -> None:
        shop.put(document("Giỏ", places=("Phú Nghĩa", "Chương Mỹ")), document("Khay"))
        assert shop.names(typed) == ["Giỏ"]

    def test_without_a_name_it_is_a_word(self, shop: Shop) -> None:
        shop.put(document("Giỏ", places=("Phú Nghĩa",)), document("Tranh phố huyện"))
        assert shop.names("huyện") == ["Tranh phố huyện"]

    def test_a_place_with_other_marks_comes_last(self, shop: Shop) -> None:
        shop.put(document("Giỏ", places=("Chuông",)), document("Chuông đồng"), document("Tượng", places=("Chương",)))
        assert shop.names("chuông") == ["Chuông đồng", "Giỏ", "Tượng"]


class TestCodes:
    @pytest.mark.parametrize(
        "typed", ["fe6dch", "FE6 DCH", "FE6-DCH", "mã FE6DCH", "https://a.vn/p/FE6DCH", "/san-pham/khay-go-FE6DCH/"]
    )
    def test_however_copied(self, shop: Shop, typed: str) -> None:
        shop.put(document("Khay gỗ", code="FE6DCH"), document("Khay tre"))
        assert shop.names(typed)[:1] == ["Khay gỗ"]

    def test_one_that_nothing_has_is_no_code(self, shop: Shop) -> None:
        shop.put(document("Khay gỗ", code="FE6DCH"))
        assert shop.names("FE7DCK") == []


class TestJoined:
    def test_words_typed_as_one_follow_each_other_wherever_they_are(self, shop: Shop) -> None:
        shop.put(
            document("Giỏ", text="đan từ mây tre già"),
            document("Khay", terms=("Mây tre",)),
            document("Bàn", text="mây và tre"),
            document("Ghế", places=("Mây", "Tre")),
            document("Rổ mây tre"),
        )
        assert shop.names("maytre") == ["Rổ mây tre", "Khay", "Giỏ"]

    def test_one_word_of_the_catalogue_is_not_divided(self, shop: Shop) -> None:
        shop.put(document("Bát maytre"), document("Rổ mây tre"))
        assert shop.names("maytre") == ["Bát maytre"]


class TestMarks:
    def test_a_word_without_marks_is_first_the_one_of_the_list(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(document("Nón quai thao"), document("Non nước"))
        assert shop.names("non") == ["Nón quai thao", "Non nước"]

    def test_a_synonym_with_marks_finds_no_word_with_others(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(document("Nón quai thao"), document("Non nước"))
        assert shop.names("conical hat") == ["Nón quai thao"]

    def test_a_word_with_marks_finds_other_marks_last(self, shop: Shop) -> None:
        shop.put(document("Khay", text="bình vôi"), document("Bình vôi"), document("Bình với"))
        assert shop.names("vôi") == ["Bình vôi", "Khay", "Bình với"]


class TestAskingForLess:
    def test_one_part_in_the_name_will_do_where_nothing_has_half(self, shop: Shop) -> None:
        shop.put(document("Nón", text="phơi khô\nlá cọ"), document("Khay", text="nón phơi khô\nlá cọ"))
        assert shop.names("nón cọ khô phơi") == ["Nón"]

    def test_words_that_say_little_are_left_out(self, shop: Shop) -> None:
        shop.put(document("Nón"), document("Khay"))
        assert shop.names("mua nón ở đâu") == ["Nón"]

    def test_one_part_of_three_may_be_missing_but_not_of_two(self, shop: Shop) -> None:
        shop.put(document("Nón cọ khô"))
        assert shop.names("nón cọ qqqq") == ["Nón cọ khô"]
        assert shop.names("nón qqqq") == []
        assert shop.names("nón xxxx qqqq") == []

    def test_with_a_part_missing_the_best_of_many_come_first_too(self, shop: Shop) -> None:
        shop.put(document("Nón cọ khô"))
        shop.put(*(document(f"Nón {number}", text="khô", terms=("Cọ",)) for number in range(210)))
        assert shop.names("nón cọ khô qqqq")[0] == "Nón cọ khô"

    def test_suggestions_miss_no_part(self, shop: Shop) -> None:
        shop.put(document("Nón cọ khô"))
        shop.refresh()
        assert shop.names_of(shop.engine.suggest("nón cọ khô")) == ["Nón cọ khô"]
        assert shop.engine.suggest("nón cọ khô qqqq") == []

    def test_a_sentence_of_a_text_is_found_up_to_its_comma(self, shop: Shop) -> None:
        shop.put(document("Khay", text="Ghép từng mảnh vỏ trai, sơn nhiều lớp."))
        assert shop.names("từng mảnh vỏ trai") == ["Khay"]
        assert shop.names("trai sơn") == []


class TestKnownPhrases:
    def test_a_phrase_goes_on_only_where_the_query_ends(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(document("Bát sơn mài đỏ"), document("Sơn màiếc", text="đỏ\nsơn mài"))
        assert shop.names("sơn mài") == ["Bát sơn mài đỏ", "Sơn màiếc"]
        assert shop.names("sơn mài đỏ") == ["Bát sơn mài đỏ"]

    def test_what_was_asked_before_changes_nothing(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(document("Conical hats"), document("Đỏ", text="conical hat"))
        assert shop.names("conical hat đỏ") == ["Đỏ"]
        assert shop.names("conical hat")[0] == "Conical hats"


class TestDidYouMean:
    def test_beside_what_is_only_mentioned(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(document("Bát sơn mài"), document("Khay", text="quét sơn màu đỏ"))
        results = shop.search("sơn màu")
        assert shop.names_of(results.hits) == ["Khay"]
        assert (results.suggestion, results.correction) == ("sơn mài", "")

    def test_not_where_a_name_has_it(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(document("Bát sơn mài"), document("Khay sơn màu"))
        assert shop.search("sơn màu").suggestion == ""

    def test_not_where_the_phrase_finds_nothing(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(document("Khay", text="quét sơn màu đỏ"))
        assert shop.search("sơn màu").suggestion == ""


class TestWordsThatNothingHas:
    def test_beside_a_phrase_of_the_list_they_are_left_out(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(document("Tranh sơn mài"), document("Khay"))
        results = shop.search("tranh sơn mài qqqq xxxx")
        assert (shop.names_of(results.hits), results.correction) == (["Tranh sơn mài"], "")
        assert shop.names("tranh qqqq xxxx") == []


class TestOtherReadings:
    @pytest.mark.parametrize("typed", ["OCOP 3 sao", "ocop 3 stars", "khay 3 sao", "3-star khay"])
    def test_stars_are_those_of_the_certificate(self, shop: Shop, typed: str) -> None:
        shop.put(document("Khay ba", stars=((3, None, None),)), document("Khay năm", stars=((5, None, None),)))
        assert shop.names(typed) == ["Khay ba"]

    def test_stars_that_ended_are_not_found(self, shop: Shop) -> None:
        shop.put(document("Khay ba", stars=((3, None, "2020-01-01"),)))
        assert shop.names("ocop 3 sao") == []

    @pytest.mark.parametrize("typed", ["Đa Sỹ", "đa sĩ", "da si", "da sy", "dda syx", "d9a sy4"])
    def test_i_and_y_are_one_letter_at_the_end(self, shop: Shop, typed: str) -> None:
        shop.put(document("Đa Sỹ", kind="village"), document("Dao", places=("Đa Sỹ",)))
        assert (shop.names(typed, kind="village"), shop.names(typed)) == (["Đa Sỹ"], ["Dao"])

    def test_one_and_many_are_one_word(self, shop: Shop) -> None:
        shop.put(document("Nón", "Conical hats"), document("Dao", "Kitchen knife"), document("Ghế", "Wood chair"))
        assert shop.names("hat") == ["Nón"]
        assert (shop.names("knives"), shop.names("wooden")) == (["Dao"], ["Ghế"])

    def test_a_name_typed_with_marks_does_not_ask_for_others_first(self, shop: Shop) -> None:
        shop.put(document("Đàn tranh"), document("Rổ", places=("Dân Hòa",)))
        assert shop.names("đàn") == ["Đàn tranh", "Rổ"]
