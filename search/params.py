"""The address of a list: read without trust, written again for every link on the page."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

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
        before, after = self.fields()
        pairs = before + after
        if page > 1:
            pairs.append(("page", str(page)))
        return f"{self.path}?{urlencode(pairs)}" if pairs else self.path

    def toggled(self, name: str, key: str) -> "ListParams":
        """With a value taken away, or added."""
        chosen = self.filters.get(name, ())
        changed = tuple(other for other in chosen if other != key) if key in chosen else (*chosen, key)
        filters = {**self.filters, name: changed}
        return replace(self, filters={name: keys for name, keys in filters.items() if keys})

    def fields(self) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        """This list as names and values of a form's fields: those before a value that is added, and those after it."""
        before = [("q", self.q)] if self.q else []
        before += [(name, key) for name, keys in self.filters.items() for key in keys]
        return before, [("sort", self.sort)] if self.sort else []

    def sorted_by(self, sort: str) -> "ListParams":
        """In another order."""
        return replace(self, sort=sort)

    def without_words(self) -> "ListParams":
        """Without the words that were typed."""
        return replace(self, q="")

    def each_word(self) -> list["ListParams"]:
        """By each word alone, where there are several."""
        words = list(dict.fromkeys(word for word in self.q.split() if len(word) > 1))
        return [replace(self, q=word) for word in words] if len(words) > 1 else []

    def cleared(self) -> "ListParams":
        """Without filters."""
        return replace(self, filters={})


def _page(data: QueryDict) -> int:
    given = data.get("page", "1")
    is_number = given.isascii() and given.isdigit() and len(given) <= 9
    return int(given) if is_number else NO_PAGE
