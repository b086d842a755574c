"""Forms of records and pages in the admin."""

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.models import WagtailAdminModelForm

from showcase.core.admin.translators import keep_to_translations, only_translates


def mark_needed(form_class: Any) -> None:
    """Mark the fields that even a draft needs, in child rows too.

    Wagtail sends a form by itself while it is filled in; before these are given it would be refused with a warning
    that says nothing to who has only just begun (``staff/saving.js`` waits for them).
    """
    for name, field in form_class.base_fields.items():
        if field.required and name not in form_class._meta.defer_required_on_fields:
            field.widget.attrs["data-needed"] = ""
    for formset in getattr(form_class, "formsets", {}).values():
        mark_needed(formset.form)


class PatientMixin:
    """A form that is not sent by itself before it can be stored."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        mark_needed(type(self))  # the class: empty child rows are made from it later
        super().__init__(*args, **kwargs)


class PageForm(PatientMixin, WagtailAdminPageForm):
    """The form of every page."""


class RecordForm(PatientMixin, WagtailAdminModelForm):
    """Live facts of a record that was public cannot be edited here: they have an action of their own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stored = self.instance.pk is not None
        locked = self.instance.live_facts if stored and not self.instance.never_published else ()
        for name in {*locked, *self.instance.ledger_facts} & set(self.fields):
            self.fields[name].disabled = True
        if only_translates(type(self.instance), self.for_user):
            keep_to_translations(self)


class TermForm(WagtailAdminModelForm):
    """A word of a vocabulary counts at once and has no draft: translators translate it and no more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "key" in self.fields:
            self.fields["key"].disabled = True  # it stands in addresses
        if only_translates(type(self.instance), self.for_user):
            keep_to_translations(self)
