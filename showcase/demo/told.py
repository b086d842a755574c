"""What the demo tells: words of the crafts, stories, events, one exhibition to come and one that was."""

import csv
import datetime
import json
from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.html import escape
from wagtail.models import Locale

from products.models import Product
from showcase.core.models import BasePage
from showcase.demo.content import FOLDER, item_of, quote_of
from showcase.pages.models import (
    EventDate,
    EventIndexPage,
    EventPage,
    ExhibitionIndexPage,
    ExhibitionPage,
    StoryIndexPage,
    StoryPage,
)
from showcase.pages.services import keep_twins
from villages.models import Craft, GlossaryTerm

LANGUAGES = ("vi", "en")


def make_glossary() -> int:
    """Fill an empty glossary; gives the number of words made."""
    if GlossaryTerm.objects.exists():
        return 0
    crafts = {craft.key: craft for craft in Craft.objects.all()}
    with (FOLDER / "glossary.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        term = GlossaryTerm(name=row["name"], definition=row["definition"], craft=crafts.get(row["craft"]))
        term.set_translation("name", "en", row["name_en"])
        term.set_translation("definition", "en", row["definition_en"])
        term.save()
    return len(rows)


def make_told_pages() -> None:
    """Stories and events where there are none, and the other exhibitions beside the first."""
    data = json.loads((FOLDER / "told.json").read_text(encoding="utf-8"))
    if not StoryPage.objects.exists():
        for entry in data["stories"]:
            _make_story(entry)
    if not EventPage.objects.exists():
        for entry in data["events"]:
            _make_event(entry)


def make_other_exhibitions() -> None:
    """One to come and one that is over, by the date of the first run."""
    for entry in json.loads((FOLDER / "told.json").read_text(encoding="utf-8"))["exhibitions"]:
        today = timezone.localdate()
        page = ExhibitionPage(
            title=entry["title_vi"],
            intro=entry["intro_vi"],
            room=entry["room_vi"],
            opens_on=today + datetime.timedelta(days=entry["from"]),
            closes_on=today + datetime.timedelta(days=entry["to"]),
            body=_chapter(entry, "vi"),
        )
        objects = [
            item_of({"code": code, "chapter": 0, "caption_vi": vietnamese, "caption_en": english}, order)
            for order, (code, vietnamese, english) in enumerate(entry["objects"])
        ]
        texts = {"intro": entry["intro_en"], "room": entry["room_en"], "body": _chapter(entry, "en")}
        _publish(ExhibitionIndexPage, page, entry, texts, items=objects)


def _chapter(entry: dict[str, Any], language: str) -> str:
    text = f"<p>{escape(entry[f'text_{language}'])}</p>"
    return json.dumps([{"type": "chapter", "value": {"heading": entry[f"heading_{language}"], "text": text}}])


def _make_story(entry: dict[str, Any]) -> None:
    page = StoryPage(
        title=entry["title_vi"],
        intro=entry["intro_vi"],
        told_on=timezone.localdate() - datetime.timedelta(days=entry["days_ago"]),
        craft=Craft.objects.filter(key=entry["craft"]).first(),
        body=_story_body(entry, "vi"),
    )
    _publish(StoryIndexPage, page, entry, {"intro": entry["intro_en"], "body": _story_body(entry, "en")})


def _story_body(entry: dict[str, Any], language: str) -> str:
    term = GlossaryTerm.objects.filter(name=entry["term"]).first()
    products = Product.objects.filter(code__in=entry["products"]).order_by("code")
    records = [{"type": "product", "value": product.pk} for product in products]
    blocks: list[dict[str, Any]] = [{"type": "text", "value": f"<p>{escape(entry[f'text_{language}'])}</p>"}]
    blocks += quote_of(entry, language)
    blocks += [{"type": "term", "value": term.pk}] if term else []
    blocks += [{"type": "records", "value": {"heading": "", "records": records}}] if records else []
    return json.dumps(blocks)


def _make_event(entry: dict[str, Any]) -> None:
    fields = ("intro", "place", "capacity", "cost", "booking")
    bodies = {
        language: json.dumps([{"type": "text", "value": f"<p>{escape(entry[f'text_{language}'])}</p>"}])
        for language in LANGUAGES
    }
    page = EventPage(title=entry["title_vi"], body=bodies["vi"], **{name: entry[f"{name}_vi"] for name in fields})
    texts = {name: entry[f"{name}_en"] for name in fields} | {"body": bodies["en"]}
    _publish(EventIndexPage, page, entry, texts, dates=[_date(*given) for given in entry["dates"]])


def _date(days: int, start: int, end: int) -> EventDate:
    day = timezone.localtime().replace(minute=0, second=0, microsecond=0) + datetime.timedelta(days=days)
    return EventDate(starts_at=day.replace(hour=start), ends_at=day.replace(hour=end))


def _publish(
    index: type[BasePage], page: Any, entry: dict[str, Any], texts: dict[str, Any], **children: Iterable[Any]
) -> None:
    """Under the Vietnamese index, with its English translation."""
    parent = index._default_manager.get(locale__language_code="vi")
    page.locale = parent.locale
    parent.add_child(instance=page)
    for name, rows in children.items():
        getattr(page, name).set(rows)
    page.save_revision().publish()
    keep_twins(page)
    twin = page.get_translation(Locale.objects.get(language_code="en"))
    twin.alias_of = None
    twin.title = twin.draft_title = entry["title_en"]
    twin.slug = entry["slug_en"]
    for name, text in texts.items():
        setattr(twin, name, text)
    twin.save()
    twin.save_revision().publish()
