"""Rows that failed go into a file of the same columns, to be mended and imported again."""

import csv
from pathlib import Path

from products.importing.reading import FORMULA_STARTS, REASON
from products.importing.report import ImportReport, ListReport


def write_rows_to_mend(report: ImportReport, folder: Path, target: Path) -> list[Path]:
    """Write ``<folder>-to-mend-<list>.csv`` for each list with failed rows; the files written."""
    written = []
    for listed in report.lists:
        if listed.failed:
            path = target / f"{folder.resolve().name}-to-mend-{listed.file_name}"
            _write(listed, path)
            written.append(path)
    return written


def harmless(cell: str) -> str:
    """The cell as a spreadsheet shows it, never as a formula it runs."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def _write(listed: ListReport, path: Path) -> None:
    columns = [column for column in listed.columns if column not in ("", REASON)]
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*columns, REASON])
        # A cell that a spreadsheet would take for a formula begins with an apostrophe here; reading drops it.
        for result in listed.failed:
            writer.writerow([harmless(cell) for cell in (*map(result.row.get, columns), result.reason)])
