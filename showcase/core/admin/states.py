"""The state of records in words that staff use, for columns, filters and messages."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Revision, WorkflowState

NOT_WITHDRAWN = Q(withdrawn_at__isnull=True)

#: key → words, and the rows they hold for once :func:`with_states` annotated them; a row may have several
STATES: dict[str, tuple[Any, Q]] = {
    "draft": (gettext_lazy("Draft"), Q(live=False, first_published_at__isnull=True) & NOT_WITHDRAWN),
    "live": (gettext_lazy("Live"), Q(live=True, has_unpublished_changes=False)),
    "changed": (gettext_lazy("Live with changes"), Q(live=True, has_unpublished_changes=True)),
    "review": (gettext_lazy("In review"), Q(review_status=WorkflowState.STATUS_IN_PROGRESS)),
    "returned": (gettext_lazy("Sent back"), Q(review_status=WorkflowState.STATUS_NEEDS_CHANGES)),
    "scheduled": (gettext_lazy("Scheduled"), Q(scheduled_for__isnull=False)),
    "unpublished": (
        gettext_lazy("Not public any more"),
        Q(live=False, first_published_at__isnull=False) & NOT_WITHDRAWN,
    ),
    "withdrawn": (gettext_lazy("Withdrawn"), ~NOT_WITHDRAWN),
    "sold": (gettext_lazy("Sold"), Q(sold_on__isnull=False)),
}


def state_choices(model: Any) -> list[tuple[str, Any]]:
    """The states that records of this kind can be in."""
    sells = any(field.name == "sold_on" for field in model._meta.fields)
    return [(key, label) for key, (label, _rows) in STATES.items() if sells or key != "sold"]


def with_states(queryset: "QuerySet[Any]") -> "QuerySet[Any]":
    """Annotate ``review_status`` (of a review under way, else ``None``) and ``scheduled_for`` (time or ``None``)."""
    about = {
        "base_content_type": ContentType.objects.get_for_model(queryset.model),
        "object_id": Cast(OuterRef("pk"), CharField()),
    }
    under_way = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)
    reviews = WorkflowState.objects.filter(**about, status__in=under_way)
    scheduled = Revision.objects.filter(**about, approved_go_live_at__isnull=False)
    annotated: QuerySet[Any] = queryset.annotate(
        review_status=Subquery(reviews.values("status")[:1]),
        scheduled_for=Subquery(scheduled.values("approved_go_live_at")[:1]),
    )
    return annotated


def in_state(queryset: "QuerySet[Any]", state: str) -> "QuerySet[Any]":
    """The rows of an annotated queryset that are in this state."""
    return queryset.filter(STATES[state][1])


def state_words(record: Any) -> list[str]:
    """All states of an annotated row, the one that decides about the public first."""
    found = [str(STATES[_publicity(record)][0])]
    if record.review_status:
        key = "review" if record.review_status == WorkflowState.STATUS_IN_PROGRESS else "returned"
        found.append(str(STATES[key][0]))
    if record.scheduled_for:
        found.append(_("Scheduled for %(time)s") % {"time": moment(record.scheduled_for)})
    if getattr(record, "sold_on", None):
        found.append(str(STATES["sold"][0]))
    return found


def moment(time: Any) -> str:
    """A time as staff read it, in Hà Nội."""
    return date_format(timezone.localtime(time), "SHORT_DATETIME_FORMAT")


def _publicity(record: Any) -> str:
    if record.withdrawn_at is not None:
        return "withdrawn"
    if record.live:
        return "changed" if record.has_unpublished_changes else "live"
    return "unpublished" if record.first_published_at else "draft"
