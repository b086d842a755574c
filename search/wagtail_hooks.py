"""Synonyms in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from search.models import Synonym


class SynonymViewSet(SnippetViewSet):
    """The list of synonyms: a change counts on the next search."""

    model = Synonym
    icon = "link"
    menu_label = _("Synonyms")
    list_display = ["canonical_vi", "canonical_en", "forms", "active"]
    list_filter = ["active"]
    search_fields = ["canonical_vi", "canonical_en", "forms"]
    ordering = ["canonical_vi"]
    panels = [
        MultiFieldPanel([FieldPanel("canonical_vi"), FieldPanel("canonical_en")], heading=_("Meaning")),
        FieldPanel("forms"),
        FieldPanel("collisions"),
        FieldPanel("active"),
    ]


register_snippet(SynonymViewSet)
