"""The colours of drawn pictures: those of the site, read from its style sheets, so that they are written once."""

import re
from functools import lru_cache

from django.contrib.staticfiles import finders

Colour = tuple[int, int, int]
_TOKEN = re.compile(r"--([\w-]+):\s*#([0-9a-f]{6})\s*;")
_PANEL = re.compile(r"((?:\.panel--[\w-]+,?\s*)+)\{\s*--ground:\s*var\(--([\w-]+)\)")
_DEFAULT_GROUND = "lacquer-2"


def _style_sheet(name: str) -> str:
    found = finders.find(f"css/{name}.css")
    if not isinstance(found, str):
        raise FileNotFoundError(f"css/{name}.css")
    with open(found, encoding="utf-8") as file:  # noqa: PTH123 (finders give text)
        return file.read()


@lru_cache(maxsize=1)
def colours() -> dict[str, Colour]:
    """The light theme's colours by the name of their token."""
    light = _style_sheet("tokens").split("@media", 1)[0]
    return {name: _rgb(digits) for name, digits in _TOKEN.findall(light)}


@lru_cache(maxsize=1)
def _grounds() -> dict[str, str]:
    """Token of the ground by craft, as the panels have it."""
    pairs = _PANEL.findall(_style_sheet("components-cards"))
    return {craft: token for names, token in pairs for craft in re.findall(r"\.panel--([\w-]+)", names)}


def ground_of(craft: str) -> Colour:
    """The ground on which a craft's panel stands."""
    return colours()[_grounds().get(craft, _DEFAULT_GROUND)]


def between(first: Colour, second: Colour, share: float) -> Colour:
    """A mix of two colours with this share of the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def _rgb(digits: str) -> Colour:
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
