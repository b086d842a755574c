"""Pages of a village and an artisan."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from showcase.core.views import public_record_or_404
from villages.documents import public_artisans, public_villages
from villages.presentation import artisan_context, village_context
from villages.structured import artisan_findable, village_findable


def village_detail(request: HttpRequest, reference: tuple[str, str]) -> HttpResponse:
    """One village. A wrong slug moves to the right address."""
    queryset = public_villages().prefetch_related("titles", "claims", "steps__image__renditions")
    village, elsewhere = public_record_or_404(request, queryset, reference)
    if elsewhere:
        return elsewhere
    findable = village_findable(village, get_language() or "vi")
    context = {**village_context(village), "alternate_urls": village.alternate_urls(), "findable": findable}
    return render(request, "villages/village_detail.html", context)


def artisan_detail(request: HttpRequest, reference: tuple[str, str]) -> HttpResponse:
    """One artisan who agreed to be named."""
    queryset = public_artisans().prefetch_related("claims", "links__other")
    artisan, elsewhere = public_record_or_404(request, queryset, reference)
    if elsewhere:
        return elsewhere
    findable = artisan_findable(artisan, get_language() or "vi")
    context = {**artisan_context(artisan), "alternate_urls": artisan.alternate_urls(), "findable": findable}
    return render(request, "villages/artisan_detail.html", context)
