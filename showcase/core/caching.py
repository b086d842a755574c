"""Answers that caches on the way may keep, and that are not sent again to whoever has them."""

import datetime
import hashlib

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date


def kept_answer(
    request: HttpRequest, response: HttpResponse, seconds: int, changed: datetime.datetime | None = None
) -> HttpResponseBase:
    """The answer with ``ETag`` of its bytes, ``Last-Modified`` when the change is known, and how long it may be kept.

    Gives 304 when the asking side has these bytes.
    """
    tag = f'"{hashlib.sha256(response.content).hexdigest()[:24]}"'
    response.headers["ETag"] = tag
    modified = int(changed.timestamp()) if changed else None
    if modified is not None:
        response.headers["Last-Modified"] = http_date(modified)
    patch_cache_control(response, public=True, max_age=seconds)
    answer = get_conditional_response(request, etag=tag, last_modified=modified, response=response)
    return answer or response
