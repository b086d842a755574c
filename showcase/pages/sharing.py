"""What the share pictures of pages show."""

from typing import Any

from showcase.core.models import BasePage
from showcase.core.sharing import ShareCard
from showcase.images.sharing import photo_of


def page_card(page: BasePage) -> ShareCard:
    """The title in the language it is really in, and the picture of the source."""
    picture: Any = getattr(page.source, "picture", None)
    return ShareCard(key=page_key(page), language=page.text_language, name=page.title, **photo_of(picture))


def page_key(page: Any) -> str:
    """Each page, not each pair of pages: twins have titles of their own."""
    return f"page-{page.pk}"


def page_cards(page: Any) -> list[ShareCard]:
    """That of a live page."""
    return [page_card(page)] if isinstance(page, BasePage) and page.live else []
