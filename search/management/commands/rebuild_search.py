"""Build the whole read model anew from the records."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from search.services import rebuild_all
from showcase.core import fingerprint


class Command(BaseCommand):
    """``manage.py rebuild_search``."""

    help = "Build the search entries, cards and stored pages of all public records anew."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--if-stale", action="store_true", help="only when templates or translations are not those of the last time"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild and say how many documents there are."""
        if options["if_stale"] and fingerprint.matches():
            self.stdout.write("What is stored was made with these templates; nothing to do.")
            return
        self.stdout.write(f"{rebuild_all()} documents")
