"""Pages of a village and an artisan."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from showcase.core.views import public_record_or_404
from villages.documents import public_artisans, public_villages
from villages.page import VILLAGE_PAGE
from villages.presentation import artisan_context
from villages.structured import artisan_findable


def village_detail(request: HttpRequest, reference: tuple[str, str]) -> HttpResponse:
    """One village. A wrong slug moves to the right address."""
    return VILLAGE_PAGE.respond(request, reference, public_villages)


def artisan_detail(request: HttpRequest, reference: tuple[str, str]) -> HttpResponse:
    """One artisan who agreed to be named."""
    queryset = public_artisans().prefetch_related("claims", "links__other")
    artisan, elsewhere = public_record_or_404(request, queryset, reference)
    if elsewhere:
        return elsewhere
    findable = artisan_findable(artisan, get_language() or "vi")
    context = {**artisan_context(artisan), "alternate_urls": artisan.alternate_urls(), "findable": findable}
    return render(request, "villages/artisan_detail.html", context)
