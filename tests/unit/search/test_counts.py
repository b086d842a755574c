"""Counts and orders against a plain reading of the rule, over random catalogues."""

from hypothesis import given, settings
from hypothesis import strategies as st
from pyroaring import BitMap

from search.engines.counting import filtered
from search.engines.index import Index
from search.engines.rows import Row

KEYS = {"craft": ("a", "b", "c"), "price": ("low", "high"), "material": ("m", "n")}
DAY = "2026-06-01"

facets = st.fixed_dictionaries({name: st.sets(st.sampled_from(keys)) for name, keys in KEYS.items()})
stars = st.lists(
    st.tuples(st.sampled_from([3, 4]), st.sampled_from([None, "2026-05-01", "2026-07-01"]), st.none()), max_size=2
)
row = st.tuples(facets, stars, st.sampled_from(["khay", "hop", "khay hop"]), st.integers(0, 5))
chosen = st.fixed_dictionaries(
    {name: st.sets(st.sampled_from((*keys, "unknown"))) for name, keys in {**KEYS, "stars": ("3", "4")}.items()}
)


def rows_of(raw: list) -> list[Row]:
    return [
        Row(
            kind="product" if number % 4 else "village",
            code=f"C{number:03}",
            published=float(age),
            names=(name, name),
            folded=f"{name}\n\n\n\n",
            marked=f"{name}\n\n\n\n",
            facets={key: tuple(values) for key, values in given_facets.items()},
            stars=tuple(given_stars),
        )
        for number, (given_facets, given_stars, name, age) in enumerate(raw)
    ]


def values_of(row: Row, facet: str) -> set[str]:
    if facet == "stars":
        return {str(stars) for stars, start, _end in row.stars if not start or start <= DAY}
    return set(row.facets.get(facet, ()))


def passes(row: Row, filters: dict[str, set[str]]) -> bool:
    return row.kind == "product" and all(values_of(row, facet) & keys for facet, keys in filters.items() if keys)


@settings(deadline=None, max_examples=150)
@given(st.lists(row, max_size=25), chosen, st.integers(0, 25))
def test_counts_follow_the_rule(raw: list, filters: dict[str, set[str]], late: int) -> None:
    rows = rows_of(raw)
    index = Index(rows[late:])
    index.update(rows[:late])
    asked = {facet: tuple(keys) for facet, keys in filters.items()}
    hits, facets = filtered(index, index.kinds.get("product", BitMap()), asked, DAY)
    assert {index.codes[ordinal] for ordinal in hits} == {row.code for row in rows if passes(row, filters)}
    counted = {facet.name: {value.key: value.count for value in facet.values} for facet in facets}
    for facet, keys in {**KEYS, "stars": ("3", "4")}.items():
        for key in keys:
            expected = sum(passes(row, {**filters, facet: {key}}) for row in rows)
            assert counted.get(facet, {}).get(key, 0) == expected


@settings(deadline=None, max_examples=150)
@given(st.lists(row, max_size=25), st.integers(0, 25), st.integers(1, 5), st.data())
def test_newest_first_whatever_the_order_of_arrival(raw: list, late: int, size: int, data: st.DataObject) -> None:
    rows = rows_of(raw)
    index = Index(rows[late:])
    for one in data.draw(st.permutations(rows[:late])):
        index.update([one])
    expected = [row.code for row in sorted(rows, key=lambda row: (-row.published, row.code))]
    pages = [index.newest.page(index.all, offset, size) for offset in range(0, len(rows), size)]
    assert [index.codes[ordinal] for page in pages for ordinal in page] == expected


@settings(deadline=None, max_examples=100)
@given(st.lists(row, min_size=1, max_size=20), st.lists(row, max_size=10), st.sets(st.integers(0, 19)))
def test_a_changed_index_equals_a_new_one(raw: list, changed: list, removed: set[int]) -> None:
    index = Index(rows_of(raw))
    for name in ("name:0", "price_asc"):
        index.ranked(name)
    after = {row.code: row for row in [*rows_of(raw), *rows_of(changed)]}
    index.update(rows_of(changed))
    gone = [f"C{number:03}" for number in removed]
    index.remove(gone)
    fresh = Index(row for code, row in after.items() if code not in gone)
    assert summary(index) == summary(fresh)


def summary(index: Index) -> dict:
    def codes(ordinals) -> list[str]:
        return [index.codes[ordinal] for ordinal in ordinals]

    postings = {
        "kinds": index.kinds, "text": index.prose_words, "names": index.name_words, "stars": index.stars_on(DAY),
        **index.facets,
    }  # fmt: skip
    kept = {
        name: {key: sorted(codes(rows)) for key, rows in values.items() if rows} for name, values in postings.items()
    }
    return {
        "newest": codes(index.newest.page(index.all, 0, 100)),
        "orders": [codes(index.ranked(name).page(index.all, 0, 100)) for name in ("name:0", "price_asc", "price_desc")],
        **{name: values for name, values in kept.items() if values},
    }
