"""Suggestions on slow and broken networks, and how the open list looks."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote_plus

import pytest
from playwright.sync_api import Route, expect

from tests.accessibility.looks import violations, wrong_here
from tests.browser.chromium import DESK, Visitor
from tests.browser.places import section
from tests.browser.suggesting import FIELD, LIST, OPTION, typed

pytestmark = [pytest.mark.browser, pytest.mark.service("chromium"), pytest.mark.django_db]

Visit = Callable[..., Visitor]


# --- The network ------------------------------------------------------------------------------------------------------


def test_a_slow_answer_never_replaces_a_later_one_and_is_asked_for_once(visit: Visit) -> None:
    visitor = visit()
    waiting: list[Route] = []
    asked: list[str] = []

    def hold(route: Route) -> None:
        asked.append(unquote_plus(route.request.url.split("q=")[1].split("&")[0]))
        if asked[-1] == "kha":
            waiting.append(route)
        else:
            route.continue_()

    visitor.page.route("**/api/v1/suggest?*", hold)
    visitor.open(section("search", "vi"))
    box = visitor.page.locator(FIELD)
    expect(box).to_have_role("combobox")
    with visitor.page.expect_request("**/api/v1/suggest?q=kha&*"):
        box.fill("kha")
    box.fill("son")
    last = visitor.page.locator(OPTION).last
    expect(last).to_have_text("Tìm “son”")
    for route in waiting:
        route.fulfill(json={"q": "kha", "groups": []})
    expect(last).to_have_text("Tìm “son”")
    box.fill("sonx")
    box.fill("son")
    expect(last).to_have_text("Tìm “son”")
    assert [words for words in asked if words != "sonx"] == ["kha", "son"]


@pytest.mark.parametrize("fault", ["no network", "error", "no JSON"])
def test_a_failing_network_leaves_the_form(visit: Visit, fault: str) -> None:
    visitor = visit()
    answers: dict[str, Callable[[Route], None]] = {
        "no network": lambda route: route.abort("internetdisconnected"),
        "error": lambda route: route.fulfill(status=500, body="{}"),
        "no JSON": lambda route: route.fulfill(body="<html>"),
    }
    visitor.page.route("**/api/v1/suggest?*", answers[fault])
    visitor.open(section("search", "vi"))
    box = visitor.page.locator(FIELD)
    expect(box).to_have_role("combobox")
    ended = "requestfailed" if fault == "no network" else "response"
    with visitor.page.expect_event(ended, lambda event: "/suggest?" in event.url):
        box.fill("khay")
    visitor.page.evaluate("() => new Promise(requestAnimationFrame)")  # the script has read the answer
    expect(visitor.page.locator(LIST)).to_be_hidden()
    with visitor.leaving():
        box.press("Enter")
    assert visitor.page.url.endswith("/tim-kiem/?q=khay")
    assert not [problem for problem in visitor.problems if problem.startswith("script")]


# --- The look ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["vi", "en"])
def test_axe_finds_nothing_in_an_open_list(visit: Visit, language: str) -> None:
    visitor = visit()
    box = typed(visitor, "kh", path=section("search", language))
    box.press("ArrowDown")
    assert wrong_here(visitor, "search, suggesting") == []
    expect(visitor.page.locator(LIST)).to_be_visible()
    desk = visit(size=DESK)
    typed(desk, "kh", field="#header-search", path=section("villages", language)).press("ArrowDown")
    assert violations(desk) == []


def test_what_is_chosen_can_be_hit_and_nothing_moves(visit: Visit) -> None:
    visitor = visit()
    visitor.open("/")
    field = "#home-search"
    place = "document.querySelector('.home-search').getBoundingClientRect().height"
    before = visitor.page.evaluate(place)
    typed(visitor, "kh", field=field, path="/")
    assert visitor.page.evaluate(place) == before
    sizes = [option.bounding_box() for option in visitor.page.locator(f"{field}-list [role=option]").all()]
    assert len(sizes) > 4
    assert min(size["height"] for size in sizes if size) >= 44


def test_the_list_ends_above_the_keyboard_of_a_telephone(visit: Visit) -> None:
    visitor = visit(size={"width": 360, "height": 420})  # what a keyboard leaves of 740
    box = typed(visitor, "kh", field="#home-search", path="/")
    frame = visitor.page.locator("#home-search-list").bounding_box()
    assert frame is not None
    assert frame["y"] + frame["height"] <= 420
    assert frame["height"] >= 120
    count = visitor.page.locator("#home-search-list [role=option]").count()
    for _press in range(count):
        box.press("ArrowDown")
    last = visitor.page.locator("#home-search-list [role=option]").last.bounding_box()
    assert last is not None and last["y"] + last["height"] <= 420
