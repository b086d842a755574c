"""The yardstick: a Django view that gives 10 kB and asks nothing."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

BODY = b"x" * 10_240


def constant(_request: HttpRequest) -> HttpResponse:
    """The same bytes each time."""
    return HttpResponse(BODY)


urlpatterns = [path("__bare__/", constant)]
