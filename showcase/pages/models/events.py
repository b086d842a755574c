"""Events: classes, demonstrations, talks; one that recurs has several dates."""

import datetime
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable

from showcase.core.models import BasePage
from showcase.pages.blocks import told_with
from showcase.pages.forms import SourceFactsForm, SourceInlinePanel
from showcase.pages.models.pictured import PicturedPage


class EventIndexPage(BasePage):
    """What comes, what was."""

    translated_fields: ClassVar[tuple[str, ...]] = ("title", "intro")

    intro = models.TextField(_("introduction"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.EventPage"]
    max_count_per_parent = 1
    template = "pages/event_index_page.html"

    class Meta:
        verbose_name = _("events")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from showcase.pages.selectors import events_by_time, live_events, with_pictures

        children = with_pictures(live_events()).filter(pk__in=EventPage.objects.child_of(self.source))
        groups = events_by_time(children, self.locale.language_code)
        return {**super().get_context(request, *args, **kwargs), **groups}


class EventPage(PicturedPage, BasePage):
    """An event. Its dates are edited on the Vietnamese page only."""

    translated_fields: ClassVar[tuple[str, ...]] = ("title", "intro", "body", "place", "capacity", "cost", "booking")
    source_facts: ClassVar[tuple[str, ...]] = ("dates", "picture")
    base_form_class = SourceFactsForm

    intro = models.TextField(_("introduction"), blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    capacity = models.CharField(_("how many may come"), max_length=160, blank=True)
    cost = models.CharField(_("cost"), max_length=160, blank=True)
    booking = models.CharField(_("how to book"), max_length=250, blank=True)
    body = StreamField(told_with(), verbose_name=_("text"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        SourceInlinePanel("dates", heading=_("dates"), label=_("date"), min_num=1),
        FieldPanel("place"),
        FieldPanel("picture"),
        FieldRowPanel([FieldPanel("capacity"), FieldPanel("cost")]),
        FieldPanel("booking"),
        FieldPanel("body"),
    ]
    parent_page_types = ["pages.EventIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "pages/event_page.html"

    class Meta:
        verbose_name = _("event")

    def dates_in_order(self) -> list["EventDate"]:
        """The source's dates, the first one first."""
        return sorted(self.source.dates.all(), key=lambda date: date.starts_at)

    @property
    def coming_dates(self) -> list["EventDate"]:
        """Those whose last day in Hà Nội is today or later."""
        return [date for date in self.dates_in_order() if not date.is_past]

    @property
    def past_dates(self) -> list["EventDate"]:
        return [date for date in self.dates_in_order() if date.is_past]

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from showcase.pages.telling import tell

        context = super().get_context(request, *args, **kwargs)
        return {**context, "record_cards": tell(self.body)}


class EventDate(Orderable):
    """One time an event is held."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="dates")
    starts_at = models.DateTimeField(_("begins"), help_text=_("By the clock of Hà Nội."))
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)

    panels = [FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")])]

    class Meta(Orderable.Meta):
        verbose_name = _("date of an event")
        verbose_name_plural = _("dates of an event")

    def __str__(self) -> str:
        return timezone.localtime(self.starts_at).strftime("%d.%m.%Y %H:%M")

    def clean(self) -> None:
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("The event ends before it begins.")})

    @property
    def last_day(self) -> datetime.date:
        """The day in Hà Nội on which it is over; midnight ends the day before."""
        end = self.ends_at or self.starts_at
        if self.ends_at:
            end -= datetime.timedelta(microseconds=1)
        return timezone.localdate(end)

    @property
    def is_one_day(self) -> bool:
        return self.last_day == timezone.localdate(self.starts_at)

    @property
    def is_past(self) -> bool:
        """Whether its last day is over: public pages change at midnight, not by the minute."""
        return self.last_day < timezone.localdate()
