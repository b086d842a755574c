"""What a visitor reads on a list: facets, results, ways on, from the page itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urljoin

from bs4 import BeautifulSoup, Tag


@dataclass(frozen=True)
class Value:
    """A value of a facet as the page shows it."""

    label: str
    count: int
    url: str
    selected: bool


@dataclass(frozen=True)
class Group:
    """A facet: ``first`` is seen at once, ``rest`` is folded."""

    is_open: bool
    rest_is_open: bool
    first: list[Value]
    rest: list[Value] = field(default_factory=list)

    @property
    def values(self) -> list[Value]:
        return self.first + self.rest


class ListPage:
    """A list or the search page."""

    def __init__(self, response: Any) -> None:
        self.path = str(response.request["PATH_INFO"])
        self.soup = BeautifulSoup(response.content, "html.parser")
        words = self.soup.select_one("#count")
        self.total = int(re.sub(r"\D", "", words.text)) if words else 0
        self.codes = [str(card["data-keep"]) for card in self.soup.select("#results [data-keep]")]

    def facets(self) -> dict[str, Group]:
        """Groups by the words above them."""
        groups = self.soup.select("nav.facets > form > details")
        return {group.summary.text: _group(group, self.path) for group in groups if group.summary}

    def links(self, where: str) -> list[tuple[str, str]]:
        """Words and addresses of the links in a part of the page."""
        return [(link.get_text(" ", strip=True), str(link["href"])) for link in self.soup.select(f"{where} a")]

    def ways(self) -> dict[str | None, str]:
        """Addresses of the pages before and after."""
        return {str((link.get("rel") or ["end"])[0]): str(link["href"]) for link in self.soup.select(".pagination a")}


def unmarked(html: str) -> str:
    """A page without the marks round the words that were searched."""
    return re.sub(r"</?mark>", "", html)


def _group(group: Tag, path: str) -> Group:
    rest = group.select_one("details.facets__rest")
    folded = [_value(item, path) for item in rest.select("li")] if rest else []
    seen = [_value(item, path) for item in group.select(":scope > ul > li")]
    return Group("open" in group.attrs, rest is not None and "open" in rest.attrs, seen, folded)


def _value(item: Tag, path: str) -> Value:
    label, count = item.text.rsplit(" ", 1)
    link, button = item.a, item.button
    if link is not None:
        return Value(label, int(count), urljoin(path, str(link["href"])), True)
    return Value(label, int(count), _pressed(button) if button is not None else "", False)


def _pressed(button: Tag) -> str:
    """Where a browser goes: the form's fields in their order, of its buttons only the one that is pressed."""
    form = button.find_parent("form")
    assert form is not None
    pairs = [(str(field["name"]), str(field["value"])) for field in form.select("[name]")
             if field.name == "input" or field is button]  # fmt: skip
    return f"{form['action']}?{urlencode(pairs)}"
