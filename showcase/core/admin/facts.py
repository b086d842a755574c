"""Changing the live facts of a record: at once, outside drafts, with a log."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import modelform_factory
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import Panel
from wagtail.permissions import policy_registry

from showcase.core import moderation


def editable_facts(model: Any) -> list[str]:
    """The live facts that staff may change in a form (the code is for life)."""
    return [name for name in model.live_facts if model._meta.get_field(name).editable and name != "code"]


class LiveFactsView(View):
    """A form of nothing but live facts."""

    model: Any = None
    edit_url_name = ""
    change_facts = staticmethod(moderation.change_live_facts)

    @cached_property
    def form_class(self) -> Any:
        return modelform_factory(self.model, form=WagtailAdminModelForm, fields=editable_facts(self.model))

    def dispatch(self, request: HttpRequest, pk: int) -> Any:
        policy = policy_registry.get_by_type(self.model)
        self.record = get_object_or_404(self.model, pk=pk)
        if not policy.user_has_permission_for_instance(request.user, "publish", self.record):
            raise PermissionDenied
        return super().dispatch(request)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._page(request, self.form_class(instance=self.record, for_user=request.user))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self.form_class(request.POST, instance=self.record, for_user=request.user)
        if form.is_valid():
            try:
                self.change_facts(self.model.objects.get(pk=self.record.pk), user=request.user, **form.cleaned_data)
            except ValidationError as error:
                form.add_error(None, error)
            else:
                messages.success(request, _("The facts of “%(name)s” are changed.") % {"name": self.record})
                return redirect(self.edit_url_name, self.record.pk)
        return self._page(request, form)

    def _page(self, request: HttpRequest, form: Any) -> HttpResponse:
        context = {
            "form": form,
            "record": self.record,
            "page_title": _("Change facts at once"),
            "page_subtitle": str(self.record),
            "edit_url": reverse(self.edit_url_name, args=[self.record.pk]),
            "media": form.media,
        }
        return TemplateResponse(request, "core/admin/facts.html", context)


class LiveFactsPanel(Panel):
    """On a live record: why these fields are locked, and where to change them."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("heading", gettext_lazy("Facts that count at once"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "core/admin/facts_panel.html"

        def is_shown(self) -> bool:
            if not self.instance.pk:
                return False
            return bool(self.instance.ledger_facts) or not self.instance.never_published

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            url_name = self.instance.snippet_viewset.get_url_name("facts")
            context["facts_url"] = reverse(url_name, args=[self.instance.pk])
            return context
