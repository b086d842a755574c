"""axe finds nothing on any type of page, in both languages, on a phone and a desk, in light and dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.accessibility.looks import violations, wrong
from tests.browser.chromium import DESK, Visitor
from tests.browser.places import LANGUAGES, every_page_type

pytestmark = [pytest.mark.browser, pytest.mark.service("chromium"), pytest.mark.django_db, pytest.mark.slow]

Visit = Callable[..., Visitor]


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_no_violation(visit: Visit, language: str) -> None:
    assert wrong(visit(), every_page_type(language)) == []


def test_axe_notices_what_is_wrong(visit: Visit) -> None:
    """The twin: the same look at a page with planted faults, one that shows and one of the dark theme alone."""
    visitor = visit()
    visitor.open("/")
    visitor.page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    visitor.page.evaluate("document.querySelector('main img:last-of-type').src = '/static/img/mark.svg'")
    assert "image-alt" in {line.split(":")[0] for line in violations(visitor)}
    dark = visit(dark=True, size=DESK)
    dark.open("/")
    assert violations(dark) == []
    dark.page.evaluate("document.querySelector('.home-search label').style.color = '#333'")
    assert {line.split(":")[0] for line in violations(dark)} == {"color-contrast"}
