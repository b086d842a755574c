"""Orders that are kept as numbers only, against a plain sorting; and what a row may cost."""

import tracemalloc
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from pyroaring import BitMap

from search.engines.columns import Shared
from search.engines.index import Index
from search.engines.rows import Row
from search.text import name_key
from showcase.core.text import collation_key

NAMES = ("Ấm", "An", "Áo dài", "Đĩa", "Dao", "dao", "Ăn", "Nón lá", "Nón  Là", "", "Zebra", "Ồ 2")
SORTS = ("newest", "name:0", "name:1", "price_asc", "price_desc")

codes = st.sampled_from([f"C{number:02}" for number in range(24)] + ["C1", "C12X"])
looks = st.tuples(
    st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from([None, 0, 5, 9]), st.integers(0, 3), st.booleans()
)
batches = st.lists(st.dictionaries(codes, st.none() | looks, max_size=8), max_size=6)


def row_of(code: str, look: tuple) -> Row:
    vi, en, price, published, is_chosen = look
    facets = {"craft": ("chosen" if is_chosen else "other",)}
    return Row("product", code, float(published), (vi, en), f"{vi}\n\n\n\n", f"{vi}\n\n\n\n", facets, price=price)


def plain_key(sort: str, row: Row) -> tuple:
    if sort == "newest":
        return -row.published, row.code
    if sort.startswith("name"):
        return collation_key(" ".join(row.names[int(sort[-1])].split())), row.code
    return row.price is None, (row.price or 0) * (-1 if sort == "price_desc" else 1), row.code


def paged(index: Index, sort: str, hits: BitMap, size: int) -> list[str]:
    order = index.newest if sort == "newest" else index.ranked(sort)
    pages = [order.page(hits, offset, size) for offset in range(0, len(hits) + size, size)]
    return [index.codes[ordinal] for page in pages for ordinal in page]


@settings(deadline=None, max_examples=80)
@given(st.dictionaries(codes, looks), batches, st.integers(1, 7))
def test_every_order_is_the_plain_one_whatever_comes_changes_and_goes(first: dict, batches: list, size: int) -> None:
    rows = {code: row_of(code, look) for code, look in first.items()}
    index = Index(rows.values())
    for batch in [{}, *batches]:
        changed = [row_of(code, look) for code, look in batch.items() if look]
        gone = [code for code, look in batch.items() if not look]
        index.remove(gone)
        index.update(changed)
        rows = {**{code: row for code, row in rows.items() if code not in gone}, **{row.code: row for row in changed}}
        for sort in SORTS:
            expected = sorted(rows.values(), key=lambda row, sort=sort: plain_key(sort, row))
            assert paged(index, sort, index.all, size) == [row.code for row in expected], sort
            for key in ("chosen", "other"):
                wanted = [row.code for row in expected if row.facets["craft"] == (key,)]
                assert paged(index, sort, index.facets.get("craft", {}).get(key, BitMap()), size) == wanted, sort


def test_few_hits_among_many_rows() -> None:
    rows = [row_of(f"C{number:03}", (NAMES[number % 9], "", number % 5, number, True)) for number in range(200)]
    index = Index(rows)
    few = BitMap(range(0, 200, 11))
    expected = sorted((rows[ordinal] for ordinal in few), key=lambda row: plain_key("name:0", row))
    assert paged(index, "name:0", few, 4) == [row.code for row in expected]
    index.update([row_of("C011", ("Zzz", "", 1, 11, True))])
    assert paged(index, "name:0", few, 4)[-1] == "C011"


@given(st.text(), st.text())
def test_names_compare_as_their_collation(first: str, second: str) -> None:
    plain = [collation_key(" ".join(text.split())) for text in (first, second)]
    made = [name_key(text) for text in (first, second)]
    assert (made[0] < made[1], made[0] == made[1]) == (plain[0] < plain[1], plain[0] == plain[1])


def test_what_rows_have_in_common_is_kept_once() -> None:
    column: Shared[tuple[str, ...]] = Shared(())
    for value in [("a",), ("b",), ("a", "")[:1]]:
        column.append(value)
    assert column[0] is column[2]
    column[0] = ("b",)
    assert (column[0], column[1], column[2]) == (("b",), ("b",), ("a",))


def test_a_row_leaves_less_than_a_kilobyte_and_rows_are_not_kept_while_loading() -> None:
    number = 6_000

    def rows() -> Iterator[Row]:
        for each in range(number):
            text = f"Bình hoa dệt vân {each % 7}\nvases {each % 7}\n\n" + "đ" * 4_000 + "\n\nchuôn ngọ"
            names = (f"Bình hoa dệt vân Bỗn Quai {each}", "Bỗn Quai vases, straw")
            yield Row("product", f"C{each:05}", float(each), names, text, text, price=each, places=("Chuôn Ngọ",))

    tracemalloc.start()
    try:
        index = Index(rows())
        kept, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(index.all) == number
    assert kept < number * 1_000
    assert most < number * 2_000  # the texts alone are eight thousand bytes a row
