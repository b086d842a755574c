"""The one door to Elasticsearch: the documents' mapping and what is asked of the server.

Texts come folded from us, so analyzers only cut them into words, or into beginnings of words. Every call either gives
an answer of a known shape or raises :class:`Unavailable`: refused, hanging, an error, garbage, no index.
"""

import hashlib
import json
import logging
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.conf import settings
from elasticsearch import ApiError, Elasticsearch, TransportError, dsl
from elasticsearch import SerializationError as Unreadable

from search.engines.breaker import OF_ANOTHER_SHAPE, Unavailable, reading
from search.engines.deadline import LimitedNode
from search.engines.questions import WINDOW, Body
from search.engines.remote import RemoteEngine

#: A page waits so long for an answer, in seconds; feeding a rebuild may take longer.
TIMEOUT = 1.0
PATIENT = 30.0
_PAGE = 5_000
_CONFLICT = 409

words = dsl.analyzer("words", tokenizer="whitespace")
beginnings = dsl.analyzer(
    "beginnings",
    tokenizer="whitespace",
    filter=[dsl.token_filter("beginning", "edge_ngram", min_gram=1, max_gram=20, preserve_original=True)],
)
phrases = dsl.analyzer(
    "phrases",
    tokenizer="whitespace",
    filter=[dsl.token_filter("phrase", "shingle", min_shingle_size=2, max_shingle_size=3, output_unigrams=False)],
)


def _text(**options: Any) -> Any:
    return dsl.Text(analyzer=words, norms=False, **options)


def _begins() -> Any:
    return dsl.Text(analyzer=beginnings, search_analyzer=words, norms=False, index_options="docs")


def _phrases() -> Any:
    return dsl.Text(analyzer=phrases, norms=False, index_options="docs")


class CatalogueDocument(dsl.Document):
    """The mapping. ``stamp`` tells when the entry was written, in microseconds."""

    code = dsl.Keyword()
    kind = dsl.Keyword()
    stamp = dsl.Long()
    published = dsl.Double()
    price = dsl.Long()
    names = _text(fields={"begins": _begins(), "phrases": _phrases()})
    names_marked = _text(fields={"phrases": _phrases()})
    names_start = dsl.Keyword(ignore_above=1_000)
    names_whole = dsl.Keyword(ignore_above=1_000)
    own = _text()
    strong = _text(fields={"begins": _begins()})
    terms = _text(fields={"phrases": _phrases()})
    terms_marked = _text()
    terms_whole = dsl.Keyword(ignore_above=1_000)
    places = _text()
    places_marked = _text()
    prose = _text(index_prefixes={"min_chars": 1, "max_chars": 10})
    prose_marked = _text()
    stars = dsl.Nested(properties={"stars": dsl.Keyword(), "start": dsl.Date(), "end": dsl.Date()})

    class Meta:
        dynamic = dsl.MetaField("false")
        dynamic_templates = dsl.MetaField([])

    class Index:
        settings = {"number_of_shards": 1, "number_of_replicas": 0, "max_result_window": WINDOW}


def index_body() -> Body:
    """Settings and mapping of a new index; facets and sort names are keywords, whatever they are called."""
    index = CatalogueDocument._index.clone(name="catalogue")
    index.analyzer(words)
    index.analyzer(beginnings)
    index.analyzer(phrases)
    body: Body = index.to_dict()
    body["mappings"]["properties"] |= {
        "facets": {"type": "object", "dynamic": True},
        "sort_names": {"type": "object", "dynamic": True},
    }
    body["mappings"]["dynamic_templates"] = [
        {"keywords": {"match_mapping_type": "string", "mapping": {"type": "keyword"}}}
    ]
    return body


def _shape() -> str:
    return hashlib.sha256(json.dumps(index_body(), sort_keys=True).encode()).hexdigest()


class Server:
    """What the engine asks of Elasticsearch."""

    def __init__(self, url: str = "", timeout: float = TIMEOUT) -> None:
        quiet = logging.getLogger("elastic_transport")
        quiet.setLevel(logging.ERROR)  # a refused connection is told once, by the breaker
        self._client = Elasticsearch(
            url or settings.ELASTICSEARCH_URL,
            request_timeout=timeout,
            node_class=LimitedNode,
            max_retries=0,
            retry_on_timeout=False,
            retry_on_status=(),
        )

    def patient(self) -> "Server":
        """The same server, for work that nobody waits for."""
        other = Server.__new__(Server)
        other._client = self._client.options(request_timeout=PATIENT)
        return other

    def search(self, index: str, bodies: Sequence[Body]) -> list[Body]:
        """The answers to several searches, in one call."""
        lines: list[Body] = [line for body in bodies for line in ({}, body)]
        answers = self._call(lambda: self._client.msearch(index=index, searches=lines)["responses"])
        with reading():
            if len(answers) != len(bodies) or any("hits" not in answer or answer["timed_out"] for answer in answers):
                errors = (answer.get("error") for answer in answers if "error" in answer)
                raise Unavailable(str(next(errors, "no answer")))
            return list(answers)

    def create(self, index: str, alias: str) -> None:
        """A new empty index, with an alias to fill it by."""
        body = index_body()
        body["mappings"]["_meta"] = {"shape": _shape()}
        self._call(lambda: self._client.indices.create(index=index, aliases={alias: {}}, **body))

    def is_of_this_shape(self, index: str) -> bool:
        """Whether an index was made with the settings and the mapping of this release."""
        found = self._call(lambda: self._client.indices.get_mapping(index=index).body)
        with reading():
            ((_name, held),) = found.items()
            return bool(held["mappings"].get("_meta", {}).get("shape") == _shape())

    def drop(self, indices: Sequence[str]) -> None:
        """Delete indices; those that are gone already are nothing to do."""
        for index in indices:
            self._call(lambda index=index: self._client.indices.delete(index=index, ignore_unavailable=True))

    def indices(self, prefix: str) -> dict[str, list[str]]:
        """Indices whose names begin so, each with its aliases."""
        found = self._call(lambda: self._client.indices.get_alias(index=f"{prefix}*").body)
        with reading():
            return {name: list(held["aliases"]) for name, held in found.items()}

    def swap(self, alias: str, index: str, building: str) -> None:
        """Let the alias name this index and no other, which loses the one it was filled by, in one step."""
        actions: list[Body] = [
            {"remove": {"index": f"{alias}-*", "alias": alias, "must_exist": False}},
            {"add": {"index": index, "alias": alias}},
            {"remove": {"index": index, "alias": building}},
        ]
        self._call(lambda: self._client.indices.update_aliases(actions=actions))

    def write(
        self,
        alias: str,
        documents: Iterable[Body],
        gone: Iterable[tuple[str, int]] = (),
        *,
        refresh: bool = True,
        is_last_word: bool = False,
    ) -> list[str]:
        """Put documents, each with its ``code`` and ``stamp``, and delete ``gone`` (code and moment).

        What the index has from a later moment stays, and its code is in the answer, unless this ``is_last_word``.
        Raises :class:`Unavailable` when one was not taken, or where no index has the alias: none is made by writing.
        """

        def header(code: str, stamp: int) -> Body:
            return {"_id": code} if is_last_word else {"_id": code, "version": stamp, "version_type": "external_gte"}

        lines: list[Body] = []
        for document in documents:
            lines += [{"index": header(document["code"], document["stamp"])}, document]
        actions = len(lines) // 2
        lines += [{"delete": header(code, moment)} for code, moment in gone]
        actions = len(lines) - actions
        if not lines:
            return []
        answer = self._call(
            lambda: self._client.bulk(index=alias, operations=lines, refresh=refresh, require_alias=True).body
        )
        with reading():
            if len(answer["items"]) != actions:
                raise Unavailable(f"told of {actions}, answered about {len(answer['items'])}")
            refused = []
            for item in answer["items"]:
                ((what, result),) = item.items()
                is_missing = what == "delete" and result.get("result") == "not_found"
                if result["status"] == _CONFLICT:
                    refused.append(str(result["_id"]))
                elif result["status"] >= 400 and not is_missing:
                    raise Unavailable(f"{result['_id']}: {result.get('error')}")
            return refused

    def stamps(self, index: str) -> Iterator[tuple[str, int]]:
        """Code and stamp of all documents, in the order of their codes."""
        after: list[Any] | None = None
        while True:
            page = self._call(lambda after=after: self._client.search(
                index=index, size=_PAGE, sort="code:asc", source=False, docvalue_fields=[{"field": "stamp"}],
                search_after=after, track_total_hits=False,
            )["hits"]["hits"])  # fmt: skip
            with reading():
                found = [(hit["_id"], hit["fields"]["stamp"][0]) for hit in page]
                after = page[-1]["sort"] if len(page) == _PAGE else None
            yield from found
            if after is None:
                return

    def documents(self, index: str, codes: Sequence[str]) -> dict[str, Body]:
        """The documents of some codes, as they were put."""
        if not codes:
            return {}
        found = self._call(lambda: self._client.mget(index=index, ids=list(codes))["docs"])
        with reading():
            return {document["_id"]: document["_source"] for document in found if document.get("found")}

    def count(self, index: str) -> int:
        """How many documents an index has."""
        counted: int = self._call(lambda: int(self._client.count(index=index)["count"]))
        return counted

    def refresh(self, index: str) -> None:
        """Let searches see what was written."""
        self._call(lambda: self._client.indices.refresh(index=index))

    @staticmethod
    def _call(ask: Any) -> Any:
        try:
            return ask()
        except (ApiError, TransportError, Unreadable, *OF_ANOTHER_SHAPE) as error:
            raise Unavailable(f"{type(error).__name__}: {error}") from error


class ElasticsearchEngine(RemoteEngine):
    """Elasticsearch in front, the embedded engine behind it."""

    name = "elasticsearch"

    def __init__(self) -> None:
        super().__init__(Server(), settings.ELASTICSEARCH_INDEX)
