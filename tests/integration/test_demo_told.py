"""The demo tells stories in both languages, and a second run changes nothing."""

import pytest
from django.core.management import call_command
from django.test import Client

from showcase.pages.models import EventPage, ExhibitionPage, StoryPage
from villages.models import GlossaryTerm

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_centre")]


def _counts() -> dict[str, int]:
    models = (GlossaryTerm, StoryPage, EventPage, ExhibitionPage)
    return {model.__name__: model._default_manager.count() for model in models}


def test_the_demo_has_words_stories_events_and_exhibitions_in_both_languages() -> None:
    expected = {"GlossaryTerm": 27, "StoryPage": 6, "EventPage": 6, "ExhibitionPage": 6}
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
