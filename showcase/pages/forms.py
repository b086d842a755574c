"""Facts without language are edited on the Vietnamese page only; a translation has no fields for them."""

from typing import Any

from wagtail.admin.panels import InlinePanel

from showcase.core.admin.forms import PageForm


class SourceFactsForm(PageForm):
    """Leaves ``source_facts`` of the page out of a translation's form: translations read them from their source."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.is_source:
            return
        for name in self.instance.source_facts:
            self.fields.pop(name, None)
            self.formsets.pop(name, None)


class SourceInlinePanel(InlinePanel):
    """Children that only the Vietnamese page has."""

    class BoundPanel(InlinePanel.BoundPanel):
        def __init__(self, **kwargs: Any) -> None:
            form = kwargs.get("form")
            self.left_out = form is not None and kwargs["panel"].relation_name not in form.formsets
            super().__init__(**{**kwargs, "form": None} if self.left_out else kwargs)

        def is_shown(self) -> bool:
            return not self.left_out and bool(super().is_shown())
