"""What every public template may show."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from showcase.pages.models import CentreSettings


def centre(request: HttpRequest) -> dict[str, Any]:
    """The centre's details as ``centre``; read when a template asks."""
    return {"centre": SimpleLazyObject(lambda: CentreSettings.load(request_or_site=request))}
