"""Every pair of colours that meets on a page is readable, in light and in dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CSS = Path(__file__).resolve().parents[2] / "showcase" / "core" / "static" / "css"
TEXT, CONTROL = 4.5, 3.0

#: foreground, background, the ratio that WCAG 2.2 AA asks for
PAIRS = [
    *((text, ground, TEXT) for text in ("ink", "quiet", "son", "cham", "bamboo") for ground in ("paper", "surface")),
    *((text, "sunk", TEXT) for text in ("ink", "quiet", "cham")),
    ("on-son", "son", TEXT),
    ("on-son", "son-deep", TEXT),
    *((text, ground, TEXT) for text in ("on-lacquer", "quiet-on-lacquer") for ground in ("lacquer", "lacquer-2")),
    *(("on-lacquer", f"ground-{name}", TEXT) for name in ("son", "cham", "wood", "bamboo", "horn")),
    *((line, ground, CONTROL) for line in ("edge", "son") for ground in ("paper", "surface")),
    ("son", "sunk", CONTROL),
    ("lacquer-line", "lacquer", CONTROL),
]


def declared(css: str) -> dict[str, str]:
    """Custom properties with a six-digit colour."""
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})\b", css))


def themes() -> dict[str, dict[str, str]]:
    """The colours of both themes, read from the style sheet."""
    css = (CSS / "tokens.css").read_text(encoding="utf-8")
    light, dark = css.split("@media (prefers-color-scheme: dark)")
    return {"light": declared(light), "dark": {**declared(light), **declared(dark)}}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Ratio between 1 and 21."""
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_colours_that_meet_are_told_apart(theme: str, front: str, ground: str, least: float) -> None:
    colours = themes()[theme]
    assert contrast(colours[front], colours[ground]) >= least


def test_dark_gives_its_own_value_to_every_colour() -> None:
    css = (CSS / "tokens.css").read_text(encoding="utf-8")
    light, dark = css.split("@media (prefers-color-scheme: dark)")
    assert declared(light).keys() == declared(dark).keys()


def test_gold_is_never_the_colour_of_text() -> None:
    for sheet in CSS.glob("*.css"):
        assert not re.search(r"(?<![-\w])color:\s*var\(--gold\)", sheet.read_text(encoding="utf-8")), sheet.name


def test_only_tokens_hold_colours() -> None:
    for sheet in CSS.glob("*.css"):
        if sheet.stem not in {"tokens", "print"}:
            found = re.findall(r"#[0-9a-f]{3,8}\b|\brgb\(|\bhsl\(", sheet.read_text(encoding="utf-8"))
            assert found == [], sheet.name
