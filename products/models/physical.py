"""Size and weight: integers in millimetres and grams, and the cell as it was typed."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PhysicalMixin(models.Model):
    """Dimensions of a piece, bare and packed."""

    length_mm = models.PositiveIntegerField(_("length, mm"), null=True, blank=True)
    width_mm = models.PositiveIntegerField(_("width, mm"), null=True, blank=True)
    height_mm = models.PositiveIntegerField(_("height, mm"), null=True, blank=True)
    diameter_mm = models.PositiveIntegerField(_("diameter, mm"), null=True, blank=True)
    pieces = models.PositiveSmallIntegerField(_("number of pieces"), null=True, blank=True)
    weight_g = models.PositiveIntegerField(_("weight, g"), null=True, blank=True)
    size_note = models.CharField(
        _("size in words"), max_length=200, blank=True, help_text=_("By measure, EU 38–44, framed …")
    )
    packed_length_mm = models.PositiveIntegerField(_("packed length, mm"), null=True, blank=True)
    packed_width_mm = models.PositiveIntegerField(_("packed width, mm"), null=True, blank=True)
    packed_height_mm = models.PositiveIntegerField(_("packed height, mm"), null=True, blank=True)
    packed_weight_g = models.PositiveIntegerField(_("packed weight, g"), null=True, blank=True)

    class Meta:
        abstract = True
