"""Home and plain pages."""

from typing import Any, ClassVar

from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import get_text_for_indexing

from showcase.core.models import BasePage
from showcase.pages.blocks import RICH_TEXT, told_with


class HomePage(BasePage):
    """The front door: what is on, villages, what is new, the search field."""

    translated_fields: ClassVar[tuple[str, ...]] = ("title", "intro")

    intro = models.TextField(_("introduction"), blank=True)
    voice = models.ForeignKey(
        "villages.Artisan",
        verbose_name=_("whose words stand here"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown while the artisan agrees that name and story are public. Empty: the newest who agrees."),
    )

    content_panels = [*BasePage.content_panels, FieldPanel("intro"), FieldPanel("voice")]
    parent_page_types = ["wagtailcore.Page"]
    template = "pages/home_page.html"

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from showcase.pages.front import home_sections

        return {**super().get_context(request, *args, **kwargs), **home_sections(self, request)}


class StandardPage(BasePage):
    """A page of text, perhaps followed by facts that staff keep in the centre's details."""

    class Facts(models.TextChoices):
        VISIT = "visit", _("hours, address and the way here")
        OWNER = "owner", _("owner, contact and where the data lies")

    translated_fields: ClassVar[tuple[str, ...]] = ("title", "body", "more")

    body = RichTextField(_("text"), features=RICH_TEXT, blank=True)
    more = StreamField(told_with(), verbose_name=_("pictures, quotes, records"), blank=True)

    facts = models.CharField(
        _("facts below the text"),
        max_length=10,
        choices=Facts,
        blank=True,
        help_text=_("Read from the centre's details, so they are kept in one place."),
    )

    content_panels = [*BasePage.content_panels, FieldPanel("body"), FieldPanel("more"), FieldPanel("facts")]
    parent_page_types = ["pages.HomePage", "pages.StandardPage"]
    template = "pages/standard_page.html"

    class Meta:
        verbose_name = _("page of text")

    @property
    def description(self) -> str:
        """What search engines show below the title: written for them, or how the text begins."""
        begins = " ".join(get_text_for_indexing(self.body).split())
        return self.search_description or Truncator(begins).chars(160)

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from showcase.pages.telling import tell

        context = super().get_context(request, *args, **kwargs)
        return {**context, "record_cards": tell(self.more)}
