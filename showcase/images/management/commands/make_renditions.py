"""``manage.py make_renditions``: the sizes of pictures that a lost task or a restored backup left out."""

from typing import Any

from django.core.management.base import BaseCommand

from showcase.images.rendering import make_all_missing


class Command(BaseCommand):
    help = "Makes the listed sizes of pictures that are not there. A second run makes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{make_all_missing()} made.")
