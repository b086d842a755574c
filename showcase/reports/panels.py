"""Panels of the dashboard."""

from typing import Any

from django.utils.functional import cached_property
from wagtail.admin.ui.components import Component

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
