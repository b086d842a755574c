"""The large search field and its list of suggestions."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.browser.chromium import Visitor
from tests.browser.places import section

FIELD, LIST, OPTION = "#page-search", "#page-search-list", "#page-search-list [role=option]"


def typed(visitor: Visitor, words: str, *, field: str = FIELD, path: str = "") -> Locator:
    """The field, with the list open."""
    visitor.open(path or section("search", "vi"))
    box = visitor.page.locator(field)
    expect(box).to_have_role("combobox")
    box.press_sequentially(words)
    visitor.page.locator(f"{field}-list").wait_for()
    return box
