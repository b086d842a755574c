"""With the clock moved: what a kept page says of the hours is right across closing time and holidays."""

from datetime import date, datetime, time
from typing import Any

import pytest
from django.test import Client

from showcase.core import frame, freshness, page_cache
from showcase.pages.hours import HANOI
from showcase.pages.models import CentreSettings, ExceptionalDays, WeeklyHours

pytestmark = pytest.mark.django_db
MOMENTS = (
    (datetime(2027, 2, 2, 7, 59, tzinfo=HANOI), False),
    (datetime(2027, 2, 2, 8, 0, tzinfo=HANOI), True),
    (datetime(2027, 2, 2, 16, 59, tzinfo=HANOI), True),
    (datetime(2027, 2, 2, 17, 0, tzinfo=HANOI), False),
    (datetime(2027, 2, 3, 9, 0, tzinfo=HANOI), False),  # a holiday
    (datetime(2027, 2, 4, 9, 0, tzinfo=HANOI), True),
)


@pytest.fixture
def hours(centre: None) -> None:
    """Every day 08:00-17:00, but for 3 February 2027."""
    details = CentreSettings.load()
    WeeklyHours.objects.create(centre=details, first_day=0, last_day=6, opens=time(8), closes=time(17))
    ExceptionalDays.objects.create(centre=details, first_day=date(2027, 2, 3), last_day=date(2027, 2, 3), note="Tết")
    freshness._periods.clear()
    frame._kept.clear()
    page_cache.pages.clear()


@pytest.mark.parametrize("address", ["/", "/en/", "/san-pham/", "/en/villages/"])
@pytest.mark.parametrize("is_kept", [True, False])
def test_open_now_is_right_on_kept_pages(
    hours: None, client: Client, settings: Any, monkeypatch: Any, address: str, is_kept: bool
) -> None:
    settings.PAGE_CACHE = is_kept
    said = []
    for moment, _is_open in MOMENTS:
        monkeypatch.setattr("django.utils.timezone.now", lambda moment=moment: moment)
        page = client.get(address).content.decode()
        said.append("Đang mở cửa" in page or "Open now" in page)
    assert said == [is_open for _moment, is_open in MOMENTS]
