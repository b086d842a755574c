"""240 questions have the same answers on both engines: what is found, how much of it, and the facets."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from search.documents import Facet, SearchQuery
from search.engines.base import SearchEngine
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.embedded import EmbeddedEngine
from search.models import Synonym
from search.services import store
from tests.contracts.catalogue import documents, questions
from tests.elasticsearch import elasticsearch_engines

pytestmark = [pytest.mark.service("elasticsearch"), pytest.mark.once]


@pytest.fixture
def engines(
    db: None, synonyms: list[Synonym], settings: Any, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[EmbeddedEngine, ElasticsearchEngine]]:
    """Both, over the same catalogue."""
    with elasticsearch_engines(settings, monkeypatch) as make:
        store(documents())
        remote = make()
        remote.feed()
        remote.refresh()
        embedded = EmbeddedEngine()
        embedded.refresh()
        yield embedded, remote


def counts(facets: tuple[Facet, ...]) -> dict[str, dict[str, tuple[int, bool]]]:
    return {facet.name: {value.key: (value.count, value.selected) for value in facet.values} for facet in facets}


def told(engine: SearchEngine, query: SearchQuery) -> tuple[Any, ...]:
    """What must be equal: all codes, the first one, the facets; and of the page asked for, how many it has."""
    page, whole = engine.search(query), engine.search(replace(query, page=1, page_size=1_000))
    codes = whole.codes()
    assert len(codes) == whole.total
    return sorted(codes), codes[:1], whole.correction, counts(whole.facets), len(page.hits), page.pages, page.beyond


def suggested(engine: SearchEngine, text: str) -> tuple[Any, ...]:
    """How many of each kind, and the first one."""
    hits = engine.suggest(text)
    return Counter(hit.kind for hit in hits), [hit.code for hit in hits[:1]]


def test_240_questions_have_the_same_answers(
    engines: tuple[EmbeddedEngine, ElasticsearchEngine],
) -> None:
    embedded, remote = engines
    asked = list(questions(240))
    here, there = ([told(engine, query) for query in asked] for engine in engines)
    assert [each for each in zip(asked, here, there, strict=True) if each[1] != each[2]] == []
    found = [codes for codes, *_others in here]
    assert sum(map(bool, found)) >= 150 and [] in found  # most find something, some nothing
    for query in asked[:120]:
        assert suggested(embedded, query.text) == suggested(remote, query.text), query.text
