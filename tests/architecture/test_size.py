"""Files stay short: past 300 lines a file is split by noun."""

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
