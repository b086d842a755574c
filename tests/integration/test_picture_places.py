"""Where pictures stand: villages, exhibitions, events; the pattern of the craft where there is none yet."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale

from products.importing.service import import_centre
from products.models import Availability
from showcase.images.models import CentreImage
from showcase.images.rendering import make_missing
from showcase.images.usage import is_in_use
from showcase.pages.models import (
    EventDate,
    EventIndexPage,
    EventPage,
    ExhibitionIndexPage,
    ExhibitionPage,
    StoryIndexPage,
    StoryPage,
)
from tests import factories
from tests.integration.asking import asked
from tests.integration.test_telling import put
from tests.structured import soup_of
from tests.unit.images.photos import photo, upload
from villages.models import Artisan, Craft, Village

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.usefixtures("centre")]
VIETNAMESE, ENGLISH = "Xưởng nhìn từ cửa", "The workshop seen from its door"


@pytest.fixture
def image(settings: Any, tmp_path: Path) -> CentreImage:
    """A described picture with its sizes made."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    stored = CentreImage(title="Xưởng", alt_text=VIETNAMESE, file=upload(photo("JPEG")))
    stored.set_translation("alt_text", "en", ENGLISH)
    stored.save()
    make_missing(stored)
    return stored


def _alts(client: Client, address: str, place: str) -> list[str]:
    soup = soup_of(client.get(address).content.decode())
    return [str(found["alt"]) for found in soup.select(f"{place} img")]


def _soup(client: Client, address: str) -> Any:
    return soup_of(client.get(address).content.decode())


def test_a_village_is_headed_by_its_picture_else_by_the_pattern_of_its_craft(
    client: Client, image: CentreImage
) -> None:
    village = factories.village("Hạ Thái")
    village.crafts.set([Craft.objects.get(key="lacquer")])
    village.save()
    address = village.get_absolute_url("vi")
    assert _soup(client, address).select(".band.panel--lacquer")
    assert _soup(client, "/lang-nghe/").select(".card .panel--lacquer")

    village.picture = image
    village.save()
    assert _alts(client, address, ".band") == [VIETNAMESE]
    assert _alts(client, village.get_absolute_url("en"), ".band") == [ENGLISH]
    assert _alts(client, "/lang-nghe/", ".card") == [VIETNAMESE]
    assert _alts(client, "/en/villages/", ".card") == [ENGLISH]
    assert not _soup(client, address).select(".panel")

    image.renditions.all().delete()
    image.save()  # says that it changed
    assert _soup(client, address).select(".band.panel--lacquer")


def test_a_show_opens_with_its_picture_in_both_languages_on_its_page_the_list_and_the_front_page(
    client: Client, image: CentreImage
) -> None:
    today = timezone.localdate()
    page = put(ExhibitionIndexPage, ExhibitionPage(title="Vỏ và sơn", opens_on=today, picture=image))
    english = page.get_translation(Locale.objects.get(language_code="en"))
    assert _alts(client, page.url, ".masthead") == [VIETNAMESE]
    assert _alts(client, english.url, ".masthead") == [ENGLISH]
    assert _alts(client, "/", ".on-now") == [VIETNAMESE]
    assert _alts(client, "/en/", ".on-now") == [ENGLISH]
    assert _alts(client, "/trien-lam/", ".story-line") == [""]  # the name beside it says the same

    image.renditions.all().delete()
    image.save()
    assert not _soup(client, page.url).select(".masthead")
    front = _soup(client, "/")
    assert front.select(".on-now .panel")
    assert not front.select(".on-now--pictured")


def test_a_translated_page_reads_its_sources_picture_and_keeps_none(client: Client, image: CentreImage) -> None:
    page = put(ExhibitionIndexPage, ExhibitionPage(title="Sơn", opens_on=timezone.localdate(), picture=image))
    english = page.get_translation(Locale.objects.get(language_code="en"))
    english.alias_of = None
    english.title = "Lacquer"
    english.save()
    english.save_revision().publish()
    assert _alts(client, english.url, ".masthead") == [ENGLISH]
    page.picture = None
    page.save_revision().publish()
    assert not _soup(client, english.url).select(".masthead")
    assert not is_in_use(image)
    image.delete()


def test_an_event_shows_its_picture_on_its_page_and_among_others(client: Client, image: CentreImage) -> None:
    day = timezone.localtime() + datetime.timedelta(days=3)
    page = put(EventIndexPage, EventPage(title="Làm nón", picture=image), dates=[EventDate(starts_at=day)])
    assert _alts(client, page.url, "article") == [VIETNAMESE]
    assert _alts(client, "/su-kien/", ".story-line") == [""]
    assert _alts(client, "/", ".page-card") == [""]


def test_another_file_does_not_keep_the_focal_point_of_the_former(image: CentreImage) -> None:
    for name, value in (("x", 40), ("y", 10), ("width", 5), ("height", 5)):
        setattr(image, f"focal_point_{name}", value)
    image.save()
    image.title = "Xưởng dệt"
    image.save()
    assert image.focal_point_y == 10
    image.file = upload(photo("PNG"))
    image.save()
    assert CentreImage.objects.get(pk=image.pk).focal_point_y is None
    image.file, image.focal_point_x, image.focal_point_y = upload(photo("JPEG")), 20, 30
    image.focal_point_width = image.focal_point_height = 4
    image.save()
    assert CentreImage.objects.get(pk=image.pk).focal_point_y == 30


@pytest.mark.parametrize("address", ["/trien-lam/", "/en/exhibitions/", "/su-kien/", "/chuyen-lang/", "/", "/en/"])
def test_lists_with_pictures_ask_as_much_for_two_as_for_six(client: Client, image: CentreImage, address: str) -> None:
    def more(number: int) -> int:
        today = timezone.localdate()
        for _each in range(number):
            name = f"Chuyện {ExhibitionPage.objects.count()}"
            put(ExhibitionIndexPage, ExhibitionPage(title=name, opens_on=today, picture=image))
            dates = [EventDate(starts_at=timezone.localtime() + datetime.timedelta(days=3))]
            put(EventIndexPage, EventPage(title=name, picture=image), dates=dates)
            put(StoryIndexPage, StoryPage(title=name, picture=image))
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(asked(queries))

    assert more(2) == more(4)


def test_the_list_of_villages_brings_a_picture_and_takes_it_away_again(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = str(tmp_path / "stored")
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "lang.jpg").write_bytes(photo("JPEG"))

    def brought(cell: str) -> CentreImage | None:
        (tmp_path / "villages.csv").write_text(f"name_vi,picture\nHạ Thái,{cell}\n", encoding="utf-8")
        assert not [result for listed in import_centre(tmp_path).lists for result in listed.failed]
        return Village.objects.get(name="Hạ Thái").picture

    picture = brought("lang.jpg | Cổng làng | The village gate")
    assert picture is not None
    assert (picture.alt("vi"), picture.alt("en")) == (("Cổng làng", "vi"), ("The village gate", "en"))
    assert brought("") is None


@pytest.mark.parametrize(
    ("kind", "name", "initial"),
    [
        ("person", "Bạch Thị Ngân", "N"),
        ("household", "Hộ Ngô Đức Thuần", "T"),
        ("company", "Công ty TNHH Mộc Bến Vạn", "M"),
        ("company", "Công ty cổ phần Đại Nghiệp", "Đ"),
        ("cooperative", "Hợp tác xã dệt Tân Triều", "D"),
        ("cooperative", "HTX Phú Vinh", "P"),
        ("company", "Xưởng", "X"),
        ("person", "Nguyễn Văn An (Út)", "A"),
        ("household", "hộ bà ngân", "N"),
    ],
)
def test_a_monogram_is_of_the_given_name_or_of_what_a_firm_is_called_by(kind: str, name: str, initial: str) -> None:
    assert Artisan(kind=kind, name=name).initial == initial


def test_every_craft_of_the_site_has_its_pattern_in_two_sizes() -> None:
    sheet = Path(str(finders.find("css/components-patterns.css"))).read_text(encoding="utf-8")
    crafts = set(Craft.objects.exclude(members__isnull=False).values_list("key", flat=True))
    assert len(crafts) > 30
    for key in crafts:
        for ending in ("", "-small"):
            name = f"img/crafts/{key}{ending}.avif"
            assert finders.find(name), name
            assert f'url("../{name}")' in sheet


def test_a_piece_that_is_not_for_sale_names_no_price_and_an_english_page_gives_its_own_name(client: Client) -> None:
    product = factories.product("Đàn bầu", price=None, availability=Availability.NOT_FOR_SALE)
    product.set_translation("name", "en", "Monochord")
    product.save()
    vietnamese, english = (_soup(client, product.get_absolute_url(language)) for language in ("vi", "en"))
    assert not vietnamese.select(".label__price")
    assert "Hỏi giá" not in vietnamese.select_one(".label").get_text()
    assert vietnamese.select(".availability--sold")
    assert [found.get_text() for found in english.select(".label h1 + p[lang=vi]")] == ["Đàn bầu"]
    assert not vietnamese.select(".label h1 + p[lang=vi]")
