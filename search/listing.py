"""From results to what the list templates show."""

from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from search.documents import NAME, NEWEST, PRICE_ASC, PRICE_DESC, RELEVANCE, Facet, SearchResults
from search.labels import FacetLabels
from search.params import ListParams
from search.sidebar import Group, Value, sidebar
from showcase.core.frame import kept_now
from showcase.core.shaped import filled

Context = dict[str, Any]
#: So many values of a facet are seen at once; the rest is folded.
SEEN = 8
#: A maker is chosen on the maker's page: thousands of names are no list.
UNLISTED = frozenset({"artisan"})


def list_context(
    request: HttpRequest, params: ListParams, results: SearchResults, labels: list[FacetLabels], sorts: list[str]
) -> Context:
    """The context of ``components/listing.html``, see ``search.views``."""
    page, pages = results.page, results.pages
    chosen, orders = chips(params, labels), sort_links(params, sorts)
    clear = params.cleared().url() if params.filters else ""
    return {
        "q": params.q,
        "results": results,
        "correction": results.correction,
        "suggestion": results.suggestion,
        "suggestion_url": ListParams(params.path, results.suggestion).url() if results.suggestion else "",
        "partial": "yes" if results.is_partial and results.total else "",
        "sidebar": _sidebar(request, params, results, labels),
        "chips": chosen,
        "chip_list": _chip_list(request, chosen, clear) if chosen else "",
        "sorts": orders,
        "sort_list": _sort_list(request, orders) if results.total > 1 else "",
        "clear_url": clear,
        "pagination": _pagination(request, params, page, pages) if pages > 1 else "",
    }


def _sidebar(request: HttpRequest, params: ListParams, results: SearchResults, labels: list[FacetLabels]) -> SafeString:
    """The facets; of a list that nobody narrowed they are the same on all its pages."""

    def written() -> SafeString:
        return sidebar(facet_groups(params, results, labels), params.path, *params.fields())

    if params.q or params.filters:
        return written()
    # Named by the state of the results too: a change may have been heard of since they were found.
    return kept_now(("sidebar", params.path, params.sort, results.state), request, written)


def _sort_list(request: HttpRequest, orders: list[Context]) -> SafeString:
    shape = tuple((order["label"], order["selected"]) for order in orders)
    return filled(
        "components/sorts.html",
        request,
        {f"url{number}": order["url"] for number, order in enumerate(orders)},
        shape,
        lambda texts: {
            "sorts": [
                {"label": label, "selected": selected, "url": texts[f"url{number}"]}
                for number, (label, selected) in enumerate(shape)
            ]
        },
    )


def _chip_list(request: HttpRequest, chosen: list[Context], clear_url: str) -> SafeString:
    texts = {"clear_url": clear_url}
    for number, chip in enumerate(chosen):
        texts |= {f"label{number}": str(chip["label"]), f"url{number}": chip["url"]}
    return filled(
        "components/chips.html",
        request,
        texts,
        len(chosen),
        lambda texts: {
            "clear_url": texts["clear_url"],
            "chips": [{"label": texts[f"label{n}"], "url": texts[f"url{n}"]} for n in range(len(chosen))],
        },
    )


def _pagination(request: HttpRequest, params: ListParams, page: int, pages: int) -> SafeString:
    texts = {
        "page": str(page),
        "pages": str(pages),
        "first_url": params.url() if page > 1 else "",
        "prev_url": params.url(page - 1) if 1 < page <= pages else "",
        "next_url": params.url(page + 1) if page < pages else "",
        "last_url": params.url(pages) if page < pages else "",
    }
    return filled("components/pagination.html", request, texts)


def facet_groups(params: ListParams, results: SearchResults, labels: list[FacetLabels]) -> list[Group]:
    """Facets in the order of registration, their values in the order of their labels."""
    counted = {facet.name: facet for facet in results.facets}
    groups: list[Group] = []
    for facet in labels:
        if facet.name in UNLISTED:
            continue
        values = _values(params, counted.get(facet.name), facet)
        if values:
            seen = SEEN if len(values) > SEEN + 2 else len(values)
            chosen = params.filters.get(facet.name, ())
            is_open = bool(chosen) or not (groups or params.filters)
            rest_is_open = bool(chosen) and any(value.selected for value in values[seen:])
            groups.append(Group(facet.name, str(facet.label), values, seen, is_open, rest_is_open))
    return groups


def _values(params: ListParams, counted: Facet | None, labels: FacetLabels) -> list[Value]:
    counts = {value.key: value.count for value in counted.values} if counted else {}
    chosen = params.filters.get(labels.name, ())
    return [
        Value(key, label, html, written, counts[key], False, "")
        if key not in chosen
        else Value(key, label, html, written, counts.get(key, 0), True, params.toggled(labels.name, key).url())
        for key, label, html, written in labels.written
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
