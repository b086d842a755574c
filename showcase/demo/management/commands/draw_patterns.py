"""``manage.py draw_patterns``: the patterns of the crafts, for whoever works on them."""

from typing import Any

from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Draws the pattern of every craft into the site's static files, and writes the style sheet that names them."

    def handle(self, *args: Any, **options: Any) -> None:
        from showcase.demo.drawing.patterns import draw_patterns  # needs the demo's own packages

        self.stdout.write(f"{draw_patterns()} files drawn.")
