"""Build the whole read model anew from the records."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.catching_up import compare
from search.engines import get_engine
from search.engines.breaker import Unavailable
from search.rebuilding import rebuild_all
from showcase.core import fingerprint


class Command(BaseCommand):
    """``manage.py rebuild_search``."""

    help = "Build the search entries, cards and stored pages of all public records anew, then the engine's own index."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--if-stale", action="store_true", help="only when templates or translations are not those of the last time"
        )
        parser.add_argument(
            "--index-only", action="store_true", help="the index of Elasticsearch only, from the entries as they are"
        )
        parser.add_argument(
            "--verify", action="store_true", help="change nothing: compare entries with records, and an index with them"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild and say how many documents there are."""
        engine = get_engine()
        try:
            if options["verify"]:
                self._verify()
                return
            if options["if_stale"] and fingerprint.matches():
                self.stdout.write("What is stored was made with these templates; nothing to do.")
                return
            if not options["index_only"]:
                self.stdout.write(f"{rebuild_all()} documents")
            if engine.is_fed or options["index_only"]:
                self.stdout.write(f"{engine.rebuild()} documents in the index")
        except Unavailable as error:
            raise CommandError(f"The search server cannot be used: {error}") from error

    def _verify(self) -> None:
        records = compare()
        self.stdout.write(f"{records.entries} public records, {records.documents} entries")
        index = get_engine().compare()
        if index:
            self.stdout.write(f"{index.entries} entries, {index.documents} documents in the index")
        for compared, mended_by in ((records, "rebuild_search"), (index, "catch_up_search")):
            if compared and compared.differing:
                some = ", ".join(compared.differing[:10])
                raise CommandError(f"{len(compared.differing)} differ: {some}. {mended_by} puts them right.")
        self.stdout.write("They are the same.")
