"""An editor adds “lacquer = sơn mài” in the admin; the next search on the site shows it, whichever engine answers."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser

from showcase.accounts import groups
from tests.browser.chromium import DESK, PHONE, Visitor
from tests.browser.staff import Staff
from tests.concurrency.processes import Site, get, own_database
from tests.elasticsearch import dropped_afterwards, searches_of

# The test database is what the centre begins with: no record, no synonym.
pytestmark = [pytest.mark.browser, pytest.mark.service("chromium"), pytest.mark.slow, pytest.mark.django_db]
ENGINES = ["embedded", pytest.param("elasticsearch", marks=[pytest.mark.service("elasticsearch"), pytest.mark.once])]

NAME, PASSWORD = "bien-tap", "mat-khau-thu-2026"
#: “Lacquer” is a word of the tray only; nothing but a synonym leads from it to the vase.
MAKE = """
from django.core.management import call_command
from showcase.core import moderation
from tests import factories
village = factories.village("Làng Thử")
tray = factories.product("Khay sơn mài", village=village, live=False)
tray.set_translation("name", "en", "Lacquer tray")
moderation.publish_record(tray)
for name in ("Bình sơn mài", "Nón lá"):
    factories.product(name, village=village)
editor = factories.user({name!r}, {group!r})
editor.set_password({password!r})
editor.save()
call_command("rebuild_search", "--index-only", verbosity=0)
"""


@contextmanager
def searched_by(engine: str, site: Site) -> Iterator[Callable[[], int]]:
    """The site with this engine; gives how many searches the server has answered for it, always none without one."""
    site.environment["SEARCH_ENGINE"] = engine
    if engine == "embedded":
        yield lambda: 0
        return
    alias = f"test-browser-{os.getpid()}"
    site.environment |= {"ELASTICSEARCH_URL": settings.ELASTICSEARCH_URL, "ELASTICSEARCH_INDEX": alias}
    with dropped_afterwards(alias):
        yield lambda: searches_of(alias)


def add_synonym(editor: Staff, vietnamese: str, english: str) -> None:
    """From the menu to the form, as people go."""
    page = editor.page
    editor.sign_in(NAME, PASSWORD)
    page.get_by_role("button", name="Khách tìm kiếm").click()
    editor.follow("Từ đồng nghĩa")
    editor.follow("Thêm từ đồng nghĩa")
    page.get_by_label("Từ tiếng Việt").fill(vietnamese)
    page.get_by_label("Từ tiếng Anh").fill(english)
    editor.save()
    page.get_by_text(f"{vietnamese} = {english}").first.wait_for()


def names(visitor: Visitor, words: str) -> set[str]:
    assert visitor.open(f"/tim-kiem/?q={words}") == 200
    return set(visitor.page.locator("main .card__name").all_inner_texts())


@pytest.mark.parametrize("engine", ENGINES)
def test_a_synonym_of_the_admin_counts_in_the_next_search_of_another_process(
    engine: str, tmp_path: Path, set_up_database: Path | None, browser: Browser
) -> None:
    with own_database(tmp_path) as url:
        site = Site(url, tmp_path)
        site.set_up(set_up_database)
        with searched_by(engine, site) as searches:
            site.shell(MAKE.format(name=NAME, group=groups.EDITOR, password=PASSWORD))
            with site.servers(2) as (of_staff, of_visitors):
                desk, phone = browser.new_context(viewport=DESK), browser.new_context(viewport=PHONE)
                editor, visitor = Staff(desk.new_page(), of_staff), Visitor(phone, of_visitors)
                assert names(visitor, "lacquer") == {"Khay sơn mài"}
                add_synonym(editor, "sơn mài", "lacquer")
                asked = searches()
                assert names(visitor, "lacquer") == {"Khay sơn mài", "Bình sơn mài"}
                assert editor.problems == visitor.problems == []
                assert json.loads(get(f"{of_visitors}/health")[1]) == {
                    "database": "ok",
                    "search": engine,
                    "search_fallbacks": 0,
                }
                assert (searches() > asked) is (engine == "elasticsearch")
                desk.close()
                phone.close()
