"""Children of a record: rows that are replaced as a whole when a revision is restored."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Orderable

from showcase.core.models.dates import PartialDateMixin
from showcase.core.models.translation import Translatable


class RecordChild(Orderable, Translatable):
    """A child row. Its UUID is its identity: nothing outside points at its primary key."""

    uuid = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)

    class Meta(Orderable.Meta):
        abstract = True


class Claim(RecordChild, PartialDateMixin):
    """What a source says: ages, founders, titles, places and prices disagree."""

    translatable_fields: ClassVar[tuple[str, ...]] = ("text",)

    field = models.CharField(_("about"), max_length=40)
    text = models.TextField(_("what is said"))
    source = models.CharField(_("source"), max_length=250, blank=True)
    source_url = models.URLField(_("link to the source"), blank=True)
    checked_by = models.CharField(_("checked by"), max_length=120, blank=True)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    disputed = models.BooleanField(_("sources differ"), default=False)

    class Meta(RecordChild.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def confirmed(self) -> bool:
        """Whether somebody has checked it."""
        return bool(self.checked_on)
