"""Between documents, entries in the database, and rows of the embedded index."""

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from operator import itemgetter
from random import Random
from typing import Any, TypeVar

from django.conf import settings
from django.db import DatabaseError
from django.db.models import Q, QuerySet

from search.documents import SearchDocument
from search.engines.phrases import EntryText
from search.engines.rows import PARTS, Row
from search.models import SearchEntry
from search.text import folded_line, marked_line
from showcase.core.registries import SearchSource, search_sources

T = TypeVar("T")
_HEAD = re.compile(r"^(?:làng|thôn|xưởng|cơ sở|hộ|hợp tác xã|công ty tnhh)\s+(?=\S)", re.IGNORECASE)
_BREAK = re.compile(r"[\n,;:.!?()–—](?!\d)")
logger = logging.getLogger(__name__)
_CHUNK = 1_000
_SAMPLE = 50
#: So many marked entries are built by one who reads; more wait for the task worker.
MOST_BUILT = 5
_COLUMNS = ("kind", "code", "published_at", "features", "folded", "marked")
#: What tells whether an entry has to be built first, and of which record.
_STATE = ("code", "kind", "object_id", "stale", "hidden")
_MAY_BE_SEEN = Q(hidden=False) | Q(stale=True)


def entry_values(document: SearchDocument) -> dict[str, Any]:
    """The columns of an entry for a document."""
    return {
        "kind": document.kind,
        "object_id": document.object_id,
        "code": document.code,
        "document": document.to_json(),
        "features": {
            "names": _names(document),
            "facets": {name: list(keys) for name, keys in document.facets.items() if keys},
            "stars": [list(row) for row in document.stars],
            "price": document.price,
            "places": _places(document),
        },
        "folded": _text(document, folded_line),
        "marked": _text(document, marked_line),
        "published_at": _moment(document.published_at),
        "stale": False,
        "hidden": False,
    }


def row_of(document: SearchDocument) -> Row:
    """A row of the index straight from a document."""
    values = entry_values(document)
    return _row(*(values[column] for column in _COLUMNS))


def visible_rows(codes: Sequence[str] | None = None) -> Iterator[Row]:
    """The rows of some entries that may be seen, or of all: those in the order of the index, a few at a time."""
    entries = SearchEntry.objects.filter(_MAY_BE_SEEN)
    if codes is None:
        codes = _in_order(entries)
    left = MOST_BUILT
    for start in range(0, len(codes), _CHUNK):
        wanted = codes[start : start + _CHUNK]
        found = {values[1]: values for values in entries.filter(code__in=wanted).values_list(*_COLUMNS, *_STATE)}
        built = _from_records((values[-len(_STATE) :] for values in found.values()), left)
        left -= len(built)
        for code in wanted:
            if code in built:
                if document := built[code]:
                    yield row_of(document)
            elif code in found and not found[code][-1]:  # others have left since, or are hidden
                yield _row(*found[code][: len(_COLUMNS)])


def told_rows(codes: Sequence[str] | None) -> Iterator[tuple[Row, int]]:
    """The rows of entries as they are stored, of some codes or of all, each with its moment in microseconds."""
    entries = SearchEntry.objects.filter(hidden=False).order_by("code")
    entries = entries if codes is None else entries.filter(code__in=codes)
    for *values, moment in entries.values_list(*_COLUMNS, "updated_at").iterator(chunk_size=_CHUNK):
        yield _row(*values), micros(moment)


def micros(moment: datetime) -> int:
    """A moment as whole microseconds, which a document's version can be."""
    return int(moment.timestamp()) * 1_000_000 + moment.microsecond


def chunks(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """The values, so many at a time."""
    left = iter(values)
    while some := list(islice(left, size)):
        yield some


def some_of(values: Sequence[T]) -> list[T]:
    """So many of them at random as a comparison looks at."""
    return Random().sample(values, min(_SAMPLE, len(values)))  # noqa: S311 which ones is no secret


def _in_order(entries: "QuerySet[SearchEntry]") -> list[str]:
    """Codes sorted here, not by the database: each has its own way with letters."""
    moments = list(entries.values_list("published_at", "code").iterator(chunk_size=_CHUNK))
    moments.sort(key=itemgetter(1), reverse=True)
    moments.sort(key=itemgetter(0))  # among equals the later code stays first, as ``order_key`` has it
    return [code for _moment, code in moments]


def documents_of(codes: Iterable[str]) -> dict[str, SearchDocument]:
    """The documents of entries that may be seen, by code, in one query, and a few for those that are not built yet."""
    wanted = list(codes)
    if not wanted:
        return {}
    found = list(SearchEntry.objects.filter(_MAY_BE_SEEN, code__in=wanted).values_list("document", *_STATE))
    stored = {code: SearchDocument.from_json(data) for data, code, *_, hidden in found if not hidden}
    known = stored | _from_records((values[1:] for values in found), MOST_BUILT)
    return {code: document for code, document in known.items() if document}


class EntryTexts:
    """The text of entries, read from the database."""

    def texts(self, codes: Sequence[str]) -> Iterator[EntryText]:
        """The text of these entries, those that still exist."""
        left = MOST_BUILT
        for start in range(0, len(codes), _CHUNK):
            entries = SearchEntry.objects.filter(code__in=codes[start : start + _CHUNK])
            found = list(entries.values_list("folded", "marked", *_STATE))
            built = _from_records((values[2:] for values in found), left)
            left -= len(built)
            for folded, marked, code, *_ in found:
                document = built.get(code)
                row = row_of(document) if document else None
                yield EntryText(code, row.folded, row.marked) if row else EntryText(code, folded, marked)


def _from_records(states: Iterable[Sequence[Any]], most: int) -> dict[str, SearchDocument | None]:
    """Documents of marked entries built from their records, ``None`` where a record is not public or cannot be built.

    Only so many: nobody who reads does all the worker's work.
    """
    marked = list(islice((state for state in states if state[3]), most))
    built: dict[str, SearchDocument | None] = {code: None for code, *_ in marked}
    for kind in {kind for _code, kind, *_ in marked}:
        if source := search_sources.get(kind):
            ids = [object_id for _code, of_kind, object_id, *_ in marked if of_kind == kind]
            built |= {document.code: document for document in _documents(source, ids)}
    return built


def _documents(source: SearchSource, ids: list[Any]) -> Iterator[SearchDocument]:
    """One record that cannot be built is missing from lists; it does not take them down."""
    for record in source.queryset().filter(pk__in=ids):
        try:
            document = source.build(record)
        except DatabaseError:
            raise
        except Exception:
            logger.exception("the document of %s %s cannot be built", source.kind, record.pk)
        else:
            if document is not None:
                yield document


def language_number(language: str) -> int:
    """The place of a language in the site's list, which is the order of names in a row."""
    codes = [code for code, _name in settings.LANGUAGES]
    return codes.index(language) if language in codes else 0


def _row(kind: str, code: str, published: datetime, features: dict[str, Any], folded: str, marked: str) -> Row:
    return Row(
        kind=kind,
        code=code,
        published=published.timestamp(),
        names=tuple(features.get("names", ())),
        folded=folded,
        marked=marked,
        facets={name: tuple(keys) for name, keys in features.get("facets", {}).items()},
        stars=tuple((int(stars), start, end) for stars, start, end in features.get("stars", ())),
        price=features.get("price"),
        places=tuple(features.get("places", ())),
    )


def _names(document: SearchDocument) -> list[str]:
    """One name for each language of the site; Vietnamese, or any, where one is missing."""
    source = document.names.get(settings.LANGUAGE_CODE) or next(iter(document.names.values()), "")
    return [document.names.get(code) or source for code, _name in settings.LANGUAGES]


def _places(document: SearchDocument) -> list[str]:
    """What must not be expanded by synonyms: a village's own name is a place too."""
    own = document.names.values() if document.kind == "village" else ()
    return list(dict.fromkeys([*document.places, *own]))


def _names_and_short(document: SearchDocument) -> dict[str, None]:
    """All names, of villages and makers also without the word for what they are: ``Làng Chuông`` is ``Chuông`` too."""
    names = list(document.names.values())
    short = [_HEAD.sub("", name) for name in names] if document.kind in ("village", "artisan") else []
    return dict.fromkeys([*names, *short])


def _text(document: SearchDocument, line: Callable[[str], str]) -> str:
    # A phrase does not go on over a comma or a full stop.
    clauses = _BREAK.split(document.text)
    parts = (_names_and_short(document), document.terms, clauses, document.places)
    return PARTS.join("\n".join(filter(None, map(line, part))) for part in parts)


def _moment(iso: str) -> datetime:
    moment = datetime.fromisoformat(iso)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
