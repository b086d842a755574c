"""What Wagtail's admin may do to many accounts at once."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail import hooks


@hooks.register("before_bulk_action")
def leave_superusers_alone(request: HttpRequest, action_type: str, objects: Sequence[Any], action: Any) -> None:
    """Who may do everything is changed by nobody who may do less; Wagtail asks that for deleting only."""
    chosen = [row for row in objects if isinstance(row, get_user_model())]
    if any(user.is_superuser for user in chosen) and not getattr(request.user, "is_superuser", False):
        raise PermissionDenied
