"""A plan as Elasticsearch clauses: the levels of ``search.levels`` as constant scores, the best of each unit counts.

Texts in the index are ours, folded or with marks, one word between two spaces: an analyzer only cuts them.
"""

from collections.abc import Iterable
from typing import Any

from search import levels
from search.plan import Plan, Unit
from search.synonyms import Phrase
from search.text import Words
from search.typing import fitting

Clause = dict[str, Any]
#: So many words at the beginning of a name are kept together.
MOST_STARTING = 6
#: Words between two of one clause, at most: between values the server counts a hundred.
_CLAUSE = 80
#: Fields of which two and three words that follow each other are kept as one term: that costs a fraction of a phrase.
_SHINGLED = frozenset(("names", "names_marked", "terms"))


def plan_clause(plan: Plan, *, reads: bool, least: float = 0.0) -> Clause:
    """Rows that a plan finds, with their score. ``reads``: phrases and synonyms in running text count too.

    With ``least`` every unit must be found at that level or a better one.
    """
    units = [unit_levels(unit, reads and not plan.is_long) for unit in plan.units]
    chosen = [[level for level in of_unit if level[0] >= least] for of_unit in units]
    best: list[Clause] = [{"dis_max": {"queries": [_constant(*level) for level in of_unit]}} for of_unit in chosen]
    found: Clause = {"must": best}
    if plan.spare and not least:
        found = {"should": best, "minimum_should_match": len(best) - plan.spare}
    if plan.is_told:
        found = {"must" if least else "should": best, "filter": [_together(plan.units)]}
    if plan.needed:
        strong = [_strong(unit) for unit in plan.units]
        found["filter"] = [{"bool": {"should": strong, "minimum_should_match": plan.needed}}]
    if plan.is_headed:
        found["filter"] += _headed(plan.units[0])
    if plan.spelt and reads:
        found.setdefault("filter", []).append(_spelt_enough(plan))
    ways: list[Clause] = [{"bool": found}]
    if plan.code:
        ways.append(_constant(levels.CODE, {"term": {"code": plan.code}}))
    if reads and len(plan.words) > 1 and least <= levels.PROSE:
        also = [_spelt_enough(plan)] if plan.spelt else []
        whole: Clause = {"bool": {"filter": [_phrase("prose", plan.words), *also], "should": best}}
        ways = [{"dis_max": {"queries": [*ways, whole]}}]  # found in both ways is worth no more
    added = whole_query(plan)
    added += [
        {"dis_max": {"queries": [_constant(*level) for level in unit_levels(each, False)]}} for each in plan.extra
    ]
    if reads and len(plan.words) > 1:
        added.append(_constant(levels.PHRASE_IN_PROSE, _phrase("prose", plan.words)))
    return {"bool": {"must": [{"bool": {"should": ways, "minimum_should_match": 1}}], "should": added}}


def unit_levels(unit: Unit, reads: bool) -> list[tuple[float, Clause]]:
    """Where a unit may be found, best first, as the embedded engine's ``UnitRows`` has it."""
    words, marked, is_phrase = unit.words, unit.marked, unit.is_phrase
    in_all = _phrase if is_phrase else _all
    place = _phrase("places_marked", marked) if unit.is_spelt else in_all("places", words)
    spelt, named = in_all("names_marked", marked), in_all("names", words)
    found = [
        *([(levels.NAME_OF_VILLAGE, _of_kind("village", spelt if unit.is_spelt else named))] if unit.is_place else []),
        (levels.NAME_MARKED, spelt),
        (levels.of_name(unit), named),
        *([(levels.of_name_begun(unit), _names_begin(unit))] if unit.goes_on else []),
        *([(levels.NAME_SCATTERED, _all("names", words))] if is_phrase and not unit.is_joined else []),
        *([(levels.TERM, _phrase("terms_marked", marked))] if unit.is_spelt else []),
        (levels.of_place(unit, levels.PLACE_OF_VILLAGE), _of_kind("village", place)),
        (levels.of_place(unit, levels.PLACE_OF_MAKER), _of_kind("artisan", place)),
        (levels.of_place(unit, levels.PLACE), place),
        *([(levels.OF_KIND, {"term": {"kind": unit.kind}})] if unit.kind else []),
        (levels.of_term(unit), in_all("terms", words)),
    ]
    names = _named(unit)
    lines = [clause for each in unit.alternatives for clause in _in_lines(each)]
    for stem in unit.stems:
        names.append({"prefix": {"names_marked": stem}})
        lines.append({"prefix": {"terms_marked": stem}})
    if names:
        found += [(levels.NAME_SYNONYM, _any(names)), (levels.TERM_SYNONYM, _any(lines))]
    if not is_phrase:
        found += _prose(unit)
    if not is_phrase and (any(unit.begins) or len(words) > 1 or unit.is_spelt):
        found += [(levels.of_line_begun(unit), _strong_begins(unit))]
    if reads:
        found += [(levels.PROSE, _phrase("prose", words))] if is_phrase else []
        found += [(levels.PROSE_SYNONYM, _spelt("prose", each)) for each in unit.alternatives]
    return found


def _strong(unit: Unit) -> Clause:
    """Whether names, terms or places have the unit: ``strong`` holds them together, ``own`` without the places."""
    if unit.is_spelt:
        return _any(clause for weight, clause in unit_levels(unit, reads=False) if weight >= levels.STRONG_BEGINS)
    ways = [_all("strong", unit.words) if unit.is_whole else _strong_begins(unit)]
    if unit.is_phrase:
        ways = [_phrase("strong", unit.words)]
        ways += [_names_begin(unit)] if unit.goes_on else []
        ways += [] if unit.is_joined else [_all("names", unit.words)]
    if unit.kind:
        ways.append({"term": {"kind": unit.kind}})
    if any(each.is_single for each in unit.alternatives):
        ways += _named(unit)
    for each in unit.alternatives:
        apart = each.marked or each.is_single
        ways += [_spelt("terms", each)] if apart else [_phrase("own", each.words)]
        ways += [_spelt("names", each)] if each.marked and not each.is_single else []
        ways += [_phrase("places", each.words)] if each.in_places else []
    ways += [{"prefix": {f"{field}_marked": stem}} for stem in unit.stems for field in ("names", "terms")]
    return _any(ways)


def _headed(unit: Unit) -> list[Clause]:
    """A name begins with a word, typed with marks in this spelling."""
    return [{"term": {"names_start": unit.words[0]}}, *({"term": {"names_marked": word}} for word in unit.typed)]


def _spelt_enough(plan: Plan) -> Clause:
    """Enough words of the query with marks that fit, or all of it in the name."""
    fields = ("names_marked", "terms_marked", "prose_marked", "places_marked")
    typed = [_any(_fitting(field, unit.marked[0]) for field in fields) for unit in plan.told_apart]
    enough = {"bool": {"should": typed, "minimum_should_match": plan.spelt}}
    return _any([enough, _phrase("names", plan.words)])


def _fitting(field: str, word: str) -> Clause:
    return {"regexp": {field: {"value": fitting(word), "flags": "NONE"}}}


def _together(units: Iterable[Unit]) -> Clause:
    """All units in one clause of running text: the values of a field are further from each other than that."""
    of_units = []
    for unit in units:
        begun: Clause = {"prefix": {"prefix": unit.words[0]}}
        ways = [begun if unit.begins_alone else _follows("prose", unit.words)]
        ways += [
            _follows("prose_marked" if each.marked else "prose", each.marked or each.words)
            for each in unit.alternatives
        ]
        of_units.append({"any_of": {"intervals": ways}})
    return {"intervals": {"prose": {"all_of": {"ordered": False, "max_gaps": _CLAUSE, "intervals": of_units}}}}


def _follows(field: str, words: Words) -> Clause:
    return {"match": {"query": " ".join(words), "ordered": True, "max_gaps": 0, "use_field": field}}


def whole_query(plan: Plan) -> list[Clause]:
    """What is added for the whole query: in the name as a phrase, at its beginning, as all of it; as a term."""
    as_term = levels.WHOLE_LONG_TERM if len(plan.words) > 1 else levels.WHOLE_TERM
    wanted = [
        (as_term, "terms_whole", " ".join(plan.words)),
        (levels.HEAD, "names_start", plan.words[0]),
        (levels.NAME_STARTS, "names_start", " ".join(plan.words[:MOST_STARTING])),
        (levels.WHOLE_NAME, "names_whole", " ".join(plan.words)),
    ]
    added: list[tuple[float, Clause]] = []
    for weight, field, text in wanted:
        clause: Clause = {"term": {field: text}}
        if plan.is_one_spelt:
            spelt = _phrase(f"{field.partition('_')[0]}_marked", plan.marked)
            clause = {"bool": {"filter": [clause, spelt]}}
        added.append((weight, clause))
    if len(plan.words) > 1:
        added.append((levels.PHRASE_IN_NAME, _phrase("names", plan.words)))
        added.append((levels.PHRASE_IN_NAME_MARKED, _phrase("names_marked", plan.marked)))
    return [_constant(*each) for each in added]


def quality(day: str, mixes_kinds: bool) -> list[Clause]:
    """What is added whatever was typed: what can be had, what has a certificate on this day, and the kind."""
    sold = {"bool": {"must_not": [{"term": {"facets.availability": "sold"}}]}}
    added: list[tuple[float, Clause]] = [(levels.AVAILABLE, sold), (levels.STARRED, starred(day))]
    kinds = [(weight, {"term": {"kind": kind}}) for kind, weight in levels.KINDS.items() if mixes_kinds]
    # No clause of theirs may take away: what the lowest kind loses, the others gain.
    lowest = min((weight for weight, _clause in kinds), default=0.0)
    return [_constant(weight, clause) for weight, clause in added] + [
        _constant(weight - lowest, clause) for weight, clause in kinds if weight > lowest
    ]


def starred(day: str, stars: str | None = None) -> Clause:
    """Rows with a certificate that is valid on an ISO day; of so many stars, when given."""
    valid: list[Clause] = [_open_or("start", {"lte": day}), _open_or("end", {"gte": day})]
    if stars is not None:
        valid.append({"term": {"stars.stars": stars}})
    return {"nested": {"path": "stars", "query": {"bool": {"filter": valid}}}}


def _open_or(field: str, bound: Clause) -> Clause:
    is_open = {"bool": {"must_not": [{"exists": {"field": f"stars.{field}"}}]}}
    return _any([is_open, {"range": {f"stars.{field}": bound}}])


def _prose(unit: Unit) -> list[tuple[float, Clause]]:
    exact = [(levels.PROSE, _all("prose", unit.words))]
    if not any(unit.begins_in_prose):
        return exact
    begun = [
        {"prefix": {"prose": word}} if begins else {"term": {"prose": word}}
        for word, begins in zip(unit.words, unit.begins_in_prose, strict=True)
    ]
    return [*exact, (levels.PROSE_BEGINS, {"bool": {"filter": begun}})]


def _names_begin(unit: Unit) -> Clause:
    if unit.is_phrase:
        return {"match_phrase_prefix": {"names": {"query": " ".join(unit.words), "max_expansions": 10_000}}}
    return {"bool": {"filter": [_word("names", *word) for word in zip(unit.words, unit.begins, strict=True)]}}


def _strong_begins(unit: Unit) -> Clause:
    return {"bool": {"filter": [_word("strong", *word) for word in zip(unit.words, unit.begins, strict=True)]}}


def _word(field: str, word: str, begins: bool) -> Clause:
    return {"term": {f"{field}.begins" if begins else field: word}}


def _in_lines(phrase: Phrase) -> list[Clause]:
    places = [_phrase("places", phrase.words)] if phrase.in_places else []
    return [_spelt("terms", phrase), *places]


def _named(unit: Unit) -> list[Clause]:
    """What stands for a unit in names; a single word in no village's."""
    single = [_spelt("names", each) for each in unit.alternatives if each.is_single]
    clauses = [_spelt("names", each) for each in unit.alternatives if not each.is_single]
    if single:
        of_things = {"must_not": [{"terms": {"kind": list(levels.OWN_NAMES)}}]}
        clauses.append({"bool": {"should": single, "minimum_should_match": 1, **of_things}})
    return clauses


def _spelt(field: str, phrase: Phrase) -> Clause:
    return _phrase(f"{field}_marked", phrase.marked) if phrase.marked else _phrase(field, phrase.words)


def _phrase(field: str, words: Words) -> Clause:
    if len(words) == 1:
        return {"term": {field: words[0]}}
    if field in _SHINGLED and len(words) <= 3:
        return {"term": {f"{field}.phrases": " ".join(words)}}
    return {"match_phrase": {field: " ".join(words)}}


def _all(field: str, words: Words) -> Clause:
    terms = [{"term": {field: word}} for word in words]
    return terms[0] if len(terms) == 1 else {"bool": {"filter": terms}}


def _of_kind(kind: str, clause: Clause) -> Clause:
    return {"bool": {"filter": [{"term": {"kind": kind}}, clause]}}


def _any(clauses: Iterable[Clause]) -> Clause:
    return {"bool": {"should": list(clauses), "minimum_should_match": 1}}


def _constant(weight: float, clause: Clause) -> Clause:
    return {"constant_score": {"filter": clause, "boost": weight}}
