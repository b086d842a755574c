"""Two server processes over one database: each sees the other's change on its next request."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from showcase.core.text import fold
from tests.concurrency.processes import Site, get, own_database
from tests.integration.reading import unmarked

# The test database is what the two begin with.
pytestmark = [pytest.mark.slow, pytest.mark.once, pytest.mark.django_db]

#: More than what a process takes in one by one: it reads everything anew.
MANY = 520
WITHIN = 5.0
MAKE = """
from products.models import Product
from showcase.core import moderation
from villages.models import Village
village = Village(name="Hạ Thái")
moderation.publish_record(village)
product = Product(name="Khay sơn mài", village=village)
moderation.publish_record(product)
print(product.code)
"""
RENAME = """
from products.models import Product
from showcase.core import moderation
product = Product.objects.get(code="{code}")
product.name = "{name}"
moderation.publish_record(product)
"""
HIDE = """
from products.models import Product
from showcase.core import moderation
moderation.unpublish_record(Product.objects.get(code="{code}"))
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, set_up_database: Path | None) -> Iterator[Site]:
    """A site that is set up, with no records."""
    folder = tmp_path_factory.mktemp("two")
    with own_database(folder) as url:
        site = Site(url, folder)
        site.set_up(set_up_database)
        yield site


def test_a_change_is_on_the_next_request_of_both_and_an_import_within_seconds(site: Site, tmp_path: Path) -> None:
    code = site.shell(MAKE)
    with site.servers(2) as servers:
        assert _shown(servers, "Khay sơn mài", code)
        for name in ("Hộp khảm trai", "Đĩa gốm"):
            site.shell(RENAME.format(code=code, name=name))
            assert _shown(servers, name, code)
        site.shell(HIDE.format(code=code))
        for server in servers:
            assert "Đĩa gốm" not in get(f"{server}/san-pham/")[1]
            assert get(f"{server}/san-pham/x-{code}/")[0] == 404
        _import_many(site, tmp_path)
        _wait_for_many(servers, time.monotonic() + WITHIN)


def _shown(servers: list[str], name: str, code: str) -> bool:
    """Whether list, search and page of each server have the name: one request each.

    Searched without marks: what was typed is on the page too.
    """
    addresses = ("san-pham/", f"tim-kiem/?q={quote(fold(name))}", f"san-pham/x-{code}/")
    return all(name in unmarked(get(f"{server}/{address}")[1]) for server in servers for address in addresses)


def _import_many(site: Site, folder: Path) -> None:
    lines = "".join(f"Hạ Thái,Thúng tre số {number},350,stock\n" for number in range(MANY))
    heading = "village,name_vi,price_thousand_vnd,supply\n"
    (folder / "products.csv").write_text(heading + lines, encoding="utf-8")
    site.manage("import_centre", str(folder), "--mend", str(folder))


def _wait_for_many(servers: list[str], end: float) -> None:
    """Both servers count all imported products before the time is over."""
    while not all(f"{MANY} products" in get(f"{server}/en/products/")[1] for server in servers):
        assert time.monotonic() < end, "the import is not seen in time"
