"""The code of a record as a picture that a phone reads: printed on its page and on labels."""

import io
from functools import lru_cache

import segno
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from showcase.core.codes import is_code
from showcase.core.models import LivingCode

#: A quarter of the squares may be dirty or torn.
CORRECTION = "q"
QUIET_ZONE = 4
#: A code never changes what it says; the site's own address may, once in years.
KEPT_SECONDS = 30 * 24 * 3600


@lru_cache(maxsize=512)
def code_svg(address: str) -> bytes:
    """A QR code of an address as SVG: black squares on white, of any size, with its quiet zone."""
    out = io.BytesIO()
    drawn = segno.make(address, error=CORRECTION, micro=False, boost_error=False)
    shape = {"xmldecl": False, "omitsize": True, "nl": False, "svgclass": None, "lineclass": None}
    drawn.save(out, kind="svg", border=QUIET_ZONE, light="#fff", **shape)
    return out.getvalue()


@require_safe
def code_picture(request: HttpRequest, code: str) -> HttpResponse:
    """``/p/<CODE>.svg``: the QR code of ``/p/<CODE>``, for codes that were given."""
    if not is_code(code) or not LivingCode.objects.filter(pk=code).exists():
        raise Http404
    address = f"{settings.SITE_URL.rstrip('/')}{reverse('code', args=[code])}"
    response = HttpResponse(code_svg(address), content_type="image/svg+xml")
    response.headers["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    return response
