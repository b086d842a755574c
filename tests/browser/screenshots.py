"""``make screenshots``: photograph each page type in both languages at phone and desk width.

Starts the development server on a free port over the development database and finds one example of each page type by
following links, as a visitor would. Pictures go to the ignored directory ``screenshots/``.
"""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "screenshots"
WIDTHS = (360, 1440)
LISTS = {
    "vi": {
        "villages": "/lang-nghe/",
        "artisans": "/nghe-nhan/",
        "products": "/san-pham/",
        "exhibitions": "/trien-lam/",
    },
    "en": {
        "villages": "/en/villages/",
        "artisans": "/en/artisans/",
        "products": "/en/products/",
        "exhibitions": "/en/exhibitions/",
    },
}
OTHERS = {
    "vi": {
        "home": "/",
        "search": "/tim-kiem/?q=m%C3%A2y+tre",
        "search-empty": "/tim-kiem/?q=zzzz",
        "missing": "/zzzz/",
    },
    "en": {
        "home": "/en/",
        "search": "/en/search/?q=bamboo",
        "search-empty": "/en/search/?q=zzzz",
        "missing": "/en/zzzz/",
    },
}


@contextmanager
def server() -> Iterator[str]:
    """Run the development server and yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "manage.py", "runserver", "--noreload", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(120):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.25)
        yield address
    finally:
        process.terminate()
        process.wait()


def first_detail(address: str, path: str) -> str | None:
    """Return the first link of the list at ``path`` that leads below it."""
    html = urlopen(address + path).read().decode()
    found = re.search(rf'href="({re.escape(path)}[^"?#.]+)"', html)
    return found[1] if found else None


def pages(address: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield name and path of one page of each type in ``language``."""
    yield from OTHERS[language].items()
    for name, path in LISTS[language].items():
        yield name, path
        detail = first_detail(address, path)
        if detail:
            yield f"{name}-detail", detail


def photograph(browser: Browser, address: str) -> int:
    """Write all pictures and return how many."""
    count = 0
    for language in LISTS:
        for name, path in pages(address, language):
            for width in WIDTHS:
                page = browser.new_page(viewport={"width": width, "height": 800})
                page.goto(address + path, wait_until="networkidle")
                page.screenshot(path=TARGET / f"{name}-{language}-{width}.png", full_page=True)
                page.close()
                count += 1
    return count


def main() -> None:
    """Photograph everything with the system's Chromium."""
    sys.path.insert(0, str(ROOT))
    from tests.conftest import chromium

    TARGET.mkdir(exist_ok=True)
    with server() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        print(f"{photograph(browser, address)} pictures in {TARGET}")


if __name__ == "__main__":
    main()
