"""The centre's list of synonyms becomes rows that staff keep."""

from django.db.models import Model

from search.models import Synonym
from search.synonyms import parts
from showcase.core.importing import ImportContext, ListImporter, Outcome, Row, RowError, RowOutcome

FIELDS = {
    "canonical_vi": "canonical_vi",
    "canonical_en": "canonical_en",
    "also_typed": "forms",
    "collides_when_folded": "collisions",
}


def _key(row: Row) -> str:
    return row.get("canonical_vi").casefold()


def _import(row: Row, instance: Model | None, context: ImportContext) -> RowOutcome:
    """Make or change one synonym; only the columns edited since the last run are applied."""
    if not row.get("canonical_vi"):
        raise RowError("canonical_vi is empty")
    synonym = instance if isinstance(instance, Synonym) else Synonym()
    changed = synonym.pk is None
    for column, name in FIELDS.items():
        if row.says(column):
            value = row.get(column)
            value = "; ".join(parts(value)) if name in ("forms", "collisions") else value
            changed |= getattr(synonym, name) != value
            setattr(synonym, name, value)
    if not changed:
        return RowOutcome(Outcome.SKIPPED, synonym)
    synonym.full_clean()
    made = synonym.pk is None
    synonym.save()
    return RowOutcome(Outcome.CREATED if made else Outcome.CHANGED, synonym)


SYNONYMS = ListImporter(
    file_name="synonyms.csv",
    order=40,
    required=("canonical_vi", "canonical_en"),
    optional=("number", "also_typed", "collides_when_folded"),
    key=_key,
    label=lambda row: row.get("canonical_vi"),
    import_row=_import,
)
