"""axe finds nothing on any type of page, in both languages, on a phone and a desk, in light and dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.chromium import DESK, PHONE, Visitor
from tests.browser.places import LANGUAGES, every_page_type

pytestmark = [pytest.mark.browser, pytest.mark.service("chromium"), pytest.mark.django_db]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("size", "dark"), [(PHONE, False), (DESK, False), (DESK, True)], ids=["phone", "desk", "desk, dark"]
)
def test_axe_finds_no_violation(visit: Callable[..., Visitor], language: str, size: dict[str, int], dark: bool) -> None:
    visitor = visit(size=size, dark=dark)
    found = []
    for name, path in every_page_type(language).items():
        visitor.open(path)
        violations = Axe().run(visitor.page).response["violations"]
        found += [f"{name}: {rule['id']}: {node['target']}" for rule in violations for node in rule["nodes"]]
    assert found == []


def test_axe_notices_what_is_wrong(visit: Callable[..., Visitor]) -> None:
    """The twin: the same look at a page with a planted fault."""
    visitor = visit()
    visitor.open("/")
    visitor.page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    visitor.page.evaluate("document.querySelector('main img:last-of-type').src = '/static/img/mark.svg'")
    assert "image-alt" in {rule["id"] for rule in Axe().run(visitor.page).response["violations"]}
