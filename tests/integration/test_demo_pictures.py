"""The demo's pictures come in as everybody's: one of a piece at first, the other views and sizes by a task."""

import json

import pytest
from django.core.management import call_command

from products.models import Product
from showcase.demo import page_pictures, pictures
from showcase.demo.content import FOLDER
from showcase.demo.page_pictures import draw_mastheads
from showcase.demo.told import demo_titles
from showcase.images.models import CentreImage, Rendition
from showcase.images.rendering import missing_specs
from showcase.pages.models import EventPage, ExhibitionItem, ExhibitionPage, StoryPage
from villages.models import Village

# Tasks are left when a transaction is over.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once, pytest.mark.usefixtures("centre")]


@pytest.fixture
def two_pieces(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str]]:
    """Two that a show has, and the two first villages."""
    whole = pictures._read
    [show, *_others] = json.loads((FOLDER / "exhibitions.json").read_text(encoding="utf-8"))
    shown = {chapter["objects"][0]["code"] for chapter in show["chapters"][:2]}

    def some(name: str) -> list[dict[str, str]]:
        return [row for row in whole(name) if row["code"] in shown] if name == "products.csv" else whole(name)[:2]

    monkeypatch.setattr(pictures, "_read", some)
    monkeypatch.setattr(pictures, "SCALE", 0.3)
    monkeypatch.setattr(page_pictures, "SCALE", 0.3)
    return pictures.product_rows()


def test_one_picture_is_there_at_once_and_the_others_come_later(
    two_pieces: list[dict[str, str]],
) -> None:
    call_command("load_demo", "--pictures", verbosity=0)
    codes = [row["code"] for row in two_pieces]
    for product, row in zip(Product.objects.filter(code__in=codes).order_by("pk"), two_pieces, strict=True):
        [child] = product.images.all()
        assert child.image.alt("vi") == (f"Hình vẽ minh họa: {row['name_vi']}", "vi")
        assert child.image.alt("en") == (f"Illustration: {row['name_en']}", "en")
    of_products = Rendition.objects.filter(image__title__endswith="-object.jpg")
    assert set(of_products.values_list("filter_spec", flat=True)) == {
        "width-320|format-webp",
        "width-640|format-webp",
    } | {
        "width-320|format-jpeg",
        "width-640|format-jpeg",
    }
    shows = ExhibitionPage.objects.filter(locale__language_code="vi", picture__isnull=False)
    assert shows.exists()
    for show in shows:
        assert show.picture.alt("vi")[0].startswith("Hình vẽ minh họa: ")
        assert {f"width-{width}|format-webp" for width in (320, 640, 960)} <= set(
            show.picture.renditions.values_list("filter_spec", flat=True)
        )
        assert show.get_latest_revision_as_object().picture == show.picture

    call_command("draw_demo")
    assert [product.images.count() for product in Product.objects.filter(code__in=codes)] == [3, 3]
    villages = Village.objects.filter(picture__title__endswith="-band.jpg")
    assert villages.count() == 2
    assert {village.picture.alt("en")[0] for village in villages} == {
        f"Illustration: the craft of {village.name}" for village in villages
    }
    assert CentreImage.objects.count() == 6 + 2 + shows.count()
    benches = {page.picture.title for page in [*StoryPage.objects.all(), *EventPage.objects.all()] if page.picture}
    assert benches
    assert benches <= {f"import:{code}-making.jpg" for code in codes}
    assert not [image for image in CentreImage.objects.all() if missing_specs(image)]

    before = set(CentreImage.objects.values_list("pk", flat=True))
    call_command("draw_demo")
    assert set(CentreImage.objects.values_list("pk", flat=True)) == before


def test_what_staff_work_on_stays_theirs_and_what_was_given_once_is_not_given_again(
    two_pieces: list[dict[str, str]],
) -> None:
    call_command("load_demo", "--pictures", verbosity=0)
    shows = ExhibitionPage.objects.filter(locale__language_code="vi")
    given = shows.filter(picture__isnull=False).first()
    given.picture = None
    given.save_revision().publish()
    own = ExhibitionPage(title="Của trung tâm", opens_on=given.opens_on)
    own.items = [ExhibitionItem(product=Product.objects.first(), chapter=1)]
    given.get_parent().add_child(instance=own)
    own.save_revision()
    draft = shows.filter(title__in=demo_titles(), picture=None).exclude(pk=given.pk).first()
    draft.unpublish()
    draft.items.create(product=Product.objects.first(), chapter=1)
    before = set(CentreImage.objects.values_list("pk", flat=True))
    assert draw_mastheads() == 0
    assert set(CentreImage.objects.values_list("pk", flat=True)) == before
    assert not ExhibitionPage.objects.get(pk=draft.pk).live
