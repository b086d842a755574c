"""The browser that the tests drive, and what is looked at on every page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.conftest import chromium

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
#: A page's modules come after it: hearts, sheets and suggestions answer only then. A page without our script has none.
BEGUN = "() => 'begun' in document.documentElement.dataset || !document.querySelector('script[src*=\"js/site.\"]')"
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1440, "height": 900}


@contextmanager
def launched() -> Iterator[Browser]:
    """The machine's own Chromium, never a downloaded one."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield browser
        browser.close()


@dataclass
class Visitor:
    """Somebody with a browser at an address of ours. What goes wrong is collected, not lost."""

    context: BrowserContext
    origin: str
    scripts: bool = True
    page: Page = field(init=False)
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page = self.context.new_page()
        self.page.on("console", lambda line: self._note(line.type in {"error", "warning"}, f"console: {line.text}"))
        self.page.on("pageerror", lambda error: self._note(True, f"script: {error}"))
        # What a next page breaks off has not failed.
        self.page.on(
            "requestfailed",
            lambda request: self._note(request.failure != "net::ERR_ABORTED", f"failed: {request.url}"),
        )
        self.page.on("response", lambda answer: self._note(answer.status >= 400, f"{answer.status}: {answer.url}"))
        self.page.on(
            "request",
            lambda request: self._note(
                urlsplit(request.url).netloc not in {urlsplit(self.origin).netloc, ""}, f"elsewhere: {request.url}"
            ),
        )

    def _note(self, wrong: bool, what: str) -> None:
        if wrong:
            self.problems.append(what)

    def open(self, path: str) -> int:
        """Go to an address of ours; gives the status of the answer."""
        response = self.page.goto(self.origin + path)
        self.settle()
        return response.status if response else 0

    def follow(self, selector: str) -> None:
        """Click the first match and wait for the next page."""
        link = self.page.locator(selector).first
        link.scroll_into_view_if_needed()
        with self.leaving():
            link.click()

    @contextmanager
    def leaving(self) -> Iterator[None]:
        """Around what leads to another page."""
        with self.page.expect_navigation():
            yield
        self.settle()

    def settle(self) -> None:
        """Wait until the page does all that it can."""
        if self.scripts:
            self.page.wait_for_function(BEGUN)

    def follow_in_list(self, selector: str) -> None:
        """Follow a link of a list, turning pages until it is there."""
        while not self.page.locator(selector).count():
            self.follow(".pagination a[rel='next']")
        self.follow(selector)

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    @property
    def language(self) -> str | None:
        return self.page.locator("html").get_attribute("lang")

    def is_too_wide(self) -> bool:
        """Whether the page can be moved sideways."""
        return self.page.locator("html").evaluate("node => node.scrollWidth > node.clientWidth")
