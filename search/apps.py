"""Search listens to what happens to records below it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """The top layer of the catalogue: reads everybody below, nobody below names it."""

    name = "search"
    verbose_name = _("Search")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from search.cards import newest
        from search.engines import version
        from search.health import told
        from search.importing import SYNONYMS
        from search.receivers import connect
        from search.services import renew_left
        from search.structured import LISTS
        from showcase.core import freshness
        from showcase.core.cards import provide_newest
        from showcase.core.importing import register_importer
        from showcase.core.registries import follow_ups, health_checks, staff_models
        from showcase.core.sitemaps import sitemaps

        connect()
        sitemaps.register(LISTS.kind, LISTS)
        freshness.provide(version)
        health_checks.register("search", told)
        follow_ups.register("search entries", renew_left)
        provide_newest(newest)
        for name in ("Synonym", "PromotedResult", "QueryLog"):
            staff_models.register(f"search.{name}", self.get_model(name))
        register_importer(SYNONYMS)
