"""Viewsets that every record and vocabulary shares."""

from typing import Any, ClassVar

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from showcase.core.admin.facts import LiveFactsPanel, LiveFactsView
from showcase.core.admin.forms import RecordForm
from showcase.core.admin.searching import FoldedChooserViewSet, FoldedIndexView
from showcase.core.admin.translation import TranslationPanel


class TermViewSet(SnippetViewSet):
    """A vocabulary: name, other words, order, translation."""

    index_view_class = FoldedIndexView
    chooser_viewset_class = FoldedChooserViewSet
    list_display: ClassVar[list[Any]] = ["__str__", "key", "sort_order"]
    panels: ClassVar[list[Any]] = [
        FieldPanel("name"),
        FieldPanel("also"),
        FieldPanel("key"),
        FieldPanel("sort_order"),
        TranslationPanel(),
    ]


class RecordViewSet(SnippetViewSet):
    """A kind of record: folded search, live facts apart, source beside translation."""

    index_view_class = FoldedIndexView
    chooser_viewset_class = FoldedChooserViewSet
    list_display: ClassVar[list[Any]] = ["__str__", Column("code", label=_("code")), UpdatedAtColumn()]
    list_per_page = 50
    facts_view_class = LiveFactsView
    #: (heading, panels) of the tabs before translation and staff's note
    tabs: ClassVar[tuple[tuple[Any, list[Any]], ...]] = ()

    def get_edit_handler(self) -> Any:
        tabs = [ObjectList(list(panels), heading=heading) for heading, panels in self.tabs]
        tabs.append(ObjectList([TranslationPanel()], heading=_("Translation")))
        tabs.append(ObjectList([FieldPanel("staff_note")], heading=_("Staff's note")))
        handler = TabbedInterface(tabs, base_form_class=RecordForm)
        return handler.bind_to_model(self.model)

    def get_urlpatterns(self) -> list[Any]:
        view = self.facts_view_class.as_view(model=self.model, edit_url_name=self.get_url_name("edit"))
        return [*super().get_urlpatterns(), path("facts/<str:pk>/", view, name="facts")]


__all__ = ["LiveFactsPanel", "RecordViewSet", "TermViewSet"]
