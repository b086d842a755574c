"""The address of a list: read without trust, written again for every link on the page."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import quote_plus, urlencode

from django.http import QueryDict

from search.documents import SORTS
from search.text import clean_query

#: Stands for anything that is no page number: it lies beyond every list.
NO_PAGE = 10**9
MAX_VALUES = 20

Filters = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ListParams:
    """What a visitor asked of a list."""

    path: str
    q: str = ""
    filters: Filters = field(default_factory=dict)
    sort: str = ""
    page: int = 1

    @classmethod
    def read(cls, path: str, data: QueryDict, known: Mapping[str, Container[str]]) -> "ListParams":
        """Read the parameters; values that no facet knows are left out."""
        filters: Filters = {}
        for name, keys in known.items():
            if name in data:
                chosen = tuple(dict.fromkeys(key for key in data.getlist(name) if key in keys))[:MAX_VALUES]
                if chosen:
                    filters[name] = chosen
        sort = data.get("sort", "")
        return cls(path, clean_query(data.get("q", "")), filters, sort if sort in SORTS else "", _page(data))

    def url(self, page: int = 1) -> str:
        """This list's address, at a page."""
        pairs: list[tuple[str, str]] = [("q", self.q)] if self.q else []
        pairs += [(name, key) for name, keys in self.filters.items() for key in keys]
        if self.sort:
            pairs.append(("sort", self.sort))
        if page > 1:
            pairs.append(("page", str(page)))
        return f"{self.path}?{urlencode(pairs)}" if pairs else self.path

    def toggled(self, name: str, key: str) -> "ListParams":
        """With a value taken away, or added."""
        chosen = self.filters.get(name, ())
        changed = tuple(other for other in chosen if other != key) if key in chosen else (*chosen, key)
        filters = {**self.filters, name: changed}
        return replace(self, filters={name: keys for name, keys in filters.items() if keys})

    def adding(self) -> Callable[[str], tuple[str, str]]:
        """From a facet to two pieces of an address: a quoted key between them adds it to this list.

        It is relative to this list: there are two hundred on a page.
        """
        start = [f"q={quote_plus(self.q)}"] if self.q else []
        end = [f"sort={self.sort}"] if self.sort else []
        chosen = {name: [f"{name}={quote_plus(key)}" for key in keys] for name, keys in self.filters.items()}
        facets = {name: place for place, name in enumerate(chosen)}

        def pieces(name: str) -> tuple[str, str]:
            before: list[str] = list(start)
            after: list[str] = []
            for facet, pairs in chosen.items():
                (after if facets.get(facet, 0) > facets.get(name, len(facets)) else before).extend(pairs)
            return f"?{'&'.join([*before, f'{name}='])}", "".join([f"&{piece}" for piece in (*after, *end)])

        return pieces

    def sorted_by(self, sort: str) -> "ListParams":
        """In another order."""
        return replace(self, sort=sort)

    def without_words(self) -> "ListParams":
        """Without the words that were typed."""
        return replace(self, q="")

    def cleared(self) -> "ListParams":
        """Without filters."""
        return replace(self, filters={})


def _page(data: QueryDict) -> int:
    given = data.get("page", "1")
    is_number = given.isascii() and given.isdigit() and len(given) <= 9
    return int(given) if is_number else NO_PAGE
