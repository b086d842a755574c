"""Lists of villages, artisans and products, and the search page.

Lists render from the documents: a list page asks the feed, reads 24 documents, and nothing
of the records. Every template here gets

``q``
    what was typed, cleaned and cut to 200 characters; ``correction`` the spelling searched instead, or empty
``results``
    ``.hits`` (each with ``.kind``, ``.code``, ``.stars``), ``.total``, ``.page``, ``.pages``
``cards``
    the cards of the hits in the page's language, as HTML
``facets``
    list of {name, label, values: [{key, label, count, selected, url}]}; only facets with values; ``sidebar`` as HTML
``chips``
    chosen filters: list of {name, label, url}, the url takes the filter away; ``clear_url`` all of them, or None
``sorts``
    list of {key, label, url, selected}
``first_url prev_url next_url last_url``
    addresses of pages; prev and next are None where there is none
``nearest``
    when filters leave nothing: cards of the same words without filters
``without``
    when nothing is found: what there is with one thing less, list of {label, url, total}; only what finds something

``search/list.html`` also gets ``heading``, ``intro`` and ``count`` (the number in words) of its kind.
``search/search.html`` gets ``villages`` and ``artisans`` (cards, at most three each; empty without words) with
``villages_url``/``artisans_url`` (those lists with the same words) and ``villages_total``/``artisans_total``.
``search/beyond.html`` (status 404, a page after the last one) gets ``first_url``, ``last_url``, ``total``, ``pages``.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from search.cards import cards_of
from search.documents import NAME, NEWEST, PRICE_ASC, PRICE_DESC, RELEVANCE, SearchQuery, SearchResults
from search.engines import get_engine
from search.engines.base import SearchEngine
from search.kinds import KINDS
from search.labels import FacetLabels, facet_labels
from search.listing import Context, list_context, loosened
from search.params import ListParams
from search.structured import list_head

#: How many villages and artisans the search page shows.
TOP = 3
#: How many records are offered when the filters leave nothing.
NEAREST = 4
#: So many ways out of an empty result are counted.
WAYS_OUT = 8


@require_safe
def village_list(request: HttpRequest) -> HttpResponse:
    """All villages, by facets."""
    return _list(request, "village")


@require_safe
def artisan_list(request: HttpRequest) -> HttpResponse:
    """All artisans, by facets."""
    return _list(request, "artisan")


@require_safe
def product_list(request: HttpRequest) -> HttpResponse:
    """All products, by facets."""
    return _list(request, "product")


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Products by words and facets, with the villages and artisans the words find."""
    engine, params, labels = _asked(request)
    query = _query("product", params)
    queries = [query]
    if params.q:
        queries += [SearchQuery(kind, params.q, page_size=TOP, language=_language()) for kind in ("village", "artisan")]
    results, *others = engine.search_many(queries)
    if results.beyond:
        return _beyond(request, params, results)
    context = _context(engine, query, params, results, labels)
    nothing = SearchResults((), 0, 1, 1)
    villages, artisans = others or (nothing, nothing)
    for name, view, found in (("villages", "village_list", villages), ("artisans", "artisan_list", artisans)):
        context[name] = cards_of(found.hits, _language())
        context[f"{name}_total"] = found.total
        context[f"{name}_url"] = ListParams(reverse(view), params.q).url()
    context |= list_head(params, results.page, "search", "", is_indexed=False)
    return render(request, "search/search.html", context)


def _list(request: HttpRequest, kind: str) -> HttpResponse:
    engine, params, labels = _asked(request)
    query = _query(kind, params)
    results = engine.search(query)
    if results.beyond:
        return _beyond(request, params, results)
    above = KINDS[kind]
    context = _context(engine, query, params, results, labels)
    context |= {"heading": above.heading, "intro": above.intro, "count": above.count(results.total)}
    context |= list_head(params, results.page, f"{kind}_list", str(above.heading), str(above.intro))
    return render(request, "search/list.html", context)


def _asked(request: HttpRequest) -> tuple[SearchEngine, ListParams, list[FacetLabels]]:
    engine = get_engine()
    engine.refresh(request)
    labels = facet_labels(engine, _language())
    known = {facet.name: facet.values for facet in labels}
    return engine, ListParams.read(request.path, request.GET, known), labels


def _language() -> str:
    return (get_language() or "vi").split("-")[0]


def _query(kind: str, params: ListParams) -> SearchQuery:
    return SearchQuery(kind, params.q, params.filters, params.sort, params.page, language=_language())


def _context(
    engine: SearchEngine, query: SearchQuery, params: ListParams, results: SearchResults, labels: list[FacetLabels]
) -> Context:
    sorts = [RELEVANCE, NEWEST, NAME] if params.q else [NEWEST, NAME]
    if query.kind == "product":
        sorts += [PRICE_ASC, PRICE_DESC]
    context = list_context(params, results, labels, sorts)
    context["cards"] = cards_of(results.hits, query.language)
    context["nearest"], context["without"] = [], ()
    if not results.total:
        context["without"] = _ways_out(engine, query, loosened(params, labels)[:WAYS_OUT])
    if not results.total and params.filters:
        without = SearchQuery(query.kind, query.text, page_size=NEAREST, language=query.language)
        context["nearest"] = cards_of(engine.search(without).hits, query.language)
    return context


def _ways_out(engine: SearchEngine, query: SearchQuery, fewer: list[tuple[str, ListParams]]) -> list[Context]:
    """How much there is with one word or filter less."""
    questions = [
        SearchQuery(query.kind, params.q, params.filters, page_size=1, language=query.language)
        for _label, params in fewer
    ]
    found = zip(fewer, engine.search_many(questions) if questions else (), strict=False)
    return [
        {"label": label, "url": params.url(), "total": results.total}
        for (label, params), results in found
        if results.total
    ]


def _beyond(request: HttpRequest, params: ListParams, results: SearchResults) -> HttpResponse:
    context = {
        "q": params.q,
        "first_url": params.url(),
        "last_url": params.url(results.pages),
        "total": results.total,
        "pages": results.pages,
    }
    return render(request, "search/beyond.html", context, status=404)
