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

    def test_marks_that_fit_are_asked_of_them(self, shop: Shop) -> None:
        shop.put(document("Đào Xá", text="Thợ sửa chữa đàn cũ"))
        assert shop.names("sua chua") == ["Đào Xá"] == shop.names("sửa chữa") == shop.names("sữa chữa")
        assert shop.names("sứa chua") == []


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

    @pytest.mark.parametrize("typed", ["lược chống rụng tóc bằng sừng", "luoc chong rung toc bang sung"])
    def test_of_a_long_question_the_thing_and_one_more_word_are_enough(self, shop: Shop, typed: str) -> None:
        shop.put(document("Lược sừng trâu"), document("Lược gỗ"), document("Cúc sừng"), document("Bộ lược sừng"))
        assert shop.names(typed) == ["Lược sừng trâu"]
        assert shop.search(typed).is_partial
        assert shop.names(typed.rsplit(" ", 2)[0]) == []  # without “bằng sừng”

    def test_words_that_follow_each_other_are_found_beside_one_that_nothing_has(self, shop: Shop) -> None:
        shop.put(document("Đèn cá chép"), document("Đèn lồng"), document("Cá gỗ"))
        assert shop.names("đèn cá chép trung thu") == ["Đèn cá chép"] == shop.names("den ca chep trung thu")

    def test_in_running_text_only_beside_words_of_names(self, shop: Shop) -> None:
        shop.put(
            document("Đồ trang trí"), document("Tranh", text="Treo phòng khách"), document("Áo", text="Có điện thoại")
        )
        assert "Tranh" in shop.names("phòng khách trang trí")
        assert shop.names("điện thoại samsung") == []

    def test_of_many_those_with_more_of_it_come_first(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(document("Nón lá", text="Khách nước ngoài"), document("Nón lá bền", terms=("khách",)))
        shop.put(*(document(f"Nón lá số {number}", text="Khách") for number in range(150)))
        results = shop.search("nón lá bền khách quý lắm")
        assert (results.total, results.is_partial) == (152, True)
        assert shop.names_of(results.hits)[0] == "Nón lá bền"
        later = shop.search("nón lá bền khách quý lắm", page=7)
        assert len({*results.codes(), *later.codes()}) == len(results.hits) + len(later.hits)


class TestMarks:
    @pytest.mark.parametrize("typed", ["máy bay", "vé máy bay", "tử vi"])
    def test_a_word_typed_with_marks_is_no_other_word(self, shop: Shop, typed: str) -> None:
        shop.put(
            document("Áo may đo", text="Thêu chim bay"),
            document("Tủ gỗ", text="Ví da"),
        )
        assert shop.names(typed) == []

    @pytest.mark.parametrize(
        "typed",
        ["tượng rồng gổ", "Tượng rong go", "tuong gổ", "tượng gô", "tương rông gô", "TƯỢNG GỔ", "tuong rồng go"],
    )
    def test_marks_that_are_left_out_or_mistaken_are_no_others(self, shop: Shop, typed: str) -> None:
        shop.put(document("Tượng rồng", text="Bằng gỗ mít"))
        assert shop.names(typed) == ["Tượng rồng"]

    def test_a_slip_that_is_a_word_is_corrected_in_a_listed_phrase(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(document("Khay sơn mài"), document("Tranh mai và sen"), document("Nón lá", text="Hoa sen thơm"))
        results = shop.search("sen mài")
        assert (shop.names_of(results.hits), results.correction) == (["Khay sơn mài"], "sơn mài")

    @pytest.mark.parametrize("typed", ["khung c", "khung chạ", "khung chạm s", "Khung chàm"])
    def test_who_is_typing_gets_marks_last(self, shop: Shop, typed: str) -> None:
        shop.put(document("Khung ảnh chạm sen"), document("Khay"))
        shop.refresh()
        assert shop.names_of(shop.engine.suggest(typed)) == ["Khung ảnh chạm sen"]

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
