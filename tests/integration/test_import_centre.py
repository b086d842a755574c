"""``import_centre``: the centre's real lists, a second run, damaged files, what staff changed since."""

import csv
import shutil
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Model
from django.utils import translation
from wagtail.models import Revision

from products.importing.models import ImportedRow
from products.importing.report import ImportReport
from products.importing.service import import_centre
from products.models import Product
from search.models import SearchEntry, Synonym
from showcase.core import moderation
from villages.models import Artisan, Village

ROOT = Path(__file__).parents[2]
LISTS = ROOT / "tests" / "data" / "centre"
HEADING = "village,name_vi,size_cm_weight,price_thousand_vnd,supply\n"
PRODUCTS = HEADING + "Hạ Thái,Đĩa,Ø30 (0.7 kg),350,stock\nHạ Thái,Khay,40×30 (1 kg),400,MTO 20\n"
VILLAGE = 'name_vi,former_commune_and_district,craft_and_materials\nHạ Thái,"Duyên Thái, Thường Tín",lacquer · wood\n'


@pytest.fixture(autouse=True)
def _ready(centre: None) -> Iterator[None]:
    """A centre that is set up; messages in English."""
    with translation.override("en"):
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One village and two products."""
    path = tmp_path / "lists"
    path.mkdir()
    (path / "villages.csv").write_text(VILLAGE, encoding="utf-8")
    (path / "products.csv").write_text(PRODUCTS, encoding="utf-8")
    return path


def _products(folder: Path, text: str) -> ImportReport:
    (folder / "products.csv").write_text(text, encoding="utf-8")
    return import_centre(folder)


def _counts(report: ImportReport, file_name: str) -> tuple[int, int, int, int]:
    counts = report.of(file_name).counts
    assert sum(counts.values()) == report.of(file_name).total
    return counts["created"], counts["changed"], counts["skipped"], counts["failed"]


def _everything() -> list[object]:
    models: tuple[type[Model], ...] = (Village, Artisan, Product, Synonym, ImportedRow, SearchEntry)
    revisions = Revision.objects.exclude(base_content_type__model="page").order_by("pk").values()
    return [list(revisions), *(list(model._default_manager.order_by("pk").values()) for model in models)]


# -- the centre's own lists ------------------------------------------------------------------------


def test_the_centres_lists_are_taken_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    out = StringIO()
    call_command("import_centre", LISTS, mend=tmp_path, stdout=out)
    assert "villages.csv: 30 rows: 30 created, 0 changed, 0 skipped, 0 failed" in out.getvalue()
    assert "products.csv: 40 rows: 39 created, 0 changed, 0 skipped, 1 failed" in out.getvalue()
    assert "synonyms.csv: 70 rows: 70 created, 0 changed, 0 skipped, 0 failed" in out.getvalue()
    assert "row 25 (Đồng hồ gỗ chạm) failed: There is no village “Sơn Hà (Sơn Thanh)”." in out.getvalue()
    assert (Village.objects.public().count(), Product.objects.public().count()) == (30, 39)
    assert SearchEntry.objects.count() == 69
    assert not Village.objects.filter(commune=None).exists()
    assert Product.objects.filter(craft=None).count() == Product.objects.filter(category=None).count() == 0
    _check_one_village()
    _check_one_product()
    _check_rows_to_mend(tmp_path / "centre-to-mend-products.csv")
    before = _everything()
    report = import_centre(LISTS)
    assert report.changes == 0
    assert _counts(report, "products.csv") == (0, 0, 39, 1)
    assert _everything() == before


def _check_one_village() -> None:
    village = Village.objects.get(name="Vạn Điểm")
    assert village.all_names() == ["Vạn Điểm", "Đặng Xá"]
    assert village.commune is not None
    assert (village.commune.name, village.commune.code) == ("Phú Xuyên", "10273")
    assert village.commune_to_confirm
    assert village.former_place_text == "Vạn Điểm →Vạn Nhất, Thường Tín"
    assert (village.latitude, village.longitude, village.precision_m) == (Decimal("20.795"), Decimal("105.911"), 2000)
    assert {craft.key for craft in village.crafts.all()} == {"fine-joinery", "wood-carving", "inlay"}
    assert village.translation("gloss", "en") == "Vạn Điểm fine-furniture village"
    claims = {claim.field: claim.text for claim in village.claims.all()}
    assert claims == {"materials": "hardwood", "founding": "about 1980; no founder"}


def _check_one_product() -> None:
    product = Product.objects.get(name="Đũa gỗ khảm trai hộp 10 đôi")
    assert product.village.name == "Chuôn Ngọ"  # the cell says Chuyên Mỹ
    assert product.translation("name", "en") == "10 pairs of inlaid chopsticks"
    assert (product.price_kind, product.price_min, product.price_max) == ("range", 250_000, 700_000)
    assert (product.length_mm, product.width_mm, product.height_mm, product.weight_g) == (250, 80, 40, 400)
    assert (product.availability, product.minimum_order) == ("in_stock", None)
    assert product.staff_note == "supply: MOQ 20 for logo"
    assert [material.key for material in product.materials.order_by("key")] == ["hardwood", "shell"]
    assert product.craft is not None
    assert product.category is not None
    assert (product.craft.key, product.category.key) == ("inlay", "tableware")


def _check_rows_to_mend(path: Path) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["number"] for row in rows] == ["25"]
    assert rows[0]["village"] == "Sơn Hà (Sơn Thanh)"
    assert rows[0]["reason"].startswith("There is no village “Sơn Hà (Sơn Thanh)”.")


def test_a_mended_row_is_taken_and_only_that(folder: Path, tmp_path: Path) -> None:
    _products(folder, PRODUCTS + "Hạ Tháy,Hộp,10×7×3,90,stock\n")
    mended = tmp_path / "mended"
    shutil.copytree(folder, mended)
    report = _products(mended, PRODUCTS + "Hạ Thái,Hộp,10×7×3,90,stock\n")
    assert _counts(report, "products.csv") == (1, 0, 2, 0)


# -- options ---------------------------------------------------------------------------------------


def test_a_dry_run_tells_and_writes_nothing(folder: Path, tmp_path: Path) -> None:
    report = import_centre(folder, dry_run=True)
    assert _counts(report, "products.csv") == (2, 0, 0, 0)
    assert all(not rows for rows in _everything())


def test_drafts_are_not_public(folder: Path) -> None:
    import_centre(folder, draft=True)
    assert Product.objects.count() == 2
    assert not Product.objects.public().exists()
    assert not SearchEntry.objects.exists()


# -- what staff did since --------------------------------------------------------------------------


def test_staffs_edits_stay_when_the_file_is_the_same(folder: Path) -> None:
    import_centre(folder)
    plate = Product.objects.get(name="Đĩa")
    plate.name, plate.staff_note = "Đĩa sơn mài", "hàng mới"
    moderation.publish_record(plate)
    moderation.change_live_facts(plate, price_min=420_000)
    before = _everything()
    assert import_centre(folder).changes == 0
    assert _everything() == before


def test_only_the_edited_cells_of_an_edited_row_are_applied(folder: Path) -> None:
    import_centre(folder)
    plate = Product.objects.get(name="Đĩa")
    plate.diameter_mm = 320
    moderation.publish_record(plate)
    report = _products(folder, PRODUCTS.replace("(0.7 kg),350,stock", "(0.7 kg),390,stock"))
    assert _counts(report, "products.csv") == (0, 1, 1, 0)
    plate.refresh_from_db()
    assert (plate.price_min, plate.diameter_mm, plate.live) == (390_000, 320, True)


def test_a_change_is_added_to_a_draft_that_staff_have_not_published(folder: Path) -> None:
    import_centre(folder)
    plate = Product.objects.get(name="Đĩa")
    plate.summary = "Chưa duyệt"
    moderation.save_draft(plate)
    report = _products(folder, PRODUCTS.replace("Ø30 (0.7 kg)", "Ø31 (0.7 kg)"))
    assert "has a draft that is not published" in report.of("products.csv").partly_understood[0].notes[0]
    plate = Product.objects.get(pk=plate.pk)
    assert (plate.summary, plate.diameter_mm) == ("", 300)
    assert plate.get_latest_revision_as_object().summary == "Chưa duyệt"
    assert plate.get_latest_revision_as_object().diameter_mm == 310


def test_a_bad_row_leaves_no_trace(folder: Path) -> None:
    report = _products(folder, PRODUCTS.replace("Hạ Thái,Khay,40×30", "Hạ Thái," + "K" * 201 + ",40×30"))
    assert _counts(report, "products.csv") == (1, 0, 0, 1)
    assert report.of("products.csv").failed[0].reason.startswith("name: ")
    assert Product.objects.count() == ImportedRow.objects.filter(file_name="products.csv").count() == 1


# -- makers ----------------------------------------------------------------------------------------


def test_a_maker_is_named_only_with_consent(folder: Path) -> None:
    (folder / "artisans.csv").write_text(
        "name,village,kind,crafts,titles,birth_year,teachers,consent,languages\n"
        "Bùi Thị A,Hạ Thái,person,sơn mài,Nghệ nhân Hà Nội | UBND | 12/QĐ | 2019 | craft,1970,Bùi Văn X,"
        "name; photo,vi;en\n"
        "Bùi Văn B,Hạ Thái,nghề,sơn mài,,abc,,,\n",
        encoding="utf-8",
    )
    report = _products(folder, HEADING.strip() + ",artisan\nHạ Thái,Đĩa,Ø30,350,stock,Bùi Thị A\n")
    assert _counts(report, "artisans.csv") == (2, 0, 0, 0)
    woman = Artisan.objects.public().get()
    title = woman.titles.get()
    assert (title.title, title.issuer, title.decision, title.date_year, title.field) == (
        "Nghệ nhân Hà Nội",
        "UBND",
        "12/QĐ",
        2019,
        "craft",
    )
    assert (woman.languages, woman.translation("languages", "en")) == ("tiếng Việt, tiếng Anh", "Vietnamese, English")
    assert woman.consents.filter(granted=True).count() == 2
    assert Product.objects.get().artisan == woman
    assert Artisan.objects.get(name="Bùi Văn B").staff_note == "kind: nghề\nbirth_year: abc"
    assert import_centre(folder).changes == 0


def test_an_unknown_maker_fails_the_row_in_words(folder: Path) -> None:
    report = _products(folder, HEADING.strip() + ",artisan\nHạ Thái,Đĩa,Ø30,350,stock,Ai Đó\n")
    assert report.of("products.csv").failed[0].reason.startswith("There is no maker “Ai Đó” in Hạ Thái.")


def test_namesakes_are_told_apart_by_their_district_or_code(folder: Path) -> None:
    head = "name_vi,former_commune_and_district,code\n"
    two = 'Đào Xá,"Đông Lỗ, Ứng Hòa",AAAAAA\nĐào Xá,"Thắng Lợi, Thường Tín",BBBBBB\n'
    (folder / "villages.csv").write_text(head + two, encoding="utf-8")
    lines = "Đào Xá,A,,1,stock\nĐào Xá (Ứng Hòa),B,,1,stock\nBBBBBB,C,,1,stock\nĐào Xá (Tây Hồ),D,,1,stock\n"
    report = _products(folder, HEADING + lines)
    reasons = [result.reason for result in report.of("products.csv").failed]
    assert "Several villages are called “Đào Xá”" in reasons[0]
    assert reasons[1].startswith("There is no village “Đào Xá (Tây Hồ)”.")
    assert {(product.name, product.village.code) for product in Product.objects.all()} == {
        ("B", "AAAAAA"),
        ("C", "BBBBBB"),
    }


# -- ten damaged variants --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (PRODUCTS.replace("village,", "where,").encode(), "columns are missing: village"),
        (PRODUCTS.encode("cp1258", "replace"), "is not UTF-8"),
        (b"", "is empty"),
        (b"PK\x03\x04" + bytes(40), "Excel or ZIP"),
        (PRODUCTS.replace("Đĩa", '"Đĩa').encode(), "never closed"),
    ],
    ids=["missing column", "wrong encoding", "empty file", "zip named .csv", "open quotation mark"],
)
def test_a_file_that_cannot_be_read_writes_nothing_at_all(folder: Path, data: bytes, words: str) -> None:
    (folder / "products.csv").write_bytes(data)
    with pytest.raises(CommandError, match=words) as caught:
        call_command("import_centre", folder)
    assert str(caught.value).endswith("Nothing was imported.")
    assert all(not rows for rows in _everything())


@pytest.mark.parametrize(
    "data",
    [
        PRODUCTS.encode("utf-8-sig"),
        PRODUCTS.replace(",", ";").encode(),
        PRODUCTS.replace(",350,", ",hỏi,").encode(),
    ],
    ids=["BOM", "semicolons", "a price to ask for"],
)
def test_what_only_looks_damaged_is_taken(folder: Path, data: bytes) -> None:
    (folder / "products.csv").write_bytes(data)
    report = import_centre(folder)
    assert _counts(report, "products.csv") == (2, 0, 0, 0)
    assert not report.of("products.csv").partly_understood
    kind = "ask" if "hỏi".encode() in data else "exact"
    assert Product.objects.get(name="Đĩa").price_kind == kind


def test_a_negative_size_fails_its_row_only(folder: Path) -> None:
    report = _products(folder, PRODUCTS.replace("40×30", "-40×30"))
    assert _counts(report, "products.csv") == (1, 0, 0, 1)
    assert report.of("products.csv").failed[0].reason == "The size in “-40×30 (1 kg)” is negative."


def test_the_second_of_two_equal_names_fails(folder: Path) -> None:
    report = _products(folder, PRODUCTS + "Hạ Thái,ĐĨA,Ø20,100,stock\n")
    assert _counts(report, "products.csv") == (2, 0, 0, 1)
    assert report.of("products.csv").failed[0].reason.startswith("Row 1 is the same by name.")
    assert Product.objects.filter(name="Đĩa").get().price_min == 350_000


def test_ten_thousand_rows_are_answered_one_by_one(folder: Path) -> None:
    good = "".join(f"Hạ Thái,Đĩa số {number},Ø30 (0.7 kg),350,stock\n" for number in range(100))
    bad = "".join(f"Hạ Tháy,Đĩa số {number},Ø30 (0.7 kg),350,stock\n" for number in range(9_900))
    report = _products(folder, HEADING + good + bad)
    assert _counts(report, "products.csv") == (100, 0, 0, 9_900)
    assert Product.objects.count() == 100
    assert _counts(import_centre(folder), "products.csv") == (0, 0, 100, 9_900)
