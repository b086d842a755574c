"""The centre's pages, its settings and its set-up."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "showcase.pages"
    label = "pages"
    verbose_name = _("Pages")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from showcase.core.freshness import changes_at
        from showcase.core.gaps import facts
        from showcase.core.registries import fill_slot, search_sources
        from showcase.core.sharing import share_sources
        from showcase.core.sitemaps import sitemaps
        from showcase.pages import announcing  # noqa: F401  (connects, and what it imports)
        from showcase.pages.checklist import FACTS
        from showcase.pages.documents import PAGE_SOURCES
        from showcase.pages.opening import next_change
        from showcase.pages.sharing import SHARE_SOURCE
        from showcase.pages.sitemaps import SITEMAPS
        from showcase.pages.slots import FILLERS
        from showcase.pages.structured import register

        register()
        changes_at(next_change)
        share_sources.register("page", SHARE_SOURCE)
        for source in SITEMAPS:
            sitemaps.register(source.kind, source)
        for page_source in PAGE_SOURCES:
            search_sources.register(page_source.kind, page_source)
        for filler in FILLERS:
            fill_slot(filler)
        for name, fact in FACTS.items():
            facts.register(name, fact)
