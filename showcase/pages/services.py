"""Keeping the English twins of Vietnamese pages."""

from typing import Any

from django.db.models import QuerySet
from wagtail.models import Locale, Revision

from showcase.core.models import BasePage
from showcase.core.models.translation import SOURCE_LANGUAGE, target_languages


def keep_twins(page: BasePage) -> None:
    """Give a live Vietnamese page an alias in every other language that has none.

    Wagtail's own synchronisation is an admin hook; pages made in code get none.
    """
    if page.locale.language_code != SOURCE_LANGUAGE:
        note_translation(page)
        return
    bring_twins_back(page)
    for language in target_languages():
        locale = Locale.objects.get(language_code=language)
        if not page.has_translation(locale):
            page.copy_for_translation(locale, copy_parents=True, alias=True)


def note_translation(page: BasePage) -> None:
    """Remember which source a translation was made from; one that says the same stays fallback."""
    source = page.source
    if page.alias_of_id is not None or source.pk == page.pk:
        return
    if page.left_with_source is not None:
        type(page)._default_manager.filter(pk=page.pk).update(left_with_source=None)
    digest = "" if page.content_digest() == source.content_digest() else source.content_digest()
    if digest != page.source_digest:
        type(page)._default_manager.filter(pk=page.pk).update(source_digest=digest)
        page.source_digest = digest


def take_twins_along(page: BasePage) -> None:
    """When a source leaves the public, its translations leave with it and remember what was live."""
    if page.locale.language_code != SOURCE_LANGUAGE:
        return
    for twin in _twins(page).filter(live=True):
        live = twin.live_revision_id or 0
        twin.unpublish()
        type(page)._default_manager.filter(pk=twin.pk).update(left_with_source=live)


def bring_twins_back(page: BasePage) -> None:
    """Publish again the translations that left with this source, as they were; no others."""
    for twin in _twins(page).filter(live=False, left_with_source__isnull=False):
        revision = Revision.objects.filter(pk=twin.left_with_source).first()
        (revision or twin.save_revision()).publish()


def _twins(page: BasePage) -> QuerySet[Any]:
    twins: QuerySet[Any] = type(page)._default_manager.filter(translation_key=page.translation_key)
    return twins.exclude(pk=page.pk)
