"""Vocabularies: staff lists from which facets, synonyms and translations come."""

from typing import Any, ClassVar

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from showcase.core.models.translation import Translatable
from showcase.core.signals import terms_changed
from showcase.core.text import fold, slugify


class Term(Translatable):
    """A word of a staff list, with a key that stays when the name changes."""

    translatable_fields: ClassVar[tuple[str, ...]] = ("name",)

    key = models.SlugField(_("key"), max_length=80, unique=True, blank=True, help_text=_("Stands in addresses; stays."))
    name = models.CharField(_("name"), max_length=120)
    also = models.TextField(_("also called"), blank=True, help_text=_("Other words, separated by semicolons."))
    sort_order = models.PositiveIntegerField(_("order"), default=0)
    search_text = models.TextField(editable=False, blank=True, default="")

    class Meta:
        abstract = True
        ordering = ("sort_order", "key")

    def __str__(self) -> str:
        return str(self.localized("name"))

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.key:
            self.key = self._free_key()
        self.search_text = fold(f"{self.name} {self.translation('name', 'en')} {self.also}")
        super().save(*args, **kwargs)
        terms_changed.send(type(self), instance=self)

    def _free_key(self) -> str:
        base = slugify(self.name)[:70] or "x"
        key, number = base, 2
        while type(self)._default_manager.filter(key=key).exists():
            key, number = f"{base}-{number}", number + 1
        return key
