"""What the demo tells: words of the crafts, exhibitions, stories and events, each kind only where there is none.

Days are counted from the first run. Texts stand in the files as ``…_vi`` and ``…_en``: an entry without English stays
in Vietnamese, one with ``added_later_vi`` has an English text that is older than its source.
"""

import csv
import datetime
import json
from typing import Any

from django.utils import timezone
from django.utils.html import escape
from wagtail.models import Locale

from products.models import Product
from showcase.demo.content import FOLDER
from showcase.pages.models import (
    EventDate,
    EventIndexPage,
    EventPage,
    ExhibitionIndexPage,
    ExhibitionItem,
    ExhibitionPage,
    StoryIndexPage,
    StoryPage,
)
from villages.models import Artisan, Craft, GlossaryTerm

Entry = dict[str, Any]
Blocks = list[dict[str, Any]]


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
    """Exhibitions, stories and events in both languages."""
    told = _read("told.json")
    if not ExhibitionPage.objects.exists():
        for entry in _read("exhibitions.json"):
            _publish(ExhibitionIndexPage, ExhibitionPage, entry, _show(entry))
    if not StoryPage.objects.exists():
        for entry in told["stories"]:
            _publish(StoryIndexPage, StoryPage, entry, _story(entry))
    if not EventPage.objects.exists():
        for entry in told["events"]:
            _publish(EventIndexPage, EventPage, entry, {"dates": [_date(*given) for given in entry["dates"]]})


def demo_titles() -> set[str]:
    """The Vietnamese titles of the pages that the demo tells of."""
    told = _read("told.json")
    return {entry["title_vi"] for entry in [*_read("exhibitions.json"), *told["stories"], *told["events"]]}


def _read(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


# -- facts without language ------------------------------------------------------------


def _day(days: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=days)


def _show(entry: Entry) -> dict[str, Any]:
    items: list[ExhibitionItem] = []
    for number, chapter in enumerate(entry["chapters"], start=1):
        for shown in chapter["objects"]:
            if product := Product.objects.filter(code=shown["code"]).first():
                item = ExhibitionItem(product=product, chapter=number, sort_order=len(items))
                item.caption = shown["caption_vi"]
                item.set_translation("caption", "en", shown["caption_en"])
                items.append(item)
    return {"opens_on": _day(entry["from"]), "closes_on": _day(entry["to"]), "items": items}


def _story(entry: Entry) -> dict[str, Any]:
    return {"told_on": _day(-entry["days_ago"]), "craft": Craft.objects.filter(key=entry["craft"]).first()}


def _date(days: int, start: int, end: int) -> EventDate:
    """A day later where it would be a Monday: the centre is closed."""
    day = timezone.localtime().replace(minute=0, second=0, microsecond=0) + datetime.timedelta(days=days)
    day += datetime.timedelta(days=day.weekday() == 0)
    return EventDate(starts_at=day.replace(hour=start), ends_at=day.replace(hour=end))


# -- texts -----------------------------------------------------------------------------


def _texts(page: type[Any], entry: Entry, language: str) -> dict[str, str]:
    """What a page of this kind says in one language, by field."""
    body = _chapters(entry, language) if "chapters" in entry else _blocks(entry, language)
    texts = {name: entry.get(f"{name}_{language}", "") for name in page.translated_fields}
    return texts | {"body": json.dumps(body)}


def _chapters(entry: Entry, language: str) -> Blocks:
    return [
        {
            "type": "chapter",
            "value": {
                "heading": chapter[f"heading_{language}"],
                "text": _prose(chapter[f"text_{language}"]),
                "content": _quote(chapter, language),
            },
        }
        for chapter in entry["chapters"]
    ]


def _blocks(entry: Entry, language: str) -> Blocks:
    term = GlossaryTerm.objects.filter(name=entry["term"]).first()
    products = Product.objects.filter(code__in=entry["products"]).order_by("code")
    records = [{"type": "product", "value": product.pk} for product in products]
    blocks: Blocks = [{"type": "text", "value": _prose(entry[f"text_{language}"])}]
    blocks += _quote(entry, language)
    blocks += [{"type": "term", "value": term.pk}] if term else []
    blocks += [{"type": "records", "value": {"heading": "", "records": records}}] if records else []
    return blocks


def _prose(text: str) -> str:
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in text.split("\n\n"))


def _quote(entry: Entry, language: str) -> Blocks:
    """The maker's words, tied to the record: they are shown while the maker agrees."""
    artisan = Artisan.objects.filter(code=entry.get("quote_by", "")).first()
    if artisan is None:
        return []
    return [{"type": "quote", "value": {"text": entry[f"quote_{language}"], "artisan": artisan.pk, "source": ""}}]


# -- pages -----------------------------------------------------------------------------


def _publish(index: type[Any], model: type[Any], entry: Entry, facts: dict[str, Any]) -> None:
    """Under the Vietnamese index, with its English translation."""
    parent = index.objects.get(locale__language_code="vi")
    page = model(locale=parent.locale, **_texts(model, entry, "vi"), **facts)
    parent.add_child(instance=page)
    page.save_revision().publish()
    if "title_en" in entry:
        _translate(page, entry)
    if later := entry.get("added_later_vi"):
        longer = entry | {"text_vi": f"{entry['text_vi']}\n\n{later}"}
        page.body = _texts(model, longer, "vi")["body"]
        page.save_revision().publish()


def _translate(page: Any, entry: Entry) -> None:
    """Make the alias that came with publishing a page of its own."""
    twin = page.get_translation(Locale.objects.get(language_code="en"))
    twin.alias_of = None
    twin.slug = entry["slug_en"]
    for name, text in _texts(type(page), entry, "en").items():
        setattr(twin, name, text)
    twin.draft_title = twin.title
    twin.save()
    twin.save_revision().publish()
