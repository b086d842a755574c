"""``manage.py load_scale N``: a made-up catalogue of N products, to measure and to try with."""

import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from showcase.demo.scale.loading import clear, load


class Command(BaseCommand):
    help = "Makes N public products with villages and makers that do not exist. A second run adds what is missing."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument(
            "count", type=int, nargs="?", default=0, metavar="N", help="how many products there shall be"
        )
        parser.add_argument("--clear", action="store_true", help="take the made-up records away (before making N)")
        parser.add_argument("--yes", action="store_true", help="also under production settings")

    def handle(self, *args: Any, **options: Any) -> None:
        if getattr(settings, "PRODUCTION", False) and not options["yes"]:
            raise CommandError("Made-up records do not belong in production; --yes if you mean it.")
        if options["count"] < 0 or not (options["count"] or options["clear"]):
            raise CommandError("Say how many products there shall be, or --clear.")
        started = time.monotonic()
        if options["clear"]:
            self._say(f"{clear(self._say):,} made-up records taken away")
        if options["count"]:
            made = load(options["count"], self._say)
            self._say(f"{made:,} new products in {time.monotonic() - started:.0f} s")

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
