"""A record being filled from a row: what changes, what goes live, what is kept as a note."""

from collections.abc import Callable, Collection, Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from products.importing.lines import parse_date
from showcase.core import moderation
from showcase.core.importing import ImportContext, Outcome, Row, RowError, RowOutcome
from showcase.core.models import Record, RecordChild


class RecordDraft:
    """Sets what a row says on a record and remembers whether anything became different.

    Live facts of a record that was public are not set on it but changed by their own action.
    A draft that staff have not published yet is built upon, never published along.
    """

    def __init__(self, model: type[Record], found: Record | None, row: Row, context: ImportContext) -> None:
        self.row = row
        self.context = context
        self.new = found is None
        self.changed = False
        self.facts: dict[str, Any] = {}
        self.notes: list[str] = []
        self.kept: list[str] = []
        self.is_held = False
        self.before_publishing: list[Callable[[Record], None]] = []
        self.record: Any = self._start(model, found)

    def _start(self, model: type[Record], found: Record | None) -> Record:
        if found is None:
            record = model(live=False)
            record.code = self.row.get("code").upper()
            return record
        _refuse_second(self.context, found, self.row)
        if found.has_unpublished_changes:
            return found.get_latest_revision_as_object()  # type: ignore[no-any-return]
        return found

    @property
    def holds_facts_back(self) -> bool:
        """Whether the run stores drafts only and the record was public: its facts would change at once."""
        return self.context.draft and not self.record.never_published

    # -- filling -----------------------------------------------------------------------

    def set(self, field: str, value: Any) -> None:
        """Set a field, or plan the change of a live fact."""
        if getattr(self.record, field) == value:
            return
        if field in self.record.live_facts and self.holds_facts_back:
            self.keep_fact(field, value)
        elif field in self.record.live_facts and not self.record.never_published:
            self.facts[field] = value
        else:
            setattr(self.record, field, value)
            self.changed = True

    def set_text(self, field: str, vi: str = "", en: str = "") -> None:
        """Set a translatable text from its two columns, each only when the row says it."""
        if vi and self.row.says(vi):
            self.set(field, self.row.get(vi))
        if en and self.row.says(en):
            self.set_translation(field, self.row.get(en))

    def set_translation(self, field: str, text: str) -> None:
        """Set the English of a field."""
        if self.record.translation(field, "en") != text:
            self.record.set_translation(field, "en", text)
            self.changed = True

    def set_number(self, field: str, column: str, low: int, high: int) -> None:
        """Set a whole number; one that is none or out of range is kept as a note."""
        if not self.row.says(column):
            return
        text = self.row.get(column)
        if not text:
            self.set(field, None)
        elif text.isdecimal() and len(text) < 10 and low <= int(text) <= high:
            self.set(field, int(text))
        else:
            self.keep(column, text)

    def set_date(self, field: str, column: str) -> None:
        """Set a date; a text that is none is kept as a note."""
        text = self.row.get(column)
        day = parse_date(text)
        if text and day is None:
            self.keep(column, text)
        else:
            self.set(field, day)

    def set_many(self, field: str, terms: Iterable[models.Model]) -> None:
        """Replace the terms of a many-to-many field."""
        wanted = list(terms)
        has = set() if self.new else {term.pk for term in getattr(self.record, field).all()}
        if has != {term.pk for term in wanted}:
            getattr(self.record, field).set(wanted)
            self.changed = True

    def set_children(
        self, relation: str, wanted: dict[str, RecordChild], former: Collection[str], key: Callable[[Any], str]
    ) -> None:
        """Add what the cell says now, remove what it said before; staff's own rows stay."""
        manager = getattr(self.record, relation)
        there = {key(child): child for child in manager.all()}
        for name in former:
            if name in there and name not in wanted:
                manager.remove(there[name])
                self.changed = True
        for position, (name, child) in enumerate(wanted.items(), start=len(there)):
            if name not in there:
                child.sort_order = position
                manager.add(child)
                self.changed = True

    def keep(self, column: str, text: str) -> None:
        """Keep words that were not understood, on the record and in the report."""
        if not text:
            return
        self.kept.append(f"{column}: {text}")
        message = _("%(column)s: “%(text)s” was not understood and is kept in the staff's note.")
        self.notes.append(message % {"column": column, "text": text})

    def keep_fact(self, name: str, value: Any) -> None:
        """Keep what would hold at once as words for staff."""
        self.kept.append(f"{name}: {value}")
        message = _("%(name)s: “%(value)s” would hold at once, but this import stores drafts: see the staff's note.")
        self.notes.append(message % {"name": name, "value": value})

    def hold(self, reason: str) -> None:
        """Leave the record a draft, and say why to staff."""
        self.is_held = True
        self.kept.append(reason)
        self.notes.append(reason)

    def keep_unknown(self, known: Collection[str]) -> None:
        """Keep the cells of columns that the list does not have."""
        for column in self.row.cells:
            if column not in known and self.row.says(column):
                self.keep(column, self.row.get(column))

    # -- storing -----------------------------------------------------------------------

    def finish(self) -> RowOutcome:
        """Store the record, as a draft or live, and say what became of the row."""
        if self.new or self.changed:
            for gap in moderation.publish_gaps(self.record):
                self.hold(gap)
        self._write_note()
        if not (self.new or self.changed or self.facts or self.before_publishing):
            return RowOutcome(Outcome.SKIPPED, self.record, tuple(self.notes))
        if self.facts:
            moderation.change_live_facts(self.record, user=self.context.user, **self.facts)
        if self.new and self.before_publishing:
            self.record.save()
        for action in self.before_publishing:
            action(self.record)
        if self.new or self.changed:
            self._store()
        outcome = Outcome.CREATED if self.new else Outcome.CHANGED
        return RowOutcome(outcome, self.record, tuple(self.notes))

    def _write_note(self) -> None:
        lines = self.record.staff_note.splitlines()
        added = [line for line in self.kept if line not in lines]
        if added:
            self.record.staff_note = "\n".join([*lines, *added])
            self.changed = True

    def _store(self) -> None:
        record, user = self.record, self.context.user
        had_draft = not self.new and not record.never_published and record.has_unpublished_changes
        was_taken_down = not self.new and not record.live and not record.never_published
        if self.context.draft or self.is_held or had_draft or was_taken_down:
            moderation.save_draft(record, user=user)
            if had_draft:
                self.notes.append(_("The record has a draft that is not published; the change was added to it."))
            elif was_taken_down:
                self.notes.append(_("The record is not public any more; the change was stored as a draft."))
        else:
            moderation.publish_record(record, user=user)


def _refuse_second(context: ImportContext, record: Record, row: Row) -> None:
    """A record belongs to one row of a run. Raises ``RowError`` for the second."""
    number = row_of(context, record) or row.number
    if number != row.number:
        message = _("This row and row %(row)s are about the same record, %(name)s (%(code)s).")
        raise RowError(message % {"row": number, "name": record.name, "code": record.code})


def row_of(context: ImportContext, record: Record) -> int:
    """The number of the row that this run stored in the record, or 0."""
    claimed: dict[tuple[str, int], int] = context.remember("claimed", dict)
    return claimed.get((record._meta.label, record.pk), 0)


def claim(context: ImportContext, record: Record, row: Row) -> None:
    """Remember the row of a record that was just stored."""
    context.remember("claimed", dict)[(record._meta.label, record.pk)] = row.number
