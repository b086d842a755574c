"""Files stay short (past 300 lines a file is split by noun), well named, and whole."""

from __future__ import annotations

from tests.architecture.layers import ROOT, sources

LIMIT = 300


def test_no_source_file_is_longer_than_the_limit() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text().splitlines())
        for path in sources(".py", ".html", ".js", ".css", ".txt")
    }
    assert {name: length for name, length in lengths.items() if length > LIMIT} == {}


def test_nothing_is_called_utils() -> None:
    assert [path for path in sources(".py") if path.stem in {"utils", "helpers", "misc"}] == []


def test_no_file_holds_the_marks_of_a_merge() -> None:
    """A docstring took some in once, where no tool complains."""
    marks = ("<<<<<<" + "< ", ">>>>>>" + "> ")
    marked = [
        str(path.relative_to(ROOT))
        for path in sources(".py", ".html", ".js", ".css", ".txt")
        if any(line.startswith(marks) for line in path.read_text().splitlines())
    ]
    assert marked == []
