"""What is found where no record has all that was typed, on every engine, and what is still nothing."""

import pytest

from search.models import Synonym
from tests.contracts.conftest import Shop
from tests.contracts.documents import document


class TestInOneClause:
    @pytest.mark.parametrize("typed", ["quà 20/11", "thầy cô 20/11", "qua thay co", "quà cô ngày 20/11"])
    def test_words_of_one_clause_of_the_text_are_enough(self, shop: Shop, typed: str) -> None:
        shop.put(
            document("Hộp bút", text="Khảm trai.\nQuà tặng thầy cô ngày 20/11."), document("Khay", text="Ngày hội")
        )
        assert shop.names(typed) == ["Hộp bút"]

    def test_words_of_several_clauses_are_not(self, shop: Shop) -> None:
        shop.put(document("Hộp bút", text="Quà tặng, gói giấy dó. Thầy cô hay mua"))
        assert shop.names("giấy thầy") == []

    def test_a_form_of_an_english_word_and_a_synonym_count_too(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(document("Hộp", text="Gifts for teachers of lacquerware"))
        assert shop.names("gift teacher") == ["Hộp"]
        assert shop.names("sơn mài teachers") == ["Hộp"]

    def test_with_marks_they_are_those_words(self, shop: Shop) -> None:
        shop.put(document("Đào Xá", text="Thợ sửa chữa đàn cũ"))
        assert shop.names("sua chua") == ["Đào Xá"] == shop.names("sửa chữa")
        assert shop.names("sữa chua") == []


class TestWhatIsLeftOut:
    def test_it_still_orders(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(
            document("Nón lá cho bé", text="Nhẹ"),
            document("Nón lá vẽ sen", text="Bán cho khách nước ngoài."),
            document("Nón lá trơn", text="Nhẹ"),
        )
        assert shop.names("nón lá bền khách nước")[0] == "Nón lá vẽ sen"
        results = shop.search("nón lá bền khách nước")
        assert (results.total, results.is_partial) == (3, True)
        assert not shop.search("nón lá khách nước").is_partial

    def test_words_that_follow_each_other_are_found_beside_one_that_nothing_has(self, shop: Shop) -> None:
        shop.put(document("Đèn cá chép"), document("Đèn lồng"), document("Cá gỗ"))
        assert shop.names("đèn cá chép trung thu") == ["Đèn cá chép"] == shop.names("den ca chep trung thu")

    def test_in_running_text_only_beside_words_of_names(self, shop: Shop) -> None:
        shop.put(
            document("Đồ trang trí"), document("Tranh", text="Treo phòng khách"), document("Áo", text="Có điện thoại")
        )
        assert "Tranh" in shop.names("phòng khách trang trí")
        assert shop.names("điện thoại samsung") == []


class TestMarks:
    @pytest.mark.parametrize("typed", ["máy bay", "vé máy bay", "tử vi"])
    def test_a_word_typed_with_marks_is_no_other_word(self, shop: Shop, typed: str) -> None:
        shop.put(
            document("Áo may đo", text="Thêu chim bay"),
            document("Tủ gỗ", text="Ví da"),
        )
        assert shop.names(typed) == []

    def test_marks_that_nothing_has_are_a_slip(self, shop: Shop) -> None:
        shop.put(document("Tượng rồng gỗ mít"))
        assert shop.names("tượng rồng gổ") == ["Tượng rồng gỗ mít"]
        assert shop.names("Tượng rong go") == ["Tượng rồng gỗ mít"]

    def test_words_that_say_little_do_so_in_their_spelling_only(self, shop: Shop) -> None:
        shop.put(document("Ví da"))
        assert shop.names("giá ví") == ["Ví da"] == shop.names("gia vi")
        assert shop.names("tử ví") == []


class TestCorrections:
    def test_one_syllable_is_corrected_where_it_follows_its_neighbour(self, shop: Shop) -> None:
        shop.put(document("Phùng Xá", kind="village", terms=("khăn",)), document("Khay chuồn", terms=("khay",)))
        assert shop.names("chung khoan", kind="village") == []
        assert shop.names("khay chuoon") == ["Khay chuồn"]


class TestVillages:
    @pytest.mark.parametrize("typed", ["sơn mài Bối Khê", "son mai boi khe"])
    def test_of_what_comes_from_a_village_the_village_comes_first(
        self, shop: Shop, synonyms: list[Synonym], typed: str
    ) -> None:
        shop.put(
            document("Bối Khê", kind="village", terms=("sơn mài",)),
            document("Khay sơn mài", places=("Bối Khê",)),
            document("Sơn mài vẽ sen", places=("Bối Khê",)),
        )
        assert shop.names(typed, kind="")[0] == "Bối Khê"
