"""Reading one file: what is taken, what is refused and in which words."""

from pathlib import Path

import pytest
from django.utils import translation

from products.importing.reading import UnreadableError, read_table

REQUIRED = ("village", "name_vi")
GOOD = 'number,village,name_vi\n1,Hạ Thái,"Đĩa, to"\n'


@pytest.fixture(autouse=True)
def _english() -> object:
    with translation.override("en"):
        yield


def _read(path: Path, data: bytes) -> object:
    path.write_bytes(data)
    return read_table(path, REQUIRED)


@pytest.mark.parametrize(
    "data",
    [
        GOOD.encode(),
        GOOD.encode("utf-8-sig"),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.replace(",", ";").replace("Đĩa;", "Đĩa,").encode(),
        GOOD.replace(",", "\t").replace("Đĩa\t", "Đĩa,").encode(),
        GOOD.replace("village", " Village ").encode(),
    ],
)
def test_what_spreadsheets_write_is_read(tmp_path: Path, data: bytes) -> None:
    table = _read(tmp_path / "products.csv", data)
    assert [row.cells for row in table.rows] == [{"number": "1", "village": "Hạ Thái", "name_vi": "Đĩa, to"}]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \n", "is empty"),
        (b"PK\x03\x04rest", "Excel or ZIP"),
        (b"\xd0\xcf\x11\xe0rest", "Excel or ZIP"),
        (GOOD.encode("utf-16"), "UTF-16"),
        ("village,name_vi\nHà,Đĩa\n".encode("cp1258", "replace"), "Line 2 is not UTF-8"),
        (b"village,name_vi\nA,B\0\n", "NUL"),
        (b'village,name_vi\nA,"B\n', "never closed"),
        (b'village,name_vi\nA,"B"x\n', "Line 2 cannot be divided"),
        (b"number,name_vi\n1,A\n", "columns are missing: village"),
        (b"village,name_vi,village\nA,B,C\n", "there twice: village"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words) as caught:
        _read(tmp_path / "products.csv", data)
    assert str(caught.value).startswith("products.csv: ")


def test_a_short_row_is_filled_and_a_long_one_marked(tmp_path: Path) -> None:
    table = _read(tmp_path / "products.csv", b"village,name_vi,supply\nA,B\n\nC,D,stock,more\n")
    short, long = table.rows
    assert (short.number, short.get("supply"), short.problem) == (1, "", "")
    assert (long.number, bool(long.problem)) == (3, True)


def test_the_reason_column_of_a_mended_file_is_ignored(tmp_path: Path) -> None:
    table = _read(tmp_path / "products.csv", b"village,name_vi,reason\nA,B,no village\n")
    assert table.rows[0].cells == {"village": "A", "name_vi": "B"}


def test_a_folder_without_a_list_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="is not a file"):
        read_table(tmp_path, REQUIRED)
