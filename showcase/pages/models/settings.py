"""The centre's own details, kept by staff."""

from typing import ClassVar
from urllib.parse import quote

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, Panel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from showcase.core.admin.translation import TranslationPanel
from showcase.core.models import Translatable

#: A phone number has so many digits at least; fewer are a note such as “line 2”, not something to call.
FEWEST_DIGITS = 3


@register_setting(icon="home")
class CentreSettings(Translatable, BaseGenericSetting, ClusterableModel):
    """Name, contact, hours and owner. Empty fields are left out on the site, never guessed."""

    changes_site = True
    translatable_fields: ClassVar[tuple[str, ...]] = (
        "name",
        "short_name",
        "tagline",
        "address",
        "getting_there",
        "opening_hours",
        "owner_name",
        "registration_place",
        "representative",
        "hosting",
    )

    name = models.CharField(_("name of the centre"), max_length=200, blank=True)
    short_name = models.CharField(
        _("short name"),
        max_length=60,
        blank=True,
        help_text=_("Stands at the head of every page when the full name is long."),
    )
    tagline = models.CharField(_("in one line"), max_length=200, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    zalo = models.CharField(_("Zalo number"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    address = models.CharField(
        _("address"),
        max_length=250,
        blank=True,
        help_text=_("House, street, commune of today, Hà Nội. The law wants it on every page."),
    )
    getting_there = models.TextField(
        _("how to get there"), blank=True, help_text=_("Landmarks, bus lines, where cars and coaches can stop.")
    )
    map_url = models.URLField(
        _("link to a map"),
        blank=True,
        help_text=_("Opens only when a visitor follows it; nothing of it is loaded before."),
    )
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    opening_hours = models.CharField(
        _("about the opening hours"),
        max_length=250,
        blank=True,
        help_text=_("In words, beside the table: for example “groups at other hours by appointment”."),
    )
    owner_name = models.CharField(
        _("owner of the site"),
        max_length=200,
        blank=True,
        help_text=_("As registered: the body or company that runs it."),
    )
    registration = models.CharField(
        _("registration number"),
        max_length=200,
        blank=True,
        help_text=_("Business registration or founding decision, or the tax code of a person."),
    )
    registration_date = models.DateField(_("registered on"), null=True, blank=True)
    registration_place = models.CharField(_("registered by"), max_length=200, blank=True)
    representative = models.CharField(
        _("responsible person"), max_length=200, blank=True, help_text=_("Name and office of who answers for the site.")
    )
    notice_url = models.URLField(
        _("record at the Ministry of Industry and Trade"),
        blank=True,
        help_text=_("Address at online.gov.vn, once the site is notified there."),
    )
    hosting = models.CharField(
        _("where the data lies"),
        max_length=200,
        blank=True,
        help_text=_("Who runs the server and in which country; told in the privacy statement."),
    )

    panels: ClassVar[list[Panel]] = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("short_name"), FieldPanel("tagline")],
            heading=_("Name"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("phone"), FieldPanel("zalo")]), FieldPanel("email")],
            heading=_("Contact"),
            help_text=_("Shown in the footer and wherever visitors may ask. Empty ones are left out."),
        ),
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldPanel("getting_there"),
                FieldPanel("map_url"),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            ],
            heading=_("Where it is"),
        ),
        InlinePanel(
            "weekly_hours",
            heading=_("Opening hours"),
            label=_("hours"),
            help_text=_("One line for days in a row with the same hours; a break at noon makes two lines."),
        ),
        InlinePanel(
            "exceptional_days",
            heading=_("Days that differ (Tết, holidays, repairs)"),
            label=_("days"),
            help_text=_(
                "Of two entries for one day the shorter holds: the centre may open on one day of a closed week."
            ),
        ),
        FieldPanel("opening_hours"),
        MultiFieldPanel(
            [
                FieldPanel("owner_name"),
                FieldPanel("registration"),
                FieldRowPanel([FieldPanel("registration_date"), FieldPanel("registration_place")]),
                FieldPanel("representative"),
                FieldPanel("notice_url"),
                FieldPanel("hosting"),
            ],
            heading=_("Owner of the site, as the law wants"),
            help_text=_(
                "Name, address, registration with date and place, phone and e-mail stand in the footer of every page."
            ),
        ),
        TranslationPanel(),
    ]

    class Meta:
        verbose_name = _("the centre's details")

    def __str__(self) -> str:
        return self.name

    @property
    def tel(self) -> str:
        """Address that calls the centre, or ``""``."""
        digits = _digits(self.phone)
        return f"tel:{digits}" if digits else ""

    @property
    def zalo_url(self) -> str:
        """Address that writes to the centre on Zalo, or ``""``."""
        digits = _digits(self.zalo).lstrip("+")
        return f"https://zalo.me/{digits}" if digits else ""

    @property
    def mailto(self) -> str:
        """Address that writes a mail to the centre, or ``""``."""
        return f"mailto:{quote(self.email, safe='@')}" if self.email else ""

    @property
    def map_address(self) -> str:
        """Where the centre is on a map: the link given, else one made of the coordinates, or ``""``."""
        if self.map_url or self.latitude is None or self.longitude is None:
            return self.map_url
        point = f"{self.latitude}/{self.longitude}"
        return f"https://www.openstreetmap.org/?mlat={self.latitude}&mlon={self.longitude}#map=16/{point}"


def _digits(number: str) -> str:
    """The digits of a number, with a leading plus; ``""`` when they are no number that could be called."""
    digits = "".join(char for char in number if char in "0123456789")
    plus = "+" if number.strip().startswith(("+", "(+")) else ""
    return plus + digits if len(digits) >= FEWEST_DIGITS else ""
