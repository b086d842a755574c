"""``make vitals``: what a cheap phone on a slow network waits for, in Chromium, over the demo as production serves it.

Four times slower processor, 1.6 Mbit/s, 150 ms: largest contentful paint (s), cumulative layout shift, total blocking
time (ms; what long tasks take beyond 50 ms). The median of three visits with an empty cache; exits 1 beyond the limits.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any
from urllib.request import urlopen

from playwright.sync_api import Browser

from benchmarks.servers import free_port, run
from tests.browser.chromium import PHONE, launched

ROOT = Path(__file__).resolve().parents[2]
VISITS = 3
SETTLED = 2500  # ms after the last request, so that late shifts and tasks count
SETTINGS = "benchmarks.settings_vitals"
LIMITS = {"LCP s": 1.8, "CLS": 0.02, "TBT ms": 100.0}
NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
OBSERVE = """
window.seen = {lcp: 0, cls: 0, tbt: 0, what: ''};
new PerformanceObserver(list => list.getEntries().forEach(each => {
  seen.lcp = each.startTime; seen.what = each.url || (each.element ? each.element.tagName : '');
})).observe({type: 'largest-contentful-paint', buffered: true});
new PerformanceObserver(list => list.getEntries().forEach(each => {
  if (!each.hadRecentInput) seen.cls += each.value;
})).observe({type: 'layout-shift', buffered: true});
new PerformanceObserver(list => list.getEntries().forEach(each => {
  seen.tbt += Math.max(0, each.duration - 50);
})).observe({type: 'longtask', buffered: true});
"""
BYTES = """
() => [...performance.getEntriesByType('resource'), ...performance.getEntriesByType('navigation')]
  .reduce((sum, each) => sum + each.transferSize, 0)
"""


@contextmanager
def site() -> Iterator[str]:
    """The demo under gunicorn with connections that stay, as behind a web server."""
    run([sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"], settings=SETTINGS)
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "--workers", "1", "--threads", "8", "--log-level", "error"]
    command += ["--bind", f"127.0.0.1:{port}", "benchmarks.wsgi_with_media:application"]
    process = subprocess.Popen(command, env={**os.environ, "DJANGO_SETTINGS_MODULE": SETTINGS}, cwd=ROOT)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(200):
            try:
                urlopen(address + "/", timeout=20).close()
                break
            except OSError:
                time.sleep(0.2)  # gunicorn is not listening yet, and tells nobody when it is
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)


def first_detail(address: str, path: str) -> str | None:
    """The first link of the list at ``path`` that leads below it."""
    html = urlopen(address + path).read().decode()
    found = re.search(rf'href="({re.escape(path)}[^"?#.]+)"', html)
    return found[1] if found else None


def pages(address: str) -> dict[str, str]:
    """The five kinds of page that most visits begin with."""
    lists = {"product": "/san-pham/", "village": "/lang-nghe/", "exhibition": "/trien-lam/"}
    details = {name: first_detail(address, path) or path for name, path in lists.items()}
    return {"home": "/", "list": "/san-pham/", **details}


def visit(browser: Browser, url: str) -> dict[str, Any]:
    """One visit with an empty cache."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True, has_touch=True)
    page = context.new_page()
    page.add_init_script(OBSERVE)
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", NETWORK)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(url, wait_until="networkidle")
    page.wait_for_timeout(SETTLED)
    seen, transferred = page.evaluate("seen"), page.evaluate(BYTES)
    context.close()
    return {
        "LCP s": seen["lcp"] / 1000,
        "CLS": seen["cls"],
        "TBT ms": seen["tbt"],
        "kB": transferred / 1000,
        "what": seen["what"].rpartition("/")[2],
    }


def main() -> int:
    """Measure, print, and tell whether all limits hold."""
    over = 0
    print(f"{'page':<12}{'LCP s':>8}{'CLS':>8}{'TBT ms':>8}{'kB':>8}  largest")
    with site() as address, launched() as browser:
        for name, path in pages(address).items():
            urlopen(address + path).close()  # the first visitor of a piece renders it
            visits = [visit(browser, address + path) for _ in range(VISITS)]
            found = {key: median(each[key] for each in visits) for key in ("LCP s", "CLS", "TBT ms", "kB")}
            over += sum(found[key] > limit for key, limit in LIMITS.items())
            print(
                f"{name:<12}{found['LCP s']:>8.2f}{found['CLS']:>8.3f}{found['TBT ms']:>8.0f}{found['kB']:>8.0f}"
                f"  {visits[0]['what']}"
            )
    print(f"limits: {', '.join(f'{key} ≤ {limit:g}' for key, limit in LIMITS.items())}; {over} over")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
