"""What stands in the menus, in a language: made once and kept in the process until something changes."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from wagtail.models import Page

from showcase.core import freshness
from showcase.core.models.translation import SOURCE_LANGUAGE
from showcase.pages.models import ExhibitionIndexPage, HomePage
from showcase.pages.models.menus import FooterLink, HeaderLink, MenuLink, Section

STANDING = (Section.VILLAGES, Section.ARTISANS, Section.PRODUCTS)


@dataclass(frozen=True, slots=True)
class Link:
    """A line as the template shows it; ``lang`` is empty when the label is in the page's language."""

    label: str
    url: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Menus:
    """Both menus of a language."""

    header: tuple[Link, ...]
    footer: tuple[Link, ...]


def menus(request: HttpRequest | None = None) -> Menus:
    """The menus in the active language; eight queries at most when they are not kept, whatever their length."""
    language = (get_language() or SOURCE_LANGUAGE).split("-")[0]
    if request is None:
        return _menus(language)
    return freshness.kept(("menus", language), request, lambda: _menus(language))


def _menus(language: str) -> Menus:
    return Menus(
        tuple(_arranged(HeaderLink, language) or _standing_header(language)),
        tuple(_arranged(FooterLink, language) or _standing_footer(language)),
    )


def _arranged(model: type[MenuLink], language: str) -> list[Link]:
    lines = list(model._default_manager.select_related("page").order_by("sort_order"))
    twins = _public([line.page for line in lines if line.page is not None], language)
    found = []
    for line in lines:
        page: Page | None = line.page
        key = page.translation_key if page is not None else None
        link = _section(Section(line.section)) if line.section else twins.get(key)
        if link is not None:
            found.append(_named(line, link, language))
    return found


def _named(line: MenuLink, link: Link, language: str) -> Link:
    label = line.localized("label", language)
    return Link(str(label), link.url, label.language if label.language != language else "") if label else link


def _public(pages: Iterable[Page], language: str) -> dict[object, Link]:
    """Links to the twins of these pages that the public may see, by translation key, in two queries."""
    keys = [page.translation_key for page in pages]
    if not keys:
        return {}
    for_all = Page.objects.public()
    # A translation is as private as its source, where the restriction is written.
    sources = for_all.filter(locale__language_code=SOURCE_LANGUAGE).values("translation_key")
    twins = for_all.live().filter(translation_key__in=keys, locale__language_code=language)
    twins = twins.filter(translation_key__in=sources)
    return {page.translation_key: _page(page, language) for page in twins.select_related("locale")}


def _page(page: Page, language: str) -> Link:
    return Link(
        page.title, page.get_url() or "", SOURCE_LANGUAGE if page.alias_of_id and language != SOURCE_LANGUAGE else ""
    )


def _section(section: Section) -> Link | None:
    try:
        return Link(str(section.label), reverse(section.value))
    except NoReverseMatch:
        return None  # an app that brings this section is not installed


def _sections(sections: Iterable[Section]) -> list[Link]:
    return [link for section in sections if (link := _section(section)) is not None]


def _standing_header(language: str) -> list[Link]:
    exhibitions = ExhibitionIndexPage.objects.filter(locale__language_code=SOURCE_LANGUAGE)[:1]
    return [*_sections(STANDING), *_public(exhibitions, language).values()]


def _standing_footer(language: str) -> list[Link]:
    home = HomePage.objects.filter(locale__language_code=SOURCE_LANGUAGE).first()
    children = list(home.get_children().filter(show_in_menus=True)) if home else []
    links = _public(children, language)
    pages = [links[page.translation_key] for page in children if page.translation_key in links]
    return [*_sections((*STANDING, Section.GLOSSARY)), *pages]
