"""Our Vietnamese for the words of Wagtail: every word is still asked for, and leaves open what the original does."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.words_of_wagtail import catalogue, ours, texts

THEIRS = ("wagtail", "django", "taggit")
DOMAINS = ("django", "djangojs")
PLACES = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}")
MARKUP = re.compile(r"<[^>]+>")
#: Wagtail's list of pages leaves this name empty and says "None"; ours says "trang".
UNGIVEN = ("%(items_count)s %(model_name)s", "%(items_count)s")


@pytest.fixture(scope="module")
def asked_for() -> dict[str, set[object]]:
    """What the installed packages ask for, by domain: their English catalogues list it."""
    found: dict[str, set[object]] = {domain: set() for domain in DOMAINS}
    for package in THEIRS:
        spec = find_spec(package)
        assert spec and spec.origin
        for domain in DOMAINS:
            for path in Path(spec.origin).parent.glob(f"**/locale/en/LC_MESSAGES/{domain}.po"):
                found[domain] |= {(message.id, message.context) for message in catalogue(path)}
    return found


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_word_is_still_asked_for(domain: str, asked_for: dict[str, set[object]]) -> None:
    dead = [message.id for message in ours(domain) if (message.id, message.context) not in asked_for[domain]]
    assert dead == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_word_is_whole(domain: str) -> None:
    """Translated; the places and tags are those of the original, or of one of its two forms."""
    wrong = []
    for message in ours(domain):
        said = texts(message.string)
        for parts in (PLACES, MARKUP):
            wanted = [sorted(parts.findall(text.replace(*UNGIVEN))) for text in texts(message.id)]
            if message.fuzzy or not all(said) or any(sorted(parts.findall(text)) not in wanted for text in said):
                wrong.append(message.id)
    assert wrong == []
