"""Wagtail's waiting room for uploads: a picture waits there as clean as it will be stored."""

from typing import Any

from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail.models import UploadedFile

from showcase.images.models import CentreImage
from showcase.images.processing import clean_upload


@receiver(pre_save, sender=UploadedFile, dispatch_uid="images.clean_waiting_upload")
def clean_waiting_upload(instance: UploadedFile, **kwargs: Any) -> None:
    """Strip a picture whose form was refused for another field: Wagtail stores the file as it came."""
    content_type = instance.for_content_type
    is_picture = content_type is not None and content_type.model_class() is CentreImage
    if is_picture and instance.file and not instance.file._committed:
        instance.file = clean_upload(instance.file.file)
