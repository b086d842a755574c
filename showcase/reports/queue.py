"""What waits for somebody's decision, the longest first."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.text import capfirst
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Locale, TaskState


@dataclass(frozen=True, slots=True)
class Waiting:
    """A page or record, what kind of thing it is, who sent it and when. ``language`` is empty for a record."""

    name: str
    kind: str
    language: str
    sender: str
    since: datetime
    url: str


def waiting_for(user: Any) -> "QuerySet[TaskState]":
    """What this user may decide."""
    return (  # type: ignore[no-any-return]
        TaskState.objects.reviewable_by(user)
        .select_related("workflow_state__requested_by")
        .prefetch_related("revision__content_object__latest_revision")
        .order_by("started_at", "pk")
    )


def entries(states: list[TaskState], user: Any) -> list[Waiting]:
    """The same to be read. A record that is gone is left out."""
    finder, locales = AdminURLFinder(user), Locale.objects.in_bulk()
    found = []
    for state in states:
        row, sender = state.revision.content_object, state.workflow_state.requested_by
        if row is None:
            continue
        name = row.latest_revision.object_str if row.latest_revision else str(row)
        locale = locales.get(getattr(row, "locale_id", None))
        language = locale.get_display_name() if locale else ""
        sent_by = get_user_display_name(sender) if sender else ""
        kind = capfirst(row._meta.verbose_name)
        found.append(Waiting(name, kind, language, sent_by, state.started_at, finder.get_edit_url(row) or ""))
    return found
