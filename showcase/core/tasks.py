"""Work that no request waits for."""

import logging

from django.apps import apps
from django_tasks import task

from showcase.core.registries import follow_ups

logger = logging.getLogger(__name__)


@task()
def follow_up(label: str, pk: int) -> dict[str, int]:
    """Do everybody's part for a changed row, in the order of their registration; returns how much each has done.

    A part that fails holds up no other. Raises ``RuntimeError`` afterwards, naming those that failed.
    """
    row = apps.get_model(label)._base_manager.filter(pk=pk).first()
    done, failed = {}, []
    for name in follow_ups.names() if row is not None else ():
        try:
            done[name] = follow_ups[name](row)
        except Exception:
            logger.exception("%s of %s %s failed", name, label, pk)
            failed.append(name)
    if failed:
        raise RuntimeError(f"{label} {pk}: {', '.join(failed)} failed")
    return done
