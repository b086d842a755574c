"""Reading a folder of lists: every file is read to its end before anything is written."""

import csv
import io
from pathlib import Path

from django.utils.translation import gettext as _

from showcase.core.importing import ListImporter, Row, Table

LARGEST_FILE = 10_000_000
MOST_ROWS = 50_000
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝")
REASON = "reason"
_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_DELIMITERS = (",", ";", "\t")


class UnreadableError(Exception):
    """A file of the folder cannot be read; nothing was written. One sentence a file."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def read_folder(folder: Path, importers: list[ListImporter]) -> list[tuple[ListImporter, Table]]:
    """All lists that are there, in the order of import. Raises :class:`UnreadableError`."""
    if not folder.is_dir():
        raise UnreadableError([_("There is no folder “%(folder)s”.") % {"folder": folder}])
    tables: list[tuple[ListImporter, Table]] = []
    problems: list[str] = []
    for importer in importers:
        path = folder / importer.file_name
        if not path.exists():
            continue
        try:
            tables.append((importer, read_table(path, importer.required)))
        except UnreadableError as error:
            problems += error.problems
    if problems:
        raise UnreadableError(problems)
    if not tables:
        names = ", ".join(importer.file_name for importer in importers)
        message = _("The folder “%(folder)s” has none of the lists: %(names)s.")
        raise UnreadableError([message % {"folder": folder, "names": names}])
    return tables


def read_table(path: Path, required: tuple[str, ...]) -> Table:
    """One CSV file: UTF-8 with or without a mark, comma, semicolon or tab between cells."""
    try:
        text = _decode(path)
        lines = _split(text, required)
        columns = _columns(lines[0], required)
    except UnreadableError as error:
        raise UnreadableError([f"{path.name}: {problem}" for problem in error.problems]) from error
    rows = []
    for number, cells in enumerate(lines[1:], start=1):
        if any(cell.strip() for cell in cells):
            rows.append(_row(number, columns, cells))
    return Table(path.name, columns, tuple(rows))


def _fail(message: str, **values: object) -> UnreadableError:
    return UnreadableError([message % values if values else message])


def _decode(path: Path) -> str:
    if path.is_symlink() or not path.is_file():
        raise _fail(_("This is not a file."))
    if path.stat().st_size > LARGEST_FILE:
        raise _fail(_("The file is larger than 10 MB."))
    data = path.read_bytes()
    if data.startswith((_ZIP, _OLD_EXCEL)):
        raise _fail(
            _("This is no CSV text but an Excel or ZIP file under another name. Save it as “CSV UTF-8” and try again.")
        )
    if data.startswith(_UTF16):
        raise _fail(_("The file is written in UTF-16. Save it as “CSV UTF-8” and try again."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = _("Line %(line)s is not UTF-8 text. Save the file as “CSV UTF-8” and try again.")
        raise _fail(message, line=line) from error
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise _fail(_("Line %(line)s has a NUL character: the file is damaged or no text."), line=line)
    if not text.strip():
        raise _fail(_("The file is empty: the first line must name the columns."))
    return text


def _split(text: str, required: tuple[str, ...]) -> list[list[str]]:
    """The cells, with the delimiter under which the heading names most of the columns."""
    first = text.lstrip().splitlines()[0]
    delimiter = max(_DELIMITERS, key=lambda sign: len(set(_heading(first.split(sign))) & set(required)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines: list[list[str]] = []
    try:
        for line in reader:
            if lines or line:
                lines.append(line)
            if len(lines) > MOST_ROWS:
                raise _fail(_("The list has more than %(number)s rows."), number=MOST_ROWS)
    except csv.Error as error:
        line_number = reader.line_num
        if "unexpected end" in str(error):
            raise _fail(_("A quotation mark is opened and never closed.")) from error
        message = _("Line %(line)s cannot be divided into cells: a quotation mark or a cell is damaged.")
        raise _fail(message, line=line_number) from error
    return lines


def _heading(cells: list[str]) -> tuple[str, ...]:
    return tuple(cell.strip().strip('"').strip().lower() for cell in cells)


def _columns(heading: list[str], required: tuple[str, ...]) -> tuple[str, ...]:
    columns = _heading(heading)
    while columns and not columns[-1]:
        columns = columns[:-1]
    missing = [column for column in required if column not in columns]
    if missing:
        message = _("These columns are missing: %(missing)s. The first line has: %(columns)s.")
        raise _fail(message, missing=", ".join(missing), columns=", ".join(columns)[:300])
    twice = sorted({column for column in columns if columns.count(column) > 1})
    if twice:
        raise _fail(_("These columns are there twice: %(columns)s."), columns=", ".join(twice) or "''")
    return columns


def _as_typed(cell: str) -> str:
    """Without the apostrophe that rows to mend put before what looks like a formula."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA_STARTS) else cell


def _row(number: int, columns: tuple[str, ...], cells: list[str]) -> Row:
    padded = [_as_typed(cell.strip()) for cell in cells] + [""] * (len(columns) - len(cells))
    problem = ""
    if any(padded[len(columns) :]):
        problem = _("The row has more cells than the first line has columns.")
    named = {column: cell for column, cell in zip(columns, padded, strict=False) if column not in ("", REASON)}
    return Row(number, named, problem=problem)
