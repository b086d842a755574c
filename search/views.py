"""Lists of villages, artisans and products, and the search page.

Lists answer from what is stored: a list page asks the feed, reads 24 stored cards, and nothing
of the records. Every template here gets

``q``
    what was typed, cleaned and cut to 200 characters; ``correction`` the spelling searched instead, or empty;
    ``suggestion`` one that was not searched, with ``suggestion_url``, ``partial`` not empty where nothing has all words
``results``
    ``.hits`` (each with ``.kind``, ``.code``, ``.stars``), ``.total``, ``.page``, ``.pages``
``cards``
    the cards of the hits in the page's language, as HTML
``sidebar``
    the facets with the counts of their values, as HTML
``chips``
    chosen filters: list of {name, label, url}, the url takes the filter away; ``clear_url`` all of them; ``chip_list``
    as HTML
``sorts``
    list of {key, label, url, selected}; ``sort_list`` as HTML; ``pagination``, HTML too
``count``
    the number found, in words
``nearest``
    when filters leave nothing: cards of the same words without filters
``without``, ``only``
    when nothing is found: what there is with one thing less, or by one of the words alone, lists of
    {label, url, total} of what finds something. ``everywhere_url``: the search page with the words of a list

``search/list.html`` also gets ``heading`` and ``intro`` of its kind, ``whole_list`` and ``later_page``.
``search/search.html`` gets ``leading`` and ``following`` (the other kinds, before and after the products) and
``ways_down`` (links to all that was found), HTML of ``search.together``; empty without words.
A page with results needs no more than texts and is filled into its kept shape (``showcase.core.shaped``).
``search/beyond.html`` (status 404, a page after the last one) gets ``first_url``, ``last_url``, ``total``, ``pages``.
"""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from search import querylog, together
from search.cards import cards_of, cards_of_groups
from search.documents import NAME, NEWEST, PRICE_ASC, PRICE_DESC, RELEVANCE, SearchQuery, SearchResults
from search.engines import get_engine
from search.engines.base import SearchEngine
from search.highlighting import highlighted
from search.kinds import KINDS
from search.labels import FacetLabels, facet_labels
from search.listing import UNLISTED, Context, list_context, loosened
from search.params import ListParams
from search.structured import list_head
from showcase.core.cards import joined_first
from showcase.core.filling import shaped_page
from showcase.core.registries import facets

LISTING = (
    "q",
    "correction",
    "suggestion",
    "suggestion_url",
    "partial",
    "sidebar",
    "count",
    "cards",
    "chip_list",
    "sort_list",
    "pagination",
)
LIST_TEXTS = ("heading", "intro", "whole_list", "later_page", *LISTING)
SEARCH_TEXTS = ("ways_down", "leading", "following", *LISTING)
#: How many records are offered when the filters leave nothing.
NEAREST = 4
#: So many ways out of an empty result are counted.
WAYS_OUT = 8
WORDS_ALONE = 4


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
    """Products by words and facets, with the other kinds that the words find."""
    engine, params, labels = _asked(request)
    query = _query("product", params)
    results, *others = engine.search_many([query, *together.questions(query)])
    if results.beyond:
        return _beyond(request, params, results)
    querylog.note(params.q, query.language, results.total + sum(found.total for found in others), request)
    found_cards = cards_of_groups([results.hits, *together.picked(others)], query.language)
    cards, *other_cards = [highlighted(some, results.correction or params.q) for some in found_cards]
    context = _context(request, query, params, results, labels, cards)
    groups = together.groups(query, results, others, other_cards)
    context["leading"] = together.sections([group for group in groups if group.leads], params, request)
    context["following"] = together.sections([group for group in groups if not group.leads], params, request)
    context["ways_down"] = together.ways_down(groups, results.total, request)
    context |= list_head(params, results.page, "search", "", is_indexed=False)
    return _page(request, "search/search.html", context, SEARCH_TEXTS)


def _list(request: HttpRequest, kind: str) -> HttpResponse:
    engine, params, labels = _asked(request)
    query = _query(kind, params)
    results = engine.search(query)
    if results.beyond:
        return _beyond(request, params, results)
    heading, intro = str(KINDS[kind].heading), str(KINDS[kind].intro)
    cards = highlighted(cards_of(results.hits, query.language), results.correction or params.q)
    context = _context(request, query, params, results, labels, cards)
    context |= {"heading": heading, "intro": intro, "whole_list": params.path}
    context["later_page"] = str(results.page) if results.page > 1 else ""
    context |= list_head(params, results.page, f"{kind}_list", heading, intro)
    return _page(request, "search/list.html", context, LIST_TEXTS)


def _page(request: HttpRequest, template: str, context: Context, texts: tuple[str, ...]) -> HttpResponse:
    if not context["results"].total:
        return render(request, template, context)
    given = {name: context.get(name, "") for name in texts}
    return shaped_page(request, template, given, context["findable"], context["alternate_urls"])


def _asked(request: HttpRequest) -> tuple[SearchEngine, ListParams, list[FacetLabels]]:
    engine = get_engine()
    engine.refresh(request)
    labels = facet_labels(engine, _language())
    known = {facet.name: facet.values for facet in labels}
    return engine, ListParams.read(request.path, request.GET, known), labels


def _language() -> str:
    return (get_language() or "vi").split("-")[0]


def _query(kind: str, params: ListParams) -> SearchQuery:
    counted = tuple(name for name in facets.names() if name not in UNLISTED)
    sorts = _sorts(kind, params.q)
    sort = params.sort if params.sort in sorts else sorts[0]
    return SearchQuery(kind, params.q, params.filters, sort, params.page, language=_language(), counted=counted)


def _sorts(kind: str, words: str) -> list[str]:
    """The orders on offer, the usual one first: villages and makers are looked up, pieces looked through."""
    if kind == "product":
        return [*([RELEVANCE] if words else []), NEWEST, NAME, PRICE_ASC, PRICE_DESC]
    return [RELEVANCE, NAME, NEWEST] if words else [NAME, NEWEST]


def _context(
    request: HttpRequest,
    query: SearchQuery,
    params: ListParams,
    results: SearchResults,
    labels: list[FacetLabels],
    cards: list[SafeString],
) -> Context:
    context = list_context(request, params, results, labels, _sorts(query.kind, params.q))
    context["count"] = KINDS[query.kind].count(results.total)
    context["cards"] = joined_first(cards)
    context["nearest"], context["without"], context["only"], context["everywhere_url"] = [], (), (), ""
    engine, everywhere = get_engine(), reverse("search")
    if not results.total:
        context["without"] = _ways_out(engine, query, loosened(params, labels)[:WAYS_OUT])
        anything = replace(query, kind="" if params.path == everywhere else query.kind)
        context["only"] = _ways_out(engine, anything, [(each.q, each) for each in params.each_word()[:WORDS_ALONE]])
    if not results.total and params.q and params.path != everywhere:
        context["everywhere_url"] = ListParams(everywhere, params.q).url()
    if not results.total and params.filters:
        without = SearchQuery(query.kind, query.text, page_size=NEAREST, language=query.language, counted=())
        context["nearest"] = cards_of(engine.search(without).hits, query.language)
    return context


def _ways_out(engine: SearchEngine, query: SearchQuery, fewer: list[tuple[str, ListParams]]) -> list[Context]:
    """How much there is with one word or filter less."""
    questions = [
        SearchQuery(query.kind, params.q, params.filters, page_size=1, language=query.language, counted=())
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
