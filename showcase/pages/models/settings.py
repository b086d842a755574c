"""The centre's own details, kept by staff."""

from typing import ClassVar
from urllib.parse import quote

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from showcase.core.admin.translation import TranslationPanel
from showcase.core.models import Translatable


@register_setting(icon="home")
class CentreSettings(Translatable, BaseGenericSetting):
    """Name, contact and owner. Empty fields are left out on the site, never guessed."""

    changes_site = True
    translatable_fields: ClassVar[tuple[str, ...]] = ("name", "address", "opening_hours", "owner_name", "tagline")

    name = models.CharField(_("name of the centre"), max_length=200, blank=True)
    tagline = models.CharField(_("in one line"), max_length=200, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    zalo = models.CharField(_("Zalo number"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    address = models.CharField(_("address"), max_length=250, blank=True)
    opening_hours = models.CharField(_("opening hours"), max_length=250, blank=True)
    owner_name = models.CharField(_("owner of the site"), max_length=200, blank=True)
    registration = models.CharField(
        _("registration"), max_length=200, blank=True, help_text=_("Number, date and place of registration.")
    )

    panels: ClassVar[list[Panel]] = [
        *map(FieldPanel, ("name", "tagline", "phone", "zalo", "email", "address", "opening_hours")),
        *map(FieldPanel, ("owner_name", "registration")),
        TranslationPanel(),
    ]

    class Meta:
        verbose_name = _("the centre's details")

    def __str__(self) -> str:
        return self.name

    @property
    def tel(self) -> str:
        """Address that calls the centre, or ``""``."""
        return f"tel:{_digits(self.phone)}" if self.phone else ""

    @property
    def zalo_url(self) -> str:
        """Address that writes to the centre on Zalo, or ``""``."""
        return f"https://zalo.me/{_digits(self.zalo).lstrip('+')}" if self.zalo else ""

    @property
    def mailto(self) -> str:
        """Address that writes a mail to the centre, or ``""``."""
        return f"mailto:{quote(self.email, safe='@')}" if self.email else ""


def _digits(number: str) -> str:
    return "".join(char for char in number if char.isdigit() or char == "+")
