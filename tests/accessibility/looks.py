"""What axe and the width of the page say of a place: on a phone and a desk, in light and dark."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.chromium import Visitor

WIDTHS = (360, 1440)
#: Every rule in both: the colours alone are five sixths of what asking takes (0.27 of 0.33 s a page).
THEMES = ("light", "dark")
RUN = "options => axe.run(options).then(found => found.violations)"


def violations(visitor: Visitor) -> list[str]:
    """What axe finds on the page as it stands: the rule and where."""
    if visitor.page.evaluate("typeof axe") == "undefined":
        visitor.page.evaluate(AXE_SCRIPT)
    found = visitor.page.evaluate(RUN, {"resultTypes": ["violations"]})
    return [f"{rule['id']}: {node['target']}" for rule in found for node in rule["nodes"]]


def wrong_here(visitor: Visitor, name: str) -> list[str]:
    """What is wrong with the open page, in every look."""
    found = []
    for width in WIDTHS:
        visitor.page.set_viewport_size({"width": width, "height": 800})
        if visitor.is_too_wide():
            found.append(f"{name}, {width}: scrolls sideways")
        for theme in THEMES:
            visitor.page.emulate_media(color_scheme=theme)
            found += [f"{name}, {width}, {theme}: {line}" for line in violations(visitor)]
    return found


def wrong(visitor: Visitor, places: dict[str, str]) -> list[str]:
    """The same of all these places."""
    found = []
    for name, path in places.items():
        visitor.open(path)
        found += wrong_here(visitor, name)
    return found
