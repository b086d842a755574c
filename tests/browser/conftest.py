"""A browser for the session, a visitor for the test."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import PHONE, Visitor, launched

# Playwright's synchronous interface runs an event loop in this thread; Django would refuse its own queries beside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture
def visit(browser: Browser, live_server, demo_centre) -> Iterator[Callable[..., Visitor]]:  # type: ignore[no-untyped-def]
    """``visit(scripts=False, size=DESK, dark=True)``: a visitor of the demo."""
    contexts = []

    def new(*, scripts: bool = True, size: dict[str, int] = PHONE, dark: bool = False) -> Visitor:
        context = browser.new_context(
            viewport=size,
            java_script_enabled=scripts,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        return Visitor(context, live_server.url)

    yield new
    for context in contexts:
        context.close()
