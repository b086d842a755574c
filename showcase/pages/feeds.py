"""The feed of exhibitions."""

from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.translation import gettext as _

from showcase.core.addresses import absolute, home_path, path_of
from showcase.core.feeds import NEWEST, CentreFeed
from showcase.core.routes import word
from showcase.pages.context_processors import centre_details
from showcase.pages.models import ExhibitionPage
from showcase.pages.selectors import in_language, live_exhibitions


class ExhibitionFeed(CentreFeed):
    """The exhibitions that were published last, with their dates."""

    route = "exhibition_feed"

    def title(self) -> str:
        """In the reader's language."""
        return _("Exhibitions at the centre")

    def author_name(self) -> str:
        """The centre: Atom wants somebody for each entry."""
        return str(centre_details(None).localized("name")) or _("The centre")

    def link(self) -> str:
        """The page of all exhibitions."""
        return absolute(f"{home_path(self.spoken)}{word('exhibitions', self.spoken)}/")

    def items(self) -> list[ExhibitionPage]:
        """The pages in the feed's language."""
        return in_language(live_exhibitions().order_by("-first_published_at", "pk")[:NEWEST], self.spoken)

    def item_title(self, item: ExhibitionPage) -> str:
        """Its title."""
        return str(item.title)

    def item_description(self, item: ExhibitionPage) -> str:
        """Dates and introduction; Atom reads it as HTML."""
        days = [day for day in (item.source.opens_on, item.source.closes_on) if day]
        dates = " – ".join(date_format(day, "d.m.Y" if self.spoken == "vi" else "j F Y") for day in days)
        return escape(f"{dates} · {item.intro}" if item.intro else dates)

    def item_link(self, item: ExhibitionPage) -> str:
        """Its page."""
        return absolute(path_of(item.get_url() or "/"))

    def item_guid(self, item: ExhibitionPage) -> str:
        """The same for life, whatever the title: Wagtail's key of the pair, and the language."""
        return f"urn:uuid:{item.translation_key}#{self.spoken}"
