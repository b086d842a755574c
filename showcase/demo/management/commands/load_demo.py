"""``manage.py load_demo``: the demo's lists through the import, what it tells, two people."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from products.importing.service import import_centre
from search.services import renew_stale
from showcase.demo.content import FOLDER, fill_settings, make_people
from showcase.demo.page_pictures import draw_mastheads
from showcase.demo.pictures import folder_with_pictures, make_first_sizes, tasks_left
from showcase.demo.told import make_glossary, make_told_pages
from showcase.images.rendering import make_all_missing
from showcase.pages.models import HomePage
from villages.models import Village


class Command(BaseCommand):
    help = "Loads the demo content. A second run changes nothing that people edited."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--if-empty", action="store_true", help="do nothing when there are villages")
        parser.add_argument(
            "--pictures", action="store_true", help="draw every product, and a still life of every show"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if getattr(settings, "PRODUCTION", False):
            raise CommandError("Demo content is not for production.")
        if options["if_empty"] and Village.objects.exists():
            self.stdout.write("The database has content; no demo loaded.")
            return
        if not HomePage.objects.exists():
            raise CommandError("The site has no pages yet. Run “manage.py setup_centre” first.")
        if options["pictures"]:
            # What may wait is left to `draw_demo`, so that the site soon answers.
            with folder_with_pictures(["object"]) as folder, tasks_left():
                self._load(folder)
                draw_mastheads()
            make_first_sizes()
            renew_stale()
        else:
            self._load(FOLDER)
            make_all_missing()

    def _load(self, folder: Path) -> None:
        report = import_centre(folder)
        for listed in report.lists:
            self.stdout.write(f"{listed.file_name}: {listed.counts}")
            for result in listed.failed:
                self.stdout.write(self.style.WARNING(f"  {result.label}: {result.reason}"))
        with transaction.atomic():
            fill_settings()
            make_glossary()
            make_told_pages()
            people = make_people()
        for username, password in people.items():
            self.stdout.write(f"Sign in: {username} / {password}")
