"""The widths in which pictures are published. There are no others."""

from typing import Any

WIDTHS = (320, 640, 960, 1600)


def widths_for(original: int) -> tuple[int, ...]:
    """The listed widths to ask for: each one narrower than the original, and the next to hold the rest of it.

    Nothing is enlarged: of the last one Wagtail makes a picture as wide as the original.
    """
    narrower = tuple(width for width in WIDTHS if width < original)
    return WIDTHS[: len(narrower) + 1]


def specs_for(image: Any) -> tuple[list[str], list[str]]:
    """Wagtail's filter specs of a picture: in WebP, and in JPEG (PNG where something shows through)."""
    fallback = "jpeg" if str(image.file.name).endswith(".jpg") else "png"
    widths = widths_for(image.width)
    return [f"width-{width}|format-webp" for width in widths], [f"width-{width}|format-{fallback}" for width in widths]
