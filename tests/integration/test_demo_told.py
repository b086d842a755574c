"""The demo tells stories in both languages, and a second run changes nothing."""

import csv
import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import translation

from showcase.demo.content import FOLDER
from showcase.pages.hours import HANOI
from showcase.pages.models import EventPage, ExceptionalDays, ExhibitionPage, StoryPage, WeeklyHours
from showcase.pages.opening import opening_state, state_in_words
from showcase.pages.selectors import exhibitions_by_time, live_exhibitions
from showcase.reports.translations import page_state
from villages.models import Artisan, GlossaryTerm

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.usefixtures("demo_centre")]

TOLD = (ExhibitionPage, StoryPage, EventPage)
SHOWS = json.loads((FOLDER / "exhibitions.json").read_text(encoding="utf-8"))
STORIES_AND_EVENTS = json.loads((FOLDER / "told.json").read_text(encoding="utf-8"))


def _counts() -> dict[str, int]:
    models = (GlossaryTerm, StoryPage, EventPage, ExhibitionPage, WeeklyHours, ExceptionalDays)
    return {model.__name__: model._default_manager.count() for model in models}


def _english(model: Any) -> Any:
    return model.objects.filter(locale__language_code="en")


def test_the_demo_has_words_stories_events_and_exhibitions_in_both_languages() -> None:
    pages = {"StoryPage": 10, "EventPage": 8, "ExhibitionPage": 10}
    expected = {"GlossaryTerm": 40, **pages, "WeeklyHours": 1, "ExceptionalDays": 6}
    assert _counts() == expected
    call_command("load_demo", verbosity=0)
    assert _counts() == expected


def test_every_word_has_a_meaning_in_both_languages_and_a_craft() -> None:
    for term in GlossaryTerm.objects.all():
        assert term.translation_status("definition", "en") == "fresh"
        assert term.craft is not None, term.name


def test_exhibitions_are_on_now_to_come_and_past() -> None:
    for language in ("vi", "en"):
        groups = exhibitions_by_time(live_exhibitions(), language)
        assert {state: len(pages) for state, pages in groups.items()} == {"on_now": 1, "coming": 1, "past": 3}


def test_an_exhibition_is_an_essay_with_objects_and_captions_of_its_own() -> None:
    captions: list[str] = []
    villages: set[int] = set()
    for page in live_exhibitions():
        items = list(page.items.select_related("product"))
        assert page.intro and page.room and page.credits
        assert 3 <= len(page.body) <= 5 and 6 <= len(items) <= 10, page.title
        assert {item.chapter for item in items} == set(range(1, len(page.body) + 1))
        for item in items:
            assert item.title_as_shown == item.product.name
            assert item.translation_status("caption", "en") == "fresh"
        captions += [text for item in items for text in (item.caption, item.translation("caption", "en"))]
        villages |= {item.product.village_id for item in items}
    assert len(captions) == len(set(captions))
    assert len(villages) >= 20


def test_makers_are_quoted_only_where_they_agree_to_name_and_story(client: Client) -> None:
    told = [
        *(chapter for show in SHOWS for chapter in show["chapters"]),
        *(e for kind in STORIES_AND_EVENTS.values() for e in kind),
    ]
    quoted = [entry["quote_by"] for entry in told if "quote_by" in entry]
    assert len(quoted) >= 20
    for artisan in Artisan.objects.filter(code__in=quoted):
        assert artisan.is_public and artisan.may_show_story, artisan.name
    assert Artisan.objects.filter(code__in=quoted).count() == len(set(quoted))
    for show, page in zip(SHOWS, ExhibitionPage.objects.filter(locale__language_code="vi").order_by("pk"), strict=True):
        body = client.get(page.url).content.decode()
        assert body.count("<blockquote") == sum("quote_by" in chapter for chapter in show["chapters"])


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_that_tells_answers(client: Client, language: str) -> None:
    for model in TOLD:
        for page in model.objects.filter(locale__language_code=language):
            assert client.get(page.url).status_code == 200


def test_one_story_waits_for_its_english_and_the_english_of_one_is_older() -> None:
    states = {page.source.title: page_state(page.source, page) for model in TOLD for page in _english(model)}
    behind = {title: state for title, state in states.items() if state != "fresh"}
    assert behind == {"Đêm canh nồi bánh": "fallback", "Gõ vào gỗ mà nghe": "stale"}


def _texts_of(data: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(data, str):
        yield path, data
        return
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for name, value in pairs:
        yield from _texts_of(value, f"{path}/{name}")


def test_no_eight_syllables_stand_in_two_texts() -> None:
    with (FOLDER / "glossary.csv").open(encoding="utf-8", newline="") as lines:
        words = list(csv.DictReader(lines))
    first: dict[tuple[str, ...], str] = {}
    for path, text in _texts_of([SHOWS, STORIES_AND_EVENTS, words]):
        syllables = re.findall(r"\w+", text.lower())
        for start in range(len(syllables) - 7):
            eight = tuple(syllables[start : start + 8])
            assert first.setdefault(eight, path) == path, " ".join(eight)


@pytest.mark.parametrize(
    ("moment", "language", "words"),
    [
        (datetime(2026, 11, 24, 10, tzinfo=HANOI), "vi", "Đang mở cửa, đến 17:00"),
        (datetime(2026, 11, 24, 10, tzinfo=HANOI), "en", "Open now, until 17:00"),
        (datetime(2026, 11, 23, 10, tzinfo=HANOI), "en", "Closed now, opens tomorrow at 08:00"),
        (datetime(2027, 2, 6, 10, tzinfo=HANOI), "en", "Closed now, opens on Thursday at 08:00"),
    ],
    ids=["on a Tuesday", "on a Tuesday, in English", "on a Monday", "at Tết"],
)
def test_the_demo_has_hours_and_holidays(moment: datetime, language: str, words: str) -> None:
    state = opening_state(moment)
    assert state is not None
    with translation.override(language):
        assert state_in_words(state) == words


@pytest.mark.parametrize("address", ["/", "/en/"])
def test_home_says_whether_the_demo_is_open(client: Client, address: str) -> None:
    assert client.get(address).content.decode().count("data-opening") >= 1
