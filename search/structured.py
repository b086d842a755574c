"""What the head of a list tells search engines: each page stands for itself, what was narrowed is not indexed."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from search.params import ListParams
from showcase.core.addresses import absolute, home_path, named_path
from showcase.core.findable import Findable
from showcase.core.jsonld import breadcrumb, filled
from showcase.core.sitemaps import Entry, SitemapPage, SitemapSource

#: Links are followed; the choices of visitors are no pages of their own.
NARROWED = "noindex, follow"


def list_head(
    params: ListParams, page: int, route: str, heading: str, intro: str = "", *, is_indexed: bool = True
) -> Mapping[str, Any]:
    """``findable`` and ``alternate_urls`` of a list's context.

    A page of a list is its own canonical address (its pieces stand nowhere else), written with the parameters that we
    know in our order; others (``utm_source``) are left out. Words, filters and orders are for visitors only.
    """
    narrowed = bool(params.q or params.filters or params.sort) or not is_indexed
    places = {code: replace(params, path=named_path(route, code)).url(page) for code, _name in settings.LANGUAGES}
    address = params.url(page)
    nodes = (
        ()
        if narrowed
        else (_list_node(address, heading, intro), breadcrumb([(_("Home"), home_path(_language())), (heading, "")]))
    )
    findable = Findable(graph=nodes, canonical=address, robots=NARROWED if narrowed else "")
    return {"findable": findable, "alternate_urls": places}


def _list_node(address: str, heading: str, intro: str) -> dict[str, Any]:
    url = absolute(address)
    return filled({"@type": "CollectionPage", "@id": url, "url": url, "name": heading, "description": intro})


def _language() -> str:
    return (get_language() or settings.LANGUAGE_CODE).split("-")[0]


def _lists(number: int = 1) -> list[Entry]:
    routes = ("village_list", "artisan_list", "product_list", "glossary") if number == 1 else ()
    return [Entry({code: named_path(route, code) for code, _name in settings.LANGUAGES}) for route in routes]


#: The sitemap of the lists themselves; they change with every record, so no date is told.
LISTS = SitemapSource("lists", lambda: [SitemapPage(1)], _lists)
