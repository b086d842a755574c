"""Pages and settings. Import from here."""

from showcase.pages.models.exhibition import ExhibitionIndexPage, ExhibitionItem, ExhibitionPage
from showcase.pages.models.home import HomePage, StandardPage
from showcase.pages.models.opening import ExceptionalDays, Weekday, WeeklyHours
from showcase.pages.models.settings import CentreSettings

__all__ = [
    "CentreSettings",
    "ExceptionalDays",
    "ExhibitionIndexPage",
    "ExhibitionItem",
    "ExhibitionPage",
    "HomePage",
    "StandardPage",
    "Weekday",
    "WeeklyHours",
]
