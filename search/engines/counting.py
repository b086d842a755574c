"""Filtering and counting: AND across facets, OR within one.

A value's count is the number of results if it were the only value chosen in its facet, the
other facets unchanged.
"""

from collections.abc import Mapping

from pyroaring import BitMap

from search.documents import STARS, Facet, FacetValue
from search.engines.index import Index, Postings


def filtered(
    index: Index,
    base: BitMap,
    filters: Mapping[str, tuple[str, ...]],
    day: str,
    counted: tuple[str, ...] | None = None,
) -> tuple[BitMap, tuple[Facet, ...]]:
    """The rows of ``base`` that pass the filters, and the counts of every value in ``base``'s kind.

    With ``counted`` only these facets are counted.
    """
    postings = _postings(index, day)
    chosen = {name: _any_of(postings.get(name, {}), keys) for name, keys in filters.items() if keys}
    hits = base
    for union in chosen.values():
        hits = hits & union
    facets = []
    for name, values in postings.items():
        if counted is not None and name not in counted:
            continue
        rows = hits
        if name in chosen:
            rows = base
            for other, union in chosen.items():
                if other != name:
                    rows = rows & union
        facets.append(Facet(name, _counts(values, rows, filters.get(name, ()))))
    return hits, tuple(facets)


def _postings(index: Index, day: str) -> dict[str, Postings]:
    return {**index.facets, STARS: index.stars_on(day)}


def _any_of(values: Postings, keys: tuple[str, ...]) -> BitMap:
    found = [values[key] for key in keys if key in values]
    return BitMap.union(*found) if found else BitMap()


def _counts(values: Postings, rows: BitMap, selected: tuple[str, ...]) -> tuple[FacetValue, ...]:
    common = rows.intersection_cardinality
    return tuple(
        [
            FacetValue(key, count, key in selected)
            for key, bitmap in values.items()
            if (count := common(bitmap)) or key in selected
        ]
    )
