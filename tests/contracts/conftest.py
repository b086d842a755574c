import csv
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from search.documents import Hit, SearchDocument, SearchQuery, SearchResults
from search.engines.base import SearchEngine
from search.engines.embedded import EmbeddedEngine
from search.entries import documents_of
from search.models import Synonym
from search.services import note_synonyms, store
from tests.elasticsearch import elasticsearch_engines

ENGINES = [
    pytest.param("embedded", id="embedded"),
    pytest.param("elasticsearch", id="elasticsearch", marks=[pytest.mark.service("elasticsearch"), pytest.mark.once]),
]

SYNONYMS = """\
khảm trai|mother-of-pearl inlay|kham trai; khảm ốc; nacre; MOP inlay|
sơn mài|lacquer|son mai; lacquerware; sonmai|
mây|rattan|may; song; sợi mây; cane|may; song
áo dài|áo dài|ao dai; aodai; Vietnamese long dress|
comple|suit|com le; com ple; vest; âu phục|
thêu ren|lace embroidery|theu ren; ren; lace|ren
rèn|forging|ren; rèn dao; blacksmith|ren
đan lát|weaving, basketry|dan lat; đan|đan
nón lá|conical hat|non la; nón; leaf hat|
tre|bamboo|nứa; giang|
"""


class Shop:
    """An engine with what tests do to it."""

    def __init__(self, engine: SearchEngine) -> None:
        self.engine = engine

    def put(self, *documents: SearchDocument) -> list[SearchDocument]:
        store(documents)
        self.engine.upsert(documents)
        return list(documents)

    def refresh(self) -> None:
        """What the commit and the next request would do."""
        self.engine.feed()
        self.engine.refresh()

    def search(self, text: str = "", kind: str = "product", **options: Any) -> SearchResults:
        self.refresh()
        return self.engine.search(SearchQuery(kind, text, **options))

    def names(self, text: str = "", **options: Any) -> list[str]:
        return self.names_of(self.search(text, **options).hits, options.get("language", "vi"))

    @staticmethod
    def names_of(hits: Iterable[Hit], language: str = "vi") -> list[str]:
        codes = [hit.code for hit in hits]
        documents = documents_of(codes)
        return [documents[code].cards[language]["name"] for code in codes]


@pytest.fixture(params=ENGINES)
def make_engine(
    request: pytest.FixtureRequest, db: None, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], SearchEngine]]:
    if request.param == "embedded":
        yield EmbeddedEngine
    else:
        with elasticsearch_engines(settings, monkeypatch) as make:
            yield make


@pytest.fixture
def shop(make_engine: Callable[[], SearchEngine]) -> Iterator[Shop]:
    yield Shop(make_engine())


@pytest.fixture
def synonyms(db: None) -> list[Synonym]:
    rows = csv.reader(SYNONYMS.splitlines(), delimiter="|")
    made = Synonym.objects.bulk_create(
        Synonym(canonical_vi=vi, canonical_en=en, forms=forms, collisions=collisions)
        for vi, en, forms, collisions in rows
    )
    note_synonyms()
    return made
