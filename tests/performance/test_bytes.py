"""What a phone has to fetch: budgets of the issue, on the longest that a list shows."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.db import transaction
from django.test import Client

from search.engines import get_engine
from showcase.core import apps
from tests.integration.reading import ListPage
from tests.performance.full_catalogue import make_full_catalogue

STATIC = Path(apps.__file__).parent / "static"


def _packed(content: bytes) -> int:
    return len(gzip.compress(content, 6))


@pytest.fixture(scope="module")
def catalogue_of_module(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The full catalogue for all tests of the module, rolled back at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_full_catalogue()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def full_catalogue(catalogue_of_module: None, centre: None) -> Iterator[None]:
    """The same; the engine reads it anew and forgets it afterwards."""
    get_engine.cache_clear()
    yield
    get_engine.cache_clear()


@pytest.mark.parametrize(
    ("address", "values"),
    [
        ("/san-pham/", 190),
        ("/en/products/", 190),
        ("/san-pham/?sort=name&page=2", 190),
        ("/san-pham/?availability=in_stock", 150),
        ("/san-pham/?availability=in_stock&availability=made_to_order&price=200k-500k&price=500k-1m&price=1m-5m", 100),
        (f"/tim-kiem/?q={quote('gỗ')}", 190),
        ("/en/search/?q=rosewood", 100),
    ],
)
def test_a_full_list_is_at_most_60_kb_and_12_kb_packed(
    client: Client, full_catalogue: None, address: str, values: int
) -> None:
    content, page = _read(client, address)
    assert len(page.codes) == 24
    assert sum(len(group.values) for group in page.facets().values()) >= values
    if "sort" not in address and "availability" not in address:
        assert len(page.soup.select("#results picture")) == 24
    assert len(content) <= 60_000
    assert _packed(content) <= 12_000


def test_a_card_offers_two_widths_in_two_formats_and_one_for_all_others(client: Client, full_catalogue: None) -> None:
    first, *_others, picture = _read(client, "/san-pham/")[1].soup.select("#results picture")
    assert (first.img["fetchpriority"], first.img.get("loading")) == ("high", None)
    stem = str(picture.select("img")[0]["src"]).removesuffix(".640.jpg")
    assert {source["type"]: source["srcset"] for source in picture.select("source")} == {
        f"image/{format_}": f"{stem}.320.{format_}, {stem}.640.{format_} 2x" for format_ in ("avif", "webp")
    }
    image = picture.select("img")[0]
    assert (image["width"], image["height"], image["loading"]) == ("640", "853", "lazy")
    assert str(image["alt"]).startswith("Mặt bàn")


def _read(client: Client, address: str) -> tuple[bytes, ListPage]:
    response = client.get(address)
    return response.content, ListPage(response)


def test_styles_and_scripts_of_public_pages_are_at_most_40_kb_packed() -> None:
    files = [*STATIC.glob("css/*.css"), *STATIC.glob("js/*.js")]
    assert len(files) > 15
    assert sum(_packed(path.read_bytes()) for path in files) <= 40_000


def test_suggestions_cost_a_phone_at_most_4_kb() -> None:
    files = [STATIC / "js/suggest.js", STATIC / "css/components-suggest.css"]
    assert sum(_packed(path.read_bytes()) for path in files) <= 4_000


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/en/", "/san-pham/", "/lang-nghe/", "/tim-kiem/"])
def test_a_page_asks_nothing_of_anybody_else(client: Client, centre: None, address: str) -> None:
    page = client.get(address).content.decode()
    fetched = re.findall(r'<(?:script|img|source|iframe|video|audio)[^>]*?(?:src|srcset)="([^"]+)"', page)
    fetched += re.findall(r'<link[^>]*rel="(?:stylesheet|icon|preload)"[^>]*href="([^"]+)"', page)
    assert fetched
    assert [address for address in fetched if not address.startswith("/")] == []
