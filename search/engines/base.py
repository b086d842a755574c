"""What the site asks of a search engine. No view, template or test knows which engine answers."""

from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable, Sequence

from django.http import HttpRequest

from search.documents import Compared, Health, Hit, SearchDocument, SearchQuery, SearchResults


class SearchEngine(ABC):
    """The seam. Entries are written by ``search.services`` whatever the engine.

    The semantics every engine must keep are the contract suite, ``tests/contracts``.
    """

    #: What the health page calls it.
    name: str = "custom"
    #: Whether it is told of changes, which therefore wait in the feed until it was.
    is_fed: bool = False
    #: Another number after every refresh that brought news: what is kept beside the engine is then stale.
    state: int = 0

    @property
    @abstractmethod
    def version(self) -> Hashable:
        """What this engine has heard of, the same value in every process that heard the same."""

    def refresh(self, request: HttpRequest | None = None) -> None:  # noqa: B027 an engine may need nothing
        """See what others changed; with a request, asked at most once in it."""

    @abstractmethod
    def upsert(self, documents: Iterable[SearchDocument]) -> None:
        """Take in documents whose entries were committed."""

    @abstractmethod
    def remove(self, codes: Iterable[str]) -> None:
        """Forget records that left the public."""

    @abstractmethod
    def search(self, query: SearchQuery) -> SearchResults:
        """One page of results with exact total and facet counts."""

    def search_many(self, queries: Sequence[SearchQuery]) -> list[SearchResults]:
        """Several questions of one page; an engine may share work between them."""
        return [self.search(query) for query in queries]

    @abstractmethod
    def suggest(self, text: str, language: str = "vi", limit: int = 4) -> list[Hit]:
        """What somebody who is still typing may mean: the best ``limit`` of each kind, the best kind first."""

    @abstractmethod
    def rebuild(self) -> int:
        """Make the index anew from the entries; gives the number of documents."""

    def feed(self) -> int:
        """Tell of the changes that wait, where the engine is told; gives how many."""
        return 0

    def catch_up(self) -> int:
        """Put right what the engine's own index lacks; gives how many documents were not right."""
        return 0

    def compare(self) -> Compared | None:
        """Compare the engine's own index with the entries, where it has one."""
        return None

    @abstractmethod
    def health(self) -> Health:
        """Whether the engine can answer."""
