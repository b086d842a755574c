"""Crafts and techniques."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from showcase.core.models import Term


class Craft(Term):
    """A craft, perhaps under a group (lacquer painting under lacquer)."""

    group = models.ForeignKey(
        "self", verbose_name=_("group"), null=True, blank=True, on_delete=models.SET_NULL, related_name="members"
    )

    class Meta(Term.Meta):
        verbose_name = _("craft")
        verbose_name_plural = _("crafts")


class Technique(Term):
    """A way of working: inlaying, polishing, plain weave."""

    class Meta(Term.Meta):
        verbose_name = _("technique")
        verbose_name_plural = _("techniques")
