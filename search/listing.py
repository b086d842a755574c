"""From results to what the list templates show."""

from typing import Any
from urllib.parse import quote_plus

from django.utils.translation import gettext as _

from search.documents import NAME, NEWEST, PRICE_ASC, PRICE_DESC, RELEVANCE, Facet, SearchResults
from search.labels import FacetLabels
from search.params import ListParams
from search.sidebar import sidebar

Context = dict[str, Any]
#: So many values of a facet are seen at once; the rest is folded.
SEEN = 8
#: A maker is chosen on the maker's page: thousands of names are no list.
UNLISTED = frozenset({"artisan"})


def list_context(params: ListParams, results: SearchResults, labels: list[FacetLabels], sorts: list[str]) -> Context:
    """The context of ``components/listing.html``, see ``search.views``."""
    page, pages = results.page, results.pages
    groups = facet_groups(params, results, labels)
    return {
        "q": params.q,
        "results": results,
        "correction": results.correction,
        "facets": groups,
        "sidebar": sidebar(groups),
        "chips": chips(params, labels),
        "sorts": sort_links(params, sorts),
        "clear_url": params.cleared().url() if params.filters else None,
        "first_url": params.url(),
        "last_url": params.url(pages),
        "prev_url": params.url(page - 1) if 1 < page <= pages else None,
        "next_url": params.url(page + 1) if page < pages else None,
    }


def facet_groups(params: ListParams, results: SearchResults, labels: list[FacetLabels]) -> list[Context]:
    """Facets in the order of registration, their values in the order of their labels."""
    counted = {facet.name: facet for facet in results.facets}
    groups = []
    for facet in labels:
        if facet.name in UNLISTED:
            continue
        values = _values(params, counted.get(facet.name), facet)
        if values:
            groups.append({"name": facet.name, "label": str(facet.label), **_folded(values)})
    if groups and not params.filters:
        groups[0]["is_open"] = True
    return groups


def _folded(values: list[Context]) -> Context:
    """The values, those seen at once and the rest; what holds a chosen value stands open."""
    seen = SEEN if len(values) > SEEN + 2 else len(values)
    return {
        "values": values,
        "first": values[:seen],
        "rest": values[seen:],
        "is_open": any(value["selected"] for value in values),
        "rest_is_open": any(value["selected"] for value in values[seen:]),
    }


def _values(params: ListParams, counted: Facet | None, labels: FacetLabels) -> list[Context]:
    counts = {value.key: value.count for value in counted.values} if counted else {}
    chosen = params.filters.get(labels.name, ())
    before, after = params.adding(labels.name)
    return [
        {
            "key": key,
            "label": label,
            "count": counts.get(key, 0),
            "selected": key in chosen,
            "url": params.toggled(labels.name, key).url() if key in chosen else f"{before}{quote_plus(key)}{after}",
        }
        for key, label in labels.values.items()
        if key in counts or key in chosen
    ]


def chips(params: ListParams, labels: list[FacetLabels]) -> list[Context]:
    """One chip for each chosen value; its address is the list without it."""
    return [
        {"name": facet.name, "label": facet.values.get(key, key), "url": params.toggled(facet.name, key).url()}
        for facet in labels
        for key in params.filters.get(facet.name, ())
    ]


def loosened(params: ListParams, labels: list[FacetLabels]) -> list[tuple[str, ListParams]]:
    """The same list with one thing less, and the name of that thing: its words, then each chosen value."""
    fewer = [(f"“{params.q}”", params.without_words())] if params.q else []
    fewer += [
        (facet.values.get(key, key), params.toggled(facet.name, key))
        for facet in labels
        for key in params.filters.get(facet.name, ())
    ]
    return fewer if len(fewer) > 1 else []


def sort_links(params: ListParams, sorts: list[str]) -> list[Context]:
    """The orders on offer; the first is the one without a parameter."""
    words = {
        RELEVANCE: _("Best match"),
        NEWEST: _("Newest"),
        NAME: _("By name"),
        PRICE_ASC: _("Price, low to high"),
        PRICE_DESC: _("Price, high to low"),
    }
    chosen = params.sort if params.sort in sorts else sorts[0]
    return [
        {
            "key": sort,
            "label": words[sort],
            "url": params.sorted_by("" if sort == sorts[0] else sort).url(),
            "selected": sort == chosen,
        }
        for sort in sorts
    ]
