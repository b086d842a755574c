"""``manage.py draw_share_pictures``: those that a lost task, a bulk load or a new drawing left out."""

from typing import Any

from django.core.management.base import BaseCommand

from showcase.images.share_pictures import renew_all


class Command(BaseCommand):
    help = "Draws the share pictures that are not there. A second run draws nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{renew_all()} drawn.")
