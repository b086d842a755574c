"""Renew, add and drop only those search entries that do not fit the records."""

from typing import Any

from django.core.management.base import BaseCommand

from search.catching_up import catch_up


class Command(BaseCommand):
    """``manage.py catch_up_search``, for cron: ``*/10 * * * * cd /srv/showcase && .venv/bin/python manage.py ...``."""

    help = "Put right search entries that are stale, missing or left over. Meant to run every ten minutes by cron."

    def handle(self, *args: Any, **options: Any) -> None:
        """Catch up and say what was done."""
        done = catch_up()
        self.stdout.write(f"{done.stale} stale, {done.missing} missing, {done.left_over} left over")
