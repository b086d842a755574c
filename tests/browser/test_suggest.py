"""Suggestions below the search fields: with keys, with a mouse, read aloud, without scripts, without a network."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote_plus

import pytest
from playwright.sync_api import Locator, Route, expect

from tests.accessibility.looks import violations, wrong_here
from tests.browser.chromium import DESK, Visitor
from tests.browser.places import made_product, section

pytestmark = [pytest.mark.browser, pytest.mark.service("chromium"), pytest.mark.django_db]

Visit = Callable[..., Visitor]
FIELD, LIST, OPTION = "#page-search", "#page-search-list", "#page-search-list [role=option]"


def _typed(visitor: Visitor, words: str, *, field: str = FIELD, path: str = "") -> Locator:
    """The field, with the list open."""
    visitor.open(path or section("search", "vi"))
    box = visitor.page.locator(field)
    expect(box).to_have_role("combobox")
    box.press_sequentially(words)
    visitor.page.locator(f"{field}-list").wait_for()
    return box


def _active(visitor: Visitor, field: str = FIELD) -> str | None:
    """The text of the option that is said to have the focus, which is also the one that looks so."""
    return visitor.page.evaluate(
        """field => {
          const id = document.querySelector(field).getAttribute("aria-activedescendant");
          const chosen = [...document.querySelectorAll(`${field}-list [aria-selected=true]`)];
          if (chosen.length !== (id ? 1 : 0) || (id && chosen[0].id !== id)) return "not one";
          return id && document.getElementById(id).textContent;
        }""",
        field,
    )


def test_two_letters_without_marks_suggest_by_kind(visit: Visit) -> None:
    visitor = visit()
    box = _typed(visitor, "kh")
    page = visitor.page
    kinds = page.locator(f"{LIST} [role=group] > [role=presentation]").all_inner_texts()
    assert {"Sản phẩm", "Nghệ nhân"} <= set(kinds)
    for group in page.locator(f"{LIST} [role=group]").all():
        assert 1 <= group.locator("[role=option]").count() <= 4
        assert page.locator(f"[id='{group.get_attribute('aria-labelledby')}']").inner_text() in kinds
    marks = page.locator(f"{LIST} [role=group] a > span mark").all_inner_texts()
    assert marks and {mark.lower()[0] for mark in marks} == {"k"}
    assert page.locator(OPTION).last.inner_text() == "Tìm “kh”"
    expect(box).to_be_focused()
    assert visitor.problems == []


def test_the_page_says_what_a_screen_reader_needs(visit: Visit) -> None:
    visitor = visit()
    visitor.open(section("search", "vi"))
    box, page = visitor.page.locator(FIELD), visitor.page
    expect(box).to_have_role("combobox")
    said = {name: box.get_attribute(f"aria-{name}") for name in ("expanded", "controls", "autocomplete", "label")}
    assert said == {
        "expanded": "false", "controls": "page-search-list", "autocomplete": "list",
        "label": "Làng, nghề, món đồ, người làm hoặc mã",
    }  # fmt: skip
    status = page.locator("form:has(#page-search) [role=status]")
    assert status.text_content() == ""
    box.press_sequentially("khay")
    page.locator(LIST).wait_for()
    assert box.get_attribute("aria-expanded") == "true"
    assert page.locator(LIST).get_attribute("aria-label") == "Gợi ý"
    number = page.locator(OPTION).count() - 1
    assert status.text_content() == f"{number} gợi ý, dùng phím mũi tên để chọn"
    box.press("Escape")
    assert status.text_content() == ""
    visitor.open(section("search", "en"))
    visitor.page.locator(FIELD).press_sequentially("tray")
    page.locator(LIST).wait_for()
    assert page.locator(LIST).get_attribute("aria-label") == "Suggestions"
    assert (status.text_content() or "").endswith("suggestions, the arrow keys choose")
    assert page.locator(OPTION).last.inner_text() == "Search for “tray”"
    assert {link.split("/")[1] for link in _links(page.locator(OPTION))} == {"en"}


def _links(options: Locator) -> list[str]:
    return [
        option.get_attribute("href").replace("http://", "").partition("/")[1:][1]
        and "/" + (option.get_attribute("href") or "").split("://")[-1].split("/", 1)[1]
        for option in options.all()
    ]


def test_keys_go_round_choose_and_leave(visit: Visit) -> None:
    visitor = visit()
    box = _typed(visitor, "khay")
    texts = visitor.page.locator(OPTION).all_text_contents()
    assert _active(visitor) is None
    walked = []
    for _press in texts:
        box.press("ArrowDown")
        walked.append(_active(visitor))
    assert walked == texts
    box.press("ArrowDown")
    assert _active(visitor) is None  # back in the field
    box.press("ArrowUp")
    assert _active(visitor) == texts[-1]
    box.press("Home")
    assert _active(visitor) == texts[0]
    box.press("End")
    assert _active(visitor) == texts[-1]
    box.press("ArrowDown")
    assert _active(visitor) is None
    box.press("Home")
    assert _active(visitor) is None
    assert box.evaluate("node => node.selectionStart") == 0
    box.press("Escape")
    expect(visitor.page.locator(LIST)).to_be_hidden()
    assert box.input_value() == "khay"
    assert box.get_attribute("aria-expanded") == "false"
    box.press("ArrowDown")
    expect(visitor.page.locator(LIST)).to_be_visible()
    box.press("Tab")
    expect(visitor.page.locator(LIST)).to_be_hidden()
    assert visitor.problems == []


def test_enter_goes_to_what_is_chosen_and_without_it_sends_the_form(visit: Visit) -> None:
    product = made_product()
    visitor = visit()
    box = _typed(visitor, product.code)
    box.press("ArrowDown")
    with visitor.page.expect_navigation():
        box.press("Enter")
    assert visitor.path == product.get_absolute_url("vi")
    box = _typed(visitor, "khay")
    with visitor.page.expect_navigation():
        box.press("Enter")
    assert visitor.page.url.endswith("/tim-kiem/?q=khay")
    box = _typed(visitor, " &?“ khay #")
    box.press("ArrowUp")
    with visitor.page.expect_navigation():
        box.press("Enter")
    assert unquote_plus(visitor.page.url).endswith("/tim-kiem/?q=&?“ khay #")
    assert visitor.problems == []


def test_while_letters_are_composed_keys_choose_nothing(visit: Visit) -> None:
    visitor = visit()
    box = _typed(visitor, "khay")
    box.evaluate(
        """node => { for (const key of ["ArrowDown", "Enter", "Escape"])
          node.dispatchEvent(new KeyboardEvent("keydown", { key, isComposing: true, bubbles: true, cancelable: true }));
        }"""
    )
    assert _active(visitor) is None
    expect(visitor.page.locator(LIST)).to_be_visible()
    box.evaluate(
        """node => { node.value = "sơn m";
          node.dispatchEvent(new InputEvent("input", { isComposing: true, bubbles: true })); }"""
    )
    expect(visitor.page.locator(OPTION).last).to_have_text("Tìm “sơn m”")


def test_a_mouse_opens_what_it_clicks_and_a_click_elsewhere_closes(visit: Visit) -> None:
    visitor = visit(size=DESK)
    box = _typed(visitor, "khay")
    visitor.page.locator("h1").click()
    expect(visitor.page.locator(LIST)).to_be_hidden()
    box.press("ArrowDown")
    first = visitor.page.locator(OPTION).first
    address = first.get_attribute("href")
    with visitor.page.expect_navigation():
        first.click()
    assert visitor.path == address
    visitor.page.go_back()
    expect(visitor.page.locator(LIST)).to_have_count(1)
    expect(visitor.page.locator(LIST)).to_be_hidden()
    assert visitor.problems == []


@pytest.mark.parametrize(
    ("path", "field", "size"),
    [("/", "#home-search", None), ("/en/", "#home-search", None), ("/lang-nghe/", "#header-search", DESK)],
)
def test_every_search_field_suggests(visit: Visit, path: str, field: str, size: Any) -> None:
    visitor = visit(**({"size": size} if size else {}))
    _typed(visitor, "tr", field=field, path=path)
    assert visitor.page.locator(f"{field}-list [role=option]").count() > 2
    assert not visitor.is_too_wide()
    box = visitor.page.locator(f"{field}-list").bounding_box()
    assert box is not None and box["x"] >= 0
    assert box["x"] + box["width"] <= (size or {"width": 360})["width"]


def test_the_glossarys_own_field_suggests_nothing(visit: Visit) -> None:
    visitor = visit()
    visitor.open(section("glossary", "vi"))
    assert visitor.page.locator("#glossary-q").get_attribute("role") is None
    assert visitor.page.locator("#glossary-q-list").count() == 0


def test_without_scripts_the_form_is_sent(visit: Visit) -> None:
    visitor = visit(scripts=False)
    visitor.open(section("search", "vi"))
    assert visitor.page.locator(FIELD).get_attribute("role") is None
    visitor.page.locator(FIELD).fill("khay")
    with visitor.page.expect_navigation():
        visitor.page.locator(FIELD).press("Enter")
    assert visitor.page.url.endswith("/tim-kiem/?q=khay")
    assert visitor.problems == []


def test_nothing_is_suggested_for_a_letter_or_for_nonsense(visit: Visit) -> None:
    visitor = visit()
    box = _typed(visitor, "kh")
    box.press("Backspace")
    expect(visitor.page.locator(LIST)).to_be_hidden()
    box.fill("qqqqqq")
    status = visitor.page.locator("form:has(#page-search) [role=status]")
    expect(status).to_have_text("0 gợi ý, dùng phím mũi tên để chọn")
    expect(visitor.page.locator(LIST)).to_be_hidden()
    assert box.get_attribute("aria-expanded") == "false"


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
    with visitor.page.expect_request("**/api/v1/suggest?*"):
        box.fill("khay")
    expect(visitor.page.locator(LIST)).to_be_hidden()
    with visitor.page.expect_navigation():
        box.press("Enter")
    assert visitor.page.url.endswith("/tim-kiem/?q=khay")
    assert not [problem for problem in visitor.problems if problem.startswith("script")]


# --- The look ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["vi", "en"])
def test_axe_finds_nothing_in_an_open_list(visit: Visit, language: str) -> None:
    visitor = visit()
    box = _typed(visitor, "kh", path=section("search", language))
    box.press("ArrowDown")
    assert wrong_here(visitor, "search, suggesting") == []
    expect(visitor.page.locator(LIST)).to_be_visible()
    desk = visit(size=DESK)
    _typed(desk, "kh", field="#header-search", path=section("villages", language)).press("ArrowDown")
    assert violations(desk) == []


def test_what_is_chosen_can_be_hit_and_nothing_moves(visit: Visit) -> None:
    visitor = visit()
    visitor.open("/")
    field = "#home-search"
    place = "document.querySelector('.home-search').getBoundingClientRect().height"
    before = visitor.page.evaluate(place)
    _typed(visitor, "kh", field=field, path="/")
    assert visitor.page.evaluate(place) == before
    sizes = [option.bounding_box() for option in visitor.page.locator(f"{field}-list [role=option]").all()]
    assert len(sizes) > 4
    assert min(size["height"] for size in sizes if size) >= 44


def test_the_list_ends_above_the_keyboard_of_a_telephone(visit: Visit) -> None:
    visitor = visit(size={"width": 360, "height": 420})  # what a keyboard leaves of 740
    box = _typed(visitor, "kh", field="#home-search", path="/")
    frame = visitor.page.locator("#home-search-list").bounding_box()
    assert frame is not None
    assert frame["y"] + frame["height"] <= 420
    assert frame["height"] >= 120
    count = visitor.page.locator("#home-search-list [role=option]").count()
    for _press in range(count):
        box.press("ArrowDown")
    last = visitor.page.locator("#home-search-list [role=option]").last.bounding_box()
    assert last is not None and last["y"] + last["height"] <= 420
