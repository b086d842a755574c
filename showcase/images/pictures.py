"""What a template needs to show a picture: addresses, sizes, and words in the reader's language."""

from typing import Any

from wagtail.images.models import AbstractRendition, SourceImageIOError

from showcase.images.models import CentreImage
from showcase.images.sizes import specs_for


def picture_data(image: CentreImage | None, language: str) -> dict[str, Any] | None:
    """Return {src, srcset, webp_srcset, width, height, alt, alt_lang}, all JSON-able; None without picture or file.

    `src` is the largest listed size; `alt_lang` is None where the words are in `language`. Renditions that are there
    (also prefetched as `renditions`) are used, the others are made.
    """
    if image is None:
        return None
    modern, fallback = specs_for(image)
    try:
        renditions = image.get_renditions(*modern, *fallback)
    except SourceImageIOError:
        return None
    largest = renditions[fallback[-1]]
    alt, alt_language = image.alt(language)
    return {
        "src": largest.url,
        "srcset": _srcset([renditions[spec] for spec in fallback]),
        "webp_srcset": _srcset([renditions[spec] for spec in modern]),
        "width": largest.width,
        "height": largest.height,
        "alt": alt,
        "alt_lang": alt_language if alt and alt_language != language else None,
    }


def _srcset(renditions: list[AbstractRendition]) -> str:
    """Each address with the width the file really has."""
    return ", ".join(f"{rendition.url} {rendition.width}w" for rendition in renditions)
