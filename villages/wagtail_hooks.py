"""Villages, artisans and their vocabularies in the admin."""

from typing import Any, ClassVar

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from showcase.core.admin.facts import LiveFactsPanel, LiveFactsView
from showcase.core.admin.listing import RecordFilterSet
from showcase.core.admin.searching import FoldedChooserViewSet, FoldedIndexView
from showcase.core.admin.translation import TranslationPanel
from showcase.core.admin.viewsets import RecordViewSet, SnippetViewSet, TermViewSet, record_columns
from villages import services
from villages.helps import ARTISAN_HELPS, VILLAGE_HELPS
from villages.models import Artisan, Craft, GlossaryTerm, Place, Technique, Village

CLAIM_PANELS = [
    FieldPanel("field"),
    FieldPanel("text"),
    FieldRowPanel([FieldPanel("source"), FieldPanel("source_url")]),
    FieldRowPanel([FieldPanel("date_text"), FieldPanel("date_year"), FieldPanel("date_exact")]),
    FieldRowPanel([FieldPanel("checked_by"), FieldPanel("checked_on"), FieldPanel("disputed")]),
    TranslationPanel(),
]
DATE_ROW = FieldRowPanel([FieldPanel("date_text"), FieldPanel("date_year"), FieldPanel("date_exact")])


class VillageFilterSet(RecordFilterSet):
    class Meta:
        model = Village
        fields: ClassVar[list[str]] = ["crafts", "commune_to_confirm"]


class VillageViewSet(RecordViewSet):
    model = Village
    icon = "site"
    filterset_class = VillageFilterSet
    picture_path = "picture"
    helps = VILLAGE_HELPS
    list_related: ClassVar[tuple[str, ...]] = ("commune",)
    list_display: ClassVar[list[Any]] = [
        "__str__",
        *record_columns(Column("commune", label=_("Commune"), classname="from-desk")),
    ]
    tabs: ClassVar[tuple[Any, ...]] = (
        (
            _("Village"),
            [
                FieldPanel("name", required_on_save=True),
                FieldPanel("gloss"),
                InlinePanel("aliases", heading=_("Other names"), panels=[FieldPanel("name"), FieldPanel("kind")]),
                FieldPanel("crafts", widget=CheckboxSelectMultiple),
                FieldPanel("picture"),
                FieldPanel("summary"),
                FieldPanel("story"),
                FieldPanel("typical_products"),
            ],
        ),
        (
            _("Place and visit"),
            [
                FieldPanel("commune"),
                FieldPanel("commune_to_confirm"),
                FieldPanel("former_place"),
                FieldPanel("former_place_text"),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude"), FieldPanel("precision_m")]),
                FieldPanel("getting_there"),
                FieldPanel("opening_hours"),
            ],
        ),
        (
            _("How it is made"),
            [
                InlinePanel(
                    "steps",
                    heading=_("Steps"),
                    panels=[
                        FieldPanel("title"),
                        FieldPanel("description"),
                        FieldRowPanel([FieldPanel("tool"), FieldPanel("material"), FieldPanel("duration")]),
                        FieldPanel("image"),
                        TranslationPanel(),
                    ],
                )
            ],
        ),
        (
            _("Titles and sources"),
            [
                InlinePanel(
                    "titles",
                    heading=_("Titles"),
                    panels=[
                        FieldPanel("title"),
                        FieldRowPanel([FieldPanel("hamlet"), FieldPanel("issuer"), FieldPanel("decision")]),
                        DATE_ROW,
                        TranslationPanel(),
                    ],
                ),
                InlinePanel("claims", heading=_("What sources say"), panels=CLAIM_PANELS),
            ],
        ),
    )


def change_artisan_facts(record: Artisan, *, user: Any = None, **facts: Any) -> None:
    """Consents go through the ledger."""
    services.record_consent(record, user=user, channel="admin", **facts)


class ArtisanFilterSet(RecordFilterSet):
    class Meta:
        model = Artisan
        fields: ClassVar[list[str]] = ["village", "crafts", "kind"]


class ArtisanFactsView(LiveFactsView):
    change_facts = staticmethod(change_artisan_facts)


class ArtisanViewSet(RecordViewSet):
    model = Artisan
    icon = "user"
    filterset_class = ArtisanFilterSet
    picture_path = "portrait"
    helps = ARTISAN_HELPS
    list_related: ClassVar[tuple[str, ...]] = ("village",)
    list_display: ClassVar[list[Any]] = [
        "__str__",
        *record_columns(Column("village", label=_("Village"), classname="from-desk")),
    ]
    facts_view_class = ArtisanFactsView
    tabs: ClassVar[tuple[Any, ...]] = (
        (
            _("Artisan"),
            [
                FieldRowPanel([FieldPanel("name", required_on_save=True), FieldPanel("kind")]),
                FieldPanel("village"),
                FieldPanel("portrait"),
                FieldPanel("crafts"),
                FieldPanel("techniques"),
                FieldRowPanel([FieldPanel("birth_year"), FieldPanel("craft_since"), FieldPanel("generation")]),
                FieldPanel("summary"),
                FieldPanel("story"),
                FieldPanel("quote"),
            ],
        ),
        (
            _("Visit"),
            [
                FieldPanel("visiting", help_text=_("Public at once: no phone number, no address.")),
                FieldPanel("classes_offered", help_text=_("Public at once: no phone number, no address.")),
                FieldPanel("languages"),
            ],
        ),
        (
            _("Contact and consent"),
            [
                MultiFieldPanel(
                    [FieldPanel(name, permission="villages.add_artisan") for name in ("phone", "address")],
                    heading=_("Not public without consent"),
                ),
                LiveFactsPanel(),
                MultiFieldPanel([FieldPanel(name) for name in Artisan.CONSENTS], heading=_("What may be public")),
            ],
        ),
        (
            _("Titles, teachers, sources"),
            [
                InlinePanel(
                    "titles",
                    heading=_("Titles"),
                    panels=[
                        FieldPanel("title"),
                        FieldRowPanel([FieldPanel("issuer"), FieldPanel("decision"), FieldPanel("field")]),
                        DATE_ROW,
                        TranslationPanel(),
                    ],
                ),
                InlinePanel(
                    "links",
                    heading=_("Teachers and pupils"),
                    panels=[FieldPanel("relation"), FieldPanel("other"), FieldPanel("name")],
                ),
                InlinePanel("claims", heading=_("What sources say"), panels=CLAIM_PANELS),
            ],
        ),
    )


class CraftViewSet(TermViewSet):
    model = Craft
    panels: ClassVar[list[Any]] = [*TermViewSet.panels[:2], FieldPanel("group"), *TermViewSet.panels[2:]]


class TechniqueViewSet(TermViewSet):
    model = Technique


class GlossaryTermViewSet(TermViewSet):
    model = GlossaryTerm
    icon = "openquote"
    list_display: ClassVar[list[Any]] = ["__str__", "craft", "key"]
    list_filter: ClassVar[list[str]] = ["craft"]
    panels: ClassVar[list[Any]] = [
        FieldPanel("name"),
        FieldPanel("definition"),
        FieldPanel("craft"),
        *TermViewSet.panels[1:],
    ]


class PlaceViewSet(SnippetViewSet):
    model = Place
    icon = "globe"
    index_view_class = FoldedIndexView
    chooser_viewset_class = FoldedChooserViewSet
    list_display: ClassVar[list[str]] = ["__str__", "level", "code"]
    list_filter: ClassVar[list[str]] = ["level"]
    panels: ClassVar[list[Any]] = [
        FieldRowPanel([FieldPanel("level"), FieldPanel("code"), FieldPanel("kind")]),
        FieldPanel("name"),
        FieldPanel("district"),
        FieldPanel("parent"),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude"), FieldPanel("precision_m")]),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
    ]


class VillagesGroup(SnippetViewSetGroup):
    menu_label = _("Villages and artisans")
    menu_icon = "site"
    menu_order = 120
    items = (VillageViewSet, ArtisanViewSet, CraftViewSet, TechniqueViewSet, GlossaryTermViewSet, PlaceViewSet)


register_snippet(VillagesGroup)
