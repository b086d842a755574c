"""Withdrawing a record from the public for good, and bringing it back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View
from wagtail.permissions import policy_registry

from showcase.core import moderation


class WithdrawalView(View):
    """Asks for a reason and withdraws; on a withdrawn record it restores."""

    model: Any = None
    edit_url_name = ""

    def dispatch(self, request: HttpRequest, pk: int) -> Any:
        policy = policy_registry.get_by_type(self.model)
        self.record = get_object_or_404(self.model, pk=pk)
        if not policy.user_has_permission_for_instance(request.user, "publish", self.record):
            raise PermissionDenied
        return super().dispatch(request)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._page(request)

    def post(self, request: HttpRequest) -> HttpResponse:
        name = {"name": self.record}
        if self.record.withdrawn_at is not None:
            moderation.restore_record(self.record, user=request.user)
            messages.success(request, _("“%(name)s” is restored; it is not public yet.") % name)
            return redirect(self.edit_url_name, self.record.pk)
        reason = request.POST.get("reason", "").replace("\0", "").strip()
        if not reason:
            return self._page(request, error=_("Say why; the log keeps it."))
        moderation.withdraw_record(self.record, user=request.user, reason=reason[:500])
        messages.success(request, _("“%(name)s” is withdrawn from the public.") % name)
        return redirect(self.edit_url_name, self.record.pk)

    def _page(self, request: HttpRequest, error: str = "") -> HttpResponse:
        withdrawn = self.record.withdrawn_at is not None
        context = {
            "record": self.record,
            "withdrawn": withdrawn,
            "error": error,
            "page_title": _("Restore") if withdrawn else _("Withdraw"),
            "page_subtitle": str(self.record),
            "edit_url": reverse(self.edit_url_name, args=[self.record.pk]),
        }
        return TemplateResponse(request, "core/admin/withdrawal.html", context)
