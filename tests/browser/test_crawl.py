"""Every page that a link of the demo leads to, in both languages: whole, uncut, in the language that it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import pytest
from django.test import Client

from tests.browser.chromium import DESK, PHONE, Visitor
from tests.browser.places import LANGUAGES, prefix

pytestmark = [pytest.mark.browser, pytest.mark.service("chromium"), pytest.mark.django_db, pytest.mark.slow]

LOOKED_AT = (Path(__file__).parent / "looked_at.js").read_text(encoding="utf-8")
LINKS = "[...document.querySelectorAll('a[href]')].map(link => link.href)"
#: leads to the staff's side or to a file
NOT_PAGES = ("/admin/", "/media/", "/static/", "/documents/", "/p/")
PAGE_OF_LIST = re.compile(r"page=\d+")


def is_in(path: str, language: str) -> bool:
    return path.startswith("/en/") == (language == "en")


def crawl(visitor: Visitor, language: str) -> tuple[list[str], list[str], set[str]]:
    """Addresses looked at, what is wrong there, and addresses with a query, which are only asked for."""
    waiting, known, queries = [prefix(language)], {prefix(language)}, set()
    looked_at, wrong, sizes = [], [], [PHONE, DESK]
    while waiting:
        path = waiting.pop(0)
        visitor.open(path)
        looked_at.append(path)
        for size in sizes:
            visitor.page.set_viewport_size(size)
            wrong += [f"{path}, {size['width']}: {line}" for line in visitor.page.evaluate(LOOKED_AT, language)]
        sizes.reverse()  # the next page begins as wide as this one ended: one change of the layout less
        for link in visitor.page.evaluate(LINKS):
            parts = urlsplit(urldefrag(link).url)
            if f"{parts.scheme}://{parts.netloc}" != visitor.origin or parts.path.startswith(NOT_PAGES):
                continue
            address = parts.path + (f"?{parts.query}" if parts.query else "")
            if parts.query and not PAGE_OF_LIST.fullmatch(parts.query):
                queries.add(address)
            elif address not in known and is_in(parts.path, language):
                known.add(address)
                waiting.append(address)
    return looked_at, wrong, queries


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_demo_is_whole(visit: Callable[..., Visitor], client: Client, language: str) -> None:
    visitor = visit()
    looked_at, wrong, queries = crawl(visitor, language)
    assert len(looked_at) > 250
    assert wrong == [], "\n".join(wrong)
    assert visitor.problems == []
    statuses = {address: client.get(address).status_code for address in sorted(queries)}
    assert {address: status for address, status in statuses.items() if status != 200} == {}


def test_the_look_notices_what_is_wrong(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.open("/en/")
    assert visitor.page.evaluate(LOOKED_AT, "en") == []
    visitor.page.evaluate(
        """() => document.querySelector('main').insertAdjacentHTML('beforeend', `
        <p class="one">A line that is cut</p>
        <p class="two">Người thợ chọn từng sợi mây rồi chẻ mỏng</p>
        <p class="three">In Chuôn Ngọ, Mr Nguyễn Văn Sáu cuts áo dài</p><img src="/static/img/mark.svg">`)"""
    )
    narrow = "width: 3rem; overflow: hidden; white-space: nowrap"
    visitor.page.evaluate("style => document.querySelector('p.one').style.cssText = style", narrow)
    found = visitor.page.evaluate(LOOKED_AT, "en")
    assert [line.partition(" ")[0] for line in found] == ["cut:", "no", "no", "no"]
    assert "p.two" in found[1] and "size" in found[2] and "alt" in found[3]
