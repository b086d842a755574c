"""The catalogue in the admin."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from products.helps import PRODUCT_HELPS
from products.models import Category, Material, Product
from showcase.core.admin.facts import LiveFactsPanel
from showcase.core.admin.listing import RecordFilterSet
from showcase.core.admin.translation import TranslationPanel
from showcase.core.admin.viewsets import RecordViewSet, TermViewSet, record_columns
from villages.wagtail_hooks import CLAIM_PANELS


class ProductFilterSet(RecordFilterSet):
    class Meta:
        model = Product
        fields: ClassVar[list[str]] = ["village", "craft", "category", "availability"]


class ProductViewSet(RecordViewSet):
    model = Product
    icon = "pick"
    filterset_class = ProductFilterSet
    picture_path = "images__image"
    helps = PRODUCT_HELPS
    list_related: ClassVar[tuple[str, ...]] = ("village",)
    list_display: ClassVar[list[Any]] = [
        "__str__",
        *record_columns(Column("village", label=_("Village"), classname="from-desk")),
    ]
    tabs: ClassVar[tuple[Any, ...]] = (
        (
            _("Piece"),
            [
                FieldPanel("name", required_on_save=True),
                FieldRowPanel([FieldPanel("village"), FieldPanel("artisan")]),
                FieldRowPanel([FieldPanel("craft"), FieldPanel("category")]),
                InlinePanel("images", heading=_("Pictures"), panels=[FieldPanel("image")]),
                FieldPanel("summary"),
                FieldPanel("story"),
                FieldPanel("materials"),
                FieldPanel("techniques"),
            ],
        ),
        (
            _("Price and availability"),
            [
                LiveFactsPanel(),
                FieldPanel("availability"),
                FieldRowPanel([FieldPanel("lead_days_min"), FieldPanel("lead_days_max"), FieldPanel("sold_on")]),
                FieldRowPanel([FieldPanel("price_kind"), FieldPanel("price_min"), FieldPanel("price_max")]),
                FieldRowPanel([FieldPanel("price_unit"), FieldPanel("price_confirmed_on")]),
                FieldRowPanel([FieldPanel("minimum_order"), FieldPanel("order_note")]),
                InlinePanel(
                    "options",
                    heading=_("Options"),
                    panels=[FieldPanel("label"), FieldPanel("code"), TranslationPanel()],
                ),
            ],
        ),
        (
            _("Size, care, trade"),
            [
                FieldRowPanel([FieldPanel("length_mm"), FieldPanel("width_mm"), FieldPanel("height_mm")]),
                FieldRowPanel([FieldPanel("diameter_mm"), FieldPanel("pieces"), FieldPanel("weight_g")]),
                FieldPanel("size_note"),
                MultiFieldPanel(
                    [
                        FieldRowPanel([FieldPanel("packed_length_mm"), FieldPanel("packed_width_mm")]),
                        FieldRowPanel([FieldPanel("packed_height_mm"), FieldPanel("packed_weight_g")]),
                    ],
                    heading=_("Packed"),
                ),
                FieldPanel("care"),
                FieldPanel("packing"),
                FieldPanel("safety_note"),
                FieldRowPanel([FieldPanel("hs_code"), FieldPanel("capacity")]),
                FieldRowPanel([FieldPanel("design_year"), FieldPanel("author")]),
            ],
        ),
        (
            _("Certificates and sources"),
            [
                InlinePanel(
                    "certificates",
                    heading=_("Certificates"),
                    panels=[
                        FieldRowPanel([FieldPanel("scheme"), FieldPanel("stars"), FieldPanel("number")]),
                        FieldRowPanel([FieldPanel("issuer"), FieldPanel("decision")]),
                        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
                        TranslationPanel(),
                    ],
                ),
                InlinePanel("claims", heading=_("What sources say"), panels=CLAIM_PANELS),
            ],
        ),
    )


class CategoryViewSet(TermViewSet):
    model = Category


class MaterialViewSet(TermViewSet):
    model = Material


class CatalogueGroup(SnippetViewSetGroup):
    menu_label = _("Catalogue")
    menu_icon = "pick"
    menu_order = 110
    items = (ProductViewSet, CategoryViewSet, MaterialViewSet)


register_snippet(CatalogueGroup)
