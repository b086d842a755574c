"""Viewsets that every record and vocabulary shares."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, ObjectList, PublishingPanel, TabbedInterface
from wagtail.admin.panels.group import PanelGroup
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import DeleteView, EditView, SnippetViewSet

from showcase.core.admin.facts import LiveFactsPanel, LiveFactsView
from showcase.core.admin.forms import RecordForm, TermForm
from showcase.core.admin.listing import RecordFilterSet, RecordIndexView, StateColumn
from showcase.core.admin.searching import FoldedChooserViewSet, FoldedIndexView
from showcase.core.admin.translation import TranslationPanel
from showcase.core.admin.translators import only_translates
from showcase.core.admin.withdrawal import WithdrawalView


class TermViewSet(SnippetViewSet):
    """A vocabulary: name, other words, order, translation."""

    index_view_class = FoldedIndexView
    chooser_viewset_class = FoldedChooserViewSet
    list_display: ClassVar[list[Any]] = ["__str__", "key", "sort_order"]

    def get_edit_handler(self) -> Any:
        return ObjectList(list(self.panels), base_form_class=TermForm).bind_to_model(self.model)

    panels: ClassVar[list[Any]] = [
        FieldPanel("name"),
        FieldPanel("also"),
        FieldPanel("key"),
        FieldPanel("sort_order"),
        TranslationPanel(),
    ]


def record_columns(*own: Any) -> list[Any]:
    """The columns of a list after the name: code, those of the kind, state, last change."""
    changed = UpdatedAtColumn(label=_("Last change"), classname="from-desk")
    return [Column("code", label=_("Code"), classname="from-desk"), *own, StateColumn(), changed]


def explain(panels: Iterable[Any], helps: dict[str, Any]) -> None:
    """Give the fields of these panels (not those of child rows) their help texts, unless they have some."""
    for panel in panels:
        if isinstance(panel, FieldPanel):
            panel.help_text = panel.help_text or helps.get(panel.field_name, "")
        elif isinstance(panel, PanelGroup):
            explain(panel.children, helps)
        elif isinstance(panel, InlinePanel):
            panel.help_text = panel.help_text or helps.get(panel.relation_name, "")


class StaffNotePanel(FieldPanel):
    """What staff note among themselves, telephone numbers too: not for those who only translate."""

    class BoundPanel(FieldPanel.BoundPanel):
        def is_shown(self) -> bool:
            """In the form and in the comparison of two versions."""
            if self.request is not None and only_translates(self.panel.model, self.request.user):
                return False
            return bool(super().is_shown())


class RecordEditView(EditView):
    """The edit page, with the ways to change facts at once and to withdraw."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        # An old version comes back whole, also in fields that the form hides from reviewers or locks for translators.
        if self.view_name == "revisions_revert" and not self.user_has_permission("add"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        buttons = [*super().header_more_buttons]
        if self.object.first_published_at and self.user_has_permission("publish"):
            viewset = self.model.snippet_viewset
            withdrawn = self.object.withdrawn_at is not None
            if not withdrawn:
                facts = reverse(viewset.get_url_name("facts"), args=[self.object.pk])
                buttons.append(Button(_("Change facts at once"), url=facts, icon_name="edit", priority=60))
            withdrawal = reverse(viewset.get_url_name("withdrawal"), args=[self.object.pk])
            label = _("Restore") if withdrawn else _("Withdraw")
            buttons.append(Button(label, url=withdrawal, icon_name="no-view", priority=70))
        return buttons


class RecordDeleteView(DeleteView):
    """Deleting is asked per record: editors may delete what never was public."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not self.user_has_permission_for_instance("delete", self.object):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class RecordViewSet(SnippetViewSet):
    """A kind of record: folded search, live facts apart, source beside translation."""

    index_view_class = RecordIndexView
    edit_view_class = RecordEditView
    delete_view_class = RecordDeleteView
    filterset_class: Any = RecordFilterSet
    #: field → what staff should know who fill it in
    helps: ClassVar[dict[str, Any]] = {}
    #: where pictures are, for thumbnails and the filter "without picture"
    picture_path = ""
    #: relations that the list's columns read
    list_related: ClassVar[tuple[str, ...]] = ()
    chooser_viewset_class = FoldedChooserViewSet
    list_display: ClassVar[list[Any]] = ["__str__", *record_columns()]
    list_per_page = 50
    # A copy would carry a code for life, consents and a sale that belong to the other record.
    copy_view_enabled = False
    facts_view_class = LiveFactsView
    #: (heading, panels) of the tabs before translation and staff's note
    tabs: ClassVar[tuple[tuple[Any, list[Any]], ...]] = ()

    def get_edit_handler(self) -> Any:
        tabs = [ObjectList(list(panels), heading=heading) for heading, panels in self.tabs]
        tabs.append(ObjectList([TranslationPanel()], heading=_("Translation")))
        tabs.append(ObjectList([StaffNotePanel("staff_note")], heading=_("Staff's note")))
        explain(tabs, self.helps)
        # Shown in the side panel's dialog, not as a tab: Wagtail moves it there.
        tabs[0].children.append(PublishingPanel())
        handler = TabbedInterface(tabs, base_form_class=RecordForm)
        return handler.bind_to_model(self.model)

    def get_urlpatterns(self) -> list[Any]:
        view = self.facts_view_class.as_view(model=self.model, edit_url_name=self.get_url_name("edit"))
        withdrawal = WithdrawalView.as_view(model=self.model, edit_url_name=self.get_url_name("edit"))
        return [
            *super().get_urlpatterns(),
            path("facts/<int:pk>/", view, name="facts"),
            path("withdrawal/<int:pk>/", withdrawal, name="withdrawal"),
        ]


__all__ = ["LiveFactsPanel", "RecordViewSet", "TermViewSet"]
