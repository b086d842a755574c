"""Pages in two languages stay together whoever publishes them."""

from typing import Any

from django.db.models.signals import post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from showcase.core.later import leave_for_later
from showcase.core.models import BasePage
from showcase.pages.models import CentreSettings, HomePage
from showcase.pages.services import keep_twins, take_twins_along


@receiver(page_published)
def on_published(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Make the twins, or note what a translation was made from.

    Wagtail sends this for a page that is only scheduled, too: then nothing of it is public.
    """
    if not isinstance(instance, BasePage) or instance.alias_of_id is not None:
        return
    if instance.live:
        keep_twins(instance)
        # Approved before its source is public: it waits, and is published with it.
        if not instance.source.live:
            take_twins_along(instance.source)
    else:
        take_twins_along(instance)


@receiver(page_unpublished)
def on_unpublished(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Take the twins along."""
    if isinstance(instance, BasePage):
        take_twins_along(instance)


@receiver(post_save, sender=CentreSettings)
def on_centre(sender: type[Any], instance: CentreSettings, **kwargs: Any) -> None:
    """The share pictures of the home pages show the centre's name."""
    for page in HomePage.objects.live():
        leave_for_later(page)


@receiver(pre_delete)
def on_deleted(sender: type[Any], instance: Any, **kwargs: Any) -> None:
    """Take the twins along."""
    if isinstance(instance, BasePage):
        take_twins_along(instance)
