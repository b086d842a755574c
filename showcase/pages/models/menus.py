"""The menus at the head and the foot of every page, arranged by staff."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, Panel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Orderable

from showcase.core.admin.translation import TranslationPanel
from showcase.core.models import Translatable


class Section(models.TextChoices):
    """Parts of the site that are no pages of the tree; the value is the name of their route."""

    VILLAGES = "village_list", _("Villages")
    ARTISANS = "artisan_list", _("Artisans")
    PRODUCTS = "product_list", _("Products")
    GLOSSARY = "glossary", _("Glossary")
    FAVOURITES = "favourites", _("Favourites")
    SEARCH = "search", _("Search")


@register_setting(icon="list-ul")
class SiteMenus(BaseGenericSetting, ClusterableModel):
    """Both menus. One without lines shows the sections and the pages that say “show in menus”."""

    changes_site = True

    panels: ClassVar[list[Panel]] = [
        InlinePanel(
            "header_links",
            heading=_("Head of the page"),
            label=_("line"),
            help_text=_(
                "Without lines: villages, artisans, products, exhibitions. Four short ones fit one row of a phone."
            ),
        ),
        InlinePanel(
            "footer_links",
            heading=_("Foot of the page"),
            label=_("line"),
            help_text=_("Without lines: the sections, and every page below the home page that says “show in menus”."),
        ),
    ]

    class Meta:
        verbose_name = _("menus")

    def __str__(self) -> str:
        return str(_("menus"))


class MenuLink(Translatable, Orderable):
    """A line: a section or a page, perhaps under a name of its own. Not shown while its page is not public."""

    changes_site = True
    translatable_fields: ClassVar[tuple[str, ...]] = ("label",)

    section = models.CharField(_("section"), max_length=20, choices=Section, blank=True)
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("The Vietnamese page; English readers come to its twin."),
    )
    label = models.CharField(
        _("name in the menu"), max_length=60, blank=True, help_text=_("Empty: the title of the page or section.")
    )

    panels: ClassVar[list[Panel]] = [
        FieldRowPanel([FieldPanel("section"), FieldPanel("page")]),
        FieldPanel("label"),
        TranslationPanel(),
    ]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.label or self.section or str(self.page or "")

    def clean(self) -> None:
        super().clean()
        if bool(self.section) == bool(self.page_id):
            raise ValidationError(_("Choose a section or a page, one of the two."))


class HeaderLink(MenuLink):
    """A line at the head of the page."""

    menus: Any = ParentalKey(SiteMenus, on_delete=models.CASCADE, related_name="header_links")

    class Meta(MenuLink.Meta):
        verbose_name = _("line of the head")


class FooterLink(MenuLink):
    """A line at the foot of the page."""

    menus: Any = ParentalKey(SiteMenus, on_delete=models.CASCADE, related_name="footer_links")

    class Meta(MenuLink.Meta):
        verbose_name = _("line of the foot")
