"""Views of the kernel: the code on a label, and the way to a record's page."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from showcase.core.models import LivingCode


def public_record_or_404(
    request: HttpRequest, queryset: QuerySet[Any], reference: tuple[str, str]
) -> tuple[Any, HttpResponse | None]:
    """The public record of a reference, and a redirect when its address is written otherwise.

    Raises ``Http404`` for everything that is not in ``queryset``.
    """
    _slug, code = reference
    record = queryset.filter(code=code).first()
    if record is None:
        raise Http404
    canonical = record.get_absolute_url()
    if request.path != canonical:
        query = request.META.get("QUERY_STRING")
        return record, HttpResponsePermanentRedirect(f"{canonical}?{query}" if query else canonical)
    return record, None


@require_safe
def code(request: HttpRequest, code: str) -> HttpResponse:
    """``/p/<CODE>``: what a printed label opens, for as long as the label lasts."""
    given = LivingCode.objects.filter(pk=code.upper()).select_related("content_type").first()
    if given is None:
        raise Http404
    model = given.content_type.model_class()
    record: Any = model._default_manager.filter(code=given.pk).first() if model is not None else None
    if record is None or record.withdrawn_at is not None:
        return render(request, "410.html", status=410)
    if not record.is_public:
        raise Http404
    return redirect(record.get_absolute_url())
