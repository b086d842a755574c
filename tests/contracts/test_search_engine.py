"""What every search engine must do. An engine that passes may be named in ``SEARCH_ENGINE``."""

import unicodedata
from collections.abc import Callable
from datetime import date

import pytest

from search.documents import SearchQuery
from search.engines.base import SearchEngine
from search.models import Synonym
from search.services import forget, note_synonyms
from tests.contracts.conftest import Shop
from tests.contracts.documents import document

INLAY = ("Hộp trang sức khảm trai", "Inlaid jewellery box")


class TestWords:
    @pytest.mark.parametrize(
        "typed",
        [
            "khảm trai", "kham trai", "KHAM TRAI", "KHẢM TRAI", "hop kham", "trang suc", "kha tra", "trai khảm",
            "jewel", "Jewellery BOX", "inlaid kham", unicodedata.normalize("NFD", "khảm trai"), "  khảm,  trai! ",
            "“khảm trai”", "hộp-khảm",
        ],
    )  # fmt: skip
    def test_found_however_typed(self, shop: Shop, typed: str) -> None:
        shop.put(document(*INLAY), document("Nón lá", "Conical hat"))
        assert shop.names(typed) == [INLAY[0]]

    def test_d_with_stroke_and_tone_placement(self, shop: Shop) -> None:
        shop.put(document("Đồ gỗ Hoà Bình"), document("Thuỷ tinh"))
        for typed in ("do go", "đồ gỗ", "hòa bình", "hoà bình", "hoa binh"):
            assert shop.names(typed) == ["Đồ gỗ Hoà Bình"], typed
        assert shop.names("thủy tinh") == ["Thuỷ tinh"]

    def test_all_words_must_match(self, shop: Shop) -> None:
        shop.put(document("Giỏ mây"), document("Khay mây"), document("Giỏ cói"))
        assert shop.names("giỏ mây") == ["Giỏ mây"]

    def test_words_match_from_their_beginning_only(self, shop: Shop) -> None:
        shop.put(document("Tranh thêu"))
        assert shop.names("tra") == ["Tranh thêu"]
        assert shop.names("anh thêu") == []

    def test_text_places_and_code(self, shop: Shop) -> None:
        (made,) = shop.put(document("Khay", text="gụ\nvỏ trai", places=("Chuôn Ngọ", "Phú Xuyên")))
        for typed in ("gu", "khay chuon ngo", "phu xuyen", made.code, made.code.lower()):
            assert shop.names(typed) == ["Khay"], typed

    def test_kinds_are_apart(self, shop: Shop) -> None:
        shop.put(document("Chuôn Ngọ", kind="village"), document("Khay", places=("Chuôn Ngọ",)))
        assert shop.names("chuon") == ["Khay"]
        assert shop.names("chuon", kind="village") == ["Chuôn Ngọ"]
        assert shop.names("chuon", kind="artisan") == []

    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            *((nothing, 1) for nothing in ("", "   ")),  # nothing typed: everything
            *((signs, 0) for signs in ("!?", "\ud800", "%", "\\", "@@@###")),
            *((words, 0) for words in ("_", "a\x00b", "x" * 10_000, "𝔘𝔫𝔦", "' OR 1=1 --", "ﬁ", "½", "İ")),
            ("𝔎𝔥𝔞𝔶", 1),
            ("kh\x00ay", 1),
        ],
    )
    def test_hostile_text(self, shop: Shop, typed: str, found: int) -> None:
        shop.put(document("Khay"))
        assert shop.search(typed).total == found
        assert (shop.names("khay"), shop.names("giỏ")) == (["Khay"], [])


class TestOrder:
    def test_tiers(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(
            document("Lacquer bowl"),
            document("Bát", text="sơn mài"),
            document("Bát sơn màiếc"),
            document("Bát son mai"),
            document("Bát sơn mài"),
        )
        expected = ["Bát sơn mài", "Bát son mai", "Bát sơn màiếc", "Lacquer bowl", "Bát"]
        assert shop.names("sơn mài") == expected

    def test_phrase_before_scattered_words(self, shop: Shop) -> None:
        shop.put(*map(document, ("Khảm gỗ vỏ trai", "Khay khảm trai", "Khảm trai", "Khảm bạc trai")))
        assert shop.names("khảm trai")[:2] == ["Khảm trai", "Khay khảm trai"]

    def test_a_name_is_whole_without_the_word_for_what_it_names(self, shop: Shop) -> None:
        shop.put(document("Làng Chuông", kind="village"), document("Chương Chuông", kind="village"))
        assert shop.names("chuông", kind="village") == ["Làng Chuông", "Chương Chuông"]
        assert shop.names("làng chuông", kind="village") == ["Làng Chuông"]

    def test_otherwise_newest_and_ties_by_code(self, shop: Shop) -> None:
        shop.put(
            document("Khay một", age=2), document("Khay hai", age=1),
            document("Khay ba", age=3, code="BBBBBB"), document("Khay bốn", age=3, code="AAAAAA"),
        )  # fmt: skip
        expected = ["Khay hai", "Khay một", "Khay bốn", "Khay ba"]
        assert shop.names("khay") == expected
        assert shop.names() == expected

    def test_late_arrivals_take_their_place(self, shop: Shop) -> None:
        shop.put(*(document(f"Khay {age}", age=age) for age in (9, 7, 5, 3)))
        shop.search()
        shop.put(document("Khay 8", age=8), document("Khay 4", age=4), document("Khay 1", age=1))
        expected = [f"Khay {age}" for age in (1, 3, 4, 5, 7, 8, 9)]
        assert shop.names() == expected
        paged = [name for page in range(1, 5) for name in shop.names(page=page, page_size=2)]
        assert paged == expected

    def test_sorts(self, shop: Shop) -> None:
        shop.put(
            document("Đũa", "Chopsticks", price=300), document("Dao", "Knife", price=None),
            document("Ấm", "Teapot", price=100), document("An", "Zither", price=200),
        )  # fmt: skip
        assert shop.names(sort="name") == ["An", "Ấm", "Dao", "Đũa"]
        assert shop.names(sort="name", language="en") == ["Chopsticks", "Knife", "Teapot", "Zither"]
        assert shop.names(sort="price_asc") == ["Ấm", "An", "Đũa", "Dao"]
        assert shop.names(sort="price_desc") == ["Đũa", "An", "Ấm", "Dao"]
        assert shop.names(sort="no such") == shop.names(sort="newest") == ["An", "Ấm", "Dao", "Đũa"]

    def test_sorts_follow_changes(self, shop: Shop) -> None:
        first, _second = shop.put(document("A", price=1), document("B", price=2))
        assert shop.names(sort="price_asc") == ["A", "B"]
        changed = document("Z", price=3, code=first.code)
        forget("product", [first.object_id])
        shop.put(changed)
        assert shop.names(sort="price_asc") == ["B", "Z"]
        assert shop.names(sort="name") == ["B", "Z"]


class TestPages:
    @pytest.mark.parametrize("sort", ["", "newest", "name", "price_asc", "price_desc"])
    @pytest.mark.parametrize("text", ["", "khay"])
    def test_pages_cover_everything_once(self, shop: Shop, sort: str, text: str) -> None:
        shop.put(*(document(f"Khay {number % 7}", price=number % 5 or None) for number in range(53)))
        pages = [shop.search(text, sort=sort, page=page, page_size=10) for page in range(1, 7)]
        codes = [code for page in pages for code in page.codes()]
        assert len(codes) == len(set(codes)) == pages[0].total == 53
        assert pages[0].pages == 6 and len(pages[5].hits) == 3

    @pytest.mark.parametrize("page", [0, -1, 7, 10**9])
    def test_beyond(self, shop: Shop, page: int) -> None:
        shop.put(*(document(f"Khay {number}") for number in range(53)))
        results = shop.search(page=page, page_size=10)
        assert results.beyond and not results.hits and results.pages == 6

    def test_an_empty_list_has_one_page(self, shop: Shop) -> None:
        results = shop.search()
        assert (results.total, results.pages, results.beyond) == (0, 1, False)


class TestFacets:
    def put(self, shop: Shop) -> None:
        shop.put(
            document("Khay 1", facets={"craft": ("inlay",), "price": ("low",)}),
            document("Khay 2", facets={"craft": ("inlay",), "price": ("high",)}),
            document("Khay 3", facets={"craft": ("lacquer",), "price": ("low", "high")}),
            document("Làng", kind="village", facets={"craft": ("inlay",)}),
        )

    def test_or_within_and_across(self, shop: Shop) -> None:
        self.put(shop)
        filters = {"craft": ("inlay", "lacquer"), "price": ("high",)}
        assert sorted(shop.names(filters=filters)) == ["Khay 2", "Khay 3"]
        assert shop.names(filters={"craft": ("unknown",)}) == []
        assert shop.names("2", filters={"craft": ("inlay",)}) == ["Khay 2"]

    def test_count_is_what_choosing_only_this_value_gives(self, shop: Shop) -> None:
        self.put(shop)
        results = shop.search(filters={"craft": ("inlay",), "price": ("high",)})
        assert results.facet("craft").count("lacquer") == 1
        assert results.facet("craft").count("inlay") == 1
        assert results.facet("price").count("low") == 1
        assert results.facet("price").count("high") == 1
        selected = {value.key for facet in results.facets for value in facet.values if value.selected}
        assert selected == {"inlay", "high"}

    def test_stars_are_those_valid_on_the_day(self, shop: Shop) -> None:
        shop.put(
            document("Mới", stars=((4, "2026-03-01", None),)),
            document("Cũ", stars=((4, None, "2026-02-28"), (3, None, "2026-12-31"))),
        )
        for day, four in ((date(2026, 2, 28), ["Cũ"]), (date(2026, 3, 1), ["Mới"])):
            assert shop.names(filters={"stars": ("4",)}, today=day) == four
            assert shop.search(today=day).facet("stars").count("4") == 1
        found = shop.search(today=date(2026, 4, 1)).hits
        hits = dict(zip(shop.names_of(found), (hit.stars for hit in found), strict=True))
        assert hits == {"Mới": 4, "Cũ": 3}


class TestSynonyms:
    def test_all_ways_round(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(document("Khay khảm trai"), document("Tray with nacre"), document("Bình gốm"))
        for typed in ("khảm trai", "nacre", "mother-of-pearl inlay", "mop inlay", "khảm ốc"):
            assert sorted(shop.names(typed)) == ["Khay khảm trai", "Tray with nacre"], typed
        assert shop.names("tray nacre")[0] == "Tray with nacre"

    def test_with_other_words(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(document("Khay khảm trai"), document("Hộp khảm trai"))
        assert shop.names("khay nacre") == ["Khay khảm trai"]

    def test_an_alternative_of_several_words_is_a_phrase(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(document("Sơn đỏ, gỗ mài"), document("Tranh sơn mài"))
        assert shop.names("lacquer") == ["Tranh sơn mài"]

    def test_a_colliding_word_counts_only_alone(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(document("Lace cloth"), document("Blacksmith's knife"), document("Đồ cũ"))
        assert sorted(shop.names("ren")) == ["Blacksmith's knife", "Lace cloth"]
        assert shop.names("ren cloth") == []

    def test_a_colliding_word_with_marks_has_one_meaning(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(document("Lace cloth"), document("Blacksmith's knife"))
        assert shop.names("rèn") == ["Blacksmith's knife"]

    def test_a_colliding_target_is_met_with_its_marks(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(document("Giỏ mây"), document("Áo may"))
        assert shop.names("rattan") == ["Giỏ mây"]

    def test_place_names_are_not_expanded(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(document("Làng Nón", kind="village"), document("Tượng", places=("Làng Nón",)), document("Leaf hat"))
        assert shop.names("làng nón") == ["Tượng"]
        assert sorted(shop.names("nón")) == ["Leaf hat", "Tượng"]

    def test_places_are_no_targets(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(document("Khay tre"), document("Khay đồng", places=("Bắc Giang",)))
        assert shop.names("bamboo") == ["Khay tre"]
        assert shop.names("giang") == ["Khay tre", "Khay đồng"]  # the bamboo of the list, then a part of a place
        assert shop.names("bac giang") == ["Khay đồng"]

    def test_an_edit_counts_at_once(self, shop: Shop) -> None:
        shop.put(document("Khay khảm trai"))
        assert shop.names("shellwork") == []
        row = Synonym.objects.create(canonical_vi="khảm trai", forms="shellwork")
        assert shop.names("shellwork") == ["Khay khảm trai"]
        row.forms = "other"
        row.save()
        assert shop.names("shellwork") == []
        row.delete()
        assert shop.names("other") == []

    def test_kept_phrases_follow_changes(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(document("Tranh sơn mài"))
        assert shop.names("lacquer") == ["Tranh sơn mài"]
        (second,) = shop.put(document("Bát sơn mài"))
        assert shop.names("lacquer") == ["Bát sơn mài", "Tranh sơn mài"]
        forget("product", [second.object_id])
        assert shop.names("lacquer") == ["Tranh sơn mài"]


class TestSyllablesAndTypos:
    def test_joined(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(document("Tranh sơn mài"), document("Áo dài lụa"), document("Chuôn Ngọ", places=("Chuôn Ngọ",)))
        assert shop.names("sonmai") == ["Tranh sơn mài"]
        assert shop.names("aodai") == ["Áo dài lụa"]
        assert shop.names("chuonngo") == ["Chuôn Ngọ"]

    def test_joined_without_a_synonym(self, shop: Shop) -> None:
        shop.put(document("Giỏ mây tre đan"), document("Mây khô và tre"))
        assert shop.names("maytre") == ["Giỏ mây tre đan"]
        assert shop.names("maytredan") == ["Giỏ mây tre đan"]

    def test_split(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(document("Comple nam"), document("Aodai lụa"))
        assert shop.names("com ple") == ["Comple nam"]
        assert shop.names("áo dài") == ["Aodai lụa"]

    @pytest.mark.parametrize("typed", ["bat trnag", "bat trag", "bat trangg", "bat trsng", "bst trang", "bst trnag"])
    def test_typos(self, shop: Shop, typed: str) -> None:
        shop.put(document("Gốm", text="Bát Tràng"), document("Tranh"))
        results = shop.search(typed)
        assert shop.names_of(results.hits) == ["Gốm"]
        assert results.correction == "bat trang"

    def test_no_typo_beside_an_exact_match(self, shop: Shop) -> None:
        shop.put(document("Trang"), document("Trong"), document("Tranh"))
        results = shop.search("trang")
        assert shop.names_of(results.hits) == ["Trang"] and not results.correction

    def test_short_words_are_not_corrected(self, shop: Shop) -> None:
        shop.put(document("Cói"), document("Đá"))
        assert shop.names("db") == []

    def test_a_word_that_staff_listed_is_no_slip(self, shop: Shop, synonyms: list[Synonym]) -> None:
        shop.put(document("Nuta"), document("Suite"))
        assert shop.names("nứa") == []

    def test_the_correction_with_most_rows_comes_first(self, shop: Shop) -> None:
        shop.put(document("Khung một"), document("Khung hai"), document("Khunh"))
        results = shop.search("khunz")
        assert results.correction == "khung"
        assert shop.names_of(results.hits) == ["Khung hai", "Khung một", "Khunh"]

    @pytest.mark.parametrize("typed", ["khaz", "sofa", "moq", "khay mut", "ocop 3 sap"])
    def test_a_short_word_is_no_slip_of_any_other(self, shop: Shop, typed: str) -> None:
        shop.put(document("Khay gỗ"), document("Soft mat"), document("Một đôi"), document("OCOP 5 sao"))
        assert (shop.search(typed).total, shop.search(typed).correction) == (0, "")

    def test_a_typo_in_a_valid_syllable(self, shop: Shop) -> None:
        shop.put(document("Khảm trai"), document("Khâm liệm"), document("Tràn"))
        assert shop.names("kham tran") == ["Khảm trai"]


class TestFreshness:
    def test_two_processes_see_each_other(self, make_engine: Callable[[], SearchEngine]) -> None:
        first, second = Shop(make_engine()), Shop(make_engine())
        assert first.names() == second.names() == []
        (made,) = first.put(document("Khay cũ"))
        assert second.names() == first.names() == ["Khay cũ"]
        forget("product", [made.object_id])
        assert first.names() == second.names() == []

    def test_many_changes_at_once(self, make_engine: Callable[[], SearchEngine]) -> None:
        first, second = Shop(make_engine()), Shop(make_engine())
        second.search()
        first.put(*(document(f"Khay {number}") for number in range(700)))
        assert second.search().total == 700

    def test_a_change_is_seen_in_words_facets_and_stars(self, shop: Shop) -> None:
        (old,) = shop.put(document("Khay", facets={"craft": ("inlay",)}, stars=((4, None, None),)))
        assert shop.search().facet("stars").count("4") == 1
        changed = document("Hộp", facets={"craft": ("lacquer",)})
        forget("product", [old.object_id])
        shop.put(changed)
        results = shop.search()
        assert shop.names("khay") == [] and shop.names("hop") == ["Hộp"]
        assert [results.facet("craft").count(key) for key in ("inlay", "lacquer")] == [0, 1]
        assert results.facet("stars").count("4") == 0

    def test_rebuild_and_health(self, shop: Shop) -> None:
        shop.put(document("Khay"))
        assert shop.engine.rebuild() == 1
        health = shop.engine.health()
        assert health.ok and health.documents == 1 and health.standby is None

    def test_suggest(self, shop: Shop) -> None:
        shop.put(document("Khảm trai"), document("Làng khảm", kind="village"), document("Bát", text="khảm"))
        shop.refresh()
        assert set(shop.names_of(shop.engine.suggest("kha"))) == {"Khảm trai", "Làng khảm"}
        assert shop.engine.suggest("") == []

    def test_several_questions_are_as_one_by_one(self, shop: Shop) -> None:
        shop.put(document("Khay"), document("Làng Khay", kind="village"))
        shop.refresh()
        queries = [SearchQuery(kind, "khay") for kind in ("product", "village", "artisan")]
        assert shop.engine.search_many(queries) == [shop.engine.search(query) for query in queries]

    def test_synonyms_in_bulk(self, shop: Shop) -> None:
        shop.put(document("Khay khảm trai"))
        shop.search()
        Synonym.objects.bulk_create([Synonym(canonical_vi="khảm trai", forms="xyz")])
        note_synonyms()
        assert shop.names("xyz") == ["Khay khảm trai"]
