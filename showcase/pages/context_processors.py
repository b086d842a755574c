"""What every public template may show."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from showcase.core import freshness
from showcase.pages.menus import menus
from showcase.pages.models import CentreSettings
from showcase.pages.opening import opening


def centre(request: HttpRequest) -> dict[str, Any]:
    """Details (``centre``), hours (``opening``) and menus (``menus``) of the centre; read when a template asks."""
    return {
        "centre": SimpleLazyObject(lambda: centre_details(request)),
        "opening": SimpleLazyObject(lambda: opening(request)),
        "menus": SimpleLazyObject(lambda: menus(request)),
    }


def centre_details(request: HttpRequest | None) -> CentreSettings:
    """The centre's details, kept in the process; only to be read."""
    return freshness.kept("centre", request, lambda: CentreSettings.load(request_or_site=request))
