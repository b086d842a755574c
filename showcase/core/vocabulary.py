"""First words of a vocabulary, from a list in the repository. Afterwards it belongs to staff."""

import csv
from pathlib import Path

from django.db import transaction

from showcase.core.models import Term


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of one of our own lists."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@transaction.atomic
def load_terms(model: type[Term], path: Path) -> int:
    """Fill an empty vocabulary; gives the number of terms made. One with rows is left alone."""
    if model._default_manager.exists():
        return 0
    rows = read_rows(path)
    groups = _make_groups(model, rows)
    for order, row in enumerate(rows, start=len(groups)):
        term = model(key=row["key"], name=row["name_vi"], also=row["also"], sort_order=order)
        term.set_translation("name", "en", row["name_en"])
        if row["group"] in groups:
            term.group = groups[row["group"]]  # type: ignore[attr-defined]
        term.save()
    return len(rows)


def _make_groups(model: type[Term], rows: list[dict[str, str]]) -> dict[str, Term]:
    """Terms for the groups, where the vocabulary has groups."""
    groups: dict[str, Term] = {}
    if not any(field.name == "group" for field in model._meta.get_fields()):
        return groups
    for row in rows:
        name = row["group"]
        if name and name not in groups:
            term = model(name=name, sort_order=len(groups))
            term.set_translation("name", "en", row["group_en"])
            term.save()
            groups[name] = term
    return groups
