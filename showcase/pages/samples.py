"""What the styleguide shows in each component: realistic and extreme input. Nothing here is stored or of anybody."""

from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from products.models.children import Certificate
from showcase.pages import sample_values as some
from villages.models import Artisan
from villages.models.glossary import GlossaryTerm


@dataclass(frozen=True, slots=True)
class Sample:
    """One state of a component; ``inside`` is the element that such parts stand in (``dl``, ``ul``, ``grid``)."""

    name: str
    values: dict[str, Any] = field(default_factory=dict)
    inside: str = ""


def samples() -> dict[str, list[Sample]]:
    """Every file of ``templates/components`` with its states."""
    return {**_of_records(), **_of_lists(), **_of_pages(), **_of_the_frame(), **_small()}


def _of_records() -> dict[str, list[Sample]]:
    way = {
        "village": some.village(getting_there=some.PARAGRAPH),
        "commune": "Hồng Vân",
        "former": "xã Duyên Thái, Thường Tín",
    }
    certificate = Certificate(stars=4, number="12/2025", issuer="UBND thành phố Hà Nội", valid_to=some.TODAY)
    return {
        "ask": [
            Sample("every way", some.ask(tel="tel:02400000000", zalo="#", mailto="mailto:hoi@trung-tam.example")),
            Sample("e-mail only", some.ask(mailto="mailto:hoi@trung-tam.example")),
        ],
        "certificate": [Sample("valid", {"certificate": certificate}), Sample("bare", {"certificate": Certificate()})],
        "claims": [Sample("sources differ", {"claims": some.claims()})],
        "keep": [Sample("shown by script", {"record": some.village()})],
        "print_head": [Sample("on paper only", {"record": some.village(), "centre": some.centre(True)})],
        "print_centre": [Sample("on paper only", {"centre": some.centre(True)})],
        "steps": [Sample("with and without facts", {"steps": some.steps()})],
        "terms": [Sample("crafts", {"terms": [tile.craft for tile in some.tiles()]})],
        "titles": [Sample("as given", {"titles": some.titles()})],
        "voice": [
            Sample(
                "words",
                {
                    "artisan": Artisan(
                        name=some.LONG_MAKER,
                        code="ABC234",
                        quote=some.PARAGRAPH,
                        village=some.village(),
                    )
                },
            )
        ],
        "way": [
            Sample("full", {**way, "point": some.point()}),
            Sample("commune only", {**way, "village": some.village()}),
        ],
        "words": [
            Sample(
                "of a craft", {"terms": [GlossaryTerm(key="vóc", name="vóc"), GlossaryTerm(key="x", name=some.LONG)]}
            )
        ],
    }


def _of_lists() -> dict[str, list[Sample]]:
    cards = [
        some.card(),
        some.long_card(),
        some.bare_card(),
        some.card(craft="silk-weaving", name="Khăn lụa", code=""),
    ]
    kept = [{"card": some.card(), "without_url": "#"}, {"card": some.long_card(), "without_url": "#"}]
    pages = {"pages": 417, "first_url": "#", "prev_url": "#", "next_url": "#", "last_url": "#"}
    return {
        "card": [
            Sample("usual", {"card": some.card()}, "grid"),
            Sample("longest", {"card": some.long_card()}, "grid"),
            Sample("bare", {"card": some.bare_card()}, "grid"),
        ],
        "card_picture": [Sample("pattern", {"card": some.card()}, "grid")],
        "card_section": [Sample("full", {"id": "new", "title": "Mới về trung tâm", "hits": cards, "more_url": "#"})],
        "cards": [Sample("equal heights", {"hits": cards})],
        "chips": [Sample("chosen", {"chips": some.listing(cards)["chips"], "clear_url": "#"})],
        "kept_section": [Sample("kept", {"id": "kept", "title": "Sản phẩm", "kept": kept})],
        "listing": [Sample("found", some.listing(cards)), Sample("empty", some.listing([]))],
        "objects": [Sample("live, and remembered as text", {"items": some.shown()})],
        "pagination": [
            Sample("in the middle", {"page": 50, **pages}),
            Sample("last", {**pages, "page": 417, "next_url": None}),
        ],
        "sorts": [Sample("orders", {"sorts": some.sorts()})],
        "stars": [Sample("five", {"stars": 5}, "grid")],
    }


def _of_pages() -> dict[str, list[Sample]]:
    shows = [some.page("Vỏ, nhựa, sợi, chỉ", intro=some.PARAGRAPH), some.page(some.LONG, closes_on=None)]
    event = {"past_dates": some.dates(1), "coming_dates": some.dates(5), "place": "Sân trung tâm"}
    events = [some.page("Làm nón Chuông", intro=some.PARAGRAPH, **event), some.page(some.LONG, **event)]
    return {
        "craft_tiles": [Sample("tiles", {"crafts": some.tiles()})],
        "event_dates": [Sample("one day", {"dates": some.dates(1)})],
        "event_lines": [Sample("coming", {"title": "Sắp tới", "events": events})],
        "exhibition_dates": [Sample("to and fro", {"page": shows[0]}), Sample("open end", {"page": shows[1]})],
        "show_when": [Sample("usual", {"exhibition": shows[0]}), Sample("no end", {"exhibition": shows[1]})],
        "exhibition_lines": [Sample("on now", {"title": "Đang diễn ra", "exhibitions": shows})],
        "front": [
            Sample("usual", {"exhibition": shows[0], "eyebrow": "Đang trưng bày tại trung tâm"}),
            Sample("longest", {"exhibition": shows[1], "eyebrow": "Sắp diễn ra"}),
        ],
        "line_picture": [Sample("pattern", {"page": shows[0]})],
        "page_card": [Sample("an event", {"page": events[0]}), Sample("another", {"page": shows[1]})],
        "page_section": [
            Sample(
                "of events",
                {"id": "events", "title": "Sự kiện", "pages": events, "more_url": "#", "more_label": "Tất cả"},
            ),
            Sample(
                "of others",
                {"id": "stories", "title": "Câu chuyện", "pages": shows, "more_url": "#", "more_label": "Tất cả"},
            ),
        ],
        "told": [Sample("no blocks", {"blocks": [], "language": "vi"})],
        "visit": [
            Sample("full", {**some.frame(True), "place": "Phòng trưng bày 2", "place_lang": "vi"}),
            Sample("nothing known", some.frame(False)),
        ],
    }


def _of_the_frame() -> dict[str, list[Sample]]:
    full, bare = some.frame(True), some.frame(False)
    search = {"id": "q", "action": reverse("search"), "label": "Tìm trong danh mục"}
    return {
        "breadcrumb": [
            Sample(
                "deep",
                {
                    "list_url": "#",
                    "list_label": "Sản phẩm",
                    "parent": some.village(),
                    "here": some.LONG,
                    "here_lang": "vi",
                },
            )
        ],
        "favourites_link": [Sample("link")],
        "findable": [Sample("head of the page", full, "text")],
        "footer": [Sample("full", full), Sample("nothing entered", bare)],
        "header": [Sample("longest name, six lines", full), Sample("nothing entered", bare)],
        "hours": [Sample("open", full), Sample("with Tết", {**full, "opening": some.opening(False)})],
        "menu": [Sample("lines", {"links": full["menus"].header}, "ul")],
        "open_now": [
            Sample("open", full),
            Sample("closed", {"opening": some.opening(False)}),
            Sample("nothing entered", bare),
        ],
        "owner": [Sample("full", {**full, "contact": True}), Sample("nothing entered", bare)],
        "search_field": [Sample("small", search), Sample("large", {**search, "large": True, "q": some.LONG})],
        "title_centre": [Sample("end of a title", full, "text")],
        "to_the_centre": [Sample("full", full), Sample("nothing entered", bare)],
        "ways_on": [
            Sample("full", {**full, "label": "Làng, nghề, món đồ"}),
            Sample("nothing entered", {**bare, "label": "Làng"}),
        ],
    }


def _small() -> dict[str, list[Sample]]:
    icons = ("search", "close", "filter", "phone", "chat", "mail", "clock", "place")
    return {
        "date": [
            Sample("exact", {"thing": {"date_exact": some.TODAY}}),
            Sample("in words", {"thing": {"date_text": "cuối thế kỷ 19"}}),
        ],
        "day": [Sample("day", {"day": some.TODAY})],
        "fallback_note": [Sample("shown", {"show": True}), Sample("not needed", {"show": False})],
        "icon": [Sample(name, {"name": name}) for name in icons],
        "panel": [
            Sample(key or "no craft", {"craft": key, "name": "Đồng Vinh"}, "grid")
            for key in (
                "lacquer",
                "inlay",
                "rattan-bamboo",
                "hand-embroidery",
                "wood-carving",
                "horn-work",
                "incense",
                "rice-cakes",
                "",
            )
        ],
    }
