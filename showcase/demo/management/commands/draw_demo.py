"""``manage.py draw_demo``: the demo's other pictures, and whatever else its loading left for later."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from products.importing.service import import_centre
from showcase.demo.page_pictures import draw_mastheads, give_benches
from showcase.demo.pictures import VIEWS, are_taken_in, folder_with_pictures, tasks_left


class Command(BaseCommand):
    help = "Draws what `load_demo --pictures` left: surfaces, makings, the crafts of villages, other sizes."

    def handle(self, *args: Any, **options: Any) -> None:
        if getattr(settings, "PRODUCTION", False):
            raise CommandError("Demo content is not for production.")
        with tasks_left():
            call_command("db_worker", "--batch", verbosity=0)  # sizes of the pictures that are there come first
            if are_taken_in(["object"]) and not are_taken_in(VIEWS):
                draw_mastheads()  # unless the loading came so far
                with folder_with_pictures(list(VIEWS), there=["object"]) as folder:
                    report = import_centre(folder)
                for result in [result for listed in report.lists for result in listed.failed]:
                    self.stderr.write(f"{result.label}: {result.reason}")
                give_benches()
                call_command("db_worker", "--batch", verbosity=0)
