"""What a template needs to show a picture: addresses, sizes, and words in the reader's language."""

from typing import Any

from wagtail.images.models import AbstractRendition

from showcase.images.models import CentreImage
from showcase.images.sizes import specs_for

#: The point that must stay visible is told to the style sheet in steps of so many per cent.
FOCUS_STEP = 10


def picture_data(image: CentreImage | None, language: str) -> dict[str, Any] | None:
    """Return {src, srcset, webp_srcset, avif_srcset, width, height, alt, alt_lang, focus}, all JSON-able.

    `src` is the largest listed size there is; `alt_lang` is None where the words are in `language`; `focus` are the
    classes that keep the focal point in sight where a picture is cut, or "". From renditions that exist (prefetched
    as `renditions`, else by one query); none is ever made here. None without a picture or as long as it has none.
    """
    if image is None:
        return None
    there = {rendition.filter_spec: rendition for rendition in image.renditions.all()}
    sets = {format_: [there[spec] for spec in specs if spec in there] for format_, specs in specs_for(image).items()}
    avif, webp, fallback = sets.values()
    if not fallback:
        return None
    alt, alt_language = image.alt(language)
    return {
        "src": fallback[-1].url,
        "srcset": _srcset(fallback),
        "webp_srcset": _srcset(webp),
        "avif_srcset": _srcset(avif),
        "width": fallback[-1].width,
        "height": fallback[-1].height,
        "alt": alt,
        "alt_lang": alt_language if alt and alt_language != language else None,
        "focus": focus_classes(image),
    }


def focus_classes(image: CentreImage) -> str:
    """Classes such as "focus-x-30 focus-y-70"; "" for a picture without a focal point."""
    if image.focal_point_x is None or image.focal_point_y is None or not (image.width and image.height):
        return ""
    x, y = (
        min(100, round(place / side * 100 / FOCUS_STEP) * FOCUS_STEP)
        for place, side in ((image.focal_point_x, image.width), (image.focal_point_y, image.height))
    )
    return f"focus-x-{x} focus-y-{y}"


def _srcset(renditions: list[AbstractRendition]) -> str:
    """Each address with the width the file really has."""
    return ", ".join(f"{rendition.url} {rendition.width}w" for rendition in renditions)
