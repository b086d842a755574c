"""``manage.py import_centre DIR``: the lists a centre keeps, read into records."""

import argparse
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from products.importing.mending import write_rows_to_mend
from products.importing.reading import UnreadableError
from products.importing.report import ImportReport, ListReport, RowResult
from products.importing.service import import_centre
from showcase.core.importing import Outcome


class Command(BaseCommand):
    """Reads every list first; a file that cannot be read writes nothing at all."""

    help = "Import the lists of a folder: villages, artisans, products, synonyms."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """The folder and the three options."""
        parser.add_argument("folder", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="Say what would happen, write nothing.")
        parser.add_argument("--draft", action="store_true", help="Store drafts; nothing goes live.")
        parser.add_argument(
            "--mend", type=Path, default=Path(), metavar="DIR", help="Where to put the files of rows to mend."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Import and print; files that cannot be read are a ``CommandError``."""
        folder = options["folder"]
        try:
            report = import_centre(folder, dry_run=options["dry_run"], draft=options["draft"])
        except UnreadableError as error:
            message = _("Nothing was imported.")
            raise CommandError("\n".join([*error.problems, message])) from error
        for listed in report.lists:
            self._print_list(listed)
        self._print_end(report, folder, options["mend"])

    def _print_list(self, listed: ListReport) -> None:
        counts = listed.counts
        words = _(
            "%(file)s: %(total)s rows: %(created)s created, %(changed)s changed, "
            "%(skipped)s skipped, %(failed)s failed; %(partly)s partly understood"
        )
        numbers = {"file": listed.file_name, "total": listed.total, "partly": len(listed.partly_understood)}
        self.stdout.write(words % {**numbers, **counts})
        if listed.unknown_columns:
            columns = ", ".join(listed.unknown_columns)
            self.stdout.write("  " + _("Columns that are not known: %(columns)s") % {"columns": columns})
        for result in listed.results:
            self._print_row(result)

    def _print_row(self, result: RowResult) -> None:
        values = {"row": result.row.number, "name": result.label}
        if result.outcome is Outcome.FAILED:
            line = _("  row %(row)s (%(name)s) failed: %(reason)s") % {**values, "reason": result.reason}
            self.stdout.write(self.style.WARNING(line))
        elif result.notes:
            line = _("  row %(row)s (%(name)s) partly understood: %(notes)s")
            self.stdout.write(line % {**values, "notes": " ".join(result.notes)})

    def _print_end(self, report: ImportReport, folder: Path, target: Path) -> None:
        if report.dry_run:
            self.stdout.write(_("This was a dry run: nothing was written."))
            return
        for path in write_rows_to_mend(report, folder, target):
            self.stdout.write(_("Rows to mend are in %(path)s.") % {"path": path})
        self.stdout.write(_("%(count)s changes.") % {"count": report.changes})
