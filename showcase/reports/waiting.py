"""A reviewer who opens what waits is told so, with the way to what changed; having decided, he sees what waits next."""

from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page, WorkflowMixin


def say_what_waits(request: HttpRequest, row: Any) -> None:
    """Before a form opens: what to decide, and where."""
    task = row.current_workflow_task if isinstance(row, WorkflowMixin) else None
    if request.method != "GET" or task is None or not task.get_actions(row, request.user):
        return
    buttons = []
    if row.live and row.latest_revision_id:
        page = isinstance(row, Page)
        name = "wagtailadmin_pages:revisions_compare" if page else row.snippet_viewset.get_url_name("revisions_compare")
        address = reverse(name, args=[row.pk, "live", row.latest_revision_id])
        buttons.append(messages.button(address, _("Compare with what is public")))
    words = _("This waits for your decision. Approve it or give it back: press the arrow beside “Save draft”.")
    messages.info(request, words, buttons=buttons)


def go_to_next(request: HttpRequest, row: Any) -> HttpResponse | None:
    """After a decision in a form: say what came of it, and lead back to the queue."""
    if "action-workflow-action" not in request.POST:
        return None
    stored = type(row)._base_manager.get(pk=row.pk)
    if request.POST.get("workflow-action-name") != "approve":
        words = _("“%(name)s” goes back to its author.")
    elif stored.live and not stored.has_unpublished_changes:
        words = _("“%(name)s” is approved and public.")
    else:
        words = _("“%(name)s” is approved. It becomes public at its time.")
    for _said in get_messages(request):
        pass  # Wagtail's words about saving say less
    messages.success(request, words % {"name": row})
    return redirect("reports_review")
