"""Keeping the English twins of Vietnamese pages."""

from wagtail.models import Locale, Page

from showcase.core.models import BasePage
from showcase.core.models.translation import SOURCE_LANGUAGE, target_languages


def keep_twins(page: BasePage) -> None:
    """Give a live Vietnamese page an alias in every other language that has none.

    Wagtail's own synchronisation is an admin hook; pages made in code get none.
    """
    if page.locale.language_code != SOURCE_LANGUAGE:
        note_translation(page)
        return
    for language in target_languages():
        locale = Locale.objects.get(language_code=language)
        if not page.has_translation(locale):
            page.copy_for_translation(locale, copy_parents=True, alias=True)


def note_translation(page: BasePage) -> None:
    """Remember which source a translation was made from; one that says the same stays fallback."""
    source = page.source
    if page.alias_of_id is not None or source.pk == page.pk:
        return
    digest = "" if page.content_digest() == source.content_digest() else source.content_digest()
    if digest != page.source_digest:
        type(page)._default_manager.filter(pk=page.pk).update(source_digest=digest)
        page.source_digest = digest


def take_twins_along(page: BasePage) -> None:
    """When a source leaves the public, its translations leave with it."""
    if page.locale.language_code != SOURCE_LANGUAGE:
        return
    for twin in Page.objects.filter(translation_key=page.translation_key, live=True).exclude(pk=page.pk):
        twin.specific.unpublish()
