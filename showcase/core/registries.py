"""What flows upward: lower apps register here, upper apps read, nobody names the other."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet

from showcase.core.documents import SearchDocument

T = TypeVar("T")


class Registry(Generic[T]):
    """Named entries in the order of their registration; a name is taken once."""

    def __init__(self) -> None:
        self._entries: dict[str, T] = {}

    def register(self, name: str, entry: T) -> T:
        """Add an entry. Raises ``ValueError`` when the name is taken by another one."""
        if name in self._entries:
            raise ValueError(f"{name!r} is registered already")
        self._entries[name] = entry
        return entry

    def get(self, name: str) -> T | None:
        return self._entries.get(name)

    def __getitem__(self, name: str) -> T:
        return self._entries[name]

    def __iter__(self) -> Iterator[T]:
        return iter(list(self._entries.values()))

    def names(self) -> list[str]:
        return list(self._entries)


@dataclass(frozen=True, slots=True)
class SearchSource:
    """How one kind of record becomes a search document.

    ``build`` gives ``None`` for a record that is not public. ``queryset`` gives the public
    records with all that ``build`` reads. ``dependants`` tells whose documents show this
    instance (any model): pairs of kind and queryset. ``may_wait`` says that a change may be shown
    some moments later; never of records that show what somebody's consent allows.
    """

    kind: str
    model: type[Model]
    build: Callable[[Any], SearchDocument | None]
    queryset: Callable[[], "QuerySet[Any]"]
    dependants: Callable[[Model], Iterable[tuple[str, "QuerySet[Any]"]]]
    may_wait: bool = False

    def documents(self, ids: Iterable[Any]) -> list[SearchDocument]:
        """The documents of those of these records that are public."""
        built = [self.build(record) for record in self.queryset().filter(pk__in=ids)]
        return [document for document in built if document is not None]


@dataclass(frozen=True, slots=True)
class FacetSource:
    """A facet of the catalogue: ``labels(language)`` maps value key to label, in order."""

    name: str
    label: Any
    labels: Callable[[str], dict[str, str]]


@dataclass(frozen=True, slots=True)
class SlotFiller:
    """A component for a slot: ``context(object, request)`` gives its context or ``None``.

    ``texts_only``: the context is of texts, so that the template is filled into its kept shape.
    """

    slot: str
    template: str
    context: Callable[[Any, Any], dict[str, Any] | None]
    texts_only: bool = False


search_sources: Registry[SearchSource] = Registry()
facets: Registry[FacetSource] = Registry()
# Vocabularies of upper apps that staff keep, by label: the set-up gives them rights without naming them.
staff_models: Registry[type[Model]] = Registry()
# What keeps a record or page from being published, each gap in words: given the object as it would be published.
publish_checks: Registry[Callable[[Any], Iterable[str]]] = Registry()
# What the task worker does for a row that changed: given the row, returns how much was done.
follow_ups: Registry[Callable[[Any], int]] = Registry()
# What ``/health`` says of a part of the site: names and words or numbers that anybody may read.
health_checks: Registry[Callable[[], dict[str, str | int]]] = Registry()
slots: Registry[list[SlotFiller]] = Registry()


def fill_slot(filler: SlotFiller) -> SlotFiller:
    """Put a component into a slot of a lower app's template."""
    fillers = slots.get(filler.slot)
    if fillers is None:
        fillers = slots.register(filler.slot, [])
    if filler not in fillers:
        fillers.append(filler)
    return filler
