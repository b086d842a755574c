"""Pictures wait as clean as they will be stored, and stay as long as something shows them."""

from typing import Any

from django.db.models import ProtectedError
from django.db.models.signals import pre_delete, pre_save
from django.dispatch import receiver
from wagtail.models import UploadedFile

from showcase.images.models import CentreImage
from showcase.images.processing import clean_upload
from showcase.images.usage import IN_USE, is_in_use


@receiver(pre_save, sender=UploadedFile, dispatch_uid="images.clean_waiting_upload")
def clean_waiting_upload(instance: UploadedFile, **kwargs: Any) -> None:
    """Strip a picture whose form was refused for another field: Wagtail stores the file as it came."""
    content_type = instance.for_content_type
    is_picture = content_type is not None and content_type.model_class() is CentreImage
    if is_picture and instance.file and not instance.file._committed:
        instance.file = clean_upload(instance.file.file)


@receiver(pre_delete, sender=CentreImage, dispatch_uid="images.keep_what_is_shown")
def keep_what_is_shown(instance: CentreImage, **kwargs: Any) -> None:
    """Of each row, also of many deleted at once: the products that show it would lose it without a word."""
    if is_in_use(instance):
        raise ProtectedError(str(IN_USE % {"picture": instance.title}), {instance})
