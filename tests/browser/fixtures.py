"""One browser and one served demo a session, a visitor for each test."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.management import call_command
from django.db import connection
from django.http import FileResponse, HttpRequest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker

from tests import set_up
from tests.browser.chromium import PHONE, Visitor, launched
from tests.browser.inside import inside

__all__ = ["browser", "inside", "origin", "visit"]


#: Seconds in which a browser's connections have ended once it has gone.
PATIENCE = 10


class KeptStaticFiles(StaticFilesHandler):
    """Static files that a browser keeps, as those of production: else it asks for twenty of each page anew."""

    def serve(self, request: HttpRequest) -> FileResponse:
        response = super().serve(request)
        response["Cache-Control"] = "max-age=3600"
        return response


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # Playwright's synchronous interface runs an event loop in this thread; Django would refuse its queries beside it.
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    with launched() as browser:
        yield browser


@pytest.fixture(scope="session")
def origin(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The address of a server over the demo, which is loaded once: these tests only look.

    Every test that uses it is marked ``django_db``; pytest-django makes no test database for tests without the mark,
    and this would fill the developer's own one. The demo stays until the session's database goes, so browser tests
    run in a session of their own (``-m browser``).
    """
    with django_db_blocker.unblock():
        name = str(connection.settings_dict["NAME"])
        assert "mode=memory" in name or name == ":memory:" or name.startswith("test_"), f"{name} is no test database"
        if (kept := set_up.kept("demo")) is not None:
            set_up.take(kept)
            set_up.take_uploads(kept)
        else:
            call_command("setup_centre", verbosity=0)
            call_command("load_demo", verbosity=0)
        server = LiveServer("127.0.0.1", start=False)
        server.thread.static_handler = KeptStaticFiles
        server.start()
        yield server.url
        # Who still answers a browser that has gone would close the tests' connection when it is shared no more.
        for thread in threading.enumerate():
            if "process_request_thread" in thread.name:
                thread.join(PATIENCE)
        server.stop()


@pytest.fixture
def visit(browser: Browser, origin: str) -> Iterator[Callable[..., Visitor]]:
    """``visit(scripts=False, size=DESK, dark=True)``: a visitor of the demo."""
    contexts = []

    def new(*, scripts: bool = True, size: dict[str, int] = PHONE, dark: bool = False) -> Visitor:
        context = browser.new_context(
            viewport=size,
            java_script_enabled=scripts,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        context.set_default_timeout(20_000)
        contexts.append(context)
        return Visitor(context, origin, scripts=scripts)

    yield new
    for context in contexts:
        context.close()
