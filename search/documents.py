"""What goes into a search engine and what comes out: plain frozen values, the same for every engine."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from showcase.core.documents import SearchDocument

PAGE_SIZE = 24
RELEVANCE, NEWEST, NAME, PRICE_ASC, PRICE_DESC = "relevance", "newest", "name", "price_asc", "price_desc"
SORTS = (RELEVANCE, NEWEST, NAME, PRICE_ASC, PRICE_DESC)
#: The facet whose values end by themselves: engines count it from the dates in the document.
STARS = "stars"


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """One question to an engine.

    ``kind`` may be empty: records and pages of every kind.
    ``filters`` maps a facet to the chosen value keys (OR within a facet, AND across facets).
    ``sort`` may be empty: relevance when there are words, newest first otherwise. ``today`` is
    the day on which certificate stars must be valid; by default today in Hà Nội. ``counted`` are the facets whose
    values are counted; by default all.
    """

    kind: str
    text: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = ""
    page: int = 1
    page_size: int = PAGE_SIZE
    language: str = "vi"
    today: date | None = None
    counted: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value with the number of results if it were the only one chosen in its facet."""

    key: str
    count: int
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet and those of its values that occur in the kind searched."""

    name: str
    values: tuple[FacetValue, ...]

    def count(self, key: str) -> int:
        """The count of one value; 0 for a value that does not occur."""
        return next((value.count for value in self.values if value.key == key), 0)


@dataclass(frozen=True, slots=True)
class Hit:
    """One result; ``stars`` are the most of a certificate valid on the day asked.

    ``score`` compares results of the same words by relevance, higher is better; it means nothing beside other words.
    """

    kind: str
    code: str
    stars: int | None = None
    score: float = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class SearchResults:
    """A page of results. ``beyond`` says that the page asked for lies after the last one.

    ``state`` is another one whenever the same question may have another answer.

    ``correction`` is the spelling that was searched instead, when what was typed found nothing; ``suggestion`` one that
    was not, where what was typed is only mentioned here and there. ``is_partial``: nothing has all that was typed.
    """

    hits: tuple[Hit, ...]
    total: int
    page: int
    pages: int
    facets: tuple[Facet, ...] = ()
    beyond: bool = False
    correction: str = ""
    suggestion: str = ""
    is_partial: bool = False
    state: Hashable = field(default=None, compare=False)

    def codes(self) -> list[str]:
        """The codes of this page, in order."""
        return [hit.code for hit in self.hits]

    def facet(self, name: str) -> Facet:
        """A facet by name; without values when nothing of the kind has it."""
        return next((facet for facet in self.facets if facet.name == name), Facet(name, ()))


@dataclass(frozen=True, slots=True)
class Compared:
    """How an index differs from the entries: how many each has, and the codes that are not the same."""

    entries: int
    documents: int
    differing: tuple[str, ...] = ()


class Standby(Enum):
    """Why the engine behind answers: the server cannot be used, or has not been told of a change yet."""

    AWAY = "away"
    BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class Health:
    """Whether an engine can answer, and how many documents it holds.

    ``standby`` and ``since``: why the engine behind answers in its place, and from when on. ``fallbacks``: how many
    questions of this process it answered so. Nothing here but ``detail`` may hold an address.
    """

    ok: bool
    documents: int
    detail: str = ""
    standby: Standby | None = None
    since: datetime | None = None
    fallbacks: int = 0


__all__ = [
    "NAME",
    "NEWEST",
    "PAGE_SIZE",
    "PRICE_ASC",
    "PRICE_DESC",
    "RELEVANCE",
    "SORTS",
    "STARS",
    "Compared",
    "Facet",
    "FacetValue",
    "Health",
    "Hit",
    "SearchDocument",
    "SearchQuery",
    "SearchResults",
    "Standby",
]
