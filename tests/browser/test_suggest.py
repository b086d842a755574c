"""Suggestions below the search fields: with keys, with a mouse, read aloud, without scripts, without a network."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote_plus

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import DESK, Visitor
from tests.browser.places import made_product, section
from tests.browser.suggesting import FIELD, LIST, OPTION, typed

pytestmark = [pytest.mark.browser, pytest.mark.service("chromium"), pytest.mark.django_db]

Visit = Callable[..., Visitor]


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
    box = typed(visitor, "kh")
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
    assert status.text_content() == f"Có {number} gợi ý, dùng phím mũi tên để chọn"
    box.press("Escape")
    assert status.text_content() == ""
    visitor.open(section("search", "en"))
    visitor.page.locator(FIELD).press_sequentially("tray")
    page.locator(LIST).wait_for()
    assert page.locator(LIST).get_attribute("aria-label") == "Suggestions"
    number = page.locator(OPTION).count() - 1
    assert status.text_content() == f"Suggestions: {number}; the arrow keys choose"
    assert page.locator(OPTION).last.inner_text() == "Search for “tray”"
    assert page.locator(OPTION).evaluate_all(
        "options => [...new Set(options.map((option) => option.pathname.split('/')[1]))]"
    ) == ["en"]


def test_keys_go_round_choose_and_leave(visit: Visit) -> None:
    visitor = visit()
    box = typed(visitor, "khay")
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
    box = typed(visitor, product.code)
    box.press("ArrowDown")
    with visitor.leaving():
        box.press("Enter")
    assert visitor.path == product.get_absolute_url("vi")
    box = typed(visitor, "khay")
    with visitor.leaving():
        box.press("Enter")
    assert visitor.page.url.endswith("/tim-kiem/?q=khay")
    box = typed(visitor, " &?“ khay #")
    box.press("ArrowUp")
    with visitor.leaving():
        box.press("Enter")
    assert unquote_plus(visitor.page.url).endswith("/tim-kiem/?q=&?“ khay #")
    assert visitor.problems == []


def test_while_letters_are_composed_keys_choose_nothing(visit: Visit) -> None:
    visitor = visit()
    box = typed(visitor, "khay")
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
    box = typed(visitor, "khay")
    visitor.page.locator("h1").click()
    expect(visitor.page.locator(LIST)).to_be_hidden()
    box.press("ArrowDown")
    first = visitor.page.locator(OPTION).first
    address = first.get_attribute("href")
    with visitor.leaving():
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
    typed(visitor, "tr", field=field, path=path)
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
    with visitor.leaving():
        visitor.page.locator(FIELD).press("Enter")
    assert visitor.page.url.endswith("/tim-kiem/?q=khay")
    assert visitor.problems == []


def test_nothing_is_suggested_for_a_letter_or_for_nonsense(visit: Visit) -> None:
    visitor = visit()
    box = typed(visitor, "kh")
    box.press("Backspace")
    expect(visitor.page.locator(LIST)).to_be_hidden()
    box.fill("qqqqqq")
    status = visitor.page.locator("form:has(#page-search) [role=status]")
    expect(status).to_have_text("Không có gợi ý")
    expect(visitor.page.locator(LIST)).to_be_hidden()
    assert box.get_attribute("aria-expanded") == "false"
