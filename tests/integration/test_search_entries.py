"""The entry and the record change together; whoever shows the record follows."""

from io import BytesIO, StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import transaction
from PIL import Image

from products.models import Material, Product, ProductImage
from search import services
from search.documents import SearchQuery
from search.engines.embedded import EmbeddedEngine
from search.models import SearchEntry
from showcase.images.models import CentreImage
from showcase.images.rendering import make_missing
from villages.models import Artisan, Place, Village, VillageClaim

pytestmark = pytest.mark.django_db


@pytest.fixture
def village() -> Village:
    return Village.objects.create(name="Chuôn Ngọ")


@pytest.fixture
def product(village: Village) -> Product:
    return Product.objects.create(name="Khay khảm trai", village=village)


@pytest.fixture
def engine() -> EmbeddedEngine:
    return EmbeddedEngine()


def photo() -> ContentFile:
    """A small picture as a file."""
    out = BytesIO()
    Image.new("RGB", (640, 480), "brown").save(out, "JPEG")
    return ContentFile(out.getvalue(), name="photo.jpg")


def found(engine: EmbeddedEngine, text: str, kind: str = "product") -> int:
    engine.refresh()
    return engine.search(SearchQuery(kind, text)).total


def test_a_village_is_found_by_what_sources_say_of_it(engine: EmbeddedEngine, village: Village) -> None:
    village.claims.add(VillageClaim(field="founding", text="cụ Trương Công Thành"))
    village.claims.add(VillageClaim(field="materials", text="vỏ trai, gỗ gụ"))
    village.save()
    assert found(engine, "truong cong thanh", "village") == found(engine, "gỗ gụ", "village") == 1
    village.claims.set([])
    village.save()
    assert found(engine, "truong cong thanh", "village") == 0


def test_a_record_is_found_when_it_is_public(engine: EmbeddedEngine, product: Product) -> None:
    assert found(engine, "kham trai") == 1
    product.name = "Hộp sơn mài"
    product.save()
    assert found(engine, "kham trai") == 0
    assert found(engine, "hop son mai chuon ngo") == 1
    product.live = False
    product.save()
    assert found(engine, "hop") == 0
    assert not SearchEntry.objects.filter(kind="product").exists()


def test_a_deleted_record_is_gone(engine: EmbeddedEngine, product: Product) -> None:
    assert found(engine, "khay") == 1
    product.delete()
    assert found(engine, "khay") == 0


def test_records_deleted_together_are_gone_and_who_showed_them_follows(
    engine: EmbeddedEngine, product: Product, village: Village
) -> None:
    maker = Artisan.objects.create(name="Nguyễn Văn Sáu", village=village, may_show_name=True)
    product.artisan = maker
    product.save()
    other = Product.objects.create(name="Hộp", village=village)
    assert found(engine, "nguyen van sau") == 1 and found(engine, "nguyen van sau", "artisan") == 1
    Artisan.objects.filter(pk=maker.pk).delete()
    assert found(engine, "nguyen van sau") == 0 and found(engine, "nguyen van sau", "artisan") == 0
    Product.objects.filter(pk__in=[product.pk, other.pk]).delete()
    assert found(engine, "") == 0
    assert not SearchEntry.objects.filter(kind="product").exists()


def test_a_renamed_place_is_found_with_what_lies_there(
    engine: EmbeddedEngine, product: Product, village: Village
) -> None:
    village.commune = Place.objects.create(level=Place.Level.COMMUNE, kind="xã", name="Chuyên Mỹ")
    village.save()
    assert found(engine, "khay chuyen my") == 1
    village.commune.name = "Vân Từ"
    village.commune.save()
    assert found(engine, "khay chuyen my") == 0 and found(engine, "khay van tu") == 1
    cards = SearchEntry.objects.get(kind="village").document["cards"]
    assert cards["vi"]["place"] == "Vân Từ"


def test_a_picture_changed_or_taken_away_changes_the_cards(product: Product, village: Village) -> None:
    def shown(kind: str) -> str | None:
        image = SearchEntry.objects.get(kind=kind).document["cards"]["vi"]["image"]
        return image and image["alt"]

    picture = CentreImage(title="khay", alt_text="Một cái khay")
    picture.file.save("khay.jpg", photo())
    make_missing(picture)  # the task's part, which waits for the commit
    product.images.add(ProductImage(image=picture))
    product.save()
    Artisan.objects.create(name="Sáu", village=village, may_show_name=True, may_show_photo=True, portrait=picture)
    assert shown("product") == shown("artisan") == "Một cái khay"
    picture.alt_text = "Khay khảm trai"
    picture.save()
    assert shown("product") == shown("artisan") == "Khay khảm trai"
    product.images.clear()
    product.save()
    assert shown("product") is None


def test_catch_up_search(engine: EmbeddedEngine, product: Product, village: Village) -> None:
    assert found(engine, "khay") == 1
    Product.objects.filter(pk=product.pk).update(name="Hộp")
    hidden = Village.objects.create(name="Hạ Thái")
    Village.objects.filter(pk=hidden.pk).update(live=False)
    SearchEntry.objects.filter(kind="product").update(stale=True)
    other = Product.objects.create(name="Đĩa", village=village)
    SearchEntry.objects.filter(object_id=other.pk, kind="product").delete()
    out = StringIO()
    call_command("catch_up_search", stdout=out)
    assert out.getvalue().strip() == "1 stale, 1 missing, 1 left over"
    assert found(engine, "khay") == 0 and found(engine, "hop") == 1 and found(engine, "dia") == 1
    assert found(engine, "", "village") == 1


def test_nothing_remains_of_a_change_undone(engine: EmbeddedEngine, product: Product) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        product.name = "Hộp"
        product.save()
        raise RuntimeError
    assert found(engine, "khay") == 1 and found(engine, "hop") == 0


def test_a_failing_entry_undoes_the_change(product: Product, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(services, "store", fail)
    product.name = "Hộp"
    with pytest.raises(RuntimeError), transaction.atomic():
        product.save()
    assert Product.objects.get(pk=product.pk).name == "Khay khảm trai"


@pytest.mark.parametrize("small", [200, 0])
def test_a_renamed_village_takes_its_products_along(
    engine: EmbeddedEngine,
    product: Product,
    village: Village,
    small: int,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks,
) -> None:
    monkeypatch.setattr(services, "SMALL", small)
    with django_capture_on_commit_callbacks(execute=True):
        village.name = "Bối Khê"
        village.save()
    assert found(engine, "khay boi khe") == 1
    assert found(engine, "khay chuon ngo") == 0
    assert not SearchEntry.objects.filter(stale=True).exists()


@pytest.mark.parametrize("small", [200, 0])
def test_an_unpublished_village_hides_its_products_at_once(
    engine: EmbeddedEngine,
    product: Product,
    village: Village,
    small: int,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks,
) -> None:
    monkeypatch.setattr(services, "SMALL", small)
    assert found(engine, "khay") == 1
    with django_capture_on_commit_callbacks() as later:
        village.live = False
        village.save()
    assert found(engine, "khay") == 0
    for callback in later:
        callback()
    assert found(engine, "khay") == 0
    with django_capture_on_commit_callbacks(execute=True):
        village.live = True
        village.save()
    assert found(engine, "khay") == 1


def test_terms_and_makers(engine: EmbeddedEngine, product: Product, village: Village) -> None:
    material = Material.objects.create(name="xà cừ")
    maker = Artisan.objects.create(name="Nguyễn Văn Sáu", village=village, may_show_name=True)
    product.materials.add(material)
    product.artisan = maker
    product.save()
    assert found(engine, "xa cu") == found(engine, "nguyen van sau") == 1
    material.name = "vỏ trai"
    material.save()
    assert found(engine, "xa cu") == 0 and found(engine, "khay vo trai") == 1
    maker.delete()
    assert found(engine, "nguyen van sau") == 0 and found(engine, "khay") == 1


def test_rebuild_search(engine: EmbeddedEngine, product: Product) -> None:
    assert found(engine, "khay") == 1
    SearchEntry.objects.all().delete()
    SearchEntry.objects.create(
        kind="product", object_id=10**6, code="GHOST", document={}, folded="ghost\n\n\n\n", marked="ghost\n\n\n\n",
        published_at=product.created_at,
    )  # fmt: skip
    call_command("rebuild_search")
    assert found(engine, "khay") == 1 and found(engine, "ghost") == 0
    assert found(engine, "", "village") == 1
