"""What a change leaves to the task worker: one task a changed row, in which everybody who follows it does a part."""

from functools import partial

from django.db import transaction
from django.db.models import Model
from wagtail.models import Page


def leave_for_later(row: Model) -> None:
    """Have the ``follow_ups`` of a changed row done after the commit.

    The change is stored whatever comes of the task; commands of the operator make up for a lost one.
    """
    from showcase.core.tasks import follow_up

    label = (Page if isinstance(row, Page) else row)._meta.label_lower
    transaction.on_commit(partial(follow_up.enqueue, label, row.pk), robust=True)
