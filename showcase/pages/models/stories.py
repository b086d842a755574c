"""Stories: what a village tells."""

from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.db import models
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField

from showcase.core.models import BasePage
from showcase.pages.blocks import told_with
from showcase.pages.forms import SourceFactsForm
from showcase.pages.models.pictured import PicturedPage

PER_PAGE = 24


class StoryIndexPage(BasePage):
    """All stories, newest first."""

    translated_fields: ClassVar[tuple[str, ...]] = ("title", "intro")

    intro = models.TextField(_("introduction"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.StoryPage"]
    max_count_per_parent = 1
    template = "pages/story_index_page.html"

    class Meta:
        verbose_name = _("stories")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from showcase.pages.selectors import in_language, live_stories

        context = super().get_context(request, *args, **kwargs)
        paginator = Paginator(live_stories().filter(pk__in=StoryPage.objects.child_of(self.source)), PER_PAGE)
        given = request.GET.get("page", "1")
        number = int(given) if given.isascii() and given.isdigit() and len(given) < 7 else 0
        if not 1 <= number <= paginator.num_pages:
            raise Http404
        page = paginator.page(number)
        address = self.get_url(request)
        return {
            **context,
            "stories": in_language(page.object_list, self.locale.language_code),
            "number": number,
            "pages": paginator.num_pages,
            "first_url": address,
            "prev_url": f"{address}?page={number - 1}" if page.has_previous() else None,
            "next_url": f"{address}?page={number + 1}" if page.has_next() else None,
            "last_url": f"{address}?page={paginator.num_pages}",
        }


class StoryPage(PicturedPage, BasePage):
    """One story, told with the shared blocks."""

    translated_fields: ClassVar[tuple[str, ...]] = ("title", "intro", "body", "credits")
    source_facts: ClassVar[tuple[str, ...]] = ("told_on", "picture", "craft")
    base_form_class = SourceFactsForm

    intro = models.TextField(_("introduction"), blank=True)
    told_on = models.DateField(_("date"), default=timezone.localdate)
    craft = models.ForeignKey(
        "villages.Craft",
        verbose_name=_("craft"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="stories",
        help_text=_("The words of this craft are listed under the story."),
    )
    body = StreamField(told_with(), verbose_name=_("story"), blank=True)
    credits = models.TextField(_("credits"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        FieldRowPanel([FieldPanel("told_on"), FieldPanel("craft")]),
        FieldPanel("picture"),
        FieldPanel("body"),
        FieldPanel("credits"),
    ]
    parent_page_types = ["pages.StoryIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "pages/story_page.html"

    class Meta:
        verbose_name = _("story")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from showcase.pages.telling import tell

        context = super().get_context(request, *args, **kwargs)
        terms = self.source.craft.glossary.all()[:12] if self.source.craft else []
        cards = tell(self.body)
        return {**context, "facts": self.source, "record_cards": cards, "glossary_terms": terms}
