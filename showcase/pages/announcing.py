"""Pages that came, went or changed their place are told of as records are: with all below them, in both languages."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from showcase.core.models.translation import SOURCE_LANGUAGE
from showcase.core.signals import record_changed
from showcase.pages import receivers  # noqa: F401  (connects first: they take twins along)
from showcase.pages.documents import KINDS


def tell_of(page: Page) -> None:
    """What is shown of a page, or of one below it, may be other now; what is private in Vietnamese is so in English."""
    keys = Page.objects.descendant_of(page, inclusive=True).values("translation_key")
    for model in KINDS.values():
        pages = model._default_manager.filter(translation_key__in=keys)
        for source in pages.filter(locale__language_code=SOURCE_LANGUAGE).select_related("locale"):
            record_changed.send(model, instance=source)


@receiver(page_published, dispatch_uid="pages.told.published")
@receiver(page_unpublished, dispatch_uid="pages.told.unpublished")
@receiver(page_slug_changed, dispatch_uid="pages.told.slug")
@receiver(post_page_move, dispatch_uid="pages.told.moved")
def on_page(sender: Any, instance: Page, **kwargs: Any) -> None:
    """A page came, went, or has another address."""
    tell_of(instance)


@receiver(post_save, sender=PageViewRestriction, dispatch_uid="pages.told.restricted")
@receiver(post_delete, sender=PageViewRestriction, dispatch_uid="pages.told.opened")
def on_restriction(sender: Any, instance: PageViewRestriction, **kwargs: Any) -> None:
    """A page became private or public again, and all below it."""
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None:  # else it was deleted with its restriction
        tell_of(page)


@receiver(post_delete, dispatch_uid="pages.told.deleted")
def on_deleted(sender: Any, instance: Any, **kwargs: Any) -> None:
    """The row is gone. Its twins left while it was still there, and told of it as of a public page."""
    if sender in KINDS.values():
        record_changed.send(sender, instance=instance)
