"""Lists and choosers of the admin, searched without marks over ``search_text``."""

from typing import Any

from django import forms
from django.db.models import Model, QuerySet
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
)
from wagtail.snippets.views.snippets import IndexView
from wagtail.snippets.widgets import AdminSnippetChooser

from showcase.core.text import fold, words

#: Wagtail's words on the buttons of a chooser; their Vietnamese is in locale_wagtail
BUTTONS = {
    "choose_one_text": "Choose %(object)s",
    "choose_another_text": "Choose another %(object)s",
    "link_to_chosen_text": "Edit this %(object)s",
}


def matching(queryset: "QuerySet[Any]", query: str) -> "QuerySet[Any]":
    """Rows in whose folded text every word of the query stands."""
    for word in words(fold(query))[:10]:
        queryset = queryset.filter(search_text__contains=word)
    return queryset


class FoldedIndexView(IndexView):
    """A list whose search box takes names without marks."""

    @property
    def is_searchable(self) -> bool:
        return True

    def search_queryset(self, queryset: "QuerySet[Any]") -> "QuerySet[Any]":
        return matching(queryset, self.search_query) if self.is_searching else queryset


class FoldedFilterForm(BaseFilterForm):
    """A chooser's search box. A model that is not indexed gets none by itself."""

    q = forms.CharField(
        label=_("Search"), required=False, widget=forms.TextInput(attrs={"placeholder": _("Name or code")})
    )

    def filter(self, objects: "QuerySet[Any]") -> "QuerySet[Any]":
        objects = super().filter(objects)
        query = self.cleaned_data.get("q") or ""
        if query:
            self.is_searching, self.search_query = True, query
            objects = matching(objects, query)
        return objects


class FoldedChooseView(ChooseView):
    """The chooser with a search box."""

    filter_form_class = FoldedFilterForm


class FoldedChooseResultsView(ChooseResultsView):
    """Its results."""

    filter_form_class = FoldedFilterForm


def _say(text: str, name: Any) -> str:
    return gettext(text) % {"object": name}


_about = lazy(_say, str)


class ChooserWidget(AdminSnippetChooser):
    """Buttons in the reader's language: Wagtail's keep the language of whoever first asked for the form."""

    def __init__(self, model: "type[Model] | None" = None, **kwargs: Any) -> None:
        super().__init__(model, **kwargs)
        for attribute, text in BUTTONS.items():
            setattr(self, attribute, _about(text, self.model._meta.verbose_name))


class FoldedChooserViewSet(SnippetChooserViewSet):
    """The chooser with the search box above."""

    base_widget_class = ChooserWidget
    choose_view_class = FoldedChooseView
    choose_results_view_class = FoldedChooseResultsView
