"""What a change leaves for the time after its commit."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import Model
from wagtail.models import Page


def after_commit(work: Callable[..., Any], *arguments: Any) -> None:
    """Do something once the change is stored. What fails is logged and ends nothing else that waits."""

    def do() -> None:  # not a partial: Django, logging a failure, asks for a name that those do not have
        work(*arguments)

    transaction.on_commit(do, robust=True)


def leave_for_later(row: Model) -> None:
    """Have the task worker do the ``follow_ups`` of a changed row: one task, in which everybody does a part.

    The change is stored whatever comes of the task; commands of the operator make up for a lost one.
    """
    from showcase.core.tasks import follow_up

    label = (Page if isinstance(row, Page) else row)._meta.label_lower
    after_commit(follow_up.enqueue, label, row.pk)
