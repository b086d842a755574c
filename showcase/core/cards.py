"""Cards of records as HTML: rendered when the record changes, read by key.

The template ``components/card.html`` is the single source. A certificate's stars end by themselves, so a stored card
has their place only; the number valid today is put in when the card is read.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from django.db import connection
from django.http import HttpRequest
from django.template.loader import get_template
from django.utils import translation
from django.utils.html import strip_spaces_between_tags
from django.utils.safestring import SafeString, mark_safe

from showcase.core.documents import CardContext
from showcase.core.models import RenderedCard

LAZY = ' loading="lazy"'
FIRST_ROW = 4  # on a wide screen; narrower ones show the last of them below
STARS_PLACE = mark_safe("<!--stars-->")
Filters = Mapping[str, tuple[str, ...]]
Reader = Callable[[str, int, Sequence[Sequence[Filters]], Collection[str], HttpRequest | None], list[list[SafeString]]]
_readers: list[Reader] = []


def render_card(card: CardContext, language: str, ends: bool = False) -> SafeString:
    """A card in a language. With ``ends`` it has a place for stars that hold for a time only."""
    with translation.override(language):
        values = {**card, "stars_place": STARS_PLACE if ends else ""}
        html = get_template("components/card.html").render({"card": values}).strip()
        return mark_safe(strip_spaces_between_tags(html))  # a list has two dozen of them


def with_stars(html: str, stars: int | None, language: str) -> SafeString:
    """A stored card with the stars that are valid today."""
    # Two dozen times a page: `mark_safe`, which also takes lazy texts, costs more than all else here.
    return SafeString(html.replace(STARS_PLACE, _stars(stars, language) if stars else "", 1))


def joined(cards: Iterable[str]) -> SafeString:
    """Cards as the items of a list."""
    return mark_safe("\n".join([f"<li>{card}</li>" for card in cards]))


def joined_first(cards: Sequence[str]) -> SafeString:
    """As :func:`joined`, of a list that opens a page: a browser does not wait with the pictures of its first row."""
    row = joined(cards[:FIRST_ROW]).replace(LAZY, ' fetchpriority="high"', 1).replace(LAZY, "")
    return mark_safe("\n".join(filter(None, (row, joined(cards[FIRST_ROW:])))))


@lru_cache(maxsize=64)
def _stars(stars: int, language: str) -> str:
    with translation.override(language):
        return get_template("components/stars.html").render({"stars": stars}).strip()


def stored_cards(codes: Iterable[str], language: str) -> dict[str, str]:
    """The stored cards of these codes, by code, in one query. Codes without a card are left out."""
    wanted = list(codes)
    if not wanted:
        return {}
    # A cursor: the ORM would take as long for these two dozen rows as all else on the page.
    table = connection.ops.quote_name(RenderedCard._meta.db_table)
    places = ", ".join(["%s"] * len(wanted))
    sql = f"SELECT code, html FROM {table} WHERE code IN ({places}) AND language = %s AND html <> ''"  # noqa: S608 (only names of ours)
    with connection.cursor() as cursor:
        cursor.execute(sql, [*wanted, language])
        return dict(cursor.fetchall())


def provide_newest(reader: Reader) -> None:
    """Make ``reader`` the one who knows which records are newest (the top layer's index)."""
    _readers[:] = [reader]


def newest_cards(
    kind: str, limit: int, filters: Filters | None = None, request: HttpRequest | None = None
) -> list[SafeString]:
    """Cards of the newest public records of a kind, in the active language.

    ``filters`` maps facets to keys as a list page has them: ``{"village": ("ABC234",)}``.
    """
    return _readers[0](kind, limit, [[filters or {}]], (), request)[0] if _readers else []


def newest_groups(
    kind: str,
    limit: int,
    groups: Sequence[Sequence[Filters]],
    without: Collection[str] = (),
    request: HttpRequest | None = None,
) -> list[list[SafeString]]:
    """As :func:`newest_cards` for several groups, in one query; what one group shows the next leaves out.

    A group is filled from its filters in turn until it has ``limit`` cards; without a filter it is empty. ``without``
    are codes that none shows.
    """
    return _readers[0](kind, limit, groups, without, request) if _readers else [[] for _group in groups]
