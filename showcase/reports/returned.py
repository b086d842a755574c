"""What a reviewer gave back: Wagtail keeps the reason in the history, where nobody looks before mending."""

from dataclasses import dataclass
from typing import Any

from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.utils import get_user_display_name
from wagtail.models import WorkflowState

MOST = 10


@dataclass(frozen=True, slots=True)
class Returned:
    """A page or record that waits for its author, and why."""

    name: str
    url: str
    reviewer: str
    comment: str


def returned_to(user: Any) -> list[Returned]:
    """What this user sent and has to mend, the newest of it."""
    states = (
        WorkflowState.objects.filter(requested_by=user, status=WorkflowState.STATUS_NEEDS_CHANGES)
        .select_related("current_task_state__finished_by")
        .prefetch_related("content_object__latest_revision")
        .order_by("-current_task_state__finished_at")[:MOST]
    )
    finder = AdminURLFinder(user)
    found = []
    for state in states:
        if (row := state.content_object) and (url := finder.get_edit_url(row)) and (task := state.current_task_state):
            name = row.latest_revision.object_str if row.latest_revision else str(row)
            reviewer = get_user_display_name(task.finished_by) if task.finished_by else ""
            found.append(Returned(name, url, reviewer, task.comment))
    return found
