"""The path of the showcase on a phone: home, village, artisan, product, search and back, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import DESK, PHONE, Visitor
from tests.browser.places import LANGUAGES, every_page_type, made_product, section
from tests.public_kinds import kinds_at, kinds_of_pages

pytestmark = [pytest.mark.browser, pytest.mark.service("chromium"), pytest.mark.django_db]

Visit = Callable[..., Visitor]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_visitor_walks_from_home_to_product_and_back_by_search(visit: Visit, language: str, scripts: bool) -> None:
    product = made_product()
    village, artisan = product.village, product.artisan
    visitor = visit(scripts=scripts)

    visitor.open("/" if language == "vi" else "/en/")
    visitor.follow(f".site-nav a[href='{section('villages', language)}']")
    assert visitor.language == language
    visitor.follow_in_list(f"#results .card a[href*='{village.code}']")
    assert visitor.path == village.get_absolute_url(language)
    visitor.follow(f"main a[href*='{artisan.code}']")
    assert visitor.path == artisan.get_absolute_url(language)
    visitor.follow(f"main a[href*='{product.code}']")
    assert visitor.path == product.get_absolute_url(language)
    assert not visitor.is_too_wide()

    visitor.follow("header .search-link")
    visitor.page.locator("#page-search").fill(product.code)
    with visitor.leaving():
        visitor.page.locator("#page-search").press("Enter")
    visitor.follow(f"#results .card a[href*='{product.code}']")
    visitor.follow(f"main a[href*='{village.code}']")
    visitor.follow(".brand")
    assert visitor.path == ("/" if language == "vi" else "/en/")
    assert visitor.problems == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_other_language_shows_the_same_place(visit: Visit, language: str) -> None:
    other = "en" if language == "vi" else "vi"
    here, there = every_page_type(language), every_page_type(other)
    visitor = visit()
    left_out = {name for name in here if "after the last page" in name} | {"not found", "glossary, nothing"}
    for name in [name for name in here if name not in left_out]:
        visitor.open(here[name])
        visitor.follow(".language a")
        assert visitor.language == other, name
        assert unquote(visitor.page.url.removeprefix(visitor.origin)) == unquote(there[name]), name
    assert visitor.problems == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_no_page_scrolls_sideways_or_complains(visit: Visit, language: str, scripts: bool) -> None:
    visitor = visit(scripts=scripts)
    wide = []
    for name, path in every_page_type(language).items():
        for size in (PHONE, DESK):
            visitor.page.set_viewport_size(size)
            if size is PHONE:
                visitor.open(path)
            if visitor.is_too_wide():
                wide.append(f"{name}, {size['width']}")
    assert wide == []
    meant = ("khong-co-trang-nay", "page=99")  # the pages that are there to be missed
    missing = [problem for problem in visitor.problems if not any(words in problem for words in meant)]
    assert [problem for problem in missing if "status of 404" not in problem] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_page_has_its_place_in_the_walk(origin: str, language: str) -> None:
    """A new page model or public route fails here until `places` and `extremes` lead to it."""
    places = every_page_type(language)
    assert kinds_at(places.values()) == kinds_of_pages()
    assert list(places) == list(every_page_type("vi"))
    states = {"exhibition, on_now", "exhibition, coming", "exhibition, past", "event, coming", "event, past"}
    assert states <= set(places)


def test_a_kind_without_a_place_is_noticed(origin: str) -> None:
    """The twin: one place of a route and one of a page model taken away."""
    places = every_page_type("vi")
    left = {name: path for name, path in places.items() if not name.startswith(("story", "glossary"))}
    assert kinds_of_pages() - kinds_at(left.values()) == {"StoryPage", "glossary"}


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_filters_open_as_a_sheet_on_a_phone_and_narrow_the_list(visit: Visit, scripts: bool) -> None:
    visitor = visit(scripts=scripts)
    visitor.open(section("products", "vi"))
    sheet = visitor.page.locator("#filters")
    assert not sheet.is_visible()
    visitor.page.locator(".facets-link").click()
    expect(sheet).to_be_visible()
    value = sheet.locator("li button").first
    label = str(value.evaluate("node => node.firstChild.textContent")).strip()
    count = int(value.locator("b").inner_text())
    with visitor.leaving():
        value.click()
    assert not sheet.is_visible()
    assert label in visitor.page.locator(".chips").inner_text()
    assert visitor.page.locator("#count").inner_text().startswith(f"{count} ")
    visitor.follow(".chips a")
    assert visitor.page.locator(".chips").count() == 0
    assert visitor.problems == []


def test_escape_closes_the_sheet_and_gives_the_focus_back(visit: Visit) -> None:
    visitor = visit()
    visitor.open(section("products", "vi"))
    visitor.page.locator(".facets-link").click()
    expect(visitor.page.locator(".facets__close")).to_be_focused()
    visitor.page.keyboard.press("Escape")
    expect(visitor.page.locator("#filters")).to_be_hidden()
    expect(visitor.page.locator(".facets-link")).to_be_focused()


def test_the_first_tab_leads_past_the_header(visit: Visit) -> None:
    visitor = visit()
    visitor.open("/")
    visitor.page.keyboard.press("Tab")
    assert visitor.page.evaluate("document.activeElement.className") == "skip-link"
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.locator("#main")).to_be_focused()
