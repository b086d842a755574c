"""The demo's pictures come in as everybody's: one of a piece at first, the other views and sizes by a task."""

import pytest
from django.core.management import call_command

from products.models import Product
from showcase.demo import pictures
from showcase.images.models import CentreImage, Rendition
from showcase.images.rendering import missing_specs

# Tasks are left when a transaction is over.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once, pytest.mark.usefixtures("centre")]


@pytest.fixture
def two_pieces(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str]]:
    rows = pictures.product_rows()[:2]
    monkeypatch.setattr(pictures, "product_rows", lambda: rows)
    monkeypatch.setattr(pictures, "SCALE", 0.5)
    return rows


def test_one_picture_is_there_at_once_and_the_others_come_later(
    two_pieces: list[dict[str, str]],
) -> None:
    call_command("load_demo", "--pictures", verbosity=0)
    codes = [row["code"] for row in two_pieces]
    for product, row in zip(Product.objects.filter(code__in=codes).order_by("pk"), two_pieces, strict=True):
        [child] = product.images.all()
        assert child.image.alt("vi") == (f"Hình vẽ minh họa: {row['name_vi']}", "vi")
        assert child.image.alt("en") == (f"Illustration: {row['name_en']}", "en")
    specs = set(Rendition.objects.values_list("filter_spec", flat=True))
    assert specs == set(pictures.FIRST_SIZES)

    call_command("draw_demo")
    assert [product.images.count() for product in Product.objects.filter(code__in=codes)] == [3, 3]
    assert CentreImage.objects.count() == 6
    assert not [image for image in CentreImage.objects.all() if missing_specs(image)]
