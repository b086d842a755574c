"""The layers of the project as data, by app label, for rules that import-linter cannot see (strings, doors)."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("showcase", "villages", "products", "search")

#: from the bottom; labels of one layer do not know each other
LAYERS: tuple[tuple[str, ...], ...] = (
    ("core",),
    ("reports",),
    ("accounts", "images"),
    ("villages",),
    ("products",),
    ("ordering", "portal", "enquiries"),
    ("pages",),
    ("visits",),
    ("search",),
    ("demo",),
)

HEIGHT = {label: height for height, layer in enumerate(LAYERS) for label in layer}


def may_name(source: str, target: str) -> bool:
    """Return whether app ``source`` may name app ``target``: itself and what lies below."""
    return source == target or HEIGHT[source] > HEIGHT[target]


def sources(*suffixes: str) -> list[Path]:
    """Return the project's own source files with these suffixes, migrations left out."""
    found = [path for package in (*PACKAGES, "templates") for path in (ROOT / package).rglob("*")]
    return sorted(path for path in found if path.suffix in suffixes and "migrations" not in path.parts)
