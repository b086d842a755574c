"""Hours that staff enter, as pages, the page cache and JSON-LD read them."""

from datetime import date, datetime, time

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from showcase.pages.hours import HANOI, Span
from showcase.pages.models import CentreSettings, ExceptionalDays, WeeklyHours
from showcase.pages.opening import next_change, opening_hours, opening_state, structured_hours
from tests.integration.asking import asked

pytestmark = [pytest.mark.django_db, pytest.mark.once]
NOW = datetime(2027, 2, 2, 9, 0, tzinfo=HANOI)  # a Tuesday


@pytest.fixture
def hours(centre: None) -> CentreSettings:
    """Tuesday to Sunday 08:00-11:30 and 13:30-17:00; Tết from 4 to 10 February 2027."""
    details = CentreSettings.load()
    for opens, closes in ((time(8), time(11, 30)), (time(13, 30), time(17))):
        WeeklyHours.objects.create(centre=details, first_day=1, last_day=6, opens=opens, closes=closes)
    tet = ExceptionalDays(centre=details, first_day=date(2027, 2, 4), last_day=date(2027, 2, 10), note="Tết Nguyên đán")
    tet.set_translation("note", "en", "Lunar New Year")
    tet.save()
    return details


def test_with_nothing_entered_the_site_says_nothing(centre: None) -> None:
    assert opening_state(NOW) is None
    assert next_change(NOW) is None
    assert structured_hours() == []


def test_what_was_entered_decides(hours: CentreSettings) -> None:
    state = opening_state(NOW)
    assert state is not None
    assert (state.is_open, f"{state.until:%H:%M}") == (True, "11:30")
    assert next_change(NOW) == datetime(2027, 2, 2, 11, 30, tzinfo=HANOI)


def test_a_change_of_the_hours_counts_at_once(hours: CentreSettings) -> None:
    assert opening_state(NOW, RequestFactory().get("/")) is not None
    WeeklyHours.objects.all().delete()
    assert opening_state(NOW, RequestFactory().get("/")) is None


def test_days_over_the_end_of_the_week(hours: CentreSettings) -> None:
    WeeklyHours.objects.all().delete()
    WeeklyHours.objects.create(centre=hours, first_day=5, last_day=0, opens=time(9), closes=time(12))
    span = (Span(time(9), time(12)),)
    assert opening_hours().week == (span, (), (), (), (), span, span)


def test_hours_for_machines(hours: CentreSettings) -> None:
    week = ["Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    kind = {"@type": "OpeningHoursSpecification"}
    tet = {"validFrom": "2027-02-04", "validThrough": "2027-02-10", "opens": "00:00", "closes": "00:00"}
    assert structured_hours(date(2027, 2, 10)) == [
        {**kind, "dayOfWeek": week, "opens": "08:00", "closes": "11:30"},
        {**kind, "dayOfWeek": week, "opens": "13:30", "closes": "17:00"},
        {**kind, **tet},
    ]
    assert {**kind, **tet} not in structured_hours(date(2027, 2, 11))


def test_hours_are_read_once_and_kept(hours: CentreSettings) -> None:
    opening_hours(RequestFactory().get("/"))
    with CaptureQueriesContext(connection) as queries:
        opening_hours(RequestFactory().get("/"))
    assert len(asked(queries)) == 1  # whether something changed


@pytest.mark.parametrize(
    "wrong",
    [
        {"first_day": date(2027, 2, 4), "last_day": date(2027, 2, 3)},
        {"first_day": date(2027, 2, 4), "opens": time(8)},
    ],
)
def test_days_that_make_no_sense_are_refused(hours: CentreSettings, wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        ExceptionalDays(centre=hours, **wrong).full_clean()


def test_one_day_needs_no_last_day(hours: CentreSettings) -> None:
    day = ExceptionalDays(centre=hours, first_day=date(2027, 4, 30))
    day.full_clean()
    day.save()
    assert day.last_day == date(2027, 4, 30)


@pytest.mark.parametrize(
    ("phone", "tel"), [("024 3333 4444", "tel:02433334444"), ("đang lắp đặt", ""), ("máy lẻ 2", "")]
)
def test_only_digits_make_a_phone_link(phone: str, tel: str) -> None:
    details = CentreSettings(phone=phone, zalo=phone)
    assert details.tel == tel
    assert bool(details.zalo_url) == bool(tel)


def test_a_number_keeps_its_plus(centre: None) -> None:
    details = CentreSettings(phone="(+84) 24 3333 4444", zalo="+84 912 345 678")
    assert (details.tel, details.zalo_url) == ("tel:+842433334444", "https://zalo.me/84912345678")
