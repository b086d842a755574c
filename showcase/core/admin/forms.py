"""Forms of records in the admin."""

from typing import Any

from wagtail.admin.forms.models import WagtailAdminModelForm


class RecordForm(WagtailAdminModelForm):
    """Live facts of a live record cannot be edited here: they have an action of their own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.instance.live:
            for name in self.instance.live_facts:
                if name in self.fields:
                    self.fields[name].disabled = True
