"""The centre's opening hours as pages, the page cache and JSON-LD read them. Nothing entered: nothing is said."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from showcase.core import freshness
from showcase.pages.hours import (
    HANOI,
    Exceptional,
    Hours,
    OpeningState,
    Span,
    days_alike,
    next_change_at,
    state_at,
)
from showcase.pages.models.opening import ExceptionalDays, Weekday, WeeklyHours

SCHEMA_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: Days that differ are told so long before they come.
TOLD_AHEAD = timedelta(days=60)


def opening_hours(request: HttpRequest | None = None) -> Hours:
    """What staff entered. With a request it is kept in the process until something changes, else read (two queries)."""
    return _read() if request is None else freshness.kept("opening hours", request, _read)


def _read() -> Hours:
    week: list[list[Span]] = [[] for _day in range(7)]
    for line in WeeklyHours.objects.all():
        for weekday in line.weekdays:
            week[weekday].append(line.span)
    return Hours(
        tuple(map(tuple, week)), tuple(row.as_value() for row in ExceptionalDays.objects.order_by("first_day"))
    )


def opening_state(now: datetime | None = None, request: HttpRequest | None = None) -> OpeningState | None:
    """Open until when, or closed and opens when, by Hà Nội time; ``None`` when no hours were entered."""
    return state_at(opening_hours(request), now or timezone.now())


def next_change(now: datetime | None = None, request: HttpRequest | None = None) -> datetime | None:
    """The moment at which a kept page must be made anew: opening, closing or midnight; ``None`` without hours."""
    return next_change_at(opening_hours(request), now or timezone.now())


def structured_hours(today: date | None = None, request: HttpRequest | None = None) -> list[dict[str, Any]]:
    """``OpeningHoursSpecification`` objects of schema.org for the week and for days that differ from today on.

    A closed day is told as schema.org has it: opens and closes at 00:00.
    """
    hours = opening_hours(request)
    if not hours:
        return []
    today = today or timezone.now().astimezone(HANOI).date()
    found = [
        _specification(span, dayOfWeek=[SCHEMA_DAYS[weekday] for weekday in range(first, last + 1)])
        for first, last, spans in days_alike(hours)
        for span in spans
    ]
    closed = Span(datetime.min.time(), datetime.min.time())
    for one in hours.exceptions:
        if one.last_day >= today:
            days = {"validFrom": one.first_day.isoformat(), "validThrough": one.last_day.isoformat()}
            found += [_specification(span, **days) for span in one.spans or (closed,)]
    return found


def _specification(span: Span, **rest: Any) -> dict[str, Any]:
    # schema.org has no 24:00; a day that ends at midnight is told to its last minute.
    midnight = span.closes == datetime.min.time() != span.opens
    return {
        "@type": "OpeningHoursSpecification",
        **rest,
        "opens": f"{span.opens:%H:%M}",
        "closes": "23:59" if midnight else f"{span.closes:%H:%M}",
    }


@dataclass(frozen=True, slots=True)
class Opening:
    """What templates show of the hours, in the active language."""

    state: OpeningState
    words: str
    week: list[tuple[str, str]]
    differing: list[tuple[str, str, Exceptional]]


def opening(request: HttpRequest | None = None, now: datetime | None = None) -> Opening | None:
    """The state in words, the week in lines, and the days that differ soon; ``None`` when no hours were entered."""
    hours = opening_hours(request)
    state = state_at(hours, now or timezone.now())
    if state is None:
        return None
    today = state.now.date()
    near = [one for one in hours.exceptions if one.last_day >= today and one.first_day <= today + TOLD_AHEAD]
    return Opening(
        state,
        state_in_words(state),
        [(_days(first, last), _spans(spans)) for first, last, spans in days_alike(hours)],
        [(_dates(one), _spans(one.spans), one) for one in near],
    )


def state_in_words(state: OpeningState) -> str:
    """“Open now, until 17:00” or “Closed now, opens tomorrow, 08:00”, in the active language."""
    if state.is_open:
        return _("Open now, until %(hour)s") % {"hour": f"{state.until:%H:%M}"} if state.until else _("Open now")
    if state.opens is None:
        return _("Closed now")
    hour = f"{state.opens:%H:%M}"
    if state.days_ahead == 0:
        return _("Closed now, opens today at %(hour)s") % {"hour": hour}
    if state.days_ahead == 1:
        return _("Closed now, opens tomorrow at %(hour)s") % {"hour": hour}
    day = state.opens.date()
    if (state.days_ahead or 0) < 7:
        named = str(Weekday(day.weekday()).label)
        return _("Closed now, opens on %(day)s at %(hour)s") % {"day": _in_a_sentence(named), "hour": hour}
    return _("Closed now, opens on %(day)s at %(hour)s") % {"day": _date(day), "hour": hour}


def _in_a_sentence(weekday: str) -> str:
    return weekday if (get_language() or "vi").startswith("en") else weekday[:1].lower() + weekday[1:]


def _date(day: date) -> str:
    return date_format(day, "j F Y" if (get_language() or "vi").startswith("en") else "d.m.Y")


def _dates(one: Exceptional) -> str:
    return _date(one.first_day) if one.first_day == one.last_day else f"{_date(one.first_day)} – {_date(one.last_day)}"


def _days(first: int, last: int) -> str:
    if first == last:
        return str(Weekday(first).label)
    if (first, last) == (0, 6):
        return _("Every day")
    return f"{Weekday(first).label} – {_in_a_sentence(str(Weekday(last).label))}"


def _spans(spans: tuple[Span, ...]) -> str:
    if not spans:
        return _("closed")
    return ", ".join(f"{span.opens:%H:%M}–{span.closes:%H:%M}" for span in spans)
