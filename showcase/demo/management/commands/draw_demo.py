"""``manage.py draw_demo``: the demo's other pictures, and whatever else its loading left for later."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from products.importing.service import import_centre
from showcase.demo.page_pictures import give_benches
from showcase.demo.pictures import VIEWS, folder_with_pictures, is_drawn, tasks_left


class Command(BaseCommand):
    help = "Draws what `load_demo --pictures` left: surfaces, makings, the crafts of villages, other sizes."

    def handle(self, *args: Any, **options: Any) -> None:
        if getattr(settings, "PRODUCTION", False):
            raise CommandError("Demo content is not for production.")
        with tasks_left():
            call_command("db_worker", "--batch", verbosity=0)  # sizes of the pictures that are there come first
            if is_drawn("object") and not is_drawn("making"):
                with folder_with_pictures(list(VIEWS), there=["object"]) as folder:
                    import_centre(folder)
                give_benches()
                call_command("db_worker", "--batch", verbosity=0)
