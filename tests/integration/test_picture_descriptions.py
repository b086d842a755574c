"""Publishing asks for words on each picture; a draft does not."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from products.models import Product, ProductImage
from showcase.core import moderation
from showcase.images.describing import PictureBlock, gap_of
from showcase.images.models import CentreImage
from tests import factories
from tests.unit.images.photos import photo, upload
from villages.models import CraftStep, Village

pytestmark = [pytest.mark.django_db, pytest.mark.once]
GAP = "The picture “Nón” has no alternative text in"


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = str(tmp_path)
    return tmp_path


def stored(vi: str = "", en: str = "", **facts: Any) -> CentreImage:
    image = CentreImage(title="Nón", file=upload(photo("JPEG")), alt_text=vi, **facts)
    image.set_translation("alt_text", "en", en)
    image.save()
    return image


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({}, "Vietnamese or English"),
        ({"vi": "Nón lá"}, "English"),
        ({"en": "A hat"}, "Vietnamese"),
        ({"vi": "Nón lá", "en": "A hat"}, ""),
        ({"is_decorative": True}, ""),
    ],
)
def test_a_picture_needs_words_in_every_language_or_none_at_all(facts: dict[str, Any], missing: str) -> None:
    from django.utils import translation

    with translation.override("en"):
        gap = gap_of(stored(**facts))
    assert gap.startswith(f"{GAP} {missing}.") if missing else gap == ""


def test_a_record_with_an_undescribed_picture_stays_a_draft(centre: None) -> None:
    product = factories.product("Khay", live=False)
    image = stored("Nón lá")
    product.images.add(ProductImage(image=image))
    revision = moderation.save_draft(product)
    with pytest.raises(moderation.PublishRefused):
        moderation.publish_revision(revision, skip_permission_checks=True)
    assert not Product.objects.get().live
    image.set_translation("alt_text", "en", "A hat")
    image.save()
    moderation.publish_revision(revision, skip_permission_checks=True)
    assert Product.objects.get().live


def test_the_step_of_a_village_is_asked_too(centre: None) -> None:
    village = factories.village(live=False)
    village.steps.add(CraftStep(title="Chẻ nan", image=stored()))
    assert len(moderation.publish_gaps(village)) == 1


def form_of(village: Village, image: CentreImage, **more: str) -> dict[str, str]:
    data = {"name": village.name, "translations": "{}", **more}
    for relation in ("aliases", "titles", "claims", "steps"):
        data |= {f"{relation}-TOTAL_FORMS": "0", f"{relation}-INITIAL_FORMS": "0"}
    step = {"title": "Chẻ nan", "image": str(image.pk), "translations": "{}", "ORDER": "1", "DELETE": "", "id": ""}
    return data | {"steps-TOTAL_FORMS": "1"} | {f"steps-0-{name}": value for name, value in step.items()}


def test_in_the_admin_it_is_said_beside_the_picture_and_nothing_is_lost(admin_client: Client, settings: Any) -> None:
    village = factories.village(live=False)
    address = reverse("wagtailsnippets_villages_village:edit", args=[village.pk])
    image = stored()
    draft = admin_client.post(address, form_of(village, image))
    assert draft.status_code == 302, draft.context["form"].errors
    assert Village.objects.get().get_latest_revision_as_object().steps.get().image_id == image.pk
    child = str(Village.objects.get().steps.get().pk)
    data = form_of(village, image) | {"steps-INITIAL_FORMS": "1", "steps-0-id": child}
    data |= {"steps-0-description": "Chẻ mỏng", "action-publish": "1"}
    refused = admin_client.post(address, data)
    assert refused.status_code == 200
    step = refused.context["form"].formsets["steps"].forms[0]
    assert step.errors["image"].as_data()[0].code == "undescribed"
    assert "“Nón”" in step.errors["image"][0]
    assert "Chẻ mỏng" in refused.content.decode()
    assert not Village.objects.get().live
    image.is_decorative = True
    image.save()
    assert admin_client.post(address, data).status_code == 302
    assert Village.objects.get().live


def test_another_way_to_publish_answers_in_words_too(admin_client: Client) -> None:
    from django.contrib.messages import get_messages
    from django.test import RequestFactory

    from showcase.core.middleware import AdminTransactionMiddleware

    def publishing(request: Any) -> Any:
        raise moderation.PublishRefused("no words")

    said: list[str] = []
    request = RequestFactory().post("/admin/bulk/", headers={"Referer": "http://elsewhere.example/"})
    request._messages = type("Messages", (), {"add": lambda self, level, text, tags="": said.append(text)})()
    response = AdminTransactionMiddleware(lambda _request: None).process_view(request, publishing, (), {})
    assert response is not None
    assert (response.status_code, response["Location"], said) == (302, "/admin/", ["no words"])
    assert get_messages


def test_a_picture_among_chapters_is_asked_at_publishing_only() -> None:
    from django.core.exceptions import ValidationError

    block, image = PictureBlock(), stored()
    with pytest.raises(ValidationError):
        block.clean(image)
    assert block.clean_deferred(image) == image
    with pytest.raises(ValidationError):
        block.clean(image)
