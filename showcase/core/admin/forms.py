"""Forms of records in the admin."""

from typing import Any

from wagtail.admin.forms.models import WagtailAdminModelForm


class RecordForm(WagtailAdminModelForm):
    """Live facts of a record that was public cannot be edited here: they have an action of their own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stored = self.instance.pk is not None
        locked = self.instance.live_facts if stored and not self.instance.never_published else ()
        for name in {*locked, *self.instance.ledger_facts} & set(self.fields):
            self.fields[name].disabled = True
