"""What kinds of public pages there are, from the resolver and the page models, and which of them addresses lead to."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from django.urls import resolve
from django.utils import translation
from wagtail.models import Page, get_page_models

from showcase.core.middleware import language_of_path
from showcase.core.models import BasePage
from tests.integration.url_walk import routes

#: Staff's, Wagtail's own forms and files, and (without a name) Django's own.
NO_PAGES_OF_OURS = ("admin/", "documents/", "_util/", "static/", "media/")
#: Answers without a page: for machines, or a way to a page.
NO_PAGE_IN_A_BROWSER = {
    "robots",
    "sitemap_index",
    "sitemap",
    "product_feed",
    "exhibition_feed",
    "code_picture",
    "code",
    "search_api",
    "suggest_api",
    "openapi",
    "health",
    "api-root",
    "",
}
PAGE_OF_THE_TREE = "wagtail_serve"


def kinds_of_answers() -> set[str]:
    """Names of all public routes; pages of the tree by their type."""
    with translation.override("vi"):  # routes are written in the active language, the source's without a prefix
        names = {pattern.name or "" for route, pattern in routes() if not route.startswith(NO_PAGES_OF_OURS)}
    models = {model.__name__ for model in get_page_models() if issubclass(model, BasePage)}
    return (names - {PAGE_OF_THE_TREE}) | models


def kinds_of_pages() -> set[str]:
    """As :func:`kinds_of_answers`, only what a visitor sees as a page."""
    return kinds_of_answers() - NO_PAGE_IN_A_BROWSER


def kinds_at(addresses: Iterable[str]) -> set[str]:
    """The kinds that these addresses lead to."""
    of_tree = {page.get_url(): type(page).__name__ for page in Page.objects.live().filter(depth__gte=2).specific()}
    paths = {urlsplit(address).path for address in addresses}
    return {of_tree.get(path) or _name(path) for path in paths} - {PAGE_OF_THE_TREE}


def _name(path: str) -> str:
    with translation.override(language_of_path(path)):
        return resolve(path).url_name or ""
