"""The site, and under /__bare__/ the yardstick: the same process and Django, but no middleware of its own."""

import os
from collections.abc import Iterable
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.settings")

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponseBase
from django.test.utils import override_settings

site = get_wsgi_application()

from search.engines import prepare  # noqa: E402 - needs the apps loaded

prepare()


class BareHandler(WSGIHandler):
    """Django with one address and no middleware."""

    def get_response(self, request: HttpRequest) -> HttpResponseBase:
        request.urlconf = "benchmarks.bare"  # type: ignore[attr-defined]
        return super().get_response(request)


with override_settings(MIDDLEWARE=[]):
    bare = BareHandler()


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """One of the two, by the path."""
    handler = bare if environ["PATH_INFO"].startswith("/__bare__") else site
    return handler(environ, start_response)
