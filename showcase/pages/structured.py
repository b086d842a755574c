"""What pages and the centre itself tell machines. Only facts that staff have filled in; none is guessed."""

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from showcase.core.addresses import absolute, home_path, named_path, path_of
from showcase.core.findable import Findable, page_builders
from showcase.core.jsonld import Node, breadcrumb, centre_id, filled
from showcase.core.models import BasePage
from showcase.core.routes import word
from showcase.images.pictures import picture_data
from showcase.pages.models import CentreSettings
from showcase.pages.opening import structured_hours
from showcase.pages.sharing import page_card

Context = Mapping[str, Any]
Step = tuple[str, str]


def centre_node(centre: CentreSettings, language: str, request: HttpRequest | None = None) -> Node:
    """The centre: a place to visit once its address is known, else an organisation."""
    address = str(centre.localized("address", language))
    return filled(
        {
            "@type": "TouristInformationCenter" if address else "Organization",
            "@id": centre_id(),
            "url": absolute(home_path(language)),
            "name": str(centre.localized("name", language)),
            "slogan": str(centre.localized("tagline", language)),
            "address": address,
            "telephone": centre.phone,
            "email": centre.email,
            "openingHoursSpecification": structured_hours(request=request) if address else [],  # of a place only
        }
    )


def website_node(centre: CentreSettings, title: str, language: str) -> Node:
    """The site and how to search it."""
    target = absolute(named_path("search", language)) + "?q={search_term_string}"
    return {
        "@type": "WebSite",
        "url": absolute(home_path(language)),
        "name": str(centre.localized("name", language)) or title,
        "inLanguage": language,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": target},
            "query-input": "required name=search_term_string",
        },
    }


def _home(page: Any, context: Context, language: str) -> list[Node]:
    nodes = [website_node(context["centre"], page.title, language)]
    return (
        [*nodes, centre_node(context["centre"], language, context.get("request"))] if context["centre"].name else nodes
    )


def _plain(page: Any, context: Context, language: str) -> list[Node]:
    return [_web_page("WebPage", page), _trail(page)]


def _index(page: Any, context: Context, language: str) -> list[Node]:
    return _collection(page, page.title)


def _exhibition_index(page: Any, context: Context, language: str) -> list[Node]:
    """Its heading is the section's name, whatever its title."""
    return _collection(page, _("Exhibitions"))


def _collection(page: Any, name: str) -> list[Node]:
    return [{**_web_page("CollectionPage", page), "name": name}, breadcrumb([_home_step(), (name, "")])]


def _exhibition(page: Any, context: Context, language: str) -> list[Node]:
    """https://schema.org/ExhibitionEvent, at the centre."""
    facts = page.source
    node = filled(
        {
            "@type": "ExhibitionEvent",
            "@id": f"{_address(page)}#event",
            "url": _address(page),
            "name": page.title,
            "description": page.intro,
            "image": _picture(page, language),
            "startDate": facts.opens_on.isoformat(),
            "endDate": facts.closes_on.isoformat() if facts.closes_on else "",
            "location": _at_the_centre(context["centre"], language),
            "organizer": _organiser(context["centre"], language),
        }
    )
    return [node, _trail(page, ("exhibitions", _("Exhibitions")))]


def _event(page: Any, context: Context, language: str) -> list[Node]:
    """One https://schema.org/Event for each date to come, or for the last one that was."""
    dates = page.coming_dates or page.past_dates[-1:]
    place = str(page.place)
    there = {"@type": "Place", "name": place} if place else _at_the_centre(context["centre"], language)
    nodes = [
        filled(
            {
                "@type": "Event",
                "@id": f"{_address(page)}#event-{number}",
                "url": _address(page),
                "name": page.title,
                "description": page.intro,
                "startDate": timezone.localtime(date.starts_at).isoformat(timespec="minutes"),
                "endDate": timezone.localtime(date.ends_at).isoformat(timespec="minutes") if date.ends_at else "",
                "location": there,
                "organizer": _organiser(context["centre"], language),
            }
        )
        for number, date in enumerate(dates, start=1)
    ]
    return [*nodes, _trail(page, ("events", _("Events")))]


def _story(page: Any, context: Context, language: str) -> list[Node]:
    """https://schema.org/Article, told by the centre."""
    centre = _organiser(context["centre"], language)
    node = filled(
        {
            "@type": "Article",
            "@id": f"{_address(page)}#story",
            "url": _address(page),
            "headline": page.title,
            "description": page.intro,
            "image": _picture(page, language),
            "datePublished": page.source.told_on.isoformat(),
            "inLanguage": page.text_language,
            "author": centre,
            "publisher": centre,
        }
    )
    return [node, _trail(page, ("stories", _("Stories")))]


def _web_page(kind: str, page: Any) -> Node:
    return {"@type": kind, "@id": _address(page), "url": _address(page), "name": page.title}


def _address(page: Any) -> str:
    return absolute(path_of(page.get_url() or "/"))


def _picture(page: Any, language: str) -> str:
    data = picture_data(getattr(page.source, "picture", None), language)
    return absolute(data["src"]) if data else ""


def _home_step() -> Step:
    return (_("Home"), home_path(_language()))


def _language() -> str:
    return (translation.get_language() or settings.LANGUAGE_CODE).split("-")[0]


def _trail(page: Any, section: Step | None = None) -> Node:
    """The breadcrumb as the page shows it."""
    steps = [_home_step()]
    if section is not None:
        name, label = section
        steps.append((label, f"{home_path(_language())}{word(name)}/"))
    return breadcrumb([*steps, (page.title, "")])


def _organiser(centre: CentreSettings, language: str) -> Node | None:
    name = str(centre.localized("name", language))
    return {"@type": "Organization", "@id": centre_id(), "name": name} if name else None


def _at_the_centre(centre: CentreSettings, language: str) -> Node:
    """Where the centre is, as far as it says."""
    name = str(centre.localized("name", language)) or _("At the centre")
    return filled({"@type": "Place", "name": name, "address": str(centre.localized("address", language))})


Builder = Callable[[Any, Context, str], list[Node]]
BUILDERS: dict[str, tuple[str, Builder]] = {
    "pages.homepage": ("website", _home),
    "pages.standardpage": ("website", _plain),
    "pages.exhibitionindexpage": ("website", _exhibition_index),
    "pages.exhibitionpage": ("website", _exhibition),
    "pages.eventindexpage": ("website", _index),
    "pages.eventpage": ("website", _event),
    "pages.storyindexpage": ("website", _index),
    "pages.storypage": ("article", _story),
}


def register() -> None:
    """Let the head of pages be built from here."""
    for label, (kind, builder) in BUILDERS.items():
        page_builders[label] = _built_by(kind, builder)


def _built_by(kind: str, builder: Builder) -> Callable[[BasePage, Context], Findable]:
    def build(page: BasePage, context: Context) -> Findable:
        language = _language()
        number = context.get("number") or 1  # of an index in pages
        path = path_of(page.get_url() or "/")
        return Findable(
            graph=tuple(builder(page, context, language)),
            kind=kind,
            canonical=f"{path}?page={number}" if number > 1 else path,
            picture=page_card(page, context.get("centre")).picture,
        )

    return build
