"""Absolute addresses. They are made of ``SITE_URL``, never of the request's Host header: pages are kept and shared."""

from functools import lru_cache
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import translation

#: Any code: only its place in an address counts.
_ANY = "AAAAAA"


def absolute(address: str) -> str:
    """The address with the site's name; a path, or an address whose host is left out.

    Addresses of other hosts (a file storage elsewhere) stay as they are.
    """
    site = settings.SITE_URL.rstrip("/")
    if address.startswith("/") and not address.startswith("//"):
        return site + address
    return address


def path_of(address: str) -> str:
    """The path and query of an address of this site: Wagtail writes the host where there are several sites."""
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


@lru_cache(maxsize=256)
def named_path(name: str, language: str) -> str:
    """The path of a route without arguments in a language."""
    with translation.override(language):
        return reverse(name)


@lru_cache(maxsize=64)
def _before_reference(route: str, language: str) -> tuple[str, str]:
    with translation.override(language):
        before, _code, after = reverse(route, args=[_ANY]).rpartition(_ANY)
    return before, after


def record_path(route: str, reference: str, language: str) -> str:
    """As ``Record.get_absolute_url``, from the detail route and the reference: quick enough for thousands."""
    before, after = _before_reference(route, language)
    return f"{before}{reference}{after}"


def home_path(language: str) -> str:
    """``/`` or ``/en/``."""
    return "/" if language == settings.LANGUAGE_CODE else f"/{language}/"
