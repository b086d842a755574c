"""Feeds of what is new: Atom, in the language of their address, the same bytes until something changes."""

import datetime
from typing import Any, cast
from xml.sax.xmlreader import AttributesImpl

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.http.response import HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.xmlutils import SimplerXMLGenerator

from showcase.core.addresses import absolute
from showcase.core.caching import kept_answer
from showcase.core.text import readable

HOUR = 3_600
NEWEST = 30
#: What an empty feed says it was updated: Django's would say "now", another answer each second.
NEVER = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


class ReadableXML(SimplerXMLGenerator):
    """XML of texts that somebody pasted: Django's refuses a control character, and the whole feed with it."""

    def characters(self, content: str) -> None:
        """The text between two tags."""
        super().characters(readable(content))

    def startElement(self, name: str, attrs: Any) -> None:
        """A tag with its attributes."""
        super().startElement(name, AttributesImpl({key: readable(str(value)) for key, value in attrs.items()}))


class SteadyAtom(Atom1Feed):
    """Atom whose ``updated`` is the last change of an entry, in XML whatever was pasted into a text."""

    def write(self, outfile: Any, encoding: Any) -> None:
        """Django's steps with a writer of ours."""
        handler = ReadableXML(outfile, encoding, short_empty_elements=True)
        handler.startDocument()
        handler.startElement("feed", self.root_attributes())
        self.add_root_elements(handler)
        self.write_items(handler)
        handler.endElement("feed")

    def latest_post_date(self) -> datetime.datetime:
        """The last change, or a fixed day for a feed without entries."""
        dates = [item["updateddate"] or item["pubdate"] for item in self.items]
        return max((date for date in dates if date is not None), default=NEVER)


class CentreFeed(Feed):  # type: ignore[type-arg]
    """A feed with addresses of ``SITE_URL``, that caches may keep for an hour and that answers 304."""

    feed_type = SteadyAtom
    route = ""

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The feed in the active language."""
        response: HttpResponse = super().__call__(request, *args, **kwargs)
        changed = max((self.item_updateddate(item) for item in self.items()), default=NEVER)
        return cast(HttpResponse, kept_answer(request, response, HOUR, changed))

    @property
    def spoken(self) -> str:
        """The language of the address."""
        return (get_language() or settings.LANGUAGE_CODE).split("-")[0]

    def link(self) -> str:
        """The page whose feed this is."""
        raise NotImplementedError

    def feed_url(self) -> str:
        """Its own address."""
        return absolute(reverse(self.route))

    def items(self) -> list[Any]:
        """The newest public things, newest first."""
        raise NotImplementedError

    def item_updateddate(self, item: Any) -> datetime.datetime:
        """When it was published last."""
        published: datetime.datetime | None = item.last_published_at or item.first_published_at
        return published or NEVER

    def item_pubdate(self, item: Any) -> datetime.datetime:
        """When it was published first."""
        return item.first_published_at or NEVER
