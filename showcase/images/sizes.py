"""The sizes in which pictures are made. There are no others: the model refuses them, and so does the database."""

from typing import Any

WIDTHS = (320, 640, 960, 1600)
#: The best first; the last is for browsers that know neither.
FORMATS = ("avif", "webp", "jpeg", "png")
#: What Wagtail's own admin shows of a picture.
ADMIN_SPECS = ("max-165x165", "max-150x150", "max-400x400", "max-800x600", "fill-600x338")
PUBLIC_SPECS = tuple(f"width-{width}|format-{format_}" for format_ in FORMATS for width in WIDTHS)
LISTED_SPECS = PUBLIC_SPECS + ADMIN_SPECS


def widths_for(original: int) -> tuple[int, ...]:
    """The listed widths to ask for: each one narrower than the original, and the next to hold the rest of it.

    Nothing is enlarged: of the last one Wagtail makes a picture as wide as the original.
    """
    narrower = tuple(width for width in WIDTHS if width < original)
    return WIDTHS[: len(narrower) + 1]


def formats_for(image: Any) -> tuple[str, str, str]:
    """AVIF, WebP, and for older browsers JPEG (PNG where something shows through)."""
    return "avif", "webp", "jpeg" if str(image.file.name).endswith(".jpg") else "png"


def specs_for(image: Any) -> dict[str, list[str]]:
    """Wagtail's filter specs of a picture by format, from the narrowest to the widest."""
    widths = widths_for(image.width)
    return {format_: [f"width-{width}|format-{format_}" for width in widths] for format_ in formats_for(image)}


def largest_spec(image: Any) -> str:
    """The widest listed size in the format every browser knows."""
    return specs_for(image)[formats_for(image)[-1]][-1]
