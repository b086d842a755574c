"""The lists of records: picture, name, code, state in words, last change; filters; a constant number of queries."""

from collections.abc import Iterator
from typing import Any

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn

from showcase.core.admin.searching import FoldedIndexView
from showcase.core.admin.states import STATES, in_state, state_choices, state_words, with_states


def pictures_of(record: Any, path: str) -> Iterator[Any]:
    """Pictures at a path such as ``images__image``, from what was prefetched."""
    things = [record]
    for name in path.split("__"):
        things = [found for thing in things for found in _related(thing, name)]
    yield from things


def _related(thing: Any, name: str) -> list[Any]:
    value = getattr(thing, name)
    if hasattr(value, "all"):
        return list(value.all())
    return [] if value is None else [value]


class ThumbnailColumn(Column):
    """The first picture, at the smallest size that exists. None is made here."""

    cell_template_name = "core/admin/thumbnail_cell.html"

    def __init__(self, path: str) -> None:
        super().__init__("thumbnail", label=_("Picture"), width="72px")
        self.path = path

    def get_value(self, instance: Any) -> Any:
        for picture in pictures_of(instance, self.path):
            sizes = sorted(picture.renditions.all(), key=lambda rendition: rendition.width)
            # AVIF and WebP are fine here too: staff's browsers read what visitors' browsers read.
            if sizes:
                return sizes[0]
        return None


class StateColumn(Column):
    """All states of a record in words."""

    cell_template_name = "core/admin/state_cell.html"

    def __init__(self) -> None:
        super().__init__("state", label=_("State"))

    def get_value(self, instance: Any) -> list[str]:
        return state_words(instance)


class RecordFilterSet(WagtailFilterSet):
    """State, and what is missing; each kind adds its own by ``Meta.fields``."""

    state = django_filters.ChoiceFilter(
        label=_("State"), method="by_state", choices=[(key, label) for key, (label, _rows) in STATES.items()]
    )
    without = django_filters.MultipleChoiceFilter(
        label=_("Without"),
        method="by_gap",
        choices=[("picture", _("Picture")), ("english", _("English"))],
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["state"].extra["choices"] = state_choices(self._meta.model)

    def by_state(self, queryset: "QuerySet[Any]", _name: str, state: str) -> "QuerySet[Any]":
        return in_state(queryset, state)

    def by_gap(self, queryset: "QuerySet[Any]", _name: str, gaps: list[str]) -> "QuerySet[Any]":
        if "english" in gaps:
            queryset = queryset.exclude(translations__has_key="en")
        if "picture" in gaps:
            model = self._meta.model
            path = f"{model.snippet_viewset.picture_path}__isnull"
            queryset = queryset.filter(~Exists(model._base_manager.filter(pk=OuterRef("pk"), **{path: False})))
        return queryset


class RecordIndexView(FoldedIndexView):
    """The list of one kind of record."""

    def get_base_queryset(self) -> "QuerySet[Any]":
        viewset = self.model.snippet_viewset
        queryset = with_states(super().get_base_queryset())
        if viewset.list_related:
            queryset = queryset.select_related(*viewset.list_related)
        return queryset.prefetch_related(f"{viewset.picture_path}__renditions")

    @cached_property
    def list_display(self) -> list[Any]:
        """Without Wagtail's "live" tag: our column tells more."""
        return [column for column in super().list_display if not isinstance(column, LiveStatusTagColumn)]

    @cached_property
    def columns(self) -> list[Any]:
        box, *columns = super().columns
        return [box, ThumbnailColumn(self.model.snippet_viewset.picture_path), *columns]

    def get_delete_url(self, instance: Any) -> Any:
        """Editors may delete what never was public, and only that."""
        allowed = self.user_has_permission_for_instance("delete", instance)
        return super().get_delete_url(instance) if allowed else None
