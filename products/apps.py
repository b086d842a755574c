"""The catalogue."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProductsConfig(AppConfig):
    name = "products"
    verbose_name = _("Catalogue")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from products.documents import PRODUCT_SOURCE
        from products.facets import FACETS
        from products.gaps import GAPS
        from products.importing.registration import LISTS
        from products.slots import FILLERS
        from showcase.core.gaps import gaps
        from showcase.core.importing import register_importer
        from showcase.core.registries import facets, fill_slot, search_sources

        search_sources.register(PRODUCT_SOURCE.kind, PRODUCT_SOURCE)
        for facet in FACETS:
            facets.register(facet.name, facet)
        for filler in FILLERS:
            fill_slot(filler)
        for importer in LISTS:
            register_importer(importer)
        for name, gap in GAPS.items():
            gaps.register(name, gap)
