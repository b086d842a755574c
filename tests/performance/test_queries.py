"""No page's queries grow with the number of rows."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from products.models import Product
from showcase.core.models import Record
from tests import factories
from tests.integration.asking import asked

LISTS = ("/", "/en/", "/lang-nghe/", "/nghe-nhan/", "/san-pham/", "/en/products/", "/tim-kiem/?q=khay")
LIMIT = 10  # for a list of 24
HOME_LIMITS = {"/": 12, "/en/": 13}  # one less where villages have crafts: tiles instead of cards


def _queries(client: Client, address: str) -> int:
    client.get(address)  # what is loaded once a process
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(asked(queries))


def _fill(numbers: range) -> None:
    """A village with an artisan with two pieces, and a third piece of the village, for each number."""
    for number in numbers:
        village = factories.village(f"Làng {number}")
        artisan = factories.artisan(f"Thợ {number}", village=village)
        for name in ("Khay", "Đĩa"):
            factories.product(f"{name} {number}", village=village, artisan=artisan)
        factories.product(f"Bát {number}", village=village)


def _details() -> list[Record]:
    product = Product.objects.public().order_by("pk")[0]
    assert product.artisan is not None
    return [product, product.artisan, product.village]


@pytest.mark.django_db
def test_the_number_of_queries_is_the_same_at_1_and_at_100_rows(client: Client, centre: None) -> None:
    _fill(range(1))
    addresses = [*LISTS, *(record.get_absolute_url("vi") for record in _details())]
    at_1 = {address: _queries(client, address) for address in addresses}
    _fill(range(1, 50))
    _product, artisan, village = _details()
    for number in range(98):
        factories.product(f"Hộp {number}", village=village, artisan=artisan)
    at_100 = {address: _queries(client, address) for address in addresses}
    assert at_100 == at_1
    assert {address: number for address, number in at_100.items() if address in LISTS[2:] and number > LIMIT} == {}
    assert {address: at_100[address] for address, most in HOME_LIMITS.items() if at_100[address] > most} == {}
