"""The one table of words in public addresses, and how a path is made of it.

Used inside ``i18n_patterns(prefix_default_language=False)``: the active language (told by
the address alone) picks the word, so one pattern serves both languages and
``django.urls.translate_url`` keeps the place.
"""

from typing import Any

from django.urls import register_converter
from django.utils.functional import lazy
from django.utils.translation import get_language

from showcase.core.codes import LENGTH

WORDS: dict[str, dict[str, str]] = {
    "villages": {"vi": "lang-nghe", "en": "villages"},
    "artisans": {"vi": "nghe-nhan", "en": "artisans"},
    "products": {"vi": "san-pham", "en": "products"},
    "exhibitions": {"vi": "trien-lam", "en": "exhibitions"},
    "events": {"vi": "su-kien", "en": "events"},
    "stories": {"vi": "chuyen-lang", "en": "stories"},
    "glossary": {"vi": "thuat-ngu", "en": "glossary"},
    "search": {"vi": "tim-kiem", "en": "search"},
    "favourites": {"vi": "yeu-thich", "en": "favourites"},
}
# Sections that are pages: their addresses belong to the tree.
PAGE_SECTIONS = frozenset({"exhibitions", "events", "stories"})
# First path segments that a page may not take: it would be shadowed silently.
RESERVED = frozenset({"en", "vi", "p", "admin", "media", "static", "documents", "api", "portal", "django-admin"})


def word(name: str, language: str | None = None) -> str:
    """The address word of a section in a language."""
    language = (language or get_language() or "vi").split("-")[0]
    words = WORDS[name]
    return words.get(language, words["vi"])


def is_reserved(slug: str) -> bool:
    """Whether a page at the first level with this slug would be shadowed by a route of ours."""
    words = {entry for name, table in WORDS.items() if name not in PAGE_SECTIONS for entry in table.values()}
    return slug in RESERVED or slug in words


def _route(name: str, rest: str) -> str:
    return f"{word(name)}/{rest}"


route: Any = lazy(_route, str)
"""``path(route("villages", "<living:reference>/"), view)``: a route in the active language."""


class LivingReferenceConverter:
    """``slug-CODE`` or ``CODE`` alone; gives (slug, code in upper case)."""

    regex = rf"(?:[-a-zA-Z0-9]+-)?[A-Za-z0-9]{{{LENGTH}}}"

    def to_python(self, value: str) -> tuple[str, str]:
        return value[: -LENGTH - 1], value[-LENGTH:].upper()

    def to_url(self, value: str) -> str:
        return value


register_converter(LivingReferenceConverter, "living")

__all__ = ["RESERVED", "WORDS", "is_reserved", "route", "word"]
