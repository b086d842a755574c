"""A question as the body of an Elasticsearch search, and its answer as ours."""

from collections.abc import Iterable, Mapping
from typing import Any

from search import levels
from search.documents import NAME, PRICE_ASC, PRICE_DESC, RELEVANCE, SORTS, STARS, Facet, FacetValue, Hit, SearchQuery
from search.engines.clauses import Clause, plan_clause, quality, starred
from search.engines.found import Match
from search.engines.rows import stars_valid
from search.promotions import MOST

Body = dict[str, Any]
#: How deep a list may be paged: ``from`` and ``size`` beyond it are refused by the server.
WINDOW = 200_000
#: From here on a page is late: it costs the server less from the end of the list, if that is nearer.
LATE = 5_000
KEPT = ["code", "kind", "stars"]
NEWEST_FIRST = [{"published": "desc"}, {"code": "asc"}]


def search_body(
    query: SearchQuery, match: Match, day: str, facets: Mapping[str, Iterable[str]], total: int | None = None
) -> Body:
    """``facets``: the keys of those to be counted. ``total`` is asked before a late page."""
    filters = {name: _chosen(name, keys, day) for name, keys in query.filters.items() if keys}
    offset, size = (query.page - 1) * query.page_size, query.page_size
    sort = _sort(query, match)
    if total is not None:
        size = min(size, total - offset)
        if is_backwards(query, total):
            sort, offset = [_reversed(each) for each in sort], total - offset - size
    return {
        "query": _asked(query.kind, match, day, ranked=_is_ranked(query, match)),
        "post_filter": {"bool": {"filter": list(filters.values())}},
        "aggs": {name: _counted(name, keys, filters, day) for name, keys in facets.items()},
        "from": offset,
        "size": size,
        "sort": sort,
        "_source": KEPT,
        "track_total_hits": True,
    }


def suggest_body(match: Match, day: str, limit: int) -> Body:
    """The best of each kind."""
    best = {"size": limit, "sort": ["_score", *NEWEST_FIRST], "_source": KEPT, "track_scores": True}
    kinds = {"terms": {"field": "kind", "size": 20}, "aggs": {"best": {"top_hits": best}}}
    query = _asked("", match, day, ranked=True, least=levels.TERM_SYNONYM)
    return {"query": query, "size": 0, "aggs": {"kinds": kinds}, "track_total_hits": False}


def hits_of(answers: Iterable[Body], day: str) -> tuple[Hit, ...]:
    """The hits of an answer."""
    return tuple(_hit(answer["_source"], answer.get("_score") or 0.0, day) for answer in answers)


def facets_of(answer: Body, query: SearchQuery, facets: Mapping[str, Iterable[str]]) -> tuple[Facet, ...]:
    """The counted facets of an answer, their values in the order in which they are known."""
    found = []
    for name, keys in facets.items():
        buckets = answer["aggregations"][name]["values"]["buckets"]
        by_key = buckets if name == STARS else {bucket["key"]: bucket for bucket in buckets}
        chosen = query.filters.get(name, ())
        values = [FacetValue(key, by_key[key]["doc_count"] if key in by_key else 0, key in chosen) for key in keys]
        found.append(Facet(name, tuple(value for value in values if value.count or value.selected)))
    return tuple(found)


def is_backwards(query: SearchQuery, total: int) -> bool:
    """Whether :func:`search_body` asked for this page from the end."""
    return is_late(query) and (query.page - 1) * query.page_size > total // 2


def is_late(query: SearchQuery) -> bool:
    """Whether the number of results has to be known before a page is asked for."""
    return not 0 <= (query.page - 1) * query.page_size < LATE


def _asked(kind: str, match: Match, day: str, ranked: bool, least: float = 0.0) -> Clause:
    asked: Clause = {"filter": [{"term": {"kind": kind}}] if kind else []}
    if not match.is_everything:
        plans = [
            {
                "bool": {
                    "must": [plan_clause(found.plan, reads=found.reads, least=least)],
                    "should": [_offset(levels.SPELLING * (len(match.found) - 1 - number))],
                }
            }
            for number, found in enumerate(match.found)
        ]
        promoted = [
            {"constant_score": {"filter": {"term": {"code": code}}, "boost": levels.PROMOTED * (MOST - number)}}
            for number, code in enumerate(match.promoted_on(day))
        ]
        ways = ([{"dis_max": {"queries": plans}}] if plans else []) + promoted
        clause: Clause = {"bool": {"should": ways, "minimum_should_match": 1}} if ways else {"match_none": {}}
        asked["must" if ranked else "filter"] = [clause] if ranked else [*asked["filter"], clause]
        if ranked:
            asked["should"] = quality(day, mixes_kinds=not kind)
    return {"bool": asked}


def _offset(weight: float) -> Clause:
    return {"constant_score": {"filter": {"match_all": {}}, "boost": weight}}


def _is_ranked(query: SearchQuery, match: Match) -> bool:
    return not match.is_everything and (query.sort if query.sort in SORTS else RELEVANCE) == RELEVANCE


def _sort(query: SearchQuery, match: Match) -> list[Any]:
    if _is_ranked(query, match):
        return [{"_score": "desc"}, *NEWEST_FIRST]
    if query.sort in (PRICE_ASC, PRICE_DESC):
        order = "desc" if query.sort == PRICE_DESC else "asc"
        return [{"price": {"order": order, "missing": "_last"}}, {"code": "asc"}]
    if query.sort == NAME:
        return [{f"sort_names.{query.language}": "asc"}, {"code": "asc"}]
    return NEWEST_FIRST


def _reversed(each: Any) -> Any:
    ((field, how),) = each.items()
    if isinstance(how, str):
        return {field: "asc" if how == "desc" else "desc"}
    return {field: {"order": "asc" if how["order"] == "desc" else "desc", "missing": "_first"}}


def _chosen(name: str, keys: Iterable[str], day: str) -> Clause:
    if name == STARS:
        return {"bool": {"should": [starred(day, key) for key in keys], "minimum_should_match": 1}}
    return {"terms": {f"facets.{name}": list(keys)}}


def _counted(name: str, keys: Iterable[str], filters: Mapping[str, Clause], day: str) -> Clause:
    """Counts of a facet's values under the filters of all others."""
    others = [clause for other, clause in filters.items() if other != name]
    if name == STARS:
        values: Clause = {"filters": {"filters": {key: starred(day, key) for key in keys}}}
    else:
        values = {"terms": {"field": f"facets.{name}", "size": max(1, len(list(keys)))}}
    return {"filter": {"bool": {"filter": others}}, "aggs": {"values": values}}


def _hit(source: Body, score: float, day: str) -> Hit:
    stars = tuple((int(row["stars"]), row.get("start"), row.get("end")) for row in source.get("stars", ()))
    return Hit(source["kind"], source["code"], max(stars_valid(stars, day), default=None), score)
