"""A page shows the sizes of its pictures that are there. Asking for pages makes none, also where some are missing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any
from unittest.mock import patch

import PIL.Image
import pytest
from django.conf import settings
from django.test import Client

from products.models import Product, ProductImage
from search.rebuilding import rebuild_all
from showcase.images import pictures
from showcase.images.decoder import Worker
from showcase.images.models import CentreImage, Rendition
from showcase.images.rendering import make_missing
from showcase.pages.models import StandardPage, StoryPage
from showcase.pages.models.pictured import PicturedPage
from tests.public_kinds import kinds_at, kinds_of_answers
from tests.sitemaps import EXHIBITION_FEEDS, LANGUAGES, PRODUCT_FEEDS, SITE, sitemaps_of, urls_of
from tests.unit.images.photos import photo, upload
from villages.models import Artisan, CraftStep, Village

pytestmark = [pytest.mark.django_db, pytest.mark.once]
#: Where a picture could be opened or made: by our worker, by Wagtail's way to a size, by Pillow in this process.
MAKERS: list[tuple[Any, str]] = [
    (Worker, "run"),
    (CentreImage, "get_rendition"),
    (CentreImage, "get_renditions"),
    (CentreImage, "generate_rendition_file"),
    (CentreImage, "get_willow_image"),
    (PIL.Image, "open"),
    (PIL.Image, "new"),
]


def _noting(make: Callable[..., Any], name: str, made: list[str]) -> Callable[..., Any]:
    @wraps(make)
    def note(*args: Any, **kwargs: Any) -> Any:
        made.append(name)
        return make(*args, **kwargs)

    return note


def _stored() -> set[str]:
    """Rows of renditions and uploaded files."""
    files = {str(path) for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()}
    return files | {f"row {pk}" for pk in Rendition.objects.values_list("pk", flat=True)}


@contextmanager
def what_is_made() -> Iterator[list[str]]:
    """Fills a list with what was called, written or stored of pictures meanwhile."""
    made: list[str] = []
    before = _stored()
    patches = [patch.object(owner, name, _noting(getattr(owner, name), name, made)) for owner, name in MAKERS]
    for one in patches:
        one.start()
    try:
        yield made
    finally:
        for one in patches:
            one.stop()
        made.extend(sorted(_stored() - before))


@pytest.fixture
def illustrated(demo_centre: None) -> CentreImage:
    """The demo with a picture wherever one may be; of its formats one is there."""
    picture = CentreImage.objects.create(title="Khay", alt_text="Khay sơn mài", file=upload(photo()))
    make_missing(picture)
    picture.renditions.exclude(filter_spec="width-320|format-jpeg").delete()
    ProductImage.objects.bulk_create(ProductImage(product=product, image=picture) for product in Product.objects.all())
    CraftStep.objects.bulk_create(CraftStep(village=row, title="Mài", image=picture) for row in Village.objects.all())
    Artisan.objects.update(portrait=picture, may_show_photo=True)
    Village.objects.update(picture=picture)
    for model in PicturedPage.__subclasses__():
        model._default_manager.update(picture=picture)
    block = {"image": picture.pk, "caption": ""}
    told = [{"type": "picture", "value": block}, {"type": "gallery", "value": {"pictures": [block, block]}}]
    for page in StandardPage.objects.all():
        page.more = json.dumps(told)
        page.save()
    rebuild_all()
    return picture


def _addresses(client: Client) -> list[str]:
    """Every public page of the demo in both languages, lists in their states, and what machines read."""
    pages = [address.removeprefix(SITE) for address in urls_of(client)]
    product = Product.objects.public().order_by("code").first()
    searches = [f"{path}{query}" for path in ("/tim-kiem/", "/en/search/") for query in ("", "?q=khay", "?q=qqqq")]
    lists = [f"{path}{query}" for path in ("/san-pham/", "/en/products/") for query in ("?page=2", "?page=99")]
    kept = [f"{path}?ma={product.code}" for path in ("/yeu-thich/", "/en/favourites/")]
    codes = [f"/p/{product.code}", f"/p/{product.code}.svg", f"/p/{product.code}/"]
    maps = [address.removeprefix(SITE) for address in sitemaps_of(client)]
    api = [f"/api/v1/{question}" for question in ("search?q=khay", "suggest?q=khay", "openapi.json", "")]
    feeds = [*PRODUCT_FEEDS, *EXHIBITION_FEEDS, *maps, "/sitemap.xml", "/robots.txt", "/health", "/khong-co-trang-nay/"]
    return [*pages, *searches, *lists, *kept, *codes, *api, *feeds]


def test_no_page_makes_a_size_of_a_picture(client: Client, illustrated: CentreImage) -> None:
    with what_is_made() as made:
        addresses = _addresses(client)
        answers = {address: client.get(address) for address in addresses}
    assert made == []
    assert kinds_at(addresses) == kinds_of_answers()
    assert {response.status_code for response in answers.values()} <= {200, 301, 302, 404}
    shown = [address for address, response in answers.items() if b"<picture>" in response.content]
    assert len(shown) > len(answers) / 2
    for language in LANGUAGES:
        record = Village.objects.public().first()
        assert record.get_absolute_url(language) in shown


def test_a_page_that_makes_one_is_noticed(client: Client, illustrated: CentreImage, monkeypatch: Any) -> None:
    """The twin: a page that asks for a missing size as Wagtail's own tag does."""
    ready = pictures.picture_data

    def making(image: CentreImage, language: str) -> Any:
        image.get_rendition("width-320|format-avif")
        return ready(image, language)

    monkeypatch.setattr("showcase.images.templatetags.picture_tags.picture_data", making)
    with what_is_made() as made:
        client.get(StoryPage.objects.live().first().get_url())
    assert {"get_rendition", "generate_rendition_file", "run"} <= set(made)
    assert any(line.startswith("row ") for line in made)
    assert any(line.endswith(".avif") for line in made)
