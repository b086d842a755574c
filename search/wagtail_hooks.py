"""What staff keep for search, in the admin: synonyms, promoted results, reports of what visitors type."""

from typing import Any, ClassVar
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.messages import button
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet, SnippetViewSetGroup

from search.models import PromotedResult, Synonym
from search.querylog import LONGEST
from search.staff_forms import PromotedForm, SynonymForm, twins_of
from search.staff_lists import FoldedRowsView, PromotedRowsView, TargetsColumn, TimesColumn
from search.staff_reports import MostTypedView, NothingFoundView, dismiss, take_off
from search.synonyms import wordings
from search.text import folded_words


class _FromReportView(CreateView):
    """A form with words of a report in it, which come along in the address, also when the form is sent."""

    asked: str

    @property
    def words(self) -> str:
        return str(self.request.GET.get(self.asked, "")).replace("\0", "")[:LONGEST].strip()

    def get_initial_form_instance(self) -> Any:
        return self.model(**{self.asked: self.words})

    def get_add_url(self) -> str:
        url = str(super().get_add_url())
        return f"{url}?{urlencode({self.asked: self.words})}" if self.words else url


class SynonymCreateView(_FromReportView):
    """From the report of what found nothing and back to it, where the words are off the list then."""

    asked = "forms"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if self.words:
            said = gettext(
                "Visitors type “%(words)s” and find nothing. Write the word that the site uses as the Vietnamese "
                "word; “%(words)s” stands in “Also typed” already."
            )
            messages.info(request, said % {"words": self.words})
        return super().get(request, *args, **kwargs)

    def get_success_url(self) -> str:
        return reverse("search_nothing_found") if self.words else str(super().get_success_url())

    def get_success_buttons(self) -> list[Any]:
        buttons = list(super().get_success_buttons())
        if self.words:
            found = f"{reverse('search')}?{urlencode({'q': self.words})}"
            buttons.append(button(found, gettext("Try the search"), new_window=True))
        return buttons

    def save_instance(self) -> Any:
        row = super().save_instance()
        texts = wordings(row.canonical_vi, row.canonical_en, row.forms)
        if row.active and folded_words(self.words) in map(folded_words, texts):
            take_off(self.request, self.words)
        return row


class PromotedCreateView(_FromReportView):
    """What is shown first for words of the report of what is typed most."""

    asked = "query"


class SynonymViewSet(SnippetViewSet):
    """The list of synonyms: a change counts on the next search."""

    model = Synonym
    icon = "link"
    menu_label = _("Synonyms")
    index_view_class = FoldedRowsView
    add_view_class = SynonymCreateView
    list_display: ClassVar[list[Any]] = [
        "canonical_vi",
        "canonical_en",
        Column("forms", label=_("Also typed"), classname="from-desk"),
        BooleanColumn("active", label=_("In use")),
    ]
    list_filter: ClassVar[list[str]] = ["active"]
    searched = ("canonical_vi", "canonical_en", "forms")
    ordering: ClassVar[list[str]] = ["canonical_vi"]
    panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [
                FieldPanel("canonical_vi", help_text=_("The usual word, with marks. For example: sơn mài")),
                FieldPanel("canonical_en", help_text=_("For example: lacquer. Several are divided by commas.")),
            ],
            heading=_("These words mean the same"),
            help_text=_(
                "Whoever searches for one of these words finds what the others find. It counts from the next search on."
            ),
        ),
        FieldPanel(
            "forms",
            heading=_("Also typed"),
            help_text=_(
                "Other words that visitors type for the same thing, in any language, divided by semicolons. "
                "For example: son mai; sonmai; lacquerware"
            ),
        ),
        FieldPanel(
            "collisions",
            help_text=_(
                "Usually empty. Words from above that mean something else without marks, such as “may” (mây, may); "
                "they count only when typed alone."
            ),
        ),
        FieldPanel("active", help_text=_("Untick to stop using this row without deleting it.")),
    ]

    def get_edit_handler(self) -> Any:
        return ObjectList(list(self.panels), base_form_class=SynonymForm).bind_to_model(self.model)


class PromotedViewSet(SnippetViewSet):
    """What is shown first for a query."""

    model = PromotedResult
    icon = "pick"
    menu_label = _("Promoted results")
    index_view_class = PromotedRowsView
    add_view_class = PromotedCreateView
    list_display: ClassVar[list[Any]] = [
        "query",
        TargetsColumn("targets", label=_("Shown first")),
        TimesColumn("active", label=_("Now")),
    ]
    list_filter: ClassVar[list[str]] = ["active"]
    searched = ("query", "note")
    ordering: ClassVar[list[str]] = ["query"]
    panels: ClassVar[list[Any]] = [
        FieldPanel("query"),
        FieldPanel("targets"),
        FieldRowPanel([FieldPanel("start"), FieldPanel("end")]),
        FieldPanel("active"),
        FieldPanel("note"),
    ]

    def get_edit_handler(self) -> Any:
        return ObjectList(list(self.panels), base_form_class=PromotedForm).bind_to_model(self.model)


class ReportItem(MenuItem):
    """Shown to those who may read the counts."""

    def is_shown(self, request: Any) -> bool:
        return bool(request.user.has_perm("search.view_querylog"))


class SearchGroup(SnippetViewSetGroup):
    """All of search in one menu."""

    menu_label = _("Visitors' search")  # Wagtail's own search field stands above it
    menu_name = "search-staff"
    menu_icon = "search"
    menu_order = 130
    items = (SynonymViewSet, PromotedViewSet)

    def get_submenu_items(self) -> list[Any]:
        nothing, most = reverse("search_nothing_found"), reverse("search_most_typed")
        return [
            *super().get_submenu_items(),
            ReportItem(_("Searches that found nothing"), nothing, icon_name="warning", order=500),
            ReportItem(_("Most frequent searches"), most, icon_name="list-ul", order=510),
        ]


register_snippet(SearchGroup)


def register_admin_urls() -> list[Any]:
    """Addresses under ``/admin/``."""
    return [
        path("searches/nothing/", NothingFoundView.as_view(), name="search_nothing_found"),
        path("searches/nothing/dismiss/", dismiss, name="search_dismiss"),
        path("searches/most/", MostTypedView.as_view(), name="search_most_typed"),
    ]


def say_twins(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """A word that another row has too is no mistake (one word may mean two things), but staff should know."""
    model: Any = Synonym
    if isinstance(instance, Synonym):
        for word, other in twins_of(instance)[:3]:
            url = reverse(model.snippet_viewset.get_url_name("edit"), args=[other.pk])
            link = format_html('<a href="{}">{}</a>', url, other)
            said = gettext("“{word}” stands in another row too: {row}. Both count; perhaps one row is enough.")
            messages.warning(request, format_html(said, word=word, row=link))
    return None


hooks.register("register_admin_urls", register_admin_urls)
for _form in ("after_create_snippet", "after_edit_snippet"):
    hooks.register(_form, say_twins)
