"""`{% picture image sizes="..." %}`: a picture in the listed widths."""

from typing import Literal

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from showcase.images.models import CentreImage
from showcase.images.pictures import picture_data

register = template.Library()


@register.simple_tag
def picture(
    image: CentreImage | Literal[""] | None,
    sizes: str = "100vw",
    alt: str | None = None,
    eager: bool = False,
    css_class: str = "",
) -> SafeString | str:
    """Write a `<picture>` with AVIF, WebP and their fallback, width, height and words in the page's language.

    `alt` replaces the picture's own text (`alt=""` where the text beside it says the same); `eager` is for the one
    picture seen first. Writes nothing without a picture, and nothing as long as no size of it was made.
    """
    data = picture_data(image or None, (get_language() or "vi").split("-")[0])
    if data is None:
        return ""
    attributes = {
        "src": data["src"],
        "srcset": data["srcset"],
        "sizes": sizes,
        # As text: a number would be grouped or localised by format_html.
        "width": str(data["width"]),
        "height": str(data["height"]),
        "alt": data["alt"] if alt is None else alt,
        "lang": data["alt_lang"] if alt is None else None,
        "class": " ".join(filter(None, (css_class, data["focus"]))) or None,
        "loading": None if eager else "lazy",
        "fetchpriority": "high" if eager else None,
        "decoding": "async",
    }
    sources = [(kind, data[f"{kind}_srcset"], sizes) for kind in ("avif", "webp") if data[f"{kind}_srcset"]]
    return format_html(
        "<picture>{}<img {}></picture>",
        format_html_join("", '<source type="image/{}" srcset="{}" sizes="{}">', sources),
        format_html_join(" ", '{}="{}"', ((name, value) for name, value in attributes.items() if value is not None)),
    )


@register.filter
def largest_url(image: CentreImage) -> str:
    """The largest listed size: originals are never linked."""
    data = picture_data(image, "vi")
    return str(data["src"]) if data else ""
