"""Pages of text that every centre has: the visit, privacy, accessibility. What is there is left to people."""

from pathlib import Path

from wagtail.models import Locale

from showcase.core.models import BasePage
from showcase.core.models.translation import SOURCE_LANGUAGE
from showcase.pages.models import HomePage, StandardPage
from showcase.pages.services import keep_twins

TEXTS = Path(__file__).parent / "texts"
Facts = StandardPage.Facts
#: Name of the text; facts below it; title and address by language.
PAGES: tuple[tuple[str, str, dict[str, tuple[str, str]]], ...] = (
    ("visit", Facts.VISIT, {"vi": ("Đến trung tâm", "den-trung-tam"), "en": ("Visit the centre", "visit")}),
    ("privacy", Facts.OWNER, {"vi": ("Quyền riêng tư", "quyen-rieng-tu"), "en": ("Privacy", "privacy")}),
    ("accessibility", "", {"vi": ("Dễ dùng cho mọi người", "de-dung"), "en": ("Accessibility", "accessibility")}),
)


def text(name: str, language: str) -> str:
    """The text of a standing page."""
    return (TEXTS / f"{name}.{language}.html").read_text(encoding="utf-8")


def make_standing_pages(home: HomePage) -> None:
    """Make those pages below the home of a new site, in both languages."""
    for name, facts, titles in PAGES:
        title, slug = titles[SOURCE_LANGUAGE]
        home.refresh_from_db()
        page = StandardPage(
            title=title,
            slug=slug,
            body=text(name, SOURCE_LANGUAGE),
            facts=facts,
            locale=home.locale,
            show_in_menus=True,
        )
        home.add_child(instance=page)
        page.save_revision().publish()
        make_english(page, *titles["en"], body=text(name, "en"))


def make_english(source: BasePage, title: str, slug: str, **texts: str) -> None:
    """English words for a page that every centre has: its alias becomes a translation."""
    keep_twins(source)
    twin = source.get_translation_or_none(Locale.objects.get(language_code="en"))
    if twin is None or twin.alias_of_id is None:
        return
    twin.alias_of = None
    twin.title, twin.draft_title, twin.slug = title, title, slug
    for name, text in texts.items():
        setattr(twin, name, text)
    twin.save()
    twin.save_revision().publish()
