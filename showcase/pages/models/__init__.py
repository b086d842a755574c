"""Pages and settings. Import from here."""

from showcase.pages.models.events import EventDate, EventIndexPage, EventPage
from showcase.pages.models.exhibition import ExhibitionIndexPage, ExhibitionItem, ExhibitionPage
from showcase.pages.models.home import HomePage, StandardPage
from showcase.pages.models.menus import FooterLink, HeaderLink, Section, SiteMenus
from showcase.pages.models.opening import ExceptionalDays, Weekday, WeeklyHours
from showcase.pages.models.settings import CentreSettings
from showcase.pages.models.stories import StoryIndexPage, StoryPage

__all__ = [
    "CentreSettings",
    "EventDate",
    "EventIndexPage",
    "EventPage",
    "ExceptionalDays",
    "ExhibitionIndexPage",
    "ExhibitionItem",
    "ExhibitionPage",
    "FooterLink",
    "HeaderLink",
    "HomePage",
    "Section",
    "SiteMenus",
    "StandardPage",
    "StoryIndexPage",
    "StoryPage",
    "Weekday",
    "WeeklyHours",
]
