"""Villages, artisans, crafts and places."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VillagesConfig(AppConfig):
    name = "villages"
    verbose_name = _("Villages and artisans")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from showcase.core.gaps import gaps
        from showcase.core.registries import fill_slot, search_sources
        from villages.documents import ARTISAN_SOURCE, VILLAGE_SOURCE
        from villages.gaps import GAPS
        from villages.slots import FILLERS

        for source in (VILLAGE_SOURCE, ARTISAN_SOURCE):
            search_sources.register(source.kind, source)
        for filler in FILLERS:
            fill_slot(filler)
        for name, gap in GAPS.items():
            gaps.register(name, gap)
