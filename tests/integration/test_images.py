"""No place and no serial number in any stored file, whatever way a picture comes in."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from django.test import Client
from django.urls import reverse
from django.utils import translation
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.models import Collection, UploadedFile

from showcase.images import fields, forms, receivers
from showcase.images.models import CentreImage
from showcase.images.pictures import picture_data
from showcase.images.processing import CleanFile, Facts
from showcase.images.rendering import make_missing
from tests.unit.images.photos import FORMATS, GPS_MARKS, SERIAL, leaks, photo, quarters, upload

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = str(tmp_path)
    cache.clear()  # renditions of another test's picture with the same number
    return tmp_path


@pytest.fixture
def admin(db: None) -> Client:
    Collection.objects.filter(depth=1).exists() or Collection.add_root(name="Root")
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("keeper", password="x"))
    return client


@pytest.fixture
def unprotected(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The twin: pictures are stored as they came, which is what plain Wagtail does."""

    def as_it_came(file: Any) -> CleanFile:
        if isinstance(file, CleanFile):
            return file
        file.seek(0)
        content = file.read()
        width, height = Image.open(BytesIO(content)).size
        return CleanFile(content, Path(file.name).name, Facts("JPEG", width, height, len(content), "JPEG"))

    for module in (fields, forms, receivers):
        monkeypatch.setattr(module, "clean_upload", as_it_came)
    yield


def stored(format_: str = "JPEG", name: str = "IMG_4711.jpg", **facts: Any) -> CentreImage:
    image = CentreImage(title="Nón lá", file=upload(photo(format_), name), **facts)
    image.save()
    return image


def make_renditions(image: CentreImage) -> None:
    assert make_missing(image) == 3
    image.get_renditions("max-165x165", "fill-600x338", "original", "max-800x600")


def add(client: Client, content: bytes, name: str = "IMG_4711.jpg", **data: Any) -> Any:
    form = {"title": "Nón lá", "file": upload(content, name), **data}
    return client.post(reverse("wagtailimages:add"), form)


@pytest.mark.parametrize("format_", FORMATS)
def test_saved_in_code_no_mark_is_stored_in_original_or_rendition(media: Path, format_: str) -> None:
    make_renditions(stored(format_))
    assert len([path for path in media.rglob("*") if path.is_file()]) == 7
    assert leaks(media) == []


@pytest.mark.parametrize("format_", FORMATS)
def test_added_in_the_admin_no_mark_is_stored_in_original_or_rendition(
    media: Path, admin: Client, format_: str
) -> None:
    response = add(admin, photo(format_), f"IMG_4711.{format_.lower()}")
    assert response.status_code == 302
    make_renditions(CentreImage.objects.get())
    assert len([path for path in media.rglob("*") if path.is_file()]) >= 7
    assert leaks(media) == []


def test_the_twin_saved_in_code_leaks(media: Path, unprotected: None) -> None:
    make_renditions(stored("JPEG"))
    found = {mark for _name, mark in leaks(media)}
    assert GPS_MARKS[0] in found or GPS_MARKS[1] in found
    assert SERIAL in found


def test_the_twin_added_in_the_admin_leaks(media: Path, admin: Client, unprotected: None) -> None:
    assert add(admin, photo("JPEG")).status_code == 302
    found = {mark for _name, mark in leaks(media)}
    assert GPS_MARKS[0] in found or GPS_MARKS[1] in found
    assert SERIAL in found


def test_a_photo_lying_on_its_side_stands_up_and_its_size_is_told(media: Path) -> None:
    lying = quarters().transpose(Image.Transpose.ROTATE_90)
    image = CentreImage(title="x", file=upload(photo("JPEG", 6, lying)))
    image.save()
    image.refresh_from_db()
    assert (image.width, image.height) == (96, 64)
    assert image.file_size == image.file.size
    assert len(image.file_hash) == 40


def test_written_straight_to_the_field_it_is_cleaned_too(media: Path) -> None:
    image = CentreImage(title="x")
    image.file.save("IMG.jpg", ContentFile(photo("JPEG")), save=True)
    assert leaks(media) == []
    assert CentreImage.objects.get().width == 96


def test_bulk_created_it_is_cleaned_too(media: Path) -> None:
    CentreImage.objects.bulk_create([CentreImage(title="x", file=upload(photo("JPEG")))])
    assert leaks(media) == []


def test_replacing_a_file_leaves_nothing_of_the_old_one(media: Path, django_capture_on_commit_callbacks: Any) -> None:
    image = stored("JPEG")
    make_renditions(image)
    former = image.file.name
    with django_capture_on_commit_callbacks(execute=True):
        image.file = upload(photo("PNG", picture=quarters(200, 100)))
        image.save(update_fields=["file"])
    image.refresh_from_db()
    assert image.file.name != former
    assert (image.width, image.height, image.file_size) == (200, 100, image.file.size)
    stems = {path.name.partition(".")[0] for path in media.rglob("*") if path.is_file()}
    assert image.renditions.count() == 3
    assert stems == {Path(image.file.name).stem}
    assert leaks(media) == []


def test_replaced_in_the_admin_the_old_file_goes_after_commit(
    media: Path, admin: Client, django_capture_on_commit_callbacks: Any
) -> None:
    image = stored("JPEG")
    former = Path(media, image.file.name)
    with django_capture_on_commit_callbacks() as callbacks:
        response = admin.post(
            reverse("wagtailimages:edit", args=[image.pk]),
            {"title": "Mới", "file": upload(photo("WEBP", picture=quarters(200, 100)))},
        )
        assert response.status_code == 302
        assert former.exists()
    for callback in callbacks:
        callback()
    assert not former.exists()
    image.refresh_from_db()
    assert (image.title, image.width) == ("Mới", 200)
    assert leaks(media) == []


def test_changing_words_leaves_the_file_alone(media: Path) -> None:
    image = stored("JPEG")
    name = image.file.name
    image.credit = "Ngọc"
    image.save()
    assert CentreImage.objects.get().file.name == name
    assert Path(media, name).exists()


def test_the_multiple_uploader_cleans(media: Path, admin: Client) -> None:
    response = admin.post(
        reverse("wagtailimages:add_multiple"),
        {"files[]": upload(photo("HEIC"), "IMG_4711.HEIC"), "title": "Ảnh"},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert json.loads(response.content)["success"] is True
    assert CentreImage.objects.get().title == "Ảnh"
    assert leaks(media) == []


def test_waiting_for_its_other_fields_it_is_clean_and_then_becomes_a_picture(media: Path, admin: Client) -> None:
    """A title that is too long makes Wagtail keep the upload as it came, outside the image model."""
    response = admin.post(
        reverse("wagtailimages:add_multiple"),
        {"files[]": upload(photo("JPEG")), "title": "x" * 300},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    waiting = UploadedFile.objects.get()
    assert json.loads(response.content)["uploaded_file_id"] == waiting.pk
    assert leaks(media) == []
    response = admin.post(
        reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting.pk]),
        {f"uploaded-image-{waiting.pk}-title": "Nón"},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert json.loads(response.content)["success"] is True
    assert CentreImage.objects.get().title == "Nón"
    assert leaks(media) == []


def test_the_twin_of_the_waiting_room_leaks(media: Path, admin: Client, unprotected: None) -> None:
    admin.post(
        reverse("wagtailimages:add_multiple"),
        {"files[]": upload(photo("JPEG")), "title": "x" * 300},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert SERIAL in {mark for _name, mark in leaks(media)}


def test_a_staff_members_own_picture_is_cleaned(media: Path, admin: Client) -> None:
    admin.post(
        reverse("wagtailadmin_account"),
        {
            "avatar-avatar": upload(photo("JPEG")),
            "name_email-first_name": "Ngọc",
            "name_email-last_name": "Lê",
            "name_email-email": "ngoc@example.vn",
            "locale-preferred_language": "vi",
            "locale-current_time_zone": "Asia/Ho_Chi_Minh",
            "theme-theme": "system",
            "theme-contrast": "system",
            "theme-density": "default",
            "theme-keyboard_shortcuts": "on",
        },
    )
    user = get_user_model().objects.get()
    assert user.email == "ngoc@example.vn"
    assert user.wagtail_userprofile.avatar.name.endswith(".jpg")
    assert leaks(media) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Send a JPEG, PNG, WebP or HEIC picture."),
        (photo("JPEG")[:700], "This picture is damaged or incomplete"),
        (b"GIF89a" + b"\0" * 100, "Send a JPEG, PNG, WebP or HEIC picture."),
    ],
    ids=["svg", "cut off", "gif"],
)
def test_the_admin_form_refuses_in_words_and_stores_nothing(
    media: Path, admin: Client, content: bytes, words: str
) -> None:
    with translation.override("en"):
        profile = get_user_model().objects.get()
    from wagtail.users.models import UserProfile

    UserProfile.objects.create(user=profile, preferred_language="en")
    response = add(admin, content, "nón lá.jpg")
    assert response.status_code == 200
    with translation.override("en"):  # the messages are lazy, and the admin spoke English to this user
        assert words in " ".join(response.context["form"].errors["file"])
    assert words in response.content.decode()
    assert CentreImage.objects.count() == 0
    assert [path for path in media.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("content", [b"", b"not a picture", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n"])
def test_code_that_skips_validation_is_refused_too(media: Path, content: bytes) -> None:
    image = CentreImage(title="x", file=SimpleUploadedFile("x.jpg", content))
    with pytest.raises(ValidationError):
        image.save()
    assert CentreImage.objects.count() == 0
    assert [path for path in media.rglob("*") if path.is_file()] == []


def test_full_clean_names_the_file(media: Path) -> None:
    image = CentreImage(title="x", file=SimpleUploadedFile("x.jpg", b"not a picture"))
    with pytest.raises(ValidationError) as caught:
        image.full_clean()
    assert "file" in caught.value.message_dict


def test_alternative_text_falls_back_to_vietnamese_and_says_so(media: Path) -> None:
    image = stored(alt_text="Nón lá làng Chuông")
    assert image.alt("vi") == ("Nón lá làng Chuông", "vi")
    assert image.alt("en") == ("Nón lá làng Chuông", "vi")
    image.set_translation("alt_text", "en", "A conical hat from Chuông")
    assert image.alt("en") == ("A conical hat from Chuông", "en")
    image.is_decorative = True
    assert image.alt("en") == ("", "en")


def test_decorative_survives_the_constructor_of_wagtail(media: Path) -> None:
    stored(is_decorative=True)
    image = CentreImage.objects.get()
    assert (image.is_decorative, image.decorative) == (True, True)


def test_the_admin_form_keeps_the_alternative_text_in_each_language(media: Path, admin: Client) -> None:
    response = add(admin, photo("JPEG"), alt_text="Nón lá", alt_text_en="A hat", licence="cc-by", credit="Ngọc")
    assert response.status_code == 302
    image = CentreImage.objects.get()
    assert (image.alt("vi"), image.alt("en")) == (("Nón lá", "vi"), ("A hat", "en"))
    assert (image.translation_status("alt_text", "en"), image.licence, image.credit) == ("fresh", "cc-by", "Ngọc")
    page = admin.get(reverse("wagtailimages:edit", args=[image.pk])).content.decode()
    assert 'name="alt_text_en" value="A hat"' in page


def render(image: CentreImage | None, language: str, arguments: str = 'sizes="50vw"') -> str:
    if image is not None:
        make_missing(image)
    with translation.override(language):
        return Template("{% load picture_tags %}{% picture image " + arguments + " %}").render(
            Context({"image": image})
        )


def test_the_tag_writes_listed_widths_and_enlarges_nothing(media: Path) -> None:
    image = CentreImage(title="x", alt_text="Lụa", file=upload(photo("JPEG", picture=quarters(1000, 500))))
    image.save()
    html = render(image, "en")
    base = f"/media/images/{Path(image.file.name).stem}"
    names = {width: f"{base}.{width}" for width in (320, 640, 960, 1600)}
    for ending in ("avif", "webp", "jpg"):
        expected = ", ".join(
            f"{names[asked]}.{ending} {real}w" for asked, real in ((320, 320), (640, 640), (960, 960), (1600, 1000))
        )
        assert f'srcset="{expected}" sizes="50vw"' in html
    assert f'<img src="{names[1600]}.jpg"' in html
    assert 'width="1000" height="500" alt="Lụa" lang="vi" loading="lazy" decoding="async"' in html
    assert image.renditions.count() == 12
    assert "lang=" not in render(image, "vi")
    assert image.renditions.count() == 12


def test_what_is_seen_through_is_offered_as_webp_and_png(media: Path) -> None:
    buffer = BytesIO()
    Image.new("RGBA", (400, 300), (200, 0, 0, 90)).save(buffer, "PNG")
    image = CentreImage(title="x", file=upload(buffer.getvalue()))
    image.save()
    html = render(image, "vi")
    assert ".640.png 400w" in html
    assert ".640.webp 400w" in html


def test_the_tag_escapes_and_lets_the_page_say_its_own_words(media: Path) -> None:
    image = stored(alt_text='"><script>alert(1)</script>')
    assert "<script" not in render(image, "vi")
    assert 'alt="" class="face" fetchpriority="high" decoding' in render(
        image, "vi", 'alt="" eager=True css_class="face"'
    )


def test_without_a_picture_or_its_file_the_tag_writes_nothing(media: Path) -> None:
    image = stored()
    Path(media, image.file.name).unlink()
    assert (render(image, "vi"), render(None, "vi")) == ("", "")


def test_prefetched_renditions_need_no_query(media: Path, django_assert_num_queries: Any) -> None:
    make_missing(stored(alt_text="Lụa"))
    image = CentreImage.objects.prefetch_related("renditions").get()
    with django_assert_num_queries(0):
        data = picture_data(image, "en")
    assert data is not None
    assert (data["width"], data["height"], data["alt"], data["alt_lang"]) == (96, 64, "Lụa", "vi")


def test_documents_are_sent_as_attachments(media: Path, client: Client) -> None:
    Collection.objects.filter(depth=1).exists() or Collection.add_root(name="Root")
    document = get_document_model().objects.create(
        title="Bảng giá", file=SimpleUploadedFile("gia.pdf", b"%PDF-1.7 <script>alert(1)</script>")
    )
    response = client.get(reverse("wagtaildocs_serve", args=[document.pk, document.filename]))
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Security-Policy"] == "default-src 'none'"
    assert response["X-Content-Type-Options"] == "nosniff"
