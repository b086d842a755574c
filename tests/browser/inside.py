"""A browser inside a test's own transaction: each page is made by Django's test client before it is opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Route

from tests.browser.chromium import PHONE, Visitor

ORIGIN = "http://inside.test"
#: Stands for every uploaded picture: what it shows is of no matter here.
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200"/>'


@dataclass
class InsideVisitor(Visitor):
    """Somebody who sees only what this test has stored. Playwright's callbacks have no part in the transaction."""

    client: Client = field(default_factory=Client)
    html: bytes = b""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.context.route("**/*", self._answer)

    def open(self, path: str) -> int:
        """Make the page, then go to it; gives the status of the answer."""
        response = self.client.get(path, follow=True)
        self.html = response.getvalue()
        super().open(path)
        return response.status_code

    def _answer(self, route: Route) -> None:
        path = urlsplit(route.request.url).path
        found = finders.find(path.removeprefix("/static/")) if path.startswith("/static/") else None
        if found:
            route.fulfill(path=Path(str(found)))
        elif route.request.resource_type == "image":
            route.fulfill(content_type="image/svg+xml", body=PICTURE)
        elif route.request.resource_type == "document":
            route.fulfill(content_type="text/html; charset=utf-8", body=self.html)
        else:
            route.fulfill(status=404)


@pytest.fixture
def inside(browser: Browser, client: Client, db: None) -> Iterator[Callable[..., InsideVisitor]]:
    """``inside(size=DESK, dark=True)``: a visitor of the records that this test made, and of no other."""
    contexts: list[BrowserContext] = []

    def new(*, size: dict[str, int] = PHONE, dark: bool = False) -> InsideVisitor:
        scheme = "dark" if dark else "light"
        context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")
        context.set_default_timeout(20_000)
        contexts.append(context)
        return InsideVisitor(context, ORIGIN, client=client)

    yield new
    for context in contexts:
        context.close()
