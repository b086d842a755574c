"""Share pictures: drawn when a record changes, never by a page, gone with what they showed."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from PIL import Image
from wagtail.models import Locale, PageViewRestriction

from products.models import Product, ProductImage
from products.structured import share_card
from showcase.core import moderation, sharing
from showcase.core.models import record
from showcase.core.sharing import SIZE, ShareCard, folder_of
from showcase.images import drawing, share_pictures
from showcase.images.drawing import NAME_SIZES, draw, font, wrapped
from showcase.images.models import CentreImage
from showcase.images.palette import colours, ground_of
from showcase.images.rendering import make_missing
from showcase.pages.models import ExhibitionIndexPage, ExhibitionPage, StandardPage
from showcase.pages.sharing import page_card
from tests import factories
from tests.structured import soup_of
from tests.unit.images.photos import photo, upload
from villages.models import Village
from villages.services import record_consent

pytestmark = [pytest.mark.django_db, pytest.mark.once]
GENERAL = "http://testserver/static/img/share.jpg"
LETTERS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ₫"
LONG = "Hoành phi câu đối sơn son thếp vàng chạm tứ linh, bộ năm bức, khổ lớn cho nhà thờ họ và đình làng " * 2


@pytest.fixture
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = str(tmp_path)
    sharing._known.clear()
    return tmp_path / "public"


@pytest.fixture
def village(centre: None) -> Village:
    return factories.village("Chuôn Ngọ")


def _names(media: Path, key: str) -> list[str]:
    folder = media / folder_of(key)
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def _times(media: Path, key: str) -> dict[str, int]:
    return {name: (media / folder_of(key) / name).stat().st_mtime_ns for name in _names(media, key)}


def _shared(client: Client, address: str) -> str:
    soup = soup_of(client.get(address).content.decode())
    return str(soup.select_one("meta[property='og:image']")["content"])


def _product(name: str, village: Village, commits: Any, **facts: Any) -> Product:
    with commits(execute=True):
        return factories.product(name, village=village, **facts)


def test_a_piece_is_shared_with_the_picture_drawn_when_it_was_published(
    client: Client, media: Path, village: Village, django_capture_on_commit_callbacks: Any
) -> None:
    product = _product("Khay khảm", village, django_capture_on_commit_callbacks)
    for language in ("vi", "en"):
        card = share_card(product, language)
        assert _shared(client, product.get_absolute_url(language)) == f"http://testserver/media/{card.picture}"
        with Image.open(media / card.picture) as picture:
            assert (picture.format, picture.size) == ("JPEG", SIZE)
            assert not picture.getexif()
    assert len(_names(media, product.code)) == 2


def test_a_page_draws_nothing_and_shows_the_general_picture_until_then(
    client: Client, media: Path, village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_pictures, "draw", lambda *args: pytest.fail("a page drew"))
    product = factories.product(village=village)
    for address in (product.get_absolute_url("vi"), village.get_absolute_url("en"), "/", "/san-pham/"):
        assert _shared(client, address) == GENERAL
    assert not (media / sharing.FOLDER).exists()


def test_the_general_picture_has_the_size_that_pages_say() -> None:
    with Image.open(str(finders.find("img/share.jpg"))) as picture:
        assert (picture.format, picture.size) == ("JPEG", SIZE)


def test_a_new_name_is_drawn_and_the_picture_of_the_old_one_goes(
    media: Path, village: Village, django_capture_on_commit_callbacks: Any
) -> None:
    product = _product("Khay khảm", village, django_capture_on_commit_callbacks)
    before = _names(media, product.code)
    with django_capture_on_commit_callbacks(execute=True):
        product.name = "Khay sơn"
        product.save()
    after = _names(media, product.code)
    assert len(before) == len(after) == 2 and not set(before) & set(after)


def test_what_did_not_change_is_not_drawn_again(
    media: Path, village: Village, django_capture_on_commit_callbacks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    product = _product("Khay khảm", village, django_capture_on_commit_callbacks)
    before = _times(media, product.code)
    looked, drawn = [], []  # a task's own failures end in its log
    renew = share_pictures.renew
    monkeypatch.setattr(share_pictures, "renew", lambda source, row: looked.append(row.pk) or renew(source, row))
    monkeypatch.setattr(share_pictures, "draw", lambda *args: drawn.append(args) or b"")
    with django_capture_on_commit_callbacks(execute=True):
        product.care = "Lau khô"
        product.save()
    assert looked == [product.pk]
    assert drawn == []
    assert len(before) == 2 and _times(media, product.code) == before


@pytest.mark.parametrize("how", ["withdraw", "unpublish", "delete"])
def test_the_pictures_of_what_left_the_public_go_with_it(
    media: Path, village: Village, django_capture_on_commit_callbacks: Any, how: str
) -> None:
    product = _product("Khay khảm", village, django_capture_on_commit_callbacks)
    assert len(_names(media, product.code)) == 2
    with django_capture_on_commit_callbacks(execute=True):
        if how == "withdraw":
            moderation.withdraw_record(product, reason="Người làm yêu cầu")
        elif how == "unpublish":
            moderation.unpublish_record(product)
        else:
            product.delete()
    assert _names(media, product.code) == []


def test_a_name_without_consent_any_more_is_in_no_picture(
    media: Path, village: Village, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        artisan = factories.artisan("Đặng Văn Ước", village=village)
        product = factories.product(village=village, artisan=artisan)
    assert len(_names(media, artisan.code)) == 2
    assert "Ước" not in repr(share_card(product, "vi"))
    with django_capture_on_commit_callbacks(execute=True):
        artisan.may_show_name = False
        artisan.save()
    assert _names(media, artisan.code) == []
    assert len(_names(media, product.code)) == 2


def test_a_village_with_a_new_name_is_drawn_on_the_pictures_of_its_pieces(
    client: Client, media: Path, village: Village, django_capture_on_commit_callbacks: Any
) -> None:
    product = _product("Khay khảm", village, django_capture_on_commit_callbacks)
    before = _shared(client, product.get_absolute_url("vi"))
    with django_capture_on_commit_callbacks(execute=True):
        village.name = "Chuyên Mỹ"
        village.save()
    after = _shared(client, product.get_absolute_url("vi"))
    assert GENERAL not in (before, after) and before != after


def test_a_picture_with_a_photo_is_drawn_when_its_sizes_are_there(
    media: Path, village: Village, django_capture_on_commit_callbacks: Any
) -> None:
    image = CentreImage(title="Khay", file=upload(photo("JPEG")), alt_text="Khay")
    image.save()
    product = factories.product(village=village)
    with django_capture_on_commit_callbacks(execute=True):
        product.images.set([ProductImage(image=image)])
        product.save()
    assert _names(media, product.code) == []
    with django_capture_on_commit_callbacks(execute=True):
        assert make_missing(CentreImage.objects.get(pk=image.pk)) > 0
    assert len(_names(media, product.code)) == 2
    card = share_card(Product.objects.get(pk=product.pk), "vi")
    assert card.photo == image.file.name
    with Image.open(media / card.picture) as picture:
        right = picture.getpixel((SIZE[0] - 20, 20))
    assert max(abs(a - b) for a, b in zip(right, ground_of(card.ground), strict=True)) > 40  # the photo, no pattern


def test_pages_are_drawn_each_in_its_language(
    client: Client, media: Path, centre: None, django_capture_on_commit_callbacks: Any
) -> None:
    home = ExhibitionIndexPage.objects.get(locale__language_code="vi").get_parent()
    with django_capture_on_commit_callbacks(execute=True):
        page = StandardPage(title="Trang thử", locale=home.locale, live=False)
        home.add_child(instance=page)
        page.save_revision().publish()
    page = StandardPage.objects.get(pk=page.pk)
    assert _shared(client, page.get_url()) == f"http://testserver/media/{page_card(page).picture}"
    twin = page.get_translation(Locale.objects.get(language_code="en"))
    with django_capture_on_commit_callbacks(execute=True):
        page.unpublish()
    assert _names(media, f"page-{page.pk}") == _names(media, f"page-{twin.pk}") == []


def test_the_pictures_of_a_section_that_became_private_go_and_come_back(
    media: Path, centre: None, django_capture_on_commit_callbacks: Any
) -> None:
    home = ExhibitionIndexPage.objects.get(locale__language_code="vi").get_parent()
    with django_capture_on_commit_callbacks(execute=True):
        above = home.add_child(instance=StandardPage(title="Nội bộ", locale=home.locale))
        above.save_revision().publish()
        page = above.add_child(instance=StandardPage(title="Kế hoạch mật", locale=home.locale))
        page.save_revision().publish()
    english = Locale.objects.get(language_code="en")
    keys = [f"page-{row.pk}" for found in (above, page) for row in (found, found.get_translation(english))]
    assert [len(_names(media, key)) for key in keys] == [1, 1, 1, 1]
    with django_capture_on_commit_callbacks(execute=True):
        restriction = PageViewRestriction.objects.create(page=above, restriction_type="login")
    assert [len(_names(media, key)) for key in keys] == [0, 0, 0, 0]
    with django_capture_on_commit_callbacks(execute=True):
        restriction.delete()
    assert [len(_names(media, key)) for key in keys] == [1, 1, 1, 1]


def test_a_show_is_shared_with_its_photo_as_soon_as_there_is_a_size_and_follows_its_focal_point(
    client: Client, media: Path, centre: None, django_capture_on_commit_callbacks: Any
) -> None:
    image = CentreImage(title="Phòng", file=upload(photo("JPEG")), is_decorative=True)
    image.save()
    index = ExhibitionIndexPage.objects.get(locale__language_code="vi")
    with django_capture_on_commit_callbacks(execute=True):
        page = index.add_child(instance=ExhibitionPage(title="Sơn", opens_on=timezone.localdate(), picture=image))
        page.save_revision().publish()
    twin = page.get_translation(Locale.objects.get(language_code="en"))
    assert _names(media, f"page-{page.pk}") == _names(media, f"page-{twin.pk}") == []  # no size of it was made yet
    with django_capture_on_commit_callbacks(execute=True):
        make_missing(image)
    first = _names(media, f"page-{page.pk}")
    assert len(first) == len(_names(media, f"page-{twin.pk}")) == 1
    image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height = 1, 1, 1, 1
    with django_capture_on_commit_callbacks(execute=True):
        image.save()
    second = _names(media, f"page-{page.pk}")
    assert len(second) == 1 and second != first
    assert _shared(client, page.get_url()).endswith(second[0])


def test_what_may_not_be_shown_any_more_does_not_wait_for_the_drawing(
    media: Path, village: Village, django_capture_on_commit_callbacks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    image = CentreImage(title="Chân dung", file=upload(photo("JPEG")), is_decorative=True)
    image.save()
    make_missing(image)
    with django_capture_on_commit_callbacks(execute=True):
        artisan = factories.artisan("Ước", village=village, portrait=image, may_show_photo=True)
    assert len(_names(media, artisan.code)) == 2
    monkeypatch.setattr(record, "leave_for_later", lambda row: None)
    with django_capture_on_commit_callbacks(execute=True):
        record_consent(artisan, user=None, channel="admin", may_show_photo=False)
    assert _names(media, artisan.code) == []


def test_the_pictures_of_pieces_go_with_their_village_and_come_back(
    media: Path, village: Village, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        product = factories.product(village=village)
    assert len(_names(media, product.code)) == 2
    with django_capture_on_commit_callbacks(execute=True):
        moderation.unpublish_record(village)
    assert _names(media, product.code) == _names(media, village.code) == []
    with django_capture_on_commit_callbacks(execute=True):
        moderation.publish_record(village)
    assert len(_names(media, product.code)) == len(_names(media, village.code)) == 2


def test_the_command_draws_what_is_missing_once(
    media: Path, village: Village, capsys: pytest.CaptureFixture[str]
) -> None:
    factories.product(village=village)
    call_command("draw_share_pictures")
    first = capsys.readouterr().out
    call_command("draw_share_pictures")
    assert first != "0 drawn.\n" and capsys.readouterr().out == "0 drawn.\n"


# -- the drawing -----------------------------------------------------------------------


@pytest.mark.parametrize("bold", [True, False])
def test_the_letters_carry_vietnamese(bold: bool) -> None:
    letters = font(40, bold=bold)
    nothing = bytes(letters.getmask("\U0010fffd"))
    missing = [letter for letter in LETTERS + LETTERS.upper() if bytes(letters.getmask(letter)) == nothing]
    assert missing == []


@pytest.mark.parametrize("name", ["Nón", "Khay sơn mài khảm trai", LONG, "x" * 400, "木彫"])
def test_names_of_any_length_stay_inside(name: str) -> None:
    size, lines = drawing._name_lines(name, 560, 400)
    assert size in NAME_SIZES and lines
    assert all(font(size, bold=True).getlength(line) <= 560 for line in lines)
    assert len(lines) * round(size * 1.16) <= 400
    with Image.open(BytesIO(draw(ShareCard("A", "vi", name, line=name)))) as picture:
        assert picture.size == SIZE


def test_words_are_kept_whole_and_in_order() -> None:
    assert " ".join(wrapped(LONG, font(40), 500)) == LONG.strip()


def test_the_ground_is_that_of_the_crafts_panel() -> None:
    assert colours()["son"] == (0xA8, 0x32, 0x1E)
    assert ground_of("conical-hats") == colours()["ground-bamboo"]
    assert ground_of("lacquer") == colours()["ground-son"]
    assert ground_of("a-craft-without-a-panel") == ground_of("") == colours()["lacquer-2"]


def test_a_picture_has_the_name_of_what_it_shows() -> None:
    one, other = ShareCard("ABC234", "vi", "Khay"), ShareCard("ABC234", "vi", "Khay sơn")
    assert one.picture != other.picture and one.folder == other.folder
    assert one.picture == ShareCard("ABC234", "vi", "Khay").picture
