"""Opening hours and the days that differ, kept by staff under the centre's details."""

from datetime import time
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, Panel
from wagtail.models import Orderable

from showcase.core.admin.translation import TranslationPanel
from showcase.core.models import Translatable
from showcase.pages.hours import Exceptional, Span


class Weekday(models.IntegerChoices):
    """As Python counts: Monday is 0."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class WeeklyHours(Orderable):
    """Open from an hour to an hour on one weekday or on several in a row; a break makes two lines."""

    changes_site = True

    centre = ParentalKey("pages.CentreSettings", on_delete=models.CASCADE, related_name="weekly_hours")
    first_day = models.PositiveSmallIntegerField(_("from"), choices=Weekday, default=Weekday.MONDAY)
    last_day = models.PositiveSmallIntegerField(_("to"), choices=Weekday, default=Weekday.SUNDAY)
    opens = models.TimeField(_("opens at"))
    closes = models.TimeField(_("closes at"), help_text=_("00:00 is midnight at the end of the day."))

    panels: ClassVar[list[Panel]] = [
        FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")]),
        FieldRowPanel([FieldPanel("opens"), FieldPanel("closes")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("weekly hours")
        verbose_name_plural = _("weekly hours")

    def __str__(self) -> str:
        return f"{self.get_first_day_display()} – {self.get_last_day_display()}: {self.opens:%H:%M}–{self.closes:%H:%M}"

    def clean(self) -> None:
        super().clean()
        if self.opens is not None and self.opens == self.closes and self.opens != time():
            raise ValidationError({"closes": _("The closing hour is the opening hour.")})

    @property
    def weekdays(self) -> list[int]:
        """The weekdays from first to last, over the end of the week when the last comes before the first."""
        return [(self.first_day + ahead) % 7 for ahead in range((self.last_day - self.first_day) % 7 + 1)]

    @property
    def span(self) -> Span:
        return Span(self.opens, self.closes)


class ExceptionalDays(Translatable, Orderable):
    """Days that differ from the week: closed, or open at other hours; with a note such as “Tết”."""

    changes_site = True
    translatable_fields: ClassVar[tuple[str, ...]] = ("note",)

    centre = ParentalKey("pages.CentreSettings", on_delete=models.CASCADE, related_name="exceptional_days")
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), null=True, blank=True, help_text=_("Empty: one day only."))
    opens = models.TimeField(_("opens at"), null=True, blank=True, help_text=_("Both hours empty: closed."))
    closes = models.TimeField(_("closes at"), null=True, blank=True)
    note = models.CharField(
        _("reason"), max_length=120, blank=True, help_text=_("What visitors read, for example “Tết Nguyên đán”.")
    )

    panels: ClassVar[list[Panel]] = [
        FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")]),
        FieldRowPanel([FieldPanel("opens"), FieldPanel("closes")]),
        FieldPanel("note"),
        TranslationPanel(),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("days that differ")
        verbose_name_plural = _("days that differ")

    def __str__(self) -> str:
        return f"{self.first_day}: {self.note}"

    def clean(self) -> None:
        super().clean()
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": _("The last day comes before the first.")})
        if (self.opens is None) != (self.closes is None):
            raise ValidationError({"closes": _("Give both hours, or none for days on which the centre is closed.")})

    def as_value(self) -> Exceptional:
        """What the pure functions read."""
        spans = (Span(self.opens, self.closes),) if self.opens is not None and self.closes is not None else ()
        return Exceptional(self.first_day, self.last_day or self.first_day, spans, row=self)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.last_day = self.last_day or self.first_day
        super().save(*args, **kwargs)
