"""What the lists of staff have in common: words found without marks, days and languages as they are read."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language_info, pgettext
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView

from search.models import PromotedResult
from search.promotions import names_of
from search.text import folded_line, name_key


class FoldedRowsView(IndexView):
    """A short list, searched in all its words without marks, in the order of the Vietnamese alphabet."""

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

    def paginate_queryset(self, queryset: Any, page_size: int) -> Any:
        return super().paginate_queryset(self._in_alphabet(queryset), page_size)

    def _in_alphabet(self, queryset: Any) -> Any:
        """Databases know no Vietnamese: “cẩn” would come after “comple”."""
        (first,) = [self.ordering] if isinstance(self.ordering, str) else list(self.ordering or [""])[:1]
        field = first.removeprefix("-")
        if field not in self.model.snippet_viewset.searched:
            return queryset
        return sorted(queryset, key=lambda row: name_key(getattr(row, field)), reverse=first.startswith("-"))


class PromotedRowsView(FoldedRowsView):
    """Rows of one page with the names of what they show, asked for together."""

    def paginate_queryset(self, queryset: Any, page_size: int) -> Any:
        paginator, page, rows, is_paginated = super().paginate_queryset(queryset, page_size)
        page.object_list = named = with_names(rows)
        return paginator, page, named, is_paginated


def with_names(rows: Iterable[PromotedResult]) -> list[PromotedResult]:
    """The rows, each with ``shown``: code and name of its targets, without a name where nothing public has the code."""
    found: list[Any] = list(rows)
    names = names_of(code for row in found for code in row.targets.split())
    for row in found:
        row.shown = [(code, names.get(code, "")) for code in row.targets.split()]
    return found


class TargetsColumn(Column):
    """The names of what is shown first; a code that is not public says so."""

    cell_template_name = "search/admin/targets_cell.html"

    def get_value(self, instance: Any) -> list[tuple[str, str]]:
        return list(instance.shown)


class TimesColumn(Column):
    """Whether a promoted result is shown today; if not, why not."""

    cell_template_name = "core/admin/state_cell.html"

    def get_value(self, instance: PromotedResult) -> list[str]:
        return [times_of(instance, timezone.localdate())]


def times_of(row: PromotedResult, today: date) -> str:
    """What a row does on a day, in words."""
    if not row.active:
        return _("Off")
    if row.end and row.end < today:
        return _("Ended on %(day)s") % {"day": day_of(row.end)}
    if row.start and row.start > today:
        return _("Begins on %(day)s") % {"day": day_of(row.start)}
    return _("Shown until %(day)s") % {"day": day_of(row.end)} if row.end else _("Shown")


def day_of(day: date) -> str:
    """A day, short, in the order of the reader's language."""
    return date_format(day, pgettext("format of a day in a list", "j M Y"))


class DayColumn(Column):
    """A day on one line; on a phone there is no room for it."""

    def get_value(self, instance: Any) -> str:
        return day_of(super().get_value(instance))


class LanguageColumn(Column):
    """The name of a language."""

    def get_value(self, instance: Any) -> str:
        name = str(get_language_info(super().get_value(instance))["name_translated"])
        return name[:1].upper() + name[1:]
