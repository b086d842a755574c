"""``manage.py load_demo``: the demo's lists through the import, one exhibition, two people."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from products.importing.service import import_centre
from showcase.demo.content import FOLDER, fill_settings, make_exhibition, make_people
from showcase.demo.told import make_glossary, make_other_exhibitions, make_told_pages
from showcase.images.rendering import make_all_missing
from showcase.pages.models import HomePage
from villages.models import Village


class Command(BaseCommand):
    help = "Loads the demo content. A second run changes nothing that people edited."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--if-empty", action="store_true", help="do nothing when there are villages")

    def handle(self, *args: Any, **options: Any) -> None:
        if getattr(settings, "PRODUCTION", False):
            raise CommandError("Demo content is not for production.")
        if options["if_empty"] and Village.objects.exists():
            self.stdout.write("The database has content; no demo loaded.")
            return
        if not HomePage.objects.exists():
            raise CommandError("The site has no pages yet. Run “manage.py setup_centre” first.")
        report = import_centre(FOLDER)
        for listed in report.lists:
            self.stdout.write(f"{listed.file_name}: {listed.counts}")
            for result in listed.failed:
                self.stdout.write(self.style.WARNING(f"  {result.label}: {result.reason}"))
        with transaction.atomic():
            fill_settings()
            make_glossary()
            if make_exhibition() is not None:
                make_other_exhibitions()
            make_told_pages()
            people = make_people()
        make_all_missing()
        for username, password in people.items():
            self.stdout.write(f"Sign in: {username} / {password}")
