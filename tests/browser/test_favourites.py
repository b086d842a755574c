"""Favourites in a browser: kept on the device, sent by a link, and nothing breaks where storage is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.chromium import Visitor
from tests.browser.places import section

pytestmark = [pytest.mark.browser, pytest.mark.service("chromium"), pytest.mark.django_db]

Visit = Callable[..., Visitor]
HEART = "#results .heart"
NAME = "#results .card__name"
NUMBER = "[data-favourites-number]"


def _keep_two(visitor: Visitor) -> list[str]:
    visitor.open(section("products", "vi"))
    hearts = visitor.page.locator(HEART)
    assert hearts.first.get_attribute("aria-label") == f"Lưu “{visitor.page.locator(NAME).first.text_content()}”"
    for number in (0, 1):
        hearts.nth(number).click()
    return [hearts.nth(number).get_attribute("data-keep") or "" for number in (0, 1)]


def test_a_heart_keeps_a_piece_and_the_list_shows_it_and_lets_it_go(visit: Visit) -> None:
    visitor = visit()
    first, second = _keep_two(visitor)
    assert visitor.page.locator(HEART).first.get_attribute("aria-pressed") == "true"
    assert visitor.page.locator(NUMBER).inner_text() == "2"
    visitor.page.reload()
    visitor.settle()
    assert visitor.page.locator(f"{HEART}[aria-pressed='true']").count() == 2

    visitor.follow("[data-favourites-link]")
    assert visitor.page.url.endswith(f"/yeu-thich/?ma={first},{second}")
    visitor.follow(f"[data-unkeep='{first}']")
    assert visitor.page.url.endswith(f"/yeu-thich/?ma={second}")
    assert visitor.page.locator(NUMBER).inner_text() == "1"
    visitor.open("/en/favourites/")
    visitor.page.wait_for_url(f"**/en/favourites/?ma={second}")
    assert visitor.problems == []


def test_a_list_that_was_sent_can_be_kept_as_a_whole(visit: Visit) -> None:
    first, second = _keep_two(visit())
    friend = visit()
    friend.open(f"/yeu-thich/?ma={first},{second}")
    assert friend.page.locator(NUMBER).inner_text() == ""
    friend.page.locator("[data-keep-all]").click()
    assert friend.page.locator(NUMBER).inner_text() == "2"
    assert friend.page.locator("[data-keep-all]").is_hidden()
    assert friend.page.locator("[data-share-said]").inner_text() != ""
    assert friend.problems == []


def test_without_scripts_there_is_no_heart_and_a_sent_list_opens(visit: Visit) -> None:
    first, second = _keep_two(visit())
    visitor = visit(scripts=False)
    visitor.open(section("products", "vi"))
    assert visitor.page.locator(".heart:visible").count() == 0
    visitor.open(f"/yeu-thich/?ma={first},{second}")
    assert visitor.page.locator(".kept").count() == 2
    assert visitor.page.locator("button:visible").count() == visitor.page.locator("header button:visible").count()
    visitor.follow(f"[data-unkeep='{first}']")
    assert visitor.page.locator(".kept").count() == 1
    assert visitor.problems == []


@pytest.mark.parametrize(
    "fault",
    [
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
        "localStorage.setItem('favourites', '{not json')",
        "localStorage.setItem('favourites', '{\"a\": 1}')",
    ],
    ids=["refused", "full", "broken", "of another kind"],
)
def test_storage_that_fails_breaks_nothing(visit: Visit, fault: str) -> None:
    visitor = visit()
    visitor.page.add_init_script(f"try {{ {fault} }} catch {{}}")
    first, _second = _keep_two(visitor)
    assert visitor.page.locator(NUMBER).inner_text() == "2"
    visitor.page.locator(HEART).nth(1).click()
    assert visitor.page.locator(NUMBER).inner_text() == "1"
    visitor.follow("[data-favourites-link]")
    assert visitor.page.url.endswith(f"?ma={first}")
    assert visitor.problems == []
