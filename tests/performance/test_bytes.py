"""What a phone has to fetch: budgets of the issue, on the longest that a list shows."""

import gzip
import re
from pathlib import Path

import pytest
from django.test import Client

from showcase.core import apps
from tests import factories

STATIC = Path(apps.__file__).parent / "static"
NAME = "Bộ bàn ghế khảm trai tích Tam Quốc cổ đồ chân quỳ dạ cá gỗ gụ Quảng Bình"


def _packed(content: bytes) -> int:
    return len(gzip.compress(content, 6))


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/san-pham/", "/en/products/"])
def test_a_full_list_is_at_most_60_kb_and_12_kb_packed(client: Client, centre: None, address: str) -> None:
    village = factories.village("Làng nghề khảm trai sơn mài Chuôn Ngọ")
    for number in range(30):
        factories.product(f"{NAME} {number}", village=village)
    page = client.get(address).content
    assert page.count(b'<article class="card">') == 24
    assert len(page) <= 60_000
    assert _packed(page) <= 12_000


def test_styles_and_scripts_of_public_pages_are_at_most_40_kb_packed() -> None:
    files = [*STATIC.glob("css/*.css"), *STATIC.glob("js/*.js")]
    assert len(files) > 15
    assert sum(_packed(path.read_bytes()) for path in files) <= 40_000


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/en/", "/san-pham/", "/lang-nghe/", "/tim-kiem/"])
def test_a_page_asks_nothing_of_anybody_else(client: Client, centre: None, address: str) -> None:
    page = client.get(address).content.decode()
    fetched = re.findall(r'<(?:script|img|source|iframe|video|audio)[^>]*?(?:src|srcset)="([^"]+)"', page)
    fetched += re.findall(r'<link[^>]*rel="(?:stylesheet|icon|preload)"[^>]*href="([^"]+)"', page)
    assert fetched
    assert [address for address in fetched if not address.startswith("/")] == []
