"""What the home page shows: few queries, the same number for any number of rows."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language

from showcase.core import freshness
from showcase.core.cards import newest_cards
from showcase.core.models.translation import SOURCE_LANGUAGE
from showcase.pages.models.home import HomePage
from showcase.pages.selectors import (
    by_time,
    coming_first,
    in_language,
    live_events,
    live_exhibitions,
    live_stories,
    with_pictures,
)
from villages.models import Artisan, Craft, Village

SEARCH_EXAMPLES = {
    "vi": ("khay sơn mài", "non la", "bánh chưng"),
    "en": ("lacquer tray", "silk scarf", "khảm trai"),
}
MOST_TILES = 12
MOST_TOLD = 3


@dataclass(frozen=True, slots=True)
class CraftTile:
    """A craft, how many public villages live by it, and the way to them."""

    craft: Craft
    villages: int
    url: str


def home_sections(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    """What is on now (or comes next), villages by craft, what is new, what comes and is told, a maker's words."""
    language = (get_language() or SOURCE_LANGUAGE).split("-")[0]
    pages = freshness.kept(
        ("exhibitions", language), request, lambda: in_language(with_pictures(live_exhibitions()), language)
    )
    exhibitions = by_time(pages)
    events = freshness.kept(("events", language), request, lambda: in_language(with_pictures(live_events()), language))
    crafts = craft_tiles(request, language)
    return {
        "on_now": exhibitions["on_now"][:1],
        "coming": exhibitions["coming"][:1],
        "crafts": crafts,
        "villages": [] if crafts else newest_cards("village", 4, request=request),
        "new_products": newest_cards("product", 8, request=request),
        "events": coming_first(events)[:MOST_TOLD],
        "stories": freshness.kept(
            ("new stories", language), request, lambda: in_language(live_stories(), language)[:MOST_TOLD]
        ),
        "voice": maker_s_words(page, request),
        "search_examples": SEARCH_EXAMPLES.get(language, SEARCH_EXAMPLES[SOURCE_LANGUAGE]),
    }


def craft_tiles(request: HttpRequest | None, language: str) -> list[CraftTile]:
    """Crafts by the number of public villages that name them, most first; kept until something changes."""
    tiles = freshness.kept("crafts of villages", request, _count_crafts)
    address = reverse("village_list")
    return [CraftTile(craft, number, f"{address}?craft={craft.key}") for craft, number in tiles[:MOST_TILES]]


def _count_crafts() -> list[tuple[Craft, int]]:
    """A village counts for its crafts and, as in the list's filter, for their groups; once for each."""
    crafts = {craft.pk: craft for craft in Craft.objects.all()}
    named = Village.crafts.through.objects.filter(village__in=Village.objects.public()).values_list("village", "craft")
    pairs = set()
    for village, craft in named:
        pairs |= {(village, craft), (village, crafts[craft].group_id or craft)}
    numbers = Counter(craft for _village, craft in pairs)
    direct = {craft for _village, craft in named}
    shown = [craft for pk, craft in crafts.items() if pk in direct]
    return sorted(((craft, numbers[craft.pk]) for craft in shown), key=lambda pair: (-pair[1], pair[0].sort_order))


def maker_s_words(home: HomePage, request: HttpRequest | None) -> Artisan | None:
    """Whose words stand on the home page: the one staff chose, else the newest; only with consent to name and story.

    Kept until something changes: a consent that is withdrawn counts at once. A preview may have chosen another maker.
    """
    artisan: Artisan | None = freshness.kept(("voice", home.source.voice_id), request, lambda: _voice(home.source))
    return artisan


def _voice(home: HomePage) -> Artisan | None:
    willing = Artisan.objects.public().filter(may_show_story=True).exclude(quote="")
    willing = willing.select_related("village", "portrait").prefetch_related("crafts", "portrait__renditions")
    chosen = willing.filter(pk=home.voice_id).first() if home.voice_id else None
    return chosen or willing.order_by("-first_published_at", "-pk").first()
