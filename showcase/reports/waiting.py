"""A reviewer who opens what waits is told so, with the way to what changed; having decided, he sees what waits next."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page, TaskState, WorkflowMixin

#: The name under which Wagtail's form sends a decision.
DECIDES = "action-workflow-action"


def say_what_waits(request: HttpRequest, row: Any) -> None:
    """Before a form opens: what to decide, and where. Before it is taken: what is to be decided."""
    if request.method == "POST" and DECIDES in request.POST and isinstance(row, WorkflowMixin):
        request.waiting_task = row.current_workflow_task_state  # type: ignore[attr-defined]
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
    """After a decision in a form: say what came of it, and lead back to the queue.

    Where somebody else was quicker, Wagtail stores what was sent as a draft: then nothing was decided here.
    """
    state = getattr(request, "waiting_task", None)
    if state is None:
        return None
    state.refresh_from_db()
    if state.finished_by_id != request.user.pk:
        return None
    messages.success(request, _outcome(row, state) % {"name": row})
    return redirect("reports_review")


def _outcome(row: Any, state: TaskState) -> str:
    stored = type(row)._base_manager.get(pk=row.pk)
    if state.status == TaskState.STATUS_REJECTED:
        return _("“%(name)s” goes back to its author.")
    if stored.workflow_in_progress:
        return _("“%(name)s” is approved. The next reviewer decides.")
    if stored.scheduled_revision:
        return _("“%(name)s” is approved. It becomes public at its time.")
    return _("“%(name)s” is approved and public.")
