"""What staff keep for search, in the admin: synonyms, promoted results, reports of what visitors type."""

from typing import Any, ClassVar

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CreateView, IndexView, SnippetViewSet, SnippetViewSetGroup

from search.models import PromotedResult, Synonym
from search.promotions import names_of
from search.staff_forms import PromotedForm, SynonymForm, twins_of
from search.staff_reports import MostTypedView, NothingFoundView, dismiss
from search.text import folded_line


class FoldedRowsView(IndexView):
    """A short list, searched in all its words without marks."""

    @property
    def is_searchable(self) -> bool:
        return True

    def search_queryset(self, queryset: "QuerySet[Any]") -> "QuerySet[Any]":
        words = folded_line(self.search_query).split()
        if not words:
            return queryset
        fields = self.model.snippet_viewset.searched
        rows = queryset.order_by().values_list("pk", *fields)
        found = [pk for pk, *texts in rows if all(word in folded_line(" ".join(texts)) for word in words)]
        return queryset.filter(pk__in=found)


class SynonymCreateView(CreateView):
    """The form of a new synonym; words of a report come along in the address."""

    def get_initial_form_instance(self) -> Synonym:
        forms = self.request.GET.get("forms", "").replace("\0", "")[:100]
        return Synonym(forms=forms)


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


class TargetsColumn(Column):
    """The names of what is shown first; a code that is not public says so."""

    cell_template_name = "search/admin/targets_cell.html"

    def get_value(self, instance: PromotedResult) -> list[tuple[str, str]]:
        codes = instance.targets.split()
        names = names_of(codes)
        return [(code, names.get(code, "")) for code in codes]


class PromotedViewSet(SnippetViewSet):
    """What is shown first for a query."""

    model = PromotedResult
    icon = "pick"
    menu_label = _("Promoted results")
    index_view_class = FoldedRowsView
    list_display: ClassVar[list[Any]] = [
        "query",
        TargetsColumn("targets", label=_("Shown first")),
        Column("start", label=_("From")),
        Column("end", label=_("To")),
        BooleanColumn("active", label=_("In use")),
    ]
    list_filter: ClassVar[list[str]] = ["active"]
    searched = ("query", "note")
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

    menu_label = _("Search")
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
