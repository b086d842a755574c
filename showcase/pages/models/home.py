"""Home and plain pages."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from showcase.core.models import BasePage

RICH_TEXT = ["h2", "h3", "bold", "italic", "ol", "ul", "link"]


class HomePage(BasePage):
    """The front door: what is on, villages, what is new, the search field."""

    translated_fields: ClassVar[tuple[str, ...]] = ("title", "intro")

    intro = models.TextField(_("introduction"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    parent_page_types = ["wagtailcore.Page"]
    template = "pages/home_page.html"

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from showcase.pages.selectors import home_sections

        return {**super().get_context(request, *args, **kwargs), **home_sections()}


class StandardPage(BasePage):
    """A page of text."""

    translated_fields: ClassVar[tuple[str, ...]] = ("title", "body")

    body = RichTextField(_("text"), features=RICH_TEXT, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    parent_page_types = ["pages.HomePage", "pages.StandardPage"]
    template = "pages/standard_page.html"

    class Meta:
        verbose_name = _("page of text")
