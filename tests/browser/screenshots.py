"""``make screenshots``: photograph every type of page, whole, in both languages, at three widths, in light and dark.

Over the development database, with a server of its own or the one at ``ADDRESS``; the pictures go to the ignored folder
``screenshots/`` as ``<name>-<language>-<width>-<theme>.png``. What to photograph may be narrowed, by commas and with
``*``, as ``make screenshots ONLY='home,product*' WIDTHS=360 THEMES=dark LANGUAGES=vi``.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from django.conf import settings
from django.db import transaction
from django.test import Client, RequestFactory
from django.utils import timezone
from django.views.defaults import server_error
from playwright.sync_api import Browser, Page

from benchmarks.servers import free_port
from products.models import Product
from tests import factories
from tests.browser.chromium import Visitor, launched
from tests.browser.places import LANGUAGES, MISSED, every_page_type, made_product, records_that_differ
from villages.models import Artisan

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "screenshots"
WIDTHS = ("360", "768", "1440")
#: Wagtail's own page in our colours: what lies between a phone and a desk is theirs.
WIDTHS_OF_LOGIN = ("360", "1440")
THEMES = ("light", "dark")
#: A picture that is still to be loaded when its place is scrolled to would be missing in a picture of the whole page.
EVERYTHING_LOADED = """
async () => {
  for (const image of document.querySelectorAll('img[loading="lazy"]')) image.loading = 'eager';
  const settled = image => image.complete ? 0 : new Promise(done => { image.onload = image.onerror = done; });
  await Promise.all([...document.images].map(settled));
  await document.fonts.ready;
}
"""


@dataclass(frozen=True)
class Place:
    """A page to photograph: where it is and, when the server could not show it, what stands there instead."""

    name: str
    language: str
    path: str
    make: Callable[[], bytes] | None = None
    widths: tuple[str, ...] = WIDTHS


def wanted(name: str, everything: tuple[str, ...]) -> tuple[str, ...]:
    """Which of these the environment asks for by this name; all without."""
    asked = [each.strip() for each in os.environ.get(name, "").split(",") if each.strip()]
    return tuple(one for one in everything if not asked or any(fnmatch(one, each) for each in asked))


def places() -> list[Place]:
    """Everything there is to photograph."""
    found = []
    for language in LANGUAGES:
        for name, path in {**every_page_type(language), **records_that_differ(language)}.items():
            # The development server shows its own page for programmers where nothing is.
            make = (lambda path=path: _answer(path)) if name in MISSED else None
            found.append(Place(_slug(name), language, path, make))
        found += [*_only_here(language), Place("admin-login", language, "/admin/login/", None, WIDTHS_OF_LOGIN)]
    # One page says it in both languages.
    return [*found, Place("error", "vi", "/error/", _error)]


def _slug(name: str) -> str:
    return re.sub("[^a-z0-9]+", "-", name)


def _only_here(language: str) -> list[Place]:
    """What the demo has none of, and what only staff see: made in a transaction that is taken back."""
    product = made_product()
    artisan = product.artisan

    def sold() -> bytes:
        Product.objects.filter(pk=product.pk).update(sold_on=timezone.localdate())
        return _answer(product.get_absolute_url(language))

    def portrayed() -> bytes:
        """The piece's own picture stands for the portrait."""
        shown = product.images.first()
        Artisan.objects.filter(pk=artisan.pk).update(portrait=shown and shown.image, may_show_photo=True)
        return _answer(artisan.get_absolute_url(language))

    def untold() -> bytes:
        Artisan.objects.filter(pk=artisan.pk).update(portrait=None, story="", summary="", may_show_story=False)
        return _answer(artisan.get_absolute_url(language))

    def styleguide() -> bytes:
        return _answer("/admin/styleguide/", factories.reader_of_the_admin(language))

    made = {"product-sold": sold, "artisan-with-portrait": portrayed, "artisan-untold": untold}
    return [Place(name, language, f"/{name}/", _taken_back(make)) for name, make in made.items()] + [
        Place("styleguide", language, "/admin/styleguide/", _taken_back(styleguide))
    ]


def _taken_back(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """The same, but what it writes is undone."""

    def undone() -> bytes:
        with transaction.atomic():
            html = make()
            transaction.set_rollback(True)
        return html

    return undone


def _answer(path: str, user: Any = None) -> bytes:
    client = Client()
    if user:
        client.force_login(user)
    return client.get(path, follow=True).getvalue()


def _error() -> bytes:
    return server_error(RequestFactory().get("/")).content


def _is_meant(problem: str) -> bool:
    """The styleguide's sample code is nobody's; and what the console says of an answer, the answer said."""
    return "/p/ABC234" in problem or problem.startswith("console: Failed to load resource")


@contextmanager
def server() -> Iterator[str]:
    """The address of the developer's server, or of one that runs as long as it is needed."""
    if os.environ.get("ADDRESS"):
        yield os.environ["ADDRESS"].rstrip("/")
        return
    port = free_port()
    command = [sys.executable, "manage.py", "runserver", "--noreload", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(200):
            try:
                urlopen(f"{address}/robots.txt", timeout=20).close()
                break
            except OSError:
                time.sleep(0.2)  # it is not listening yet, and tells nobody when it is
        yield address
    finally:
        process.terminate()
        process.wait()


def photograph(browser: Browser, address: str, chosen: list[tuple[Place, bytes | None]]) -> tuple[int, list[str]]:
    """Write the pictures, each width in a context of its own; gives how many, and what went wrong."""
    count, problems = 0, []
    for width in wanted("WIDTHS", WIDTHS):
        context = browser.new_context(viewport={"width": int(width), "height": 800}, reduced_motion="reduce")
        visitor = Visitor(context, address)
        for place, html in chosen:
            if width not in place.widths:
                continue
            _open(visitor, place, html)
            for theme in wanted("THEMES", THEMES):
                visitor.page.emulate_media(color_scheme=theme)
                visitor.page.evaluate(EVERYTHING_LOADED)
                picture = TARGET / f"{place.name}-{place.language}-{width}-{theme}.png"
                visitor.page.screenshot(path=picture, full_page=True, animations="disabled")
                count += 1
        problems += [problem for problem in dict.fromkeys(visitor.problems) if not _is_meant(problem)]
        context.close()
    return count, problems


def _open(visitor: Visitor, place: Place, html: bytes | None) -> None:
    page: Page = visitor.page
    page.set_extra_http_headers({"Accept-Language": place.language})  # what the admin's login goes by
    if html is not None:
        page.route(visitor.origin + place.path, lambda route: route.fulfill(content_type="text/html", body=html))
    page.goto(visitor.origin + place.path, wait_until="load")
    page.unroute_all()


def main() -> int:
    """Photograph what is asked for with the system's Chromium; 1 when a page was not whole."""
    # Playwright's synchronous interface runs an event loop in this thread; Django would refuse its queries beside it.
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    start = time.monotonic()
    everything = places()
    names = set(wanted("ONLY", tuple(dict.fromkeys(place.name for place in everything))))
    languages = wanted("LANGUAGES", LANGUAGES)
    if not names:
        print("No such page. There are:", *sorted({place.name for place in everything}), sep="\n  ")
        return 1
    here = [place for place in everything if place.name in names and place.language in languages]
    settings.DEBUG = False  # in this process only: pages that are missing, as visitors see them
    chosen = [(place, place.make() if place.make else None) for place in here]
    TARGET.mkdir(exist_ok=True)
    with server() as address, launched() as browser:
        count, problems = photograph(browser, address, chosen)
    print(f"{count} pictures in {TARGET}, {time.monotonic() - start:.0f} s")
    print(*dict.fromkeys(problems), sep="\n")
    return 1 if problems else 0
