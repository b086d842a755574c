"""Reports of what visitors type: what found nothing, and what is typed most."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import F, Max, OuterRef, Q, QuerySet, Subquery, Sum
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from search.health import line_for_staff
from search.models import DismissedQuery, PromotedResult, QueryLog, Synonym
from search.querylog import LONGEST
from search.staff_lists import DayColumn, LanguageColumn

PERIODS = (30, 90, 365)
#: What was taken off the list comes back when it found nothing so many times more.
AGAIN = 5
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(value: Any) -> Any:
    """Text that a spreadsheet would run as a formula, with an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


class TryColumn(Column):
    """The words, leading to what the site finds for them today."""

    cell_template_name = "search/admin/query_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> Any:
        with translation.override(instance["language"]):
            url = f"{reverse('search')}?{urlencode({'q': instance['query']})}"
        return {**super().get_cell_context_data(instance, parent_context), "url": url}


class ActionsColumn(Column):
    """Buttons: a synonym for these words, and off the list."""

    cell_template_name = "search/admin/query_actions_cell.html"

    def __init__(self, request: HttpRequest, days: int) -> None:
        super().__init__("actions", label=_("To do"), accessor="query")
        # A cell is rendered without what the page's own context has.
        self._of_page = {"csrf_token": get_token(request), "days": days}

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> Any:
        model: Any = Synonym
        add = reverse(model.snippet_viewset.get_url_name("add"))
        context = super().get_cell_context_data(instance, parent_context)
        add_url = f"{add}?{urlencode({'forms': instance['query']})}"
        return {**context, **self._of_page, "row": instance, "add_url": add_url}


class PromoteColumn(Column):
    """A button: what is to be shown first for these words."""

    cell_template_name = "search/admin/promote_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> Any:
        model: Any = PromotedResult
        add = reverse(model.snippet_viewset.get_url_name("add"))
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "row": instance, "add_url": f"{add}?{urlencode({'query': instance['query']})}"}


class _QueryReport(ReportView):
    """One period, most frequent first."""

    results_template_name = "search/admin/report_results.html"
    permission_policy = ModelPermissionPolicy(QueryLog)
    any_permission_required = ("view",)
    export_headings = {
        "query": _("Words"),
        "language": _("Language"),
        "times": _("Times"),
        "found": _("Results"),
        "last": _("Last day"),
    }
    custom_field_preprocess = {"query": {"csv": harmless, "xlsx": harmless}}
    empty: Any = ""
    other: tuple[str, Any] = ("", "")

    @property
    def days(self) -> int:
        """The period asked for, 30 days otherwise."""
        asked = self.request.GET.get("days", "")
        return int(asked) if asked in map(str, PERIODS) else PERIODS[0]

    def of_period(self) -> "QuerySet[QueryLog]":
        return QueryLog.objects.filter(day__gt=timezone.localdate() - timedelta(days=self.days))

    def get_filename(self) -> str:
        return f"{self.export_filename}-{timezone.localdate():%Y-%m-%d}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        name, label = self.other
        more = {"other_url": reverse(name), "other_label": label, "line": line_for_staff()}
        return {**context, **more, "periods": PERIODS, "days": self.days, "empty": self.empty}


class NothingFoundView(_QueryReport):
    """What was typed and found nothing."""

    page_title = _("Searches that found nothing")
    header_icon = "warning"
    index_url_name = index_results_url_name = "search_nothing_found"
    export_filename = "tim-khong-thay"
    list_export = ("query", "times", "last", "language")
    empty = _("Every search of this period found something. There is nothing to do here.")
    other = ("search_most_typed", _("Most frequent searches"))

    def get_queryset(self) -> Any:
        dismissed = DismissedQuery.objects.filter(query=OuterRef("query")).values("dismissed_on")[:1]
        rows: Any = self.of_period().filter(nothing__gt=0).annotate(off=Subquery(dismissed))
        rows = rows.filter(Q(off=None) | Q(day__gt=F("off"))).values("query", "language", "off")
        counted = rows.annotate(times=Sum("nothing"), last=Max("day"))
        return counted.filter(Q(off=None) | Q(times__gte=AGAIN)).order_by("-times", "-last", "query", "language")

    @property
    def columns(self) -> list[Any]:
        columns: list[Any] = [
            TryColumn("query", label=_("Words")),
            Column("times", label=_("Times")),
            DayColumn("last", label=_("Last day"), classname="from-desk"),
            LanguageColumn("language", label=_("Language"), classname="from-desk"),
        ]
        if self.request.user.has_perm("search.add_synonym"):
            columns.append(ActionsColumn(self.request, self.days))
        return columns


class MostTypedView(_QueryReport):
    """What is typed most, and how much it finds."""

    page_title = _("Most frequent searches")
    header_icon = "search"
    index_url_name = index_results_url_name = "search_most_typed"
    export_filename = "tim-nhieu-nhat"
    list_export = ("query", "times", "found", "last", "language")
    empty = _("Nobody has searched in this period yet. What visitors type is shown here after about a minute.")
    other = ("search_nothing_found", _("Searches that found nothing"))

    def get_queryset(self) -> Any:
        rows: Any = self.of_period().values("query", "language")
        counted = rows.annotate(times=Sum("times"), last=Max("day"))
        return counted.order_by("-times", "-last", "query", "language")

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """The rows with what was found the last time: looked up with the counts, each line of the log would ask."""
        found: Any = self.of_period().order_by("day", "pk").values_list("query", "language", "found")
        if not self.is_export:
            found = found.filter(query__in={row["query"] for row in object_list})
        latest = {(query, language): number for query, language, number in found.iterator()}
        for row in object_list:
            row["found"] = latest.get((row["query"], row["language"]), 0)
        return object_list

    @property
    def columns(self) -> list[Any]:
        columns: list[Any] = [
            TryColumn("query", label=_("Words")),
            Column("times", label=_("Times")),
            Column("found", label=_("Results")),
            DayColumn("last", label=_("Last day"), classname="from-desk"),
            LanguageColumn("language", label=_("Language"), classname="from-desk"),
        ]
        if self.request.user.has_perm("search.add_promotedresult"):
            columns.append(PromoteColumn("actions", label=_("To do"), accessor="query", classname="from-desk"))
        return columns


@require_POST
def dismiss(request: HttpRequest) -> HttpResponse:
    """Take words off the report until they found nothing some times more."""
    if not request.user.has_perm("search.add_synonym"):
        raise PermissionDenied
    take_off(request, request.POST.get("query", "").replace("\0", "")[:LONGEST])
    days = request.POST.get("days", "")
    back = f"?days={days}" if days in map(str, PERIODS) else ""
    return HttpResponseRedirect(reverse("search_nothing_found") + back)


def take_off(request: HttpRequest, query: str) -> None:
    """Dismiss words that were typed, and say so."""
    if query and QueryLog.objects.filter(query=query).exists():
        DismissedQuery.objects.update_or_create(query=query, defaults={"dismissed_on": timezone.localdate()})
        said = gettext("“%(query)s” is off the list. It comes back when it finds nothing %(times)s times more.")
        messages.success(request, said % {"query": query, "times": AGAIN})
