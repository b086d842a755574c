"""Open or closed at a moment, by the clock and the calendar of Hà Nội."""

from datetime import UTC, date, datetime, time

import pytest
from django.utils import translation

from showcase.pages.hours import HANOI, Exceptional, Hours, Span, days_alike, next_change_at, state_at
from showcase.pages.opening import state_in_words

MORNING, AFTERNOON = Span(time(8), time(11, 30)), Span(time(13, 30), time(17))
DAY = (MORNING, AFTERNOON)
TET = Exceptional(date(2027, 2, 4), date(2027, 2, 10))
#: Tuesday to Sunday with a break at noon; Monday closed. 24 November 2026 is a Tuesday.
HOURS = Hours(((), DAY, DAY, DAY, DAY, DAY, (MORNING,)), (TET,))


def at(text: str) -> datetime:
    """A moment in Hà Nội: ``2026-11-24 08:00``."""
    return datetime.fromisoformat(text).replace(tzinfo=HANOI)


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-11-24 08:00:00", "2026-11-24 11:30"),  # the minute of opening is open
        ("2026-11-24 11:29:59", "2026-11-24 11:30"),
        ("2026-11-24 13:30:00", "2026-11-24 17:00"),
        ("2026-11-24 16:59:59.999999", "2026-11-24 17:00"),
        ("2026-11-29 10:00:00", "2026-11-29 11:30"),  # a Sunday
    ],
)
def test_open_until(now: str, until: str) -> None:
    state = state_at(HOURS, at(now))
    assert state is not None
    assert (state.is_open, state.until, state.opens) == (True, at(until), None)


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        ("2026-11-24 07:59:59", "2026-11-24 08:00"),
        ("2026-11-24 11:30:00", "2026-11-24 13:30"),  # the minute of closing is closed
        ("2026-11-24 17:00:00", "2026-11-25 08:00"),
        ("2026-11-24 23:59:59", "2026-11-25 08:00"),
        ("2026-11-25 00:00:00", "2026-11-25 08:00"),
        ("2026-11-29 11:30:00", "2026-12-01 08:00"),  # Sunday at noon: over the closed Monday
        ("2027-02-03 17:00:00", "2027-02-11 08:00"),  # the eve of Tết
        ("2027-02-04 09:00:00", "2027-02-11 08:00"),
        ("2027-02-10 23:59:59", "2027-02-11 08:00"),
    ],
)
def test_closed_and_opens_next(now: str, opens: str) -> None:
    state = state_at(HOURS, at(now))
    assert state is not None
    assert (state.is_open, state.opens, state.until) == (False, at(opens), None)


def test_the_day_is_hanoi_s_whatever_zone_the_clock_has() -> None:
    state = state_at(HOURS, datetime(2026, 11, 23, 20, 0, tzinfo=UTC))  # 03:00 on Tuesday in Hà Nội
    assert state is not None
    assert (state.opens, state.days_ahead) == (at("2026-11-24 08:00"), 0)


def test_nothing_entered_says_nothing() -> None:
    assert state_at(Hours(), at("2026-11-24 09:00")) is None
    assert next_change_at(Hours(), at("2026-11-24 09:00")) is None


def test_an_exception_alone_says_nothing() -> None:
    assert state_at(Hours(exceptions=(TET,)), at("2026-11-24 09:00")) is None


def test_an_exception_gives_other_hours_for_its_days_only() -> None:
    eve = Exceptional(date(2026, 12, 24), date(2026, 12, 24), (Span(time(8), time(12)),))
    hours = Hours(HOURS.week, (eve,))
    inside, after = state_at(hours, at("2026-12-24 11:45")), state_at(hours, at("2026-12-25 11:45"))
    assert inside is not None and after is not None
    assert (inside.is_open, inside.until, inside.exception) == (True, at("2026-12-24 12:00"), eve)
    assert (after.is_open, after.exception) == (False, None)


def test_the_shorter_exception_holds_on_a_day_of_both() -> None:
    third_day = Exceptional(date(2027, 2, 8), date(2027, 2, 8), (Span(time(9), time(12)),))
    state = state_at(Hours(HOURS.week, (TET, third_day)), at("2027-02-05 09:00"))
    assert state is not None
    assert state.opens == at("2027-02-08 09:00")


def test_two_entries_for_the_same_days_add_up() -> None:
    days = (date(2027, 2, 8), date(2027, 2, 8))
    both = (Exceptional(*days, (MORNING,)), Exceptional(*days, (AFTERNOON,)))
    assert Hours(HOURS.week, both).spans_on(date(2027, 2, 8)) == DAY


def test_an_evening_that_ends_after_midnight_is_open_on_both_sides_of_it() -> None:
    hours = Hours(((),) * 5 + ((Span(time(18), time(1)),), ()))  # Saturday
    before, after = state_at(hours, at("2026-11-28 23:59:59")), state_at(hours, at("2026-11-29 00:30"))
    closed = state_at(hours, at("2026-11-29 01:00"))
    assert before is not None and after is not None and closed is not None
    assert (before.until, after.until) == (at("2026-11-29 01:00"),) * 2
    assert (closed.is_open, closed.opens) == (False, at("2026-12-05 18:00"))


def test_spans_that_touch_are_one() -> None:
    hours = Hours(((Span(time(8), time(12)), Span(time(12), time(17))),) * 7)
    state = state_at(hours, at("2026-11-24 11:59"))
    assert state is not None
    assert state.until == at("2026-11-24 17:00")


def test_a_centre_that_never_closes_has_no_closing_hour() -> None:
    state = state_at(Hours(((Span(time(), time()),),) * 7), at("2026-11-24 11:59"))
    assert state is not None
    assert (state.is_open, state.until) == (True, None)


def test_a_centre_closed_for_more_than_a_year_has_no_next_opening() -> None:
    repairs = Exceptional(date(2026, 1, 1), date(2030, 1, 1))
    state = state_at(Hours(HOURS.week, (repairs,)), at("2026-11-24 09:00"))
    assert state is not None
    assert (state.is_open, state.opens) == (False, None)


@pytest.mark.parametrize(
    ("now", "change"),
    [
        ("2026-11-24 07:00", "2026-11-24 08:00"),
        ("2026-11-24 08:00", "2026-11-24 11:30"),
        ("2026-11-24 11:30", "2026-11-24 13:30"),
        ("2026-11-24 17:00", "2026-11-25 00:00"),  # “tomorrow” becomes “today”
        ("2026-11-25 00:00", "2026-11-25 08:00"),
    ],
)
def test_what_pages_say_changes_next_at(now: str, change: str) -> None:
    assert next_change_at(HOURS, at(now)) == at(change)


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2026-11-24 09:00", "Open now, until 11:30"),
        ("2026-11-24 12:00", "Closed now, opens today at 13:30"),
        ("2026-11-24 18:00", "Closed now, opens tomorrow at 08:00"),
        ("2026-11-29 18:00", "Closed now, opens on Tuesday at 08:00"),
        ("2027-02-04 18:00", "Closed now, opens on 11 February 2027 at 08:00"),
    ],
)
def test_the_state_in_words(now: str, words: str) -> None:
    state = state_at(HOURS, at(now))
    assert state is not None
    with translation.override("en"):
        assert state_in_words(state) == words


def test_neighbouring_days_with_the_same_hours_are_one_line() -> None:
    assert days_alike(HOURS) == [(0, 0, ()), (1, 5, DAY), (6, 6, (MORNING,))]
