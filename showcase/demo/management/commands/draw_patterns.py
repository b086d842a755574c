"""``manage.py draw_patterns``: the patterns of the crafts, for whoever works on them."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Draws the pattern of every craft into the site's static files, and writes the style sheet that names them."

    def handle(self, *args: Any, **options: Any) -> None:
        if getattr(settings, "PRODUCTION", False):
            raise CommandError("The site's own files are not drawn anew in production.")
        from showcase.demo.drawing.patterns import draw_patterns  # needs the demo's own packages

        self.stdout.write(f"{draw_patterns()} files drawn.")
