"""Forms of records in the admin."""

from typing import Any

from wagtail.admin.forms.models import WagtailAdminModelForm

from showcase.core.admin.translators import keep_to_translations, only_translates


class RecordForm(WagtailAdminModelForm):
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
