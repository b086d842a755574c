"""Exhibitions: chapters of text, live products with this show's own captions."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable

from products.models import Product
from showcase.core.admin.translation import TranslationPanel
from showcase.core.models import BasePage, Translatable
from showcase.pages.blocks import ChapterBlock
from showcase.pages.forms import SourceFactsForm, SourceInlinePanel
from showcase.pages.models.pictured import PicturedPage

ITEM_PANELS = [
    FieldPanel("product"),
    FieldRowPanel([FieldPanel("chapter"), FieldPanel("place")]),
    FieldPanel("caption"),
    TranslationPanel(),
]


class ExhibitionIndexPage(BasePage):
    """What is on, what comes, what was."""

    translated_fields: ClassVar[tuple[str, ...]] = ("title", "intro")

    intro = models.TextField(_("introduction"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.ExhibitionPage"]
    max_count_per_parent = 1
    template = "pages/exhibition_index_page.html"

    class Meta:
        verbose_name = _("exhibitions")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from showcase.pages.selectors import exhibitions_by_time, live_exhibitions, with_pictures

        children = with_pictures(live_exhibitions()).filter(pk__in=ExhibitionPage.objects.child_of(self.source))
        groups = exhibitions_by_time(children, self.locale.language_code)
        return {**super().get_context(request, *args, **kwargs), **groups}


class ExhibitionPage(PicturedPage, BasePage):
    """A show. Dates and objects are edited on the Vietnamese page only."""

    translated_fields: ClassVar[tuple[str, ...]] = ("title", "intro", "room", "body", "credits")
    source_facts: ClassVar[tuple[str, ...]] = ("opens_on", "closes_on", "picture", "items")
    base_form_class = SourceFactsForm

    intro = models.TextField(_("introduction"), blank=True)
    opens_on = models.DateField(_("opens on"))
    closes_on = models.DateField(_("closes on"), null=True, blank=True)
    room = models.CharField(_("room"), max_length=120, blank=True)
    body = StreamField([("chapter", ChapterBlock())], verbose_name=_("chapters"), blank=True)
    credits = models.TextField(_("credits"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        FieldRowPanel([FieldPanel("opens_on"), FieldPanel("closes_on")]),
        FieldPanel("room"),
        FieldPanel("picture"),
        FieldPanel("body"),
        SourceInlinePanel("items", heading=_("objects shown"), label=_("object"), panels=ITEM_PANELS),
        FieldPanel("credits"),
    ]
    parent_page_types = ["pages.ExhibitionIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "pages/exhibition_page.html"

    class Meta:
        verbose_name = _("exhibition")

    def clean(self) -> None:
        super().clean()
        if self.opens_on and self.closes_on and self.closes_on < self.opens_on:
            raise ValidationError({"closes_on": _("The exhibition closes before it opens.")})

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from showcase.pages.selectors import exhibition_chapters

        context = super().get_context(request, *args, **kwargs)
        return {**context, "facts": self.source, "state": self.state, **exhibition_chapters(self)}

    @property
    def state(self) -> Any:
        """On now, coming or past, by the calendar of Hà Nội and the dates of the source."""
        if self.source.opens_on > timezone.localdate():
            return _("Coming")
        return _("Past") if self.is_past else _("On now")

    @property
    def is_past(self) -> bool:
        """Whether its last day is over in Hà Nội."""
        closes_on = self.source.closes_on
        return bool(closes_on and closes_on < timezone.localdate())


class ExhibitionItem(Translatable, Orderable):
    """An object of a show: a live product with a caption of this show, and what was shown then."""

    translatable_fields: ClassVar[tuple[str, ...]] = ("caption", "place")

    page = ParentalKey(ExhibitionPage, on_delete=models.CASCADE, related_name="items")
    product = models.ForeignKey(
        Product, verbose_name=_("product"), null=True, blank=True, on_delete=models.SET_NULL, related_name="shown_in"
    )
    title_as_shown = models.CharField(_("name as shown"), max_length=200, blank=True)
    maker_as_shown = models.CharField(_("maker as shown"), max_length=200, blank=True)
    caption = models.TextField(_("caption"), blank=True)
    place = models.CharField(_("place in the room"), max_length=120, blank=True)
    chapter = models.PositiveSmallIntegerField(
        _("number of the chapter"), default=1, help_text=_("0 shows it after all chapters.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("object shown")
        verbose_name_plural = _("objects shown")

    def __str__(self) -> str:
        return self.title_as_shown

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.product and not self.title_as_shown:
            self.title_as_shown = self.product.name
            maker = self.product.maker
            self.maker_as_shown = maker.name if maker else ""
        super().save(*args, **kwargs)
