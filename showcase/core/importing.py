"""A centre's lists become records: the protocol by which an app brings its own list.

An app registers a ``ListImporter`` in ``AppConfig.ready()``; ``import_centre`` reads the
file, calls it row by row and says what happened. Nothing here knows what a row is about.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from django.db.models import Model

from showcase.core.registries import Registry


class RowError(Exception):
    """This row cannot be taken; the message tells staff why, in words."""


class Outcome(StrEnum):
    """What became of a row."""

    CREATED = "created"
    CHANGED = "changed"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list. ``number`` counts from 1 below the heading; cells are stripped.

    ``fresh`` names the columns to apply: all of them, or, when the row was imported before,
    those that were edited in the file since. What staff changed elsewhere stays theirs.
    ``before`` is the row as it was imported then. ``problem`` says why it cannot be taken.
    """

    number: int
    cells: dict[str, str]
    fresh: frozenset[str] = frozenset()
    before: dict[str, str] = field(default_factory=dict)
    problem: str = ""

    def get(self, column: str) -> str:
        """The cell's text, empty when the column is not in the file."""
        return self.cells.get(column, "")

    def says(self, *columns: str) -> bool:
        """Whether one of these columns is in the file and to be applied."""
        return any(column in self.fresh for column in columns)


@dataclass(frozen=True, slots=True)
class Table:
    """One list as read from its file."""

    file_name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(slots=True)
class ImportContext:
    """What holds for one run: options, who runs it, and what importers want to remember."""

    folder: Path
    dry_run: bool = False
    draft: bool = False
    user: Any = None
    memory: dict[str, Any] = field(default_factory=dict)

    def remember(self, key: str, make: Callable[[], Any]) -> Any:
        """A value worked out once a run, such as the index of village names."""
        if key not in self.memory:
            self.memory[key] = make()
        return self.memory[key]


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """What an importer did with a row; ``notes`` are the cells it only partly understood."""

    outcome: Outcome
    instance: Model | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListImporter:
    """How one file of the folder becomes records.

    ``key(row)`` names the row's record across runs; two rows of one file with the same key
    are an error of the second. ``import_row`` gets the record of an earlier run or ``None``,
    runs in a transaction of its own and raises ``RowError`` to leave no trace. ``after`` is
    called when all rows were: for what one row says of another.
    """

    file_name: str
    order: int
    required: tuple[str, ...]
    optional: tuple[str, ...]
    key: Callable[[Row], str]
    label: Callable[[Row], str]
    import_row: Callable[[Row, Model | None, ImportContext], RowOutcome]
    after: Callable[[ImportContext], None] | None = None


importers: Registry[ListImporter] = Registry()


def register_importer(importer: ListImporter) -> ListImporter:
    """Add a list to those that ``import_centre`` reads. Safe to call again on reload."""
    if importers.get(importer.file_name) is importer:
        return importer
    return importers.register(importer.file_name, importer)


def in_order() -> Iterable[ListImporter]:
    """The importers, lowest ``order`` first: villages before the products that name them."""
    return sorted(importers, key=lambda importer: importer.order)
