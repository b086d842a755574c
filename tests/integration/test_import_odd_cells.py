"""Cells that once stopped a whole import: the row fails in words, the others go in."""

import csv
from pathlib import Path

import pytest

from products.importing.measures import parse_size
from products.importing.mending import write_rows_to_mend
from products.importing.service import import_centre
from products.models import Product
from villages.models import Artisan, Village

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("centre")]


def _write(folder: Path, name: str, *rows: dict[str, str]) -> None:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)


@pytest.mark.parametrize(
    "odd",
    [
        {"code": "nan"},
        {"code": "-1"},
        {"recognition": "city 99-99-2024"},
        {"latitude_approx": "nan", "longitude_approx": "105"},
        {"latitude_approx": "9" * 5000, "longitude_approx": "105"},
    ],
    ids=["code", "negative code", "date", "nan", "digits"],
)
def test_an_odd_cell_of_a_village_stops_nothing_else(tmp_path: Path, odd: dict[str, str]) -> None:
    _write(tmp_path, "villages.csv", {"name_vi": "Làng Một", **odd}, {"name_vi": "Làng Hai"})
    report = import_centre(tmp_path)
    assert Village.objects.filter(name="Làng Hai").exists()
    assert all(result.reason for result in report.lists[0].failed)
    assert sum(report.lists[0].counts.values()) == 2


def test_a_number_of_thousands_of_digits_is_kept_as_a_note(tmp_path: Path) -> None:
    _write(tmp_path, "villages.csv", {"name_vi": "Làng Một"})
    _write(tmp_path, "artisans.csv", {"name": "Thợ Một", "village": "Làng Một", "birth_year": "1" * 5000})
    import_centre(tmp_path)
    assert Artisan.objects.get().birth_year is None


def test_a_size_of_thousands_of_digits_is_read_at_once() -> None:
    text = "1" * 100_000
    assert parse_size(text).words == text


def test_a_list_that_is_a_link_is_refused(tmp_path: Path) -> None:
    from products.importing.reading import UnreadableError

    (tmp_path / "villages.csv").symlink_to("/etc/passwd")
    with pytest.raises(UnreadableError):
        import_centre(tmp_path)


def test_rows_to_mend_hold_no_formula_and_come_back_as_typed(tmp_path: Path) -> None:
    _write(tmp_path, "villages.csv", {"name_vi": "=1+1", "code": "khong"})
    report = import_centre(tmp_path)
    assert report.lists[0].counts["failed"] == 1
    (path,) = write_rows_to_mend(report, tmp_path, tmp_path / "mend")
    assert "'=1+1" in path.read_text(encoding="utf-8-sig")
    path.rename(tmp_path / "villages.csv")
    again = import_centre(tmp_path)
    assert again.lists[0].failed[0].row.get("name_vi") == "=1+1"


def test_the_craft_of_a_piece_is_not_guessed_from_a_material_or_a_shape(tmp_path: Path) -> None:
    names = ("Tượng trâu đồng", "Thuyền tre", "Khăn thêu tay", "Khay sơn mài", "Lacquer box")
    _write(tmp_path, "villages.csv", {"name_vi": "Ngũ Xã", "craft_and_materials": "bronze casting"})
    _write(tmp_path, "products.csv", *({"name_vi": name, "village": "Ngũ Xã"} for name in names))
    import_centre(tmp_path)
    crafts = [Product.objects.get(name=name).craft for name in names]
    keys = [craft.key if craft else None for craft in crafts]
    assert keys == [None, None, "hand-embroidery", "lacquer", "lacquer"]
