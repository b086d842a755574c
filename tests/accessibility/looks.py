"""What axe and the width of the page say of a place: on a phone and a desk, in light and dark."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.chromium import Visitor

WIDTHS = (360, 1280)
#: The second theme is the same page in other colours; whatever else axe knows was asked in the first.
RULES: dict[str, dict[str, Any]] = {"light": {}, "dark": {"runOnly": ["color-contrast"]}}
RUN = "options => axe.run(options).then(found => found.violations)"


def violations(visitor: Visitor, **options: Any) -> list[str]:
    """What axe finds on the page as it stands: the rule and where."""
    if visitor.page.evaluate("typeof axe") == "undefined":
        visitor.page.evaluate(AXE_SCRIPT)
    found = visitor.page.evaluate(RUN, {"resultTypes": ["violations"], **options})
    return [f"{rule['id']}: {node['target']}" for rule in found for node in rule["nodes"]]


def wrong_here(visitor: Visitor, name: str) -> list[str]:
    """What is wrong with the open page, in every look."""
    found = []
    for width in WIDTHS:
        visitor.page.set_viewport_size({"width": width, "height": 800})
        if visitor.is_too_wide():
            found.append(f"{name}, {width}: scrolls sideways")
        for scheme, options in RULES.items():
            visitor.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            found += [f"{name}, {width}, {scheme}: {line}" for line in violations(visitor, **options)]
    return found


def wrong(visitor: Visitor, places: dict[str, str]) -> list[str]:
    """The same of all these places."""
    found = []
    for name, path in places.items():
        visitor.open(path)
        found += wrong_here(visitor, name)
    return found
