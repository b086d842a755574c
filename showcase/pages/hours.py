"""When the centre is open: values and pure functions, nothing of the database.

All moments are aware; days and hours are those of Hà Nội. A span that closes at or before the hour it opens at ends
on the next day, so ``18:00``-``00:00`` closes at midnight.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
DAY = timedelta(days=1)
#: How far ahead a next opening is looked for.
HORIZON = 400


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From an hour to an hour of a day."""

    opens: time
    closes: time

    def on(self, day: date) -> tuple[datetime, datetime]:
        """The two moments when this span begins on ``day``."""
        last = day if self.closes > self.opens else day + DAY
        return datetime.combine(day, self.opens, HANOI), datetime.combine(last, self.closes, HANOI)


@dataclass(frozen=True, slots=True)
class Exceptional:
    """Days that differ from the week, both ends included; without spans the centre is closed.

    ``row`` is what the note is read from, in the reader's language (``localized("note")``), or ``None``.
    """

    first_day: date
    last_day: date
    spans: tuple[Span, ...] = ()
    row: Any = None

    @property
    def length(self) -> timedelta:
        """Of two exceptions for one day the shorter holds: one day open in the week of Tết."""
        return self.last_day - self.first_day


@dataclass(frozen=True, slots=True)
class Hours:
    """Spans of each weekday, Monday first, and the days that differ."""

    week: tuple[tuple[Span, ...], ...] = ((),) * 7
    exceptions: tuple[Exceptional, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything was entered at all: without a week the site says nothing."""
        return any(self.week)

    def exception_on(self, day: date) -> Exceptional | None:
        """What holds on ``day`` instead of the week."""
        holding = [one for one in self.exceptions if one.first_day <= day <= one.last_day]
        return min(holding, key=lambda one: one.length, default=None)

    def spans_on(self, day: date) -> tuple[Span, ...]:
        """The spans that begin on ``day``; several exceptions of the same days add up."""
        holding = self.exception_on(day)
        if holding is None:
            return tuple(sorted(self.week[day.weekday()]))
        same = [
            one for one in self.exceptions if (one.first_day, one.last_day) == (holding.first_day, holding.last_day)
        ]
        return tuple(sorted(span for one in same for span in one.spans))


@dataclass(frozen=True, slots=True)
class OpeningState:
    """Open or closed at a moment; ``until`` is the closing (open), ``opens`` the next opening (closed).

    Both are in Hà Nội time and ``None`` when there is none within the horizon. ``exception`` holds today.
    """

    now: datetime
    is_open: bool
    until: datetime | None = None
    opens: datetime | None = None
    exception: Exceptional | None = field(default=None, compare=False)

    @property
    def days_ahead(self) -> int | None:
        """Days from today to the next opening: 0 is today, 1 tomorrow."""
        return (self.opens.date() - self.now.date()).days if self.opens else None


def state_at(hours: Hours, now: datetime) -> OpeningState | None:
    """Whether the centre is open at ``now``; ``None`` when no hours were entered.

    A span holds from its opening up to, not including, its closing; spans that touch are one.
    """
    if not hours:
        return None
    now = now.astimezone(HANOI)
    exception = hours.exception_on(now.date())
    for begins, ends in _stretches(hours, now.date() - DAY):
        if begins <= now < ends:
            until = ends if ends.date() - now.date() < HORIZON * DAY else None
            return OpeningState(now, True, until=until, exception=exception)
        if begins > now:
            return OpeningState(now, False, opens=begins, exception=exception)
    return OpeningState(now, False, exception=exception)


def next_change_at(hours: Hours, now: datetime) -> datetime | None:
    """The next moment at which what pages say of the opening may differ: opening, closing, or midnight."""
    state = state_at(hours, now)
    if state is None:
        return None
    midnight = datetime.combine(state.now.date() + DAY, time(), HANOI)
    return min(moment for moment in (state.until, state.opens, midnight) if moment is not None)


def _stretches(hours: Hours, first: date) -> Iterator[tuple[datetime, datetime]]:
    """Unbroken stretches of open time, in order, from those that begin on ``first``."""
    current: tuple[datetime, datetime] | None = None
    for ahead in range(HORIZON + 2):
        for span in hours.spans_on(first + ahead * DAY):
            begins, ends = span.on(first + ahead * DAY)
            if current is not None and begins > current[1]:
                yield current
                current = None
            current = (begins, ends) if current is None else (current[0], max(current[1], ends))
    if current is not None:
        yield current


def days_alike(hours: Hours) -> list[tuple[int, int, tuple[Span, ...]]]:
    """The week in lines: (first weekday, last weekday, spans) for neighbours with the same hours, Monday is 0."""
    lines: list[tuple[int, int, tuple[Span, ...]]] = []
    for weekday, given in enumerate(hours.week):
        spans = tuple(sorted(given))
        if lines and lines[-1][2] == spans:
            lines[-1] = (lines[-1][0], weekday, spans)
        else:
            lines.append((weekday, weekday, spans))
    return lines
