"""With the keyboard alone: every link and button of every page is reached in order, is seen, is under nothing."""

from __future__ import annotations

from collections.abc import Callable
from unittest.mock import Mock

import pytest
from playwright.sync_api import expect

from showcase.pages.models import HomePage
from tests import factories
from tests.browser.chromium import Visitor
from tests.browser.inside import InsideVisitor
from tests.browser.places import every_page_type, made_product, section

pytestmark = [pytest.mark.browser, pytest.mark.service("chromium"), pytest.mark.django_db]

Visit = Callable[..., Visitor]
NARROW, WIDE = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
#: The order is that of the markup, the same in both languages: on a desk one is walked.
WALKS = [
    pytest.param("vi", NARROW, id="vi-360"),
    pytest.param("en", NARROW, id="en-360"),
    pytest.param("vi", WIDE, id="vi-1280"),
]

NUMBER = """() => {
  const wanted = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const seen = (node) => node.checkVisibility({ visibilityProperty: true }) && !node.disabled;
  const all = [...document.querySelectorAll(wanted)].filter(seen);
  all.forEach((node, number) => (node.dataset.number = number));
  return all.length;
}"""

# What has the focus: its place in the document, whether it is marked, and what covers it.
FOCUS = """() => {
  const node = document.activeElement;
  const drawn = (other) => other && getComputedStyle(other).outlineStyle !== "none";
  const marked = [node, node.closest(".card"), node.closest(".tile"), node.closest(".search-field")].some(drawn);
  const lines = [...node.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
  const inside = (box) => box.bottom > 0 && box.top < innerHeight;
  const free = lines.filter(inside).some((box) => {
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const top = document.elementFromPoint(x, Math.min(Math.max(y, 1), innerHeight - 1));
    return top && (node.contains(top) || top.contains(node) || top.closest(".card")?.contains(node));
  });
  return { number: Number(node.dataset.number ?? -1), marked, free, html: node.outerHTML.slice(0, 120) };
}"""


def _walk(visitor: Visitor) -> list[str]:
    """Press Tab until the page ends; what is out of order, unmarked or covered."""
    count = visitor.page.evaluate(NUMBER)
    wrong = []
    for number in range(count):
        visitor.page.keyboard.press("Tab")
        focus = visitor.page.evaluate(FOCUS)
        if focus["number"] != number:
            return [*wrong, f"expected {number}, came to {focus['number']}: {focus['html']}"]
        if not focus["marked"]:
            wrong.append(f"not marked: {focus['html']}")
        if not focus["free"]:
            wrong.append(f"covered: {focus['html']}")
    return wrong


@pytest.mark.parametrize(("language", "size"), WALKS)
def test_tab_goes_through_every_page_in_order_and_the_focus_is_seen(
    visit: Visit, language: str, size: dict[str, int]
) -> None:
    visitor = visit(size=size)
    found = {}
    for name, path in every_page_type(language).items():
        visitor.open(path)
        if wrong := _walk(visitor):
            found[name] = wrong
    assert found == {}


def test_tab_goes_through_the_styleguide_and_the_page_of_an_error(
    inside: Callable[..., InsideVisitor], monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = inside()
    visitor.client.force_login(factories.reader_of_the_admin("vi"))
    visitor.open("/admin/styleguide/")
    assert _walk(visitor) == []
    monkeypatch.setattr(HomePage, "serve", Mock(side_effect=RuntimeError("planted")))
    visitor.client.raise_request_exception = False
    assert visitor.open("/") == 500
    assert _walk(visitor) == []


def test_the_walk_notices_a_trap_a_hidden_mark_and_a_cover(visit: Visit) -> None:
    """The twin: planted faults are found."""
    visitor = visit()
    visitor.open(section("villages", "vi"))
    visitor.page.evaluate("document.querySelector('.brand').style.outline = 'none'")
    visitor.page.evaluate("document.querySelector('.breadcrumb a').tabIndex = 5")
    assert _walk(visitor)[0].startswith("expected 0, came to ")
    visitor.open(section("villages", "vi"))
    visitor.page.evaluate("document.querySelector('.brand').style.outline = 'none'")
    cover = "position:fixed;inset:0;z-index:99"
    visitor.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<div id=cover></div>')")
    visitor.page.evaluate(f"document.querySelector('#cover').style.cssText = '{cover}'")
    wrong = _walk(visitor)
    assert any(line.startswith("not marked") and "brand" in line for line in wrong)
    assert any(line.startswith("covered") for line in wrong)


def test_filters_are_chosen_folded_out_and_taken_away_with_keys(visit: Visit) -> None:
    visitor = visit()
    page = visitor.page
    visitor.open(section("products", "vi"))
    page.locator(".facets-link").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".facets__close")).to_be_focused()
    rest = page.locator(".facets__rest > summary").first
    rest.focus()
    page.keyboard.press("Space")
    value = page.locator(".facets__rest[open] li button").first
    value.focus()
    with visitor.leaving():
        page.keyboard.press("Enter")
    assert page.locator(".chips .chip").count() == 1
    page.locator(".chips .chip").focus()
    with visitor.leaving():
        page.keyboard.press("Enter")
    assert page.locator(".chips").count() == 0
    assert visitor.problems == []


def test_a_piece_is_kept_and_let_go_with_keys(visit: Visit) -> None:
    visitor = visit()
    visitor.open(made_product().village.get_absolute_url("vi"))
    button = visitor.page.locator(".page-head [data-keep]")
    button.focus()
    visitor.page.keyboard.press("Space")
    assert button.get_attribute("aria-pressed") == "true"
    visitor.page.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == "false"
    assert visitor.problems == []
