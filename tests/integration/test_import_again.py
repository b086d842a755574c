"""``import_centre`` again and again: drafts, pictures, deleted records, makers named before they come."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation
from PIL import Image

from products.importing import products as product_list
from products.importing.service import import_centre
from products.models import Availability, Product
from showcase.core.importing import RowError
from showcase.images.models import CentreImage
from villages.models import Artisan

HEADING = "village,name_vi,price_thousand_vnd,supply,images\n"
MAKERS = "name,village,teachers,consent\n"


@pytest.fixture(autouse=True)
def _ready(centre: None) -> Iterator[None]:
    """A centre that is set up; messages in English."""
    with translation.override("en"):
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One village, one product with a picture."""
    path = tmp_path / "lists"
    (path / "media").mkdir(parents=True)
    (path / "villages.csv").write_text("name_vi\nHạ Thái\n", encoding="utf-8")
    _products(path, "Hạ Thái,Đĩa,350,stock,a.jpg|Đĩa|Plate\n")
    _picture(path, "brown")
    return path


def _products(folder: Path, lines: str) -> None:
    (folder / "products.csv").write_text(HEADING + lines, encoding="utf-8")


def _makers(folder: Path, lines: str) -> None:
    (folder / "artisans.csv").write_text(MAKERS + lines, encoding="utf-8")


def _picture(folder: Path, colour: str) -> None:
    Image.new("RGB", (640, 480), colour).save(folder / "media" / "a.jpg")


def _files() -> set[Path]:
    return {path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()}


def test_drafts_leave_facts_and_consents_of_public_records_alone(folder: Path) -> None:
    _makers(folder, "Bùi Thị A,Hạ Thái,,name\n")
    import_centre(folder)
    _makers(folder, "Bùi Thị A,Hạ Thái,,none\n")
    _products(folder, "Hạ Thái,Đĩa,390,stock,a.jpg|Đĩa|Plate\n")
    report = import_centre(folder, draft=True)
    plate, maker = Product.objects.get(), Artisan.objects.get()
    assert plate.price_min == 350_000 and maker.may_show_name
    assert "would hold at once" in report.of("products.csv").partly_understood[0].notes[0]
    assert plate.get_latest_revision_as_object().staff_note == "price_min: 390000"
    assert maker.get_latest_revision_as_object().staff_note == "consent: none"


def test_a_dry_run_and_a_failed_row_leave_no_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _files()
    assert import_centre(folder, dry_run=True).changes == 2
    assert _files() == before

    def fail(*_arguments: object) -> None:
        raise RowError("no")

    monkeypatch.setattr(product_list, "claim", fail)  # after the product and its picture were stored
    assert len(import_centre(folder).of("products.csv").failed) == 1
    assert _files() == before and not CentreImage.objects.exists()
    monkeypatch.undo()
    import_centre(folder)
    assert Path(CentreImage.objects.get().file.path).is_file()


def test_another_picture_of_the_same_name_is_another_picture(folder: Path) -> None:
    import_centre(folder)
    _products(folder, "Hạ Thái,Đĩa,350,stock,a.jpg\nHạ Thái,Khay,400,stock,a.jpg\n")
    import_centre(folder)
    assert CentreImage.objects.count() == 1
    _picture(folder, "green")
    _products(folder, "Hạ Thái,Đĩa,350,stock,a.jpg | Cái đĩa | Plate\nHạ Thái,Khay,400,stock,a.jpg\n")
    import_centre(folder)
    plate, tray = Product.objects.get(name="Đĩa"), Product.objects.get(name="Khay")
    assert plate.images.get().image.alt_text == "Cái đĩa"
    assert plate.images.get().image_id != tray.images.get().image_id


def test_a_deleted_record_comes_back_whole_when_its_row_is_edited(folder: Path) -> None:
    import_centre(folder)
    Product.objects.get().delete()
    assert import_centre(folder).changes == 0
    _products(folder, "Hạ Thái,Đĩa,390,stock,a.jpg|Đĩa|Plate\n")
    report = import_centre(folder)
    assert report.of("products.csv").counts["created"] == 1
    plate = Product.objects.public().get()
    assert (plate.price_min, plate.availability, plate.images.count()) == (390_000, Availability.IN_STOCK, 1)
    assert import_centre(folder).changes == 0


def test_a_failed_row_does_not_keep_the_record_from_the_next(folder: Path) -> None:
    import_centre(folder)
    code = Product.objects.get().code
    (folder / "products.csv").write_text(
        f"village,name_vi,code,price_thousand_vnd,size_cm_weight\nHạ Thái,Đĩa,{code},350,-40×30\nHạ Thái,ĐĨA,,390,\n",
        encoding="utf-8",
    )
    counts = import_centre(folder).of("products.csv").counts
    assert (counts["failed"], counts["changed"]) == (1, 1)
    assert Product.objects.get().price_min == 390_000


def test_without_a_word_on_supply_a_product_stays_a_draft(folder: Path) -> None:
    _products(folder, "Hạ Thái,Đĩa,350,,\nHạ Thái,Khay,400,stock,\n")
    report = import_centre(folder)
    plate = Product.objects.get(name="Đĩa")
    assert not plate.live and plate.staff_note.startswith("supply: the cell does not say")
    assert report.of("products.csv").partly_understood[0].notes[0] == plate.staff_note
    _products(folder, "Hạ Thái,Đĩa,390,,\nHạ Thái,Khay,400,,\n")
    import_centre(folder)
    assert not Product.objects.get(name="Đĩa").live
    assert Product.objects.public().get().availability == Availability.IN_STOCK
    _products(folder, "Hạ Thái,Đĩa,390,MTO 20,\nHạ Thái,Khay,400,,\n")
    import_centre(folder)
    assert Product.objects.public().get(name="Đĩa").availability == Availability.MADE_TO_ORDER


def test_a_teacher_is_linked_who_comes_later_in_the_list_or_in_a_later_list(folder: Path) -> None:
    first = "Bùi Thị A,Hạ Thái,Bùi Văn B;Bùi Văn C;Ai Đó,name\nBùi Văn B,Hạ Thái,,name\n"
    _makers(folder, first)
    import_centre(folder)
    pupil = Artisan.objects.get(name="Bùi Thị A")
    assert pupil.live and not pupil.has_unpublished_changes
    assert _links(pupil) == [("Bùi Văn B", ""), ("", "Bùi Văn C"), ("", "Ai Đó")]
    assert import_centre(folder).changes == 0
    _makers(folder, first + "Bùi Văn C,Hạ Thái,,name\n")
    assert import_centre(folder).changes == 1
    expected = [("Bùi Văn B", ""), ("Bùi Văn C", ""), ("", "Ai Đó")]
    assert _links(Artisan.objects.get(pk=pupil.pk)) == expected
    _makers(folder, first.replace(";Ai Đó", "").replace(",name\nBùi Văn B", ",name;photo\nBùi Văn B"))
    import_centre(folder)
    assert _links(Artisan.objects.get(pk=pupil.pk)) == expected[:2]


def test_a_teacher_with_a_namesake_is_not_linked(folder: Path) -> None:
    (folder / "villages.csv").write_text("name_vi\nHạ Thái\nChuôn Ngọ\n", encoding="utf-8")
    lines = "Bùi Văn B,Hạ Thái,,name\nBùi Thị A,Hạ Thái,Bùi Văn B,name\nBùi Văn B,Chuôn Ngọ,,name\n"
    _makers(folder, lines)
    import_centre(folder)
    assert _links(Artisan.objects.get(name="Bùi Thị A")) == [("", "Bùi Văn B")]


def _links(artisan: Artisan) -> list[tuple[str, str]]:
    return [(link.other.name if link.other else "", link.name) for link in artisan.links.order_by("sort_order")]


def test_a_picture_without_its_words_leaves_the_record_a_draft_and_says_so(folder: Path) -> None:
    _products(folder, "Hạ Thái,Khay,400,stock,a.jpg | Cái khay\n")
    report = import_centre(folder)
    tray = Product.objects.get(name="Khay")
    assert not tray.live
    assert "“import:a.jpg”" in tray.staff_note
    assert any("“import:a.jpg”" in note for listed in report.lists for row in listed.results for note in row.notes)
