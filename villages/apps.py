"""Villages, artisans, crafts and places."""

from operator import attrgetter

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VillagesConfig(AppConfig):
    name = "villages"
    verbose_name = _("Villages and artisans")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.permissions import register_permission_policy

        from showcase.core.gaps import gaps
        from showcase.core.policies import RecordPermissionPolicy
        from showcase.core.registries import fill_slot, search_sources
        from showcase.core.sharing import ShareSource, share_sources
        from showcase.core.sitemaps import record_sitemap, sitemaps
        from villages.documents import ARTISAN_SOURCE, VILLAGE_SOURCE, public_artisans, public_villages
        from villages.gaps import GAPS
        from villages.models import Artisan, Village
        from villages.slots import FILLERS
        from villages.structured import artisan_cards, village_cards
        from villages.words import GLOSSARY_SOURCE

        for model in (Artisan, Village):
            register_permission_policy(model, RecordPermissionPolicy(model))

        for source in (VILLAGE_SOURCE, ARTISAN_SOURCE, GLOSSARY_SOURCE):
            search_sources.register(source.kind, source)
        sitemaps.register("villages", record_sitemap("villages", Village))
        sitemaps.register("artisans", record_sitemap("artisans", Artisan))
        code = attrgetter("code")
        share_sources.register("village", ShareSource(Village, code, village_cards, public_villages))
        share_sources.register("artisan", ShareSource(Artisan, code, artisan_cards, public_artisans))
        for filler in FILLERS:
            fill_slot(filler)
        for name, gap in GAPS.items():
            gaps.register(name, gap)
