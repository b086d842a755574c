"""The words of the crafts, explained."""

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from showcase.core.models import Term
from villages.models.terms import Craft


class GlossaryTerm(Term):
    """A word with its meaning in both languages; its key is the anchor on the glossary's page."""

    changes_site = True
    translatable_fields: ClassVar[tuple[str, ...]] = ("name", "definition")

    definition = models.TextField(_("meaning"), max_length=1200, help_text=_("One to three plain sentences."))
    craft = models.ForeignKey(
        Craft, verbose_name=_("craft"), null=True, blank=True, on_delete=models.SET_NULL, related_name="glossary"
    )

    class Meta(Term.Meta):
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary")

    def get_absolute_url(self, language: str | None = None) -> str:
        """The place of this word on the glossary's page."""
        if language is None:
            return f"{reverse('glossary')}#{self.key}"
        with translation.override(language):
            return f"{reverse('glossary')}#{self.key}"
