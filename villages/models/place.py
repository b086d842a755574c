"""The gazetteer: provinces, communes with validity, and what they were before July 2025."""

from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from showcase.core.signals import terms_changed
from showcase.core.text import fold


class Place(models.Model):
    """An administrative place. Former ones keep their old district as text."""

    class Level(models.TextChoices):
        PROVINCE = "province", _("province or city")
        COMMUNE = "commune", _("commune or ward")
        FORMER_COMMUNE = "former_commune", _("former commune")

    level = models.CharField(_("level"), max_length=20, choices=Level)
    code = models.CharField(_("code"), max_length=5, blank=True, help_text=_("Of the statistics office."))
    kind = models.CharField(_("kind"), max_length=20)
    name = models.CharField(_("name"), max_length=120)
    district = models.CharField(_("former district"), max_length=120, blank=True)
    parent = models.ForeignKey(
        "self", verbose_name=_("province"), null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    precision_m = models.PositiveIntegerField(_("precision in metres"), null=True, blank=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    successors = models.ManyToManyField(
        "self", through="PlaceSuccession", symmetrical=False, related_name="predecessors", blank=True
    )
    search_text = models.TextField(editable=False, blank=True, default="")

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ("level", "name", "code")
        constraints = [
            models.UniqueConstraint(fields=("level", "code"), condition=~models.Q(code=""), name="place_level_code"),
            models.UniqueConstraint(
                fields=("kind", "name", "district"),
                condition=models.Q(level="former_commune"),
                name="place_former_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.name}" + (f" ({self.district})" if self.district else "")

    def set_search_text(self) -> None:
        self.search_text = fold(f"{self.kind} {self.name} {self.district} {self.code}")

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the row; a place that was there before may be shown by records, which follow."""
        is_new = self._state.adding
        self.set_search_text()
        super().save(*args, **kwargs)
        if not is_new:
            terms_changed.send(type(self), instance=self)


class PlaceSuccession(models.Model):
    """What a former commune became: one may have gone to several, several to one."""

    class Share(models.TextChoices):
        WHOLE = "whole", _("whole")
        MOST = "most", _("most")
        PART = "part", _("part")

    former = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="became")
    current = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="was")
    share = models.CharField(_("share"), max_length=10, choices=Share)

    class Meta:
        verbose_name = _("succession of places")
        verbose_name_plural = _("successions of places")
        constraints = [models.UniqueConstraint(fields=("former", "current"), name="succession_once")]

    def __str__(self) -> str:
        return f"{self.former} → {self.current}"
