"""Staff at the real admin, with mouse and keys. What goes wrong on the way is collected, not lost."""

from __future__ import annotations

from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout

CHOOSE = "[data-chooser-action-choose]"
MODAL = ".modal"
#: Marks the page when Wagtail begins to compare a form with what was there, and when it sends it by itself.
MARKS = """
addEventListener("w-unsaved:watch-edits", () => (document.documentElement.dataset.watched = ""));
addEventListener("w-autosave:save", () => (document.documentElement.dataset.sending = ""));
"""


@dataclass
class Staff:
    """Somebody who signed in to the admin."""

    page: Page
    origin: str
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("pageerror", lambda error: self.problems.append(f"script: {error}"))
        self.page.on("console", lambda line: self._note(line.type == "error", f"console: {line.text}"))
        self.page.on(
            "response",
            lambda answer: self._note(answer.status >= 400, f"{answer.status} {urlsplit(answer.url).path}"),
        )
        self.page.add_init_script(MARKS)

    def _note(self, wrong: bool, what: str) -> None:
        if wrong:
            self.problems.append(what)

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    def sign_in(self, name: str, password: str) -> None:
        self.open("/admin/login/")
        self.page.fill("input[name=username]", name)
        self.page.fill("input[name=password]", password)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url("**/admin/")

    def open(self, path: str) -> None:
        self.page.goto(self.origin + path)

    def follow(self, words: str) -> None:
        """Click a link by its words and wait for the next page."""
        with self.loading():
            self.page.locator("a:visible", has_text=words).first.click()

    def loading(self) -> AbstractContextManager[object]:
        """Wait for the next page. (Its address alone changes without one: when a form was sent by itself.)"""
        return self.page.expect_event("load")

    def tab(self, words: str) -> None:
        """Turn to a tab of the form."""
        self.page.locator("[data-edit-form] [role=tab]", has_text=words).first.click()

    def add_row(self, relation: str) -> None:
        self.page.locator(f"#id_{relation}-ADD").click()

    def choose(self, name: str, words: str) -> None:
        """Choose a record by its name."""
        self.page.locator(f"#id_{name}-chooser {CHOOSE}").first.click()
        self.page.locator(f"{MODAL} a", has_text=words).first.click()
        self.page.locator(MODAL).wait_for(state="detached")

    def upload(self, name: str, file: Path, *, title: str, english: str) -> None:
        """Bring a new picture in from the form where it is needed, described in both languages."""
        page = self.page
        page.locator(f"#id_{name}-chooser {CHOOSE}").first.click()
        page.locator(f"{MODAL} [role=tab]").nth(1).click()
        page.set_input_files(f"{MODAL} input[type=file]", file)
        page.fill("[name=image-chooser-upload-title]", title)
        page.fill("[name=image-chooser-upload-alt_text]", title)
        page.fill("[name=image-chooser-upload-alt_text_en]", english)
        page.locator(f"{MODAL} form[enctype] [type=submit]").click()
        page.locator(MODAL).wait_for(state="detached")

    def save(self) -> None:
        """The big button. A draft that was saved in between already is saved again."""
        with self.loading():
            self.page.locator("footer button[type=submit]:visible").first.click()

    def schedule(self, moment: str) -> None:
        """Set the time from which it shall be public: ``2026-12-31 08:00`` in Hà Nội."""
        page = self.page
        way = page.locator("[data-a11y-dialog-show=schedule-publishing-dialog]").first
        try:  # the panel stays open from one form to the next
            way.wait_for(timeout=2_000)
        except PlaywrightTimeout:
            page.locator("[data-side-panel-toggle=status]").click()
        send = page.locator("#schedule-publishing-dialog button[type=submit]")
        for _ in range(20):  # a click before the page's scripts have begun opens nothing
            way.click()
            with suppress(PlaywrightTimeout):
                send.wait_for(timeout=1_000)
                break
        self.date("#schedule-publishing-dialog [name=go_live_at]", moment)
        with self.loading():
            send.click()

    def date(self, field: str, value: str) -> None:
        """Give a date without opening the calendar, which would lie over what is clicked next."""
        self.page.locator(field).evaluate(
            """(input, value) => {
                input.value = value;
                for (const name of ["input", "change"]) input.dispatchEvent(new Event(name, {bubbles: true}));
            }""",
            value,
        )

    def press_while_sending(self, field: str, text: str, button: str) -> None:
        """Type, and press a button in the moment in which the form is sent by itself."""
        page = self.page
        page.locator("html[data-watched]").wait_for()
        page.locator(field).press_sequentially(text)
        more = page.locator("footer [data-w-dropdown-target=toggle]")
        if not page.locator(button).is_visible():
            more.last.click()
        page.locator("html[data-sending]").wait_for()
        with self.loading():
            page.locator(button).click()

    def submit(self) -> None:
        """Save and hand over to the reviewer."""
        self._more("[name=action-submit]:visible")

    def approve(self) -> None:
        """Agree to what waits for review on this page."""
        self._more("[data-workflow-action-name=approve]:visible")

    def _more(self, button: str) -> None:
        if not self.page.locator(button).count():
            self.page.locator("footer [data-w-dropdown-target=toggle]").last.click()
        with self.loading():
            self.page.locator(button).first.click()
