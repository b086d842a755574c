"""Share pictures follow what they show: removed with what hides it, drawn by a task after what changes it."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from showcase.core.later import after_commit, leave_for_later
from showcase.core.models import BasePage
from showcase.core.signals import record_changed, record_removed, terms_changed
from showcase.images.models import CentreImage
from showcase.images.share_pictures import remove, remove_outdated, source_of


def _later(row: Model) -> None:
    """After the commit: remove what a row does not show any more, and draw what a public page shows.

    What a public record shows is drawn by the task that its ``save`` leaves. The task removes as well, so that a store
    that is away for a moment ends nothing else that waits for the commit.
    """
    source = source_of(row)
    if source is None:
        return
    is_public = row.live if isinstance(row, Page) else getattr(row, "is_public", False)
    if not is_public:
        after_commit(remove, source.key(row))
        return
    after_commit(remove_outdated, source, row)
    if isinstance(row, Page):
        leave_for_later(row)


@receiver(record_changed, dispatch_uid="images.share.record_changed")
def on_record(sender: Any, instance: Model, **kwargs: Any) -> None:
    """A record was stored. Of pages Wagtail's own signals tell."""
    if not isinstance(instance, Page):
        _later(instance)


@receiver(page_published, dispatch_uid="images.share.page_published")
@receiver(page_unpublished, dispatch_uid="images.share.page_unpublished")
def on_page(sender: Any, instance: Page, **kwargs: Any) -> None:
    """A page came or went."""
    if isinstance(instance, BasePage):
        _later(instance)


@receiver(post_save, sender=PageViewRestriction, dispatch_uid="images.share.restricted")
@receiver(post_delete, sender=PageViewRestriction, dispatch_uid="images.share.opened")
def on_restriction(sender: Any, instance: PageViewRestriction, **kwargs: Any) -> None:
    """A page became private or public again, and all below it."""
    _section_later(Page.objects.filter(pk=instance.page_id).first())


@receiver(post_page_move, dispatch_uid="images.share.moved")
def on_move(sender: Any, instance: Page, **kwargs: Any) -> None:
    """A page came under another one, which may be private."""
    _section_later(instance)


def _section_later(page: Page | None) -> None:
    """Of a page and all below it, with their translations: what is private in Vietnamese is so in English."""
    if page is None:
        return
    keys = Page.objects.descendant_of(page, inclusive=True).values("translation_key")
    for row in Page.objects.filter(translation_key__in=keys):
        _later(row)


@receiver(record_removed, dispatch_uid="images.share.record_removed")
@receiver(post_delete, dispatch_uid="images.share.deleted")
def on_removed(sender: Any, instance: Model, **kwargs: Any) -> None:
    """A record or a page was deleted, also one of many at once."""
    source = source_of(instance) if not isinstance(instance, Page) or isinstance(instance, BasePage) else None
    if source is not None:
        after_commit(remove, source.key(instance))


@receiver(terms_changed, sender=CentreImage, dispatch_uid="images.share.photo_changed")
def on_photo(sender: Any, instance: CentreImage | None = None, **kwargs: Any) -> None:
    """A photo changed, or its listed sizes were made: those who show it are drawn with it."""
    if instance is not None:
        leave_for_later(instance)
