"""Panels of the dashboard."""

from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.functional import cached_property
from django.utils.text import capfirst
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel
from wagtail.models import Page

from showcase.reports import worklist
from showcase.reports.returned import returned_to


class UserPanel(Component):
    """A panel for somebody; shown while it has something to say."""

    def __init__(self, user: Any) -> None:
        self.user = user

    @cached_property
    def entries(self) -> list[Any]:
        """What it says."""
        raise NotImplementedError

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"entries": self.entries}


class QueuePanel(WorkflowObjectsToModeratePanel):
    """What waits for somebody's decision: what kind of thing it is, and what has waited longest first."""

    name = "queue"
    template_name = "reports/queue.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        states = context["states"]
        states.reverse()
        prefetch_related_objects([state["task_state"] for state in states], "workflow_state__requested_by")
        for state in states:
            row = state["obj"]
            model = row.specific_class if isinstance(row, Page) else type(row)
            state["kind"] = capfirst(model._meta.verbose_name)
        return context


class ReturnedPanel(UserPanel):
    """What the reviewer gave back, with the reason."""

    name = "returned"
    order = 205
    template_name = "reports/returned.html"

    @cached_property
    def entries(self) -> list[Any]:
        return returned_to(self.user)


class ChecklistPanel(UserPanel):
    """Facts of the centre that are still empty."""

    name = "checklist"
    order = 230
    template_name = "reports/checklist.html"

    @cached_property
    def entries(self) -> list[Any]:
        return worklist.open_facts(self.user)


class WorklistPanel(UserPanel):
    """Gaps of the records, with their numbers."""

    name = "worklist"
    order = 240
    template_name = "reports/gaps.html"

    @cached_property
    def entries(self) -> list[Any]:
        return [entry for entry in worklist.counts(worklist.gaps_for(self.user)) if entry[2]]
