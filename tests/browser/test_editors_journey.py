"""An editor makes a village, two pieces and an exhibition in the admin, translates, sends for review, sets the time."""

from __future__ import annotations

import datetime
import urllib.parse
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from showcase.accounts import groups
from tests.browser.chromium import DESK
from tests.browser.staff import Staff
from tests.concurrency.processes import Site, get, own_database

# The test database is what the centre begins with.
pytestmark = [pytest.mark.browser, pytest.mark.service("chromium"), pytest.mark.slow, pytest.mark.django_db]

PASSWORD = "mat-khau-thu-2026"
MAKE_STAFF = """
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
for name, group in (("bien-tap", {editor!r}), ("duyet", {reviewer!r}), ("quan-tri", {administrator!r})):
    user = get_user_model().objects.create_user(username=name, password={password!r})
    user.groups.add(Group.objects.get(name=group))
"""
#: The command of the clock, as if it were three days later.
LATER = """
import datetime
from unittest import mock
from django.core.management import call_command
from django.utils import timezone
then = timezone.now() + datetime.timedelta(days=3)
with mock.patch.object(timezone, "now", return_value=then):
    call_command("publish_scheduled")
"""
INDEX = """
from showcase.pages.models import ExhibitionIndexPage
print(ExhibitionIndexPage.objects.get(locale__language_code="vi").pk)
"""
PRODUCTS = (("Khay sơn thử", "Lacquer test tray"), ("Đĩa sơn thử", "Lacquer test plate"))
OPENS = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=2)
MOMENT = f"{OPENS:%Y-%m-%d} 08:00"

SignIn = Callable[[str], Staff]


@pytest.fixture(scope="module")
def centre_with_staff(
    tmp_path_factory: pytest.TempPathFactory, set_up_database: Path | None, browser: Browser
) -> Iterator[tuple[Site, str, SignIn]]:
    """A centre of its own with an editor, a reviewer, an administrator: site, address, and signing in by name."""
    tmp_path = tmp_path_factory.mktemp("centre")
    with own_database(tmp_path) as url:
        site = Site(url, tmp_path)
        site.set_up(set_up_database)
        names = {"editor": groups.EDITOR, "reviewer": groups.REVIEWER, "administrator": groups.ADMINISTRATOR}
        site.shell(MAKE_STAFF.format(password=PASSWORD, **names))
        with site.server() as origin:
            contexts = []

            def sign_in(name: str) -> Staff:
                context = browser.new_context(viewport=DESK, reduced_motion="reduce")
                context.set_default_timeout(60_000)
                contexts.append(context)
                person = Staff(context.new_page(), origin)
                person.sign_in(name, PASSWORD)
                return person

            yield site, origin, sign_in
            for context in contexts:
                context.close()


def photo(folder: Path, number: int) -> Path:
    """Another picture each time: of a copy Wagtail asks whether it is wanted."""
    file = folder / f"anh-{number}.jpg"
    Image.new("RGB", (1200, 900), (60 * number, 120, 90)).save(file)
    return file


def make_village(editor: Staff, file: Path) -> None:
    editor.open("/admin/")
    editor.open("/admin/snippets/villages/village/add/")
    editor.page.fill("#id_name", "Làng Thử")
    editor.tab("Cách làm")
    editor.add_row("steps")
    editor.page.fill("#id_steps-0-title", "Phủ sơn")
    editor.upload("steps-0-image", file, title="Người thợ phủ sơn", english="A worker laying on lacquer")
    editor.tab("Bản dịch")
    assert editor.page.locator("[data-source-of=name]").inner_text() == "Làng Thử"
    editor.page.fill("[name=translations-en-name]", "Thử village")
    editor.save()
    editor.schedule(MOMENT)
    editor.submit()


def make_product(editor: Staff, name: str, english: str, file: Path) -> None:
    editor.open("/admin/snippets/products/product/add/")
    editor.page.fill("#id_name", name)
    editor.choose("village", "Làng Thử")
    editor.add_row("images")
    editor.upload("images-0-image", file, title=name, english=english)
    editor.tab("Bản dịch")
    editor.page.fill("[name=translations-en-name]", english)
    editor.save()
    editor.schedule(MOMENT)
    editor.submit()


def make_exhibition(editor: Staff, index: str) -> str:
    """The address of its form, once it is sent for review."""
    editor.open(f"/admin/pages/{index}/")
    with editor.loading():
        editor.page.locator("a[href*='/add_subpage/']:visible").first.click()
    page = editor.page
    page.fill("#id_title", "Sơn và lửa")
    editor.date("#id_opens_on", f"{OPENS:%Y-%m-%d}")
    page.locator(".c-sf-add-button").first.click()
    page.fill("[name=body-0-value-heading]", "Từ nhựa cây")
    for number, (name, _english) in enumerate(PRODUCTS):
        editor.add_row("items")
        editor.choose(f"items-{number}-product", name)
    editor.save()
    form = editor.path
    editor.schedule(MOMENT)
    editor.submit()
    return form


def translate_exhibition(editor: Staff, form: str) -> None:
    page = editor.page
    editor.open(form.replace("/admin/pages/", "/admin/translation/submit/page/").removesuffix("edit/"))
    page.locator("input[name=locales]").first.check()
    with editor.loading():
        page.locator("form button[type=submit]:visible, form input[type=submit]:visible").last.click()
    if not editor.path.endswith("/edit/"):
        editor.follow("Sơn và lửa")
    page.fill("#id_title", "Lacquer and fire")
    page.fill("[name=body-0-value-heading]", "From the sap")
    editor.save()
    editor.schedule(MOMENT)
    editor.submit()


def approve_all(reviewer: Staff) -> int:
    """Agree to everything in the queue; how many there were."""
    done = 0
    while True:
        reviewer.open("/admin/")
        reviewer.follow("Chờ duyệt")
        waiting = reviewer.page.locator("main table tbody a[href*='/edit/']")
        if not waiting.count():
            return done
        with reviewer.loading():
            waiting.first.click()
        reviewer.approve()
        done += 1


def seen(origin: str) -> dict[str, bool]:
    """Where a visitor meets what was made."""
    words = urllib.parse.quote("son thu")
    places = {
        "villages": ("/lang-nghe/", "Làng Thử"),
        "villages in English": ("/en/villages/", "Thử village"),
        "products": ("/san-pham/", PRODUCTS[0][0]),
        "products in English": ("/en/products/", PRODUCTS[1][1]),
        "search without marks": (f"/tim-kiem/?q={words}", PRODUCTS[1][0]),
        "search in English": (f"/en/search/?q={words}", PRODUCTS[0][1]),
        "exhibitions": ("/trien-lam/", "Sơn và lửa"),
        "exhibitions in English": ("/en/exhibitions/", "Lacquer and fire"),
        "the exhibition": ("/trien-lam/son-va-lua/", PRODUCTS[0][0]),
        "the exhibition in English": ("/en/exhibitions/son-va-lua/", PRODUCTS[1][1]),
    }
    return {name: sought in get(origin + path)[1] for name, (path, sought) in places.items()}


def test_an_editor_makes_translates_and_schedules_and_it_is_public_at_its_time(
    centre_with_staff: tuple[Site, str, SignIn], tmp_path: Path
) -> None:
    site, origin, sign_in = centre_with_staff
    editor = sign_in("bien-tap")
    make_village(editor, photo(tmp_path, 0))
    for number, (name, english) in enumerate(PRODUCTS, 1):
        make_product(editor, name, english, photo(tmp_path, number))
    translate_exhibition(editor, make_exhibition(editor, site.shell(INDEX)))

    reviewer = sign_in("duyet")
    assert approve_all(reviewer) == 5
    assert editor.problems == reviewer.problems == []

    before = seen(origin)
    assert before == dict.fromkeys(before, False)
    site.shell(LATER)
    after = seen(origin)
    assert after == dict.fromkeys(after, True)
    village = get(origin + "/lang-nghe/")[1].partition('href="/lang-nghe/lang-thu-')[2].partition('"')[0]
    page = get(f"{origin}/lang-nghe/lang-thu-{village}")[1]
    assert 'alt="Người thợ phủ sơn"' in page
    assert 'type="image/avif"' in page
    made = site.shell("from villages.models import Village; from products.models import Product; "
                      "print(Village.objects.count(), Product.objects.count())")  # fmt: skip
    assert made == "1 2"


def test_publishing_pressed_while_the_form_is_sent_by_itself_publishes_one_record(
    centre_with_staff: tuple[Site, str, SignIn],
) -> None:
    site, _origin, sign_in = centre_with_staff
    administrator = sign_in("quan-tri")
    administrator.open("/admin/snippets/villages/village/add/")
    administrator.press_while_sending("#id_name", "Làng Nhanh", "[name=action-publish]")
    found = "from villages.models import Village; print(Village.objects.filter(name='Làng Nhanh').values_list('live'))"
    assert site.shell(found) == "<RecordQuerySet [(True,)]>"
    assert administrator.problems == []


def test_nothing_is_sent_by_itself_before_it_can_be_stored(
    centre_with_staff: tuple[Site, str, SignIn],
) -> None:
    site, _origin, sign_in = centre_with_staff
    site.shell("from villages.models import Village; Village.objects.create(name='Làng Có Sẵn')")
    editor = sign_in("bien-tap")
    editor.open("/admin/snippets/products/product/add/")
    editor.page.locator("html[data-watched]").wait_for()
    editor.page.locator("#id_name").press_sequentially("Khay")
    editor.page.locator("html[data-sending]").wait_for()
    editor.page.locator("#id_name").press_sequentially(" nhỏ")
    editor.choose("village", "Làng Có Sẵn")
    editor.page.locator("#w-autosave-indicator[data-w-autosave-state-value=saved]").wait_for(state="attached")
    assert editor.page.locator("#id_name").input_value() == "Khay nhỏ"
    assert editor.problems == []
