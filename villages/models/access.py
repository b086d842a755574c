"""Who may act for an artisan, and what an artisan agreed to: facts outside revisions."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from villages.models.artisan import Artisan


class ArtisanAccess(models.Model):
    """A user who may act for an artisan: the artisan, a grandchild, the centre's helper."""

    class Role(models.TextChoices):
        OWNER = "owner", _("the artisan")
        HELPER = "helper", _("a helper")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="artisan_access")
    artisan = models.ForeignKey(Artisan, on_delete=models.CASCADE, related_name="access")
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.OWNER)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("access for an artisan")
        verbose_name_plural = _("access for artisans")
        constraints = [models.UniqueConstraint(fields=("user", "artisan"), name="artisan_access_once")]

    def __str__(self) -> str:
        return f"{self.user} → {self.artisan}"


class Consent(models.Model):
    """One line of the consent ledger: rows are added, never changed."""

    artisan = models.ForeignKey(Artisan, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(_("purpose"), max_length=40)
    granted = models.BooleanField(_("granted"))
    text_version = models.CharField(_("version of the text"), max_length=40, blank=True)
    channel = models.CharField(_("channel"), max_length=60, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ("-recorded_at", "-pk")

    def __str__(self) -> str:
        return f"{self.purpose}: {self.granted}"
