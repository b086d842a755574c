"""The read API: the search that the pages have, as JSON. Answers read like pages: what is not public is not there."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from ninja import NinjaAPI, Query, Schema
from ninja.errors import ValidationError

from search import querylog
from search.documents import Hit, SearchQuery, SearchResults
from search.engines import get_engine
from search.entries import documents_of
from search.kinds import LABELS
from search.labels import facet_labels
from search.listing import UNLISTED, facet_groups
from search.params import NO_PAGE, ListParams
from search.schemas import (
    MOST_ON_A_PAGE,
    FacetValue,
    Fault,
    Problem,
    Question,
    Result,
    SearchAnswer,
    SuggestAnswer,
    Suggestion,
    SuggestionGroup,
    Words,
)
from search.text import clean_query, folded_words
from showcase.core.caching import kept_answer
from showcase.core.documents import CardContext
from showcase.core.registries import facets

#: Suggestions of each kind.
SUGGESTED = 4
#: So many letters suffice.
FEWEST_LETTERS = 2
#: A glossary's meaning may be a paragraph.
LONGEST_DETAIL = 90
#: Seconds for which a suggestion may be kept on the way.
MINUTE = 60
DAY = 86_400
SAFE = ["GET", "HEAD"]
PROBLEM = "application/problem+json"
#: Every place in the site that is narrowed by a facet knows the same ones.
FACET_PARAMETERS = [
    {
        "in": "query",
        "name": facet.name,
        "required": False,
        "description": f"Narrow by {facet.name}; several values by repeating. What is not known is left out.",
        "schema": {"type": "array", "items": {"type": "string"}},
    }
    for facet in facets
]

api = NinjaAPI(
    title="Craft-village showcase",
    version="1",
    description="Search of everything public, in Vietnamese and English. For reading only.",
    urls_namespace="api",
    docs_url=None,  # its page asks other hosts for scripts
    openapi_url=None,  # ours answers GET and HEAD alone
    servers=[{"url": "/"}],
)


@api.api_operation(
    SAFE,
    "/search",
    response={200: SearchAnswer, 404: Problem, 422: Problem},
    summary="Search",
    url_name="search_api",  # the page is called "search"
    openapi_extra={"parameters": FACET_PARAMETERS},
)
def search(request: HttpRequest, asked: Query[Question]) -> HttpResponse:
    """Products, villages, artisans and pages by words and facets, the best match first."""
    with translation.override(asked.lang):
        engine = get_engine()
        engine.refresh(request)
        labels = facet_labels(engine, asked.lang)
        params = ListParams.read(request.path, request.GET, {facet.name: facet.values for facet in labels})
        counted = tuple(name for name in facets.names() if name not in UNLISTED)
        page = min(asked.page, NO_PAGE)
        results = engine.search(
            SearchQuery(asked.type, params.q, params.filters, "", page, asked.page_size, asked.lang, counted=counted)
        )
        if results.beyond:
            return _beyond(results, asked.lang)
        if not asked.type:  # words that find nothing of one kind may find something
            querylog.note(params.q, asked.lang, results.total, request, source="api")
        answer = SearchAnswer(
            total=results.total,
            results=[Result(**said, score=hit.score) for hit, said, _card in _shown(results.hits, asked.lang)],
            facets={
                group.name: [
                    FacetValue(key=value.key, label=value.label, count=value.total, selected=value.selected)
                    for value in group.values
                ]
                for group in facet_groups(params, results, labels)
            },
            did_you_mean=results.correction or results.suggestion or None,
        )
    response = _json(answer, asked.lang)
    response.headers["Cache-Control"] = "no-cache"  # what is withdrawn is gone at once
    return response


@api.api_operation(
    SAFE,
    "/suggest",
    response={200: SuggestAnswer, 422: Problem},
    summary="Suggestions as one types",
    url_name="suggest_api",
)
def suggest(request: HttpRequest, asked: Query[Words]) -> HttpResponseBase:
    """The best of each kind whose name begins like what is typed; two letters suffice."""
    words = clean_query(asked.q)
    hits: list[Hit] = []
    if len("".join(folded_words(words))) >= FEWEST_LETTERS:
        engine = get_engine()
        engine.refresh(request)
        hits = engine.suggest(words, asked.lang, SUGGESTED)
    with translation.override(asked.lang):
        groups: dict[str, SuggestionGroup] = {}
        for hit, said, card in _shown(hits, asked.lang):
            if hit.kind not in groups:
                groups[hit.kind] = SuggestionGroup(type=hit.kind, label=str(LABELS[hit.kind]), results=[])
            groups[hit.kind].results.append(Suggestion(**said, detail=_detail(card)))
    answer = SuggestAnswer(q=words, groups=list(groups.values()))
    return kept_answer(request, _json(answer, asked.lang), MINUTE)


@require_safe
def openapi(request: HttpRequest) -> HttpResponseBase:
    """What can be asked, as OpenAPI 3.1."""
    return kept_answer(request, JsonResponse(_described()), DAY)


@api.exception_handler(ValidationError)
def _unreadable(request: HttpRequest, error: ValidationError | type[ValidationError]) -> HttpResponse:
    """Say in the language of the question, as far as that can be read, which parameters are wrong."""
    language = "en" if request.GET.get("lang") == "en" else "vi"
    with translation.override(language):
        says = _rules()
        names = dict.fromkeys(str(fault["loc"][-1]) for fault in getattr(error, "errors", ()))
        faults = [Fault(parameter=name, message=says.get(name, "")) for name in names]
        detail = " ".join(fault.message for fault in faults)
        return _problem(422, _("The question cannot be read"), detail, language, faults)


def _rules() -> dict[str, str]:
    return {
        "lang": _("“lang” is “vi” or “en”."),
        "type": _("“type” is one of: %(kinds)s.") % {"kinds": ", ".join(LABELS)},
        "page": _("“page” is a whole number from 1."),
        "page_size": _("“page_size” is a whole number from 1 to %(most)s.") % {"most": MOST_ON_A_PAGE},
    }


def _beyond(results: SearchResults, language: str) -> HttpResponse:
    detail = _("The last page is number %(pages)s.") % {"pages": results.pages}
    return _problem(404, _("There is no such page"), detail, language)


def _problem(status: int, title: str, detail: str, language: str, errors: list[Fault] | None = None) -> HttpResponse:
    problem = Problem(title=title, status=status, detail=detail, errors=errors or [])
    response = _json(problem, language, status, PROBLEM)
    response.headers["Cache-Control"] = "no-cache"
    return response


def _json(answer: Schema, language: str, status: int = 200, content_type: str = "application/json") -> HttpResponse:
    headers = {"Content-Language": language, "X-Robots-Tag": "noindex"}
    return HttpResponse(answer.model_dump_json(), status=status, content_type=content_type, headers=headers)


def _shown(hits: Iterable[Hit], language: str) -> Iterator[tuple[Hit, dict[str, str], CardContext]]:
    """Hits with what every answer says of them, and their cards; one that left the public since is left out."""
    hits = list(hits)
    documents = documents_of([hit.code for hit in hits])
    for hit in hits:
        if document := documents.get(hit.code):
            card = document.cards.get(language) or next(iter(document.cards.values()), {})
            vietnamese = document.names.get("vi") or next(iter(document.names.values()), "")
            name = document.names.get(language) or vietnamese
            said = {"type": hit.kind, "code": hit.code, "name": name, "name_vi": vietnamese, "url": card.get("url", "")}
            yield hit, said, card


def _detail(card: CardContext) -> str:
    """Two things that tell it from its namesakes."""
    known = [str(card[name]) for name in ("maker", "village", "gloss", "place") if card.get(name)]
    return str(Truncator(" · ".join(known[:2])).chars(LONGEST_DETAIL))


@cache
def _described() -> dict[str, Any]:
    """The schema as Ninja writes it, with problems under their own type; HEAD needs no words."""
    schema: dict[str, Any] = api.get_openapi_schema()
    for operations in schema["paths"].values():
        operations.pop("head", None)
        for status, response in operations["get"]["responses"].items():
            if int(status) >= 400:
                response["content"] = {PROBLEM: response["content"].pop("application/json")}
    return schema
