"""The catalogue."""

from operator import attrgetter

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProductsConfig(AppConfig):
    name = "products"
    verbose_name = _("Catalogue")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.permissions import register_permission_policy

        from products.documents import PRODUCT_SOURCE, public_products
        from products.facets import FACETS
        from products.gaps import GAPS
        from products.importing.registration import LISTS
        from products.models import Product
        from products.slots import FILLERS
        from products.structured import share_cards
        from showcase.core.gaps import gaps
        from showcase.core.importing import register_importer
        from showcase.core.policies import RecordPermissionPolicy
        from showcase.core.registries import facets, fill_slot, search_sources
        from showcase.core.sharing import ShareSource, share_sources
        from showcase.core.sitemaps import record_sitemap, sitemaps

        register_permission_policy(Product, RecordPermissionPolicy(Product))

        search_sources.register(PRODUCT_SOURCE.kind, PRODUCT_SOURCE)
        for facet in FACETS:
            facets.register(facet.name, facet)
        for filler in FILLERS:
            fill_slot(filler)
        sitemaps.register("products", record_sitemap("products", Product, "sold_on", "price_confirmed_on"))
        share_sources.register("product", ShareSource(Product, attrgetter("code"), share_cards, public_products))
        for importer in LISTS:
            register_importer(importer)
        for name, gap in GAPS.items():
            gaps.register(name, gap)
