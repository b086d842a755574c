"""What the share pictures of pages show."""

from itertools import chain
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page

from showcase.core.models import BasePage
from showcase.core.sharing import ShareCard, ShareSource
from showcase.images.models import CentreImage
from showcase.images.sharing import photo_of
from showcase.pages.models import CentreSettings, HomePage
from showcase.pages.models.pictured import PicturedPage


def page_card(page: BasePage, centre: CentreSettings | None = None) -> ShareCard:
    """The title in the language it is really in, and the picture of the source; the home page shows the centre."""
    if isinstance(page, HomePage):
        centre = centre or CentreSettings.load()
        language = page.locale.language_code
        if name := centre.localized("name", language):
            line = str(centre.localized("tagline", language))
            return ShareCard(key=page_key(page), language=language, name=str(name), line=line)
    picture: Any = getattr(page.source, "picture", None)
    return ShareCard(key=page_key(page), language=page.text_language, name=page.title, **photo_of(picture))


def page_key(page: Any) -> str:
    """Each page, not each pair of pages: twins have titles of their own."""
    return f"page-{page.pk}"


def page_cards(row: Page) -> list[ShareCard]:
    """That of a live page which anybody may see."""
    page = row.specific
    if not isinstance(page, BasePage) or not page.live or page.get_view_restrictions():
        return []
    return [page_card(page)]


def _public() -> QuerySet[Any]:
    """Live pages; those of Wagtail's own types have no card."""
    rows: QuerySet[Any] = Page.objects.live().filter(depth__gte=2)
    return rows


def _showing(row: Any) -> QuerySet[Any] | None:
    """The pages, in every language, whose source has this picture."""
    if not isinstance(row, CentreImage):
        return None
    kinds: list[Any] = PicturedPage.__subclasses__()
    keys = [kind._default_manager.filter(picture=row).values_list("translation_key", flat=True) for kind in kinds]
    return Page.objects.filter(translation_key__in=list(chain.from_iterable(keys)))


SHARE_SOURCE = ShareSource(Page, page_key, page_cards, _public, _showing)
