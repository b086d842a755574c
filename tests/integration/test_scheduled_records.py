"""A record goes public and leaves at its time, and carries no old facts back."""

import datetime
from typing import Any
from unittest import mock

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from products.models import Product
from search.models import SearchEntry
from showcase.core import moderation
from tests import factories
from tests.integration.test_admin import _edit_url, craft_form
from villages.models import Village

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("centre")]


def in_hours(hours: float) -> datetime.datetime:
    return timezone.now() + datetime.timedelta(hours=hours)


def when_it_is(time: datetime.datetime) -> None:
    """The command of the clock, run at that time."""
    with mock.patch.object(timezone, "now", return_value=time):
        call_command("publish_scheduled", verbosity=0)


def posted(time: datetime.datetime | None) -> str:
    return timezone.localtime(time).strftime("%Y-%m-%d %H:%M") if time else ""


def publish_with_dates(client: Client, village: Village, *, start: Any = None, end: Any = None, **changes: Any) -> None:
    form = craft_form(go_live_at=posted(start), expire_at=posted(end), **changes)
    response = client.post(_edit_url(village), form | {"action-publish": "1"})
    assert response.status_code == 302, response.content.decode()[:3000]


def test_a_village_is_found_from_its_time_on_and_no_longer_than_it_should(admin_client: Client) -> None:
    village = factories.village("Đồng Vinh", live=False)
    publish_with_dates(admin_client, village, start=in_hours(2), end=in_hours(5))
    when_it_is(in_hours(1))
    assert Village.objects.public().count() == 0
    assert SearchEntry.objects.filter(code=village.code).count() == 0
    when_it_is(in_hours(3))
    assert Village.objects.public().count() == 1
    assert SearchEntry.objects.filter(code=village.code).exists()
    when_it_is(in_hours(6))
    assert Village.objects.public().count() == 0
    assert SearchEntry.objects.filter(code=village.code).count() == 0
    assert Village.objects.get().expired is True


def test_changes_of_a_live_village_wait_for_their_time(admin_client: Client) -> None:
    village = factories.village("Đồng Vinh")
    publish_with_dates(admin_client, village, start=in_hours(2), gloss="Làng khảm trai")
    row = Village.objects.get()
    assert (row.live, row.gloss) == (True, "")
    when_it_is(in_hours(3))
    row = Village.objects.get()
    assert (row.live, row.gloss) == (True, "Làng khảm trai")


def test_what_was_sold_and_priced_meanwhile_stays_so_when_the_time_comes() -> None:
    product = factories.product("Khay", price=450_000)
    product.summary, product.go_live_at = "Bản mới", in_hours(2)
    moderation.publish_revision(product.save_revision())
    day = datetime.date(2026, 1, 2)
    moderation.change_live_facts(Product.objects.get(), sold_on=day, price_min=500_000)
    when_it_is(in_hours(3))
    row = Product.objects.get()
    assert (row.summary, row.sold_on, row.price_min, row.live) == ("Bản mới", day, 500_000, True)


def test_a_withdrawn_record_does_not_come_back_at_its_time() -> None:
    product = factories.product("Khay")
    product.go_live_at = in_hours(2)
    moderation.publish_revision(product.save_revision())
    moderation.withdraw_record(Product.objects.get(), reason="Hỏng")
    when_it_is(in_hours(3))
    assert Product.objects.public().count() == 0


def test_many_at_once_keep_their_own_times(admin_client: Client) -> None:
    product = factories.product("Khay", live=False)
    product.go_live_at = in_hours(2).replace(microsecond=0)
    product.save_revision()
    revision = moderation.publish_latest(product, user=factories.user("sep", superuser=True))
    assert revision.approved_go_live_at == product.go_live_at
    assert Product.objects.get().live is False
