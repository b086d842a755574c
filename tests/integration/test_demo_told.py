"""The demo tells stories in both languages, and a second run changes nothing."""

from datetime import datetime

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import translation

from showcase.pages.hours import HANOI
from showcase.pages.models import EventPage, ExceptionalDays, ExhibitionPage, StoryPage, WeeklyHours
from showcase.pages.opening import opening_state, state_in_words
from villages.models import GlossaryTerm

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.usefixtures("demo_centre")]


def _counts() -> dict[str, int]:
    models = (GlossaryTerm, StoryPage, EventPage, ExhibitionPage, WeeklyHours, ExceptionalDays)
    return {model.__name__: model._default_manager.count() for model in models}


def test_the_demo_has_words_stories_events_and_exhibitions_in_both_languages() -> None:
    pages = {"StoryPage": 6, "EventPage": 6, "ExhibitionPage": 6}
    expected = {"GlossaryTerm": 27, **pages, "WeeklyHours": 1, "ExceptionalDays": 6}
    assert _counts() == expected
    call_command("load_demo", verbosity=0)
    assert _counts() == expected


def test_every_word_has_a_meaning_in_both_languages_and_a_craft() -> None:
    for term in GlossaryTerm.objects.all():
        assert term.translation_status("definition", "en") == "fresh"
        assert term.craft is not None, term.name


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_that_tells_answers_and_is_translated(client: Client, language: str) -> None:
    for model in (StoryPage, EventPage, ExhibitionPage):
        for page in model.objects.filter(locale__language_code=language):
            assert client.get(page.url).status_code == 200
            assert not page.is_fallback


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
