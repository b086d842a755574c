"""Pages in their extremes: with a title and nothing else, and with the longest texts in every field and block."""

from __future__ import annotations

import datetime
import json
from typing import Any

from django.db.models import CharField, EmailField, TextField, URLField
from django.utils import timezone

from products.models import Product
from showcase.core.models import BasePage
from showcase.pages.models import (
    CentreSettings,
    EventDate,
    EventIndexPage,
    EventPage,
    ExceptionalDays,
    ExhibitionIndexPage,
    ExhibitionItem,
    ExhibitionPage,
    HomePage,
    StandardPage,
    StoryIndexPage,
    StoryPage,
    WeeklyHours,
)
from showcase.pages.services import keep_twins
from tests.browser.extremes import LONG, PARAGRAPHS, picture, start_anew
from tests.browser.places import prefix, section
from villages.models import Artisan, GlossaryTerm, Village

INDEX_PAGES = (ExhibitionIndexPage, EventIndexPage, StoryIndexPage)


def bare_pages() -> list[BasePage]:
    """An exhibition, a story, an event and a page of text that have a title and what they cannot be without."""
    return [
        _published(ExhibitionIndexPage, ExhibitionPage(title="Ổ", opens_on=timezone.localdate())),
        _published(StoryIndexPage, StoryPage(title="Ế")),
        _published(EventIndexPage, EventPage(title="Ỷ"), dates=[_date(1)]),
        _published(HomePage, StandardPage(title="Ữ")),
    ]


def long_pages(records: list[Village | Artisan | Product]) -> list[BasePage]:
    """The same, everything filled; and the centre, its home, its index pages and its glossary as long."""
    village, artisan, product = records
    craft = product.craft
    terms = [
        GlossaryTerm.objects.create(
            name=f"{number} {LONG}"[:120], key=f"w{number}", definition=PARAGRAPHS[:1200], craft=craft
        )
        for number in range(3)
    ]
    _fill_the_centre()
    HomePage.objects.update(intro=PARAGRAPHS, voice=artisan)
    for model in INDEX_PAGES:
        model.objects.update(title=LONG, intro=PARAGRAPHS)
    blocks = _blocks(village, artisan, product, terms[0])
    text = f"<h2>{LONG}</h2><p>{PARAGRAPHS}</p><ul><li>{LONG}</li></ul>"
    chapters = [
        {
            "heading": f"{number} {LONG}"[:160],
            "text": f"<p>{PARAGRAPHS}</p>",
            "content": _blocks(village, artisan, product, terms[number])[1:],
        }
        for number in range(2)
    ]
    today = timezone.localdate()
    show = ExhibitionPage(
        title=LONG, intro=PARAGRAPHS, opens_on=today, closes_on=today + datetime.timedelta(days=90), room=LONG[:120],
        picture=picture(),
        body=json.dumps([{"type": "chapter", "value": chapter} for chapter in chapters]), credits=PARAGRAPHS,
    )  # fmt: skip
    items = [
        ExhibitionItem(product=shown, title_as_shown=LONG, maker_as_shown=LONG, caption=PARAGRAPHS, place=LONG[:120])
        for shown in (product, None)
    ]
    event = EventPage(
        title=LONG, intro=PARAGRAPHS, place=LONG, capacity=LONG[:160], cost=LONG[:160], booking=LONG, picture=picture(),
        body=json.dumps(blocks),
    )  # fmt: skip
    told = {"title": LONG, "intro": PARAGRAPHS, "body": json.dumps(blocks), "credits": PARAGRAPHS}
    pages = [
        _published(ExhibitionIndexPage, show, items=items),
        _published(StoryIndexPage, StoryPage(**told, picture=picture(), craft=craft)),
        _published(EventIndexPage, event, dates=[_date(days) for days in (-9, 1, 8)]),
    ]
    for facts in StandardPage.Facts.values:
        page = StandardPage(title=f"{facts} {LONG}"[:200], body=text, more=json.dumps(blocks), facts=facts)
        page.show_in_menus = True
        pages.append(_published(HomePage, page))
    start_anew()
    return pages


def page_places(pages: list[BasePage], language: str) -> dict[str, str]:
    """These pages in a language, and what shows their titles."""
    of_pages = {
        f"{type(page).__name__}, {page.title[:6]}": type(page)
        ._default_manager.get(translation_key=page.translation_key, locale__language_code=language)
        .get_url()
        for page in pages
    }
    lists = {name: section(name, language) for name in ("exhibitions", "stories", "events", "glossary", "search")}
    return {**of_pages, **lists, "home": prefix(language)}


def _published(parent_type: type[BasePage], page: Any, **children: list[Any]) -> BasePage:
    parent = parent_type._default_manager.get(locale__language_code="vi")
    page.locale = parent.locale
    parent.add_child(instance=page)
    for name, rows in children.items():
        getattr(page, name).set(rows)
    page.save_revision().publish()
    keep_twins(page)
    made: BasePage = page
    return made


def _date(days: int) -> EventDate:
    begins = timezone.now() + datetime.timedelta(days=days)
    return EventDate(starts_at=begins, ends_at=begins + datetime.timedelta(hours=30))


def _blocks(village: Village, artisan: Artisan, product: Product, term: GlossaryTerm) -> list[dict[str, Any]]:
    shown = {"image": picture().pk, "caption": LONG * 2}
    rows = {"product": product, "village": village, "artisan": artisan}
    records = [{"type": kind, "value": record.pk} for kind, record in rows.items()]
    values: dict[str, Any] = {
        "heading": LONG[:160],
        "text": f"<h3>{LONG}</h3><p>{PARAGRAPHS}</p>",
        "picture": shown,
        "gallery": {"pictures": [shown, shown, shown]},
        "quote": {"text": LONG * 3, "artisan": artisan.pk, "source": LONG[:160]},
        "records": {"heading": LONG[:160], "records": records},
        "term": term.pk,
    }
    return [{"type": name, "value": value} for name, value in values.items()]


def _fill_the_centre() -> None:
    centre = CentreSettings.load()
    for field in CentreSettings._meta.fields:
        if isinstance(field, URLField):
            setattr(centre, field.name, "https://example.org/" + "a" * 100)
        elif isinstance(field, EmailField):
            setattr(centre, field.name, "tiep-don-va-huong-dan-khach-tham-quan@trung-tam-lang-nghe.example")
        elif isinstance(field, CharField | TextField):
            setattr(centre, field.name, LONG[: field.max_length or 200])
    centre.phone = centre.zalo = "024 0000 0000 hoặc 024 0000 0001"
    centre.latitude, centre.longitude, centre.registration_date = "20.700000", "105.880000", timezone.localdate()
    half_days = ((8, 11), (13, 17))
    centre.weekly_hours.set(
        WeeklyHours(first_day=first, last_day=last, opens=datetime.time(opens), closes=datetime.time(closes, 30))
        for first, last in ((0, 3), (4, 6))
        for opens, closes in half_days
    )
    tet = timezone.localdate() + datetime.timedelta(days=20)
    centre.exceptional_days.set(
        [ExceptionalDays(first_day=tet, last_day=tet + datetime.timedelta(days=9), note=LONG[:120])]
    )
    centre.save()
