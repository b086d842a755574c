"""Renew, add and drop only those search entries that do not fit the records."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search import querylog
from search.catching_up import catch_up
from search.engines import get_engine
from search.engines.breaker import Unavailable


class Command(BaseCommand):
    """``manage.py catch_up_search``, for cron: ``*/10 * * * * cd /srv/showcase && .venv/bin/python manage.py ...``."""

    help = "Put right search entries that are stale, missing or left over. Meant to run every ten minutes by cron."

    def handle(self, *args: Any, **options: Any) -> None:
        """Catch up and say what was done, with old counts of typed words too; then the engine's own index, if any."""
        querylog.sweep()
        done = catch_up()
        self.stdout.write(f"{done.stale} stale, {done.missing} missing, {done.left_over} left over")
        engine = get_engine()
        if engine.is_fed:
            try:
                self.stdout.write(f"{engine.catch_up()} documents of the index put right")
            except Unavailable as error:
                raise CommandError(f"The search server cannot be used, the site answers without it: {error}") from error
