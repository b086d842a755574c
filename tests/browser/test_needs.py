"""Those who need a page larger, narrower, in their own colours or at rest get the same page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.chromium import DESK, Visitor
from tests.browser.places import LANGUAGES, every_page_type, made_product

pytestmark = [pytest.mark.browser, pytest.mark.service("chromium"), pytest.mark.django_db]

Visit = Callable[..., Visitor]
#: 320 px is a desk of 1280 px enlarged four times, 640 px one enlarged twice.
NARROW = (320, 640)
#: Browsers give durations in seconds.
MOVING = """
() => [...document.querySelectorAll('*')].filter((node) => {
  const style = getComputedStyle(node);
  const longest = (list) => Math.max(...list.split(',').map(parseFloat));
  return longest(style.transitionDuration) > 0.02 ||
    (style.animationName !== 'none' && longest(style.animationDuration) > 0.02);
}).map((node) => node.className || node.tagName)
"""
SEEN = """
() => {
  const shown = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const field = document.activeElement;  // a field may be outlined with its button
  return [field, field.parentElement].some((node) => shown(getComputedStyle(node)));
}
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_scrolls_sideways_on_the_narrowest_screen_or_enlarged(visit: Visit, language: str) -> None:
    visitor = visit()
    wide = []
    for name, path in every_page_type(language).items():
        visitor.open(path)
        for width in NARROW:
            visitor.page.set_viewport_size({"width": width, "height": 512})
            if visitor.is_too_wide():
                wide.append(f"{name}, {width}")
    assert wide == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_forced_colours_edges_and_focus_are_seen(visit: Visit, scheme: str) -> None:
    visitor = visit(size=DESK)
    # The scheme is a parametrised str; Playwright's type wants the literals.
    visitor.page.emulate_media(forced_colors="active", color_scheme=scheme)
    visitor.open(made_product().get_absolute_url("vi"))
    for _ in range(12):
        visitor.page.keyboard.press("Tab")
        assert visitor.page.evaluate(SEEN), visitor.page.evaluate("document.activeElement.outerHTML")
    action = visitor.page.locator(".button").first
    assert action.evaluate("node => getComputedStyle(node).borderTopStyle") != "none"


def test_nothing_moves_for_those_who_asked_for_rest(visit: Visit) -> None:
    visitor = visit()
    for path in ("/", "/san-pham/", made_product().get_absolute_url("vi")):
        visitor.open(path)
        assert visitor.page.evaluate(MOVING) == []


def test_the_look_notices_what_moves(visit: Visit) -> None:
    visitor = visit()
    visitor.open("/")
    visitor.page.evaluate(
        "document.querySelector('main').style.setProperty('transition-duration', '200ms', 'important')"
    )
    assert len(visitor.page.evaluate(MOVING)) == 1
