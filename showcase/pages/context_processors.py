"""What every public template may show."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from showcase.core import freshness
from showcase.pages.models import CentreSettings


def centre(request: HttpRequest) -> dict[str, Any]:
    """The centre's details as ``centre``; read when a template asks, and again when something changed."""
    return {"centre": SimpleLazyObject(lambda: centre_details(request))}


def centre_details(request: HttpRequest | None) -> CentreSettings:
    """The centre's details, kept in the process; only to be read."""
    return freshness.kept("centre", request, lambda: CentreSettings.load(request_or_site=request))
