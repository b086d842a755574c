"""Teachers and pupils: names first, and when the list is read, the makers of the centre that they are."""

from contextlib import suppress

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import ReferenceIndex

from products.importing.artisan_index import artisan_index
from products.importing.lines import split_list
from products.importing.models import ImportedRow
from products.importing.records import RecordDraft, row_of
from showcase.core.importing import ImportContext, Outcome, Row, RowError
from showcase.core.text import fold
from villages.models import Artisan, Lineage

FILE_NAME = "artisans.csv"
COLUMNS = (("teachers", Lineage.Relation.TEACHER), ("pupils", Lineage.Relation.PUPIL))


def fill_lineage(draft: RecordDraft) -> None:
    """Set the names; who of them is a maker of the centre is known when all rows are."""
    row = draft.row
    for column, relation in COLUMNS:
        if row.says(column):
            names = {f"{relation}|{fold(name)}": name for name in split_list(row.get(column))}
            wanted = {key: Lineage(relation=relation, name=name) for key, name in names.items()}
            former = [f"{relation}|{fold(name)}" for name in split_list(row.before.get(column, ""))]
            draft.set_children("links", wanted, former, _key)


def _key(link: Lineage) -> str:
    return f"{link.relation}|{fold(str(link))}"


def note_lineage(draft: RecordDraft, outcome: Outcome) -> None:
    """Remember, for the end of the list, who was new and whose teachers or pupils were named."""
    if outcome is Outcome.CREATED:
        draft.context.remember("new makers", set).add(fold(draft.record.name))
    if draft.row.says(*(column for column, _relation in COLUMNS)):
        draft.context.remember("named makers", set).add(draft.record.pk)


def link_makers(context: ImportContext) -> None:
    """Link the names of this run, and names of earlier ones that are makers now.

    A linked name is not kept beside the link: it would be shown when its maker may not be.
    """
    new: set[str] = context.remember("new makers", set)
    named: set[int] = context.remember("named makers", set)
    if not new and not named:
        return
    for imported in ImportedRow.objects.filter(file_name=FILE_NAME):
        cells = ";".join(imported.cells.get(column, "") for column, _relation in COLUMNS)
        names = {fold(name) for name in split_list(cells)}
        if imported.object_id not in named:
            names &= new
        if names:
            with suppress(RowError, ValidationError), transaction.atomic():
                _link(imported.object_id, names, context)


def _link(pk: int, names: set[str], context: ImportContext) -> None:
    artisan = Artisan._base_manager.filter(pk=pk).first()
    if artisan is None:
        return
    draft = RecordDraft(Artisan, artisan, Row(row_of(context, artisan), {}), context)
    links = list(draft.record.links.all())
    for link in links:
        if link.other_id is None and fold(link.name) in names:
            found = [maker for maker in artisan_index(context).named(link.name) if maker.pk != pk]
            if len(found) == 1:
                link.other, link.name = found[0], ""
                draft.changed = True
    if draft.changed:
        draft.record.links.set(links)
        draft.finish()
        ReferenceIndex.create_or_update_for_object(draft.record)
