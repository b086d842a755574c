"""Pictures in listed sizes: made by a task, never by a page; no other size; originals have no address."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from wagtail.images.exceptions import InvalidFilterSpecError

from products.models import ProductImage
from search.models import SearchEntry
from showcase.images.models import CentreImage, Rendition
from showcase.images.pictures import picture_data
from showcase.images.sizes import PUBLIC_SPECS
from tests import factories
from tests.unit.images.photos import photo, quarters, upload

# The set-up brings the root collection back where a test with real transactions emptied the database.
pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.usefixtures("centre")]


@pytest.fixture
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = str(tmp_path)
    return tmp_path


def stored(width: int = 700, height: int = 500, **facts: Any) -> CentreImage:
    content = photo("JPEG", picture=quarters(width, height))
    image = CentreImage(title="Nón lá", file=upload(content), alt_text="Nón", **facts)
    image.set_translation("alt_text", "en", "Hat")
    image.save()
    return image


def test_an_upload_has_all_its_sizes_after_commit_and_none_before(
    media: Path, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        image = stored()
        assert picture_data(image, "vi") is None
    data = picture_data(image, "vi")
    assert data is not None
    assert (data["width"], data["height"]) == (700, 500)
    specs = set(image.renditions.values_list("filter_spec", flat=True))
    assert specs == {f"width-{width}|format-{kind}" for width in (320, 640, 960) for kind in ("avif", "webp", "jpeg")}
    assert [part.split(" ")[1] for part in data["avif_srcset"].split(", ")] == ["320w", "640w", "700w"]
    for rendition in image.renditions.all():
        assert (media / "public" / rendition.file.name).read_bytes()[:4] in {
            b"RIFF",
            b"\xff\xd8\xff\xe0",
            b"\0\0\0\x20",
            b"\0\0\0\x1c",
        }


def test_a_card_follows_when_the_sizes_are_there(
    media: Path, centre: None, django_capture_on_commit_callbacks: Any
) -> None:
    product = factories.product("Khay")
    with django_capture_on_commit_callbacks(execute=True):
        image = stored()
        product.images.add(ProductImage(image=image))
        product.save()
        assert SearchEntry.objects.get(code=product.code).document["cards"]["vi"]["image"] is None
    shown = SearchEntry.objects.get(code=product.code).document["cards"]["vi"]["image"]
    assert shown["src"].endswith(".640.jpg")
    assert shown["alt"] == "Nón"


def test_the_command_makes_what_is_missing_and_nothing_the_second_time(
    media: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    image = stored()
    call_command("make_renditions")
    lost = image.renditions.get(filter_spec="width-320|format-webp")
    (media / "public" / lost.file.name).unlink()
    call_command("make_renditions")
    call_command("make_renditions")
    assert capsys.readouterr().out.split() == ["9", "made.", "1", "made.", "0", "made."]
    assert image.renditions.count() == 9


def test_a_picture_whose_file_is_gone_stops_nobody(media: Path) -> None:
    image = stored()
    (media / image.file.name).unlink()
    call_command("make_renditions")
    assert picture_data(image, "vi") is None


@pytest.mark.parametrize("spec", ["width-321", "fill-50x50", "max-9000x9000", "width-320|format-gif", "scale-90"])
def test_a_size_that_is_not_listed_is_made_by_nobody(media: Path, admin_client: Client, spec: str) -> None:
    image = stored()
    with pytest.raises(InvalidFilterSpecError):
        image.get_rendition(spec)
    with pytest.raises(InvalidFilterSpecError):
        image.get_renditions(spec)
    with pytest.raises(InvalidFilterSpecError):
        Rendition.objects.create(image=image, filter_spec=spec, file=image.file)
    with pytest.raises(InvalidFilterSpecError):
        Rendition.objects.bulk_create([Rendition(image=image, filter_spec=spec, file=image.file)])
    assert admin_client.get(f"/admin/images/{image.pk}/preview/{spec}/").status_code == 404
    assert Rendition.objects.count() == 0


def test_the_database_refuses_it_too(media: Path) -> None:
    image = stored()
    call_command("make_renditions")
    with pytest.raises(IntegrityError), transaction.atomic():
        image.renditions.filter(filter_spec=PUBLIC_SPECS[0]).update(filter_spec="width-321")


def test_an_original_is_neither_linked_nor_copied(media: Path, admin_client: Client) -> None:
    image = stored(2000, 1000)
    with pytest.raises(ValueError, match="no address"):
        _ = image.file.url
    assert image.get_rendition("original").width == 1600
    name = Path(image.file.name).name
    for address in (reverse("wagtailimages:edit", args=[image.pk]), reverse("wagtailimages:index")):
        response = admin_client.get(address)
        assert response.status_code == 200
        assert "original_images" not in response.content.decode()
        assert f"/{name}" not in response.content.decode()
    assert not (media / "public" / "original_images").exists()
    assert admin_client.get(f"/admin/images/{image.pk}/generate_url/").status_code == 404


def test_the_focal_point_is_told_to_the_style_sheet(media: Path) -> None:
    image = stored(focal_point_x=140, focal_point_y=450, focal_point_width=20, focal_point_height=20)
    call_command("make_renditions")
    data = picture_data(image, "vi")
    assert data is not None
    assert data["focus"] == "focus-x-20 focus-y-90"


def test_a_picture_that_is_shown_is_not_deleted(media: Path, centre: None, admin_client: Client) -> None:
    product = factories.product("Khay")
    image, other = stored(), stored()
    product.images.add(ProductImage(image=image))
    product.save()
    with pytest.raises(ProtectedError), transaction.atomic():
        image.delete()
    with pytest.raises(ProtectedError), transaction.atomic():
        CentreImage.objects.all().delete()
    page = admin_client.get(reverse("wagtailimages:delete", args=[image.pk]))
    assert page.status_code == 200
    assert 'value="' + "Yes, delete" not in page.content.decode()
    bulk = "/admin/bulk/images/centreimage/delete/?id="
    for address in (
        f"/admin/images/{image.pk}/delete/",
        f"/admin/images/multiple/{image.pk}/delete/",
        f"{bulk}{image.pk}&id={other.pk}",
    ):
        response = admin_client.post(address, headers={"x-requested-with": "XMLHttpRequest"})
        assert response.status_code in {302, 409}
    assert product.images.get().image_id == image.pk
    assert CentreImage.objects.count() == 2
    assert admin_client.post(f"{bulk}{other.pk}").status_code == 302
    assert list(CentreImage.objects.all()) == [image]


def test_a_staff_members_picture_is_for_staff(media: Path, admin_client: Client, client: Client) -> None:
    from wagtail.users.models import UserProfile

    user = get_user_model().objects.get(username="quan-tri")
    profile = UserProfile.get_for_user(user)
    profile.avatar.save("a.jpg", upload(photo("JPEG")))
    address = reverse("centre_avatar", args=[user.pk])
    assert admin_client.get(address)["Content-Type"] == "image/jpeg"
    assert address in admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert Client().get(address).status_code == 302
