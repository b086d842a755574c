"""What a template needs to show a picture: addresses, sizes, and words in the reader's language."""

from typing import Any

from wagtail.images.models import AbstractRendition

from showcase.images.models import CentreImage
from showcase.images.sizes import specs_for

#: The point that must stay visible is told to the style sheet in steps of so many per cent.
FOCUS_STEP = 10
#: So many of the narrowest sizes are offered on cards: 320 and 640.
ON_CARDS = 2


def picture_data(image: CentreImage | None, language: str) -> dict[str, Any] | None:
    """Return {src, srcset, webp_srcset, avif_srcset, width, height, alt, alt_lang, focus}, all JSON-able.

    `src` is the largest listed size there is; `alt_lang` is None where the words are in `language`; `focus` are the
    classes that keep the focal point in sight where a picture is cut, or "". From renditions that exist (prefetched
    as `renditions`, else by one query); none is ever made here. None without a picture or as long as it has none.
    """
    avif, webp, fallback = _renditions(image)
    if image is None or not fallback:
        return None
    return {
        **_shown(image, fallback[-1], language),
        "srcset": _srcset(fallback),
        "webp_srcset": _srcset(webp),
        "avif_srcset": _srcset(avif),
    }


def card_picture(image: CentreImage | None, language: str) -> dict[str, Any] | None:
    """As :func:`picture_data`, of the narrowest sizes, and without `srcset`: one for who knows neither AVIF nor WebP.

    A list has two dozen of them: all sizes of each would be half of the page. A card is about as wide as the narrowest
    size, so the next one is for screens of two dots a pixel and more, and no `sizes` are needed.
    """
    avif, webp, fallback = (renditions[:ON_CARDS] for renditions in _renditions(image))
    if image is None or not fallback:
        return None
    return {
        **_shown(image, fallback[-1], language),
        "webp_srcset": _by_density(webp),
        "avif_srcset": _by_density(avif),
    }


def _renditions(image: CentreImage | None) -> tuple[list[AbstractRendition], ...]:
    """Those that are there in AVIF, WebP and their fallback, from the narrowest to the widest."""
    if image is None:
        return [], [], []
    there = {rendition.filter_spec: rendition for rendition in image.renditions.all()}
    return tuple([there[spec] for spec in specs if spec in there] for specs in specs_for(image).values())


def _shown(image: CentreImage, fallback: AbstractRendition, language: str) -> dict[str, Any]:
    alt, alt_language = image.alt(language)
    return {
        "src": fallback.url,
        "width": fallback.width,
        "height": fallback.height,
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


def _by_density(renditions: list[AbstractRendition]) -> str:
    return ", ".join(rendition.url + (f" {dots}x" if dots > 1 else "") for dots, rendition in enumerate(renditions, 1))
