"""``manage.py publish_scheduled``: what was scheduled goes live or leaves. Run it every few minutes.

Stands in for Wagtail's command of the same name, which unpublishes pages as plain ``Page``
(past our one transaction) and stops at the first failure.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision


def expired() -> Iterator[Any]:
    """Live pages and records whose end has come."""
    now = timezone.now()
    for page in Page.objects.filter(live=True, expire_at__lt=now).order_by("expire_at"):
        yield page.specific
    for model in apps.get_models():
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page) and not model._meta.proxy:
            yield from model._default_manager.filter(live=True, expire_at__lt=now).order_by("expire_at")


class Command(BaseCommand):
    help = "Publishes and unpublishes what was scheduled; each in its own transaction."

    def handle(self, *args: Any, **options: Any) -> None:
        failures: list[str] = []
        for thing in list(expired()):
            self._try(failures, thing, thing.unpublish, set_expired=True, log_action="wagtail.unpublish.scheduled")
        due = Revision.objects.filter(approved_go_live_at__lt=timezone.now()).order_by("approved_go_live_at")
        for revision in list(due):
            self._try(failures, revision, revision.publish, log_action="wagtail.publish.scheduled")
        if failures:
            raise CommandError("\n".join(failures))

    def _try(self, failures: list[str], thing: Any, action: Any, **kwargs: Any) -> None:
        try:
            action(**kwargs)
        except Exception as error:  # one that fails must not hold up the others
            failures.append(f"{thing._meta.label} {thing.pk}: {error!r}")
