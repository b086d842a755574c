"""``/health``: how the site is, for a machine that watches it. No address, no version, no secret."""

from django.db import Error, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from showcase.core.registries import health_checks


@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """200 as long as pages can be answered, 503 without the database; parts that have a standby only name it."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        found: dict[str, str | int] = {"database": "ok"}
        for check in health_checks:
            found |= check()
    except Error:
        return JsonResponse({"database": "away"}, status=503)
    return JsonResponse(found)
