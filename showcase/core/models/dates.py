"""Dates as sources give them: words, perhaps a year, perhaps a day."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PartialDateMixin(models.Model):
    """``date_text`` is what the source says; year and day only when they are known."""

    date_text = models.CharField(_("date in words"), max_length=120, blank=True, help_text=_("As the source says it."))
    date_year = models.SmallIntegerField(_("year"), null=True, blank=True)
    date_exact = models.DateField(_("exact date"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def date_display(self) -> str:
        """The most exact form known: 24.11.2026, 2026, or the words."""
        if self.date_exact:
            return self.date_exact.strftime("%d.%m.%Y")
        if self.date_year:
            return str(self.date_year)
        return self.date_text

    @property
    def adds_date(self) -> bool:
        """Whether the date tells more than the words of the title, which may hold the year already."""
        words = str(getattr(self, "title", ""))
        return self.date_year is None or str(self.date_year) not in words
