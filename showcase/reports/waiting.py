"""A reviewer who opens what waits is told so, with the way to what changed: Wagtail hides both in a menu."""

from typing import Any

from django.http import HttpRequest
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
