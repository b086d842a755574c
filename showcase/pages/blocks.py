"""The blocks that stories, events, exhibitions and plain pages are told with. Their templates are in templates/blocks.

What a block shows of records is looked up for the whole page at once (``showcase.pages.telling``): a block alone in
a preview looks its own up.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from products.models import Product
from showcase.images.describing import PictureBlock as DescribedPictureBlock
from villages.models import Artisan, GlossaryTerm, Village

RICH_TEXT = ["h2", "h3", "bold", "italic", "ol", "ul", "link"]
CHAPTER_TEXT = ["h3", "bold", "italic", "ol", "ul", "link"]


class PictureBlock(blocks.StructBlock):
    """A picture with words of this page under it."""

    image = DescribedPictureBlock(label=_("picture"))
    caption = blocks.TextBlock(label=_("caption"), required=False, max_length=400, rows=2)

    class Meta:
        icon = "image"
        label = _("picture")
        template = "blocks/picture.html"


class GalleryBlock(blocks.StructBlock):
    """Pictures side by side."""

    pictures = blocks.ListBlock(PictureBlock(), label=_("pictures"), min_num=2, max_num=12)

    class Meta:
        icon = "image"
        label = _("gallery")
        template = "blocks/gallery.html"


class QuoteBlock(blocks.StructBlock):
    """Words of an artisan, shown while name and story may be public; or of a writing that is named."""

    text = blocks.TextBlock(label=_("quote"), max_length=600, rows=3)
    artisan = SnippetChooserBlock(
        Artisan,
        label=_("artisan"),
        required=False,
        help_text=_("The quote is shown only while this artisan agrees to name and story being public."),
    )
    source = blocks.CharBlock(
        label=_("source"), required=False, max_length=160, help_text=_("For writings: what it is taken from.")
    )

    class Meta:
        icon = "openquote"
        label = _("quote")
        template = "blocks/quote.html"

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        artisan = value.get("artisan")
        context["shown"] = artisan is None or (artisan.is_public and artisan.may_show_story)
        return context

    def get_searchable_content(self, value: Any) -> list[str]:
        """Words of an artisan are not searched: consent may be taken back on any day."""
        if value.get("artisan") is not None:
            return []
        content: list[str] = super().get_searchable_content(value)
        return content


class RecordsBlock(blocks.StructBlock):
    """Records as cards, in hand order. One that is not public is left out."""

    heading = blocks.CharBlock(label=_("heading"), required=False, max_length=160)
    records = blocks.StreamBlock(
        [
            ("product", SnippetChooserBlock(Product, label=_("product"))),
            ("village", SnippetChooserBlock(Village, label=_("village"))),
            ("artisan", SnippetChooserBlock(Artisan, label=_("artisan"))),
        ],
        label=_("records"),
        max_num=24,
    )

    class Meta:
        icon = "list-ul"
        label = _("records")
        template = "blocks/records.html"

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        from showcase.pages.telling import cards_of, record_keys

        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        wanted = list(record_keys(value))
        cards = context.get("record_cards")
        if cards is None:
            cards = cards_of(wanted)
        context["cards"] = [cards[key] for key in wanted if key in cards]
        return context


def told_with() -> list[tuple[str, blocks.Block]]:
    """The shared set, new instances for each field."""
    return [
        ("heading", blocks.CharBlock(label=_("heading"), max_length=160, icon="title", template="blocks/heading.html")),
        ("text", blocks.RichTextBlock(label=_("text"), features=RICH_TEXT, template="blocks/text.html")),
        ("picture", PictureBlock()),
        ("gallery", GalleryBlock()),
        ("quote", QuoteBlock()),
        ("records", RecordsBlock()),
        (
            "term",
            SnippetChooserBlock(GlossaryTerm, label=_("glossary term"), icon="help", template="blocks/term.html"),
        ),
    ]


class ChapterBlock(blocks.StructBlock):
    """One idea: a heading, a text, pictures, words of somebody. The objects of the chapter follow it."""

    heading = blocks.CharBlock(label=_("heading"), max_length=160)
    text = blocks.RichTextBlock(label=_("text"), features=CHAPTER_TEXT, required=False)
    content = blocks.StreamBlock(
        [pair for pair in told_with() if pair[0] != "heading"], label=_("pictures, quotes, records"), required=False
    )

    class Meta:
        icon = "doc-full"
        label = _("chapter")
