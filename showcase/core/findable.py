"""What the head of a page tells search engines and those who share its address.

A view or a page builder gives a :class:`Findable` as ``findable`` in the context; without one the page stands for its
path. Everything depends on path, query, language, content and day, never on who asks.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape  # Django's own is lazy, and ten times as slow
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

from showcase.core.addresses import absolute, path_of
from showcase.core.jsonld import Node, script
from showcase.core.sharing import SIZE, picture_address

X_DEFAULT = "vi"
GENERAL_PICTURE = "img/share.jpg"


@dataclass(frozen=True, slots=True)
class Findable:
    """The head of one page.

    ``kind`` is the Open Graph type. ``graph`` are the nodes of the JSON-LD block. ``canonical`` is a path with query;
    empty, it is the request's path without query. ``robots`` is empty where the page may be found. ``picture`` is the
    name of the drawn share picture (see ``showcase.core.sharing``); while it is not drawn yet the general one is shown.
    """

    graph: tuple[Node, ...] = ()
    kind: str = "website"
    canonical: str = ""
    robots: str = ""
    picture: str = ""


#: Builders by model label (``pages.storypage``): from a Wagtail page and its template context to its head.
PageBuilder = Callable[[Any, Mapping[str, Any]], Findable]
page_builders: dict[str, PageBuilder] = {}


def findable_of(context: Mapping[str, Any]) -> Findable:
    """The head that the view gave, or that the page's builder gives, or that of a plain page."""
    given = context.get("findable")
    if isinstance(given, Findable):
        return given
    page = context.get("page")
    builder = page_builders.get(page._meta.label_lower) if isinstance(page, Model) else None
    return builder(page, context) if builder else Findable()


def head(findable: Findable, path: str, places: Mapping[str, str]) -> SafeString:
    """The tags. ``path`` is the request's; ``places`` maps languages to this same page's addresses.

    Built as text: this stands on every page, and a template would take ten times as long.
    """
    address = escape(absolute(findable.canonical or path))
    lines = [f'<link rel="canonical" href="{address}">']
    if findable.robots:
        lines.insert(0, f'<meta name="robots" content="{escape(findable.robots)}">')
    lines += _alternates(places)
    lines += [
        f'<meta property="og:type" content="{findable.kind}">',
        f'<meta property="og:url" content="{address}">',
        *_picture(findable.picture),
        script(findable.graph),
    ]
    return mark_safe("\n    ".join(line for line in lines if line))


def _alternates(places: Mapping[str, str]) -> list[str]:
    """A page in one language has no pair; whoever has, names all of them and itself."""
    if len(places) < 2:
        return []
    addresses = {language: escape(absolute(path_of(place))) for language, place in places.items()}
    if default := addresses.get(X_DEFAULT):
        addresses["x-default"] = default
    return [f'<link rel="alternate" hreflang="{code}" href="{address}">' for code, address in addresses.items()]


def _picture(name: str) -> list[str]:
    address = picture_address(name) or static(GENERAL_PICTURE)
    width, height = SIZE
    return [
        f'<meta property="og:image" content="{escape(absolute(address))}">',
        f'<meta property="og:image:width" content="{width}"><meta property="og:image:height" content="{height}">',
    ]


def canonical_places(context: Mapping[str, Any], found: Mapping[str, str]) -> dict[str, str]:
    """The addresses for ``hreflang``: those that the view gave, else the bare paths (a stray query makes no page)."""
    given = context.get("alternate_urls")
    places = given or {language: place.split("?", 1)[0] for language, place in found.items()}
    return {code: places[code] for code, _name in settings.LANGUAGES if places.get(code)}
