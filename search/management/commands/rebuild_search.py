"""Build the whole read model anew from the records."""

from typing import Any

from django.core.management.base import BaseCommand

from search.services import rebuild_all


class Command(BaseCommand):
    """``manage.py rebuild_search``."""

    help = "Build the search entries of all public records anew."

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild and say how many documents there are."""
        self.stdout.write(f"{rebuild_all()} documents")
