"""The import of a centre's folder: read everything, then row by row, each in its transaction."""

import hashlib
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import DatabaseError, models, transaction
from django.utils.translation import gettext as _
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from products.importing.files import own_storage, removed_on_failure
from products.importing.models import ImportedRow
from products.importing.reading import read_folder
from products.importing.report import ImportReport, ListReport, RowResult
from showcase.core.importing import (
    ImportContext,
    ListImporter,
    Outcome,
    Row,
    RowError,
    RowOutcome,
    Table,
    in_order,
)
from showcase.core.models.codes import CodeTakenError

# What one row can do wrong; everything it wrote is undone and the next row is read.
ROW_ERRORS = (RowError, ValidationError, DatabaseError, ValueError, ArithmeticError, OSError, RuntimeError)


def import_centre(folder: Path | str, *, dry_run: bool = False, draft: bool = False, user: Any = None) -> ImportReport:
    """Import the lists of a folder and say what became of every row.

    Raises :class:`products.importing.reading.UnreadableError` before anything is written
    when one of the files cannot be read.
    """
    folder = Path(folder)
    tables = read_folder(folder, list(in_order()))
    context = ImportContext(folder=folder, dry_run=dry_run, draft=draft, user=user)
    report = ImportReport(dry_run=dry_run)
    undone = _rolled_back() if dry_run else nullcontext()
    with undone, own_storage(dry_run=dry_run), disable_reference_index_auto_update(), _quietly():
        for importer, table in tables:
            report.lists.append(_import_table(importer, table, context))
    return report


@contextmanager
def _rolled_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def _quietly() -> Iterator[None]:
    """Without Wagtail's line in the log for each record: the report has them all."""
    logger = logging.getLogger("wagtail")
    level = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(level)


def _import_table(importer: ListImporter, table: Table, context: ImportContext) -> ListReport:
    known_columns = {*importer.required, *importer.optional}
    unknown = tuple(column for column in table.columns if column not in known_columns | {"", "reason"})
    report = ListReport(table.file_name, table.columns, unknown)
    imported = {row.key: row for row in ImportedRow.objects.filter(file_name=importer.file_name)}
    seen: dict[str, int] = {}
    for row in table.rows:
        report.results.append(_import_row(importer, row, imported, seen, context))
    if importer.after is not None:
        importer.after(context)
    return report


def _import_row(
    importer: ListImporter,
    row: Row,
    imported: dict[str, ImportedRow],
    seen: dict[str, int],
    context: ImportContext,
) -> RowResult:
    label = importer.label(row)
    try:
        if row.problem:
            raise RowError(row.problem)
        key = importer.key(row)[:300]
        if key in seen:
            message = _("Row %(row)s is the same by name. If both are meant, give each of them its own code.")
            raise RowError(message % {"row": seen[key]})
        before = imported.get(key)
        outcome = RowOutcome(Outcome.SKIPPED)
        if before is None or before.digest != _digest(row):
            with removed_on_failure(), transaction.atomic():
                outcome = _apply(importer, row, key, before, context)
        seen[key] = row.number
    except ROW_ERRORS as error:
        return RowResult(row, label, Outcome.FAILED, reason=_in_words(error))
    return RowResult(row, label, outcome.outcome, notes=outcome.notes)


def _apply(
    importer: ListImporter, row: Row, key: str, before: ImportedRow | None, context: ImportContext
) -> RowOutcome:
    record = None if before is None else _record_of(before)
    if before is None or record is None:  # never imported, or deleted by staff since and edited in the list
        fresh = frozenset(column for column, cell in row.cells.items() if cell)
        outcome = importer.import_row(replace(row, fresh=fresh), None, context)
    else:
        columns = {*row.cells, *before.cells}
        fresh = frozenset(column for column in columns if row.get(column) != before.cells.get(column, ""))
        renewed = replace(row, fresh=fresh, before=before.cells)
        outcome = importer.import_row(renewed, record, context)
    if outcome.instance is not None:
        _remember(importer.file_name, key, row, outcome.instance, before)
        if outcome.outcome is not Outcome.SKIPPED:
            ReferenceIndex.create_or_update_for_object(outcome.instance)
    return outcome


def _record_of(before: ImportedRow) -> models.Model | None:
    record = before.record
    return record if isinstance(record, models.Model) else None


def _remember(file_name: str, key: str, row: Row, instance: models.Model, before: ImportedRow | None) -> None:
    imported = before or ImportedRow(file_name=file_name, key=key)
    imported.digest, imported.cells = _digest(row), _filled(row)
    imported.content_type = ContentType.objects.get_for_model(instance)
    imported.object_id = instance.pk
    imported.save()


def _filled(row: Row) -> dict[str, str]:
    return {column: cell for column, cell in row.cells.items() if cell}


def _digest(row: Row) -> str:
    text = json.dumps(_filled(row), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def _in_words(error: Exception) -> str:
    if isinstance(error, ValidationError):
        if hasattr(error, "message_dict"):
            named = [("" if name == "__all__" else f"{name}: ", texts) for name, texts in error.message_dict.items()]
            return " ".join(name + " ".join(texts) for name, texts in named)
        return " ".join(error.messages)
    if isinstance(error, DatabaseError):
        return _("The database does not take this row: %(error)s") % {"error": error}
    if isinstance(error, RowError | CodeTakenError):
        return str(error)
    return _("A cell of this row cannot be read (%(error)s).") % {"error": str(error)[:200]}
