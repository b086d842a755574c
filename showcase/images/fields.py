"""The one door through which a picture's file reaches the storage."""

import hashlib

from django.core.files.base import File
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from showcase.images.processing import CleanFile, clean_upload, header_size


def content_hash(clean: CleanFile) -> str:
    """What tells a stored picture from others: the same file cleaned again has the same."""
    return hashlib.sha1(clean.content, usedforsecurity=False).hexdigest()


class CleanImageFieldFile(WagtailImageFieldFile):
    """A stored picture. `save()` is called by every way a file can come in (forms, imports, code), so it cleans."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        """Store the cleaned picture under a random name. Raises `ValidationError` for what is no picture we take."""
        clean = clean_upload(content)
        super().save(str(clean.name), clean, save=False)
        self.instance.file_size = len(clean.content)
        self.instance.file_hash = content_hash(clean)
        if save:
            self.instance.save()

    @property
    def url(self) -> str:
        """Originals have no address: what is published are the listed sizes."""
        raise ValueError("an original picture has no address")

    def get_image_dimensions(self) -> tuple[int | None, int | None]:
        """As the header says; a file that is no picture has none, and is refused when it is saved."""
        if self._committed:
            return super().get_image_dimensions()
        return header_size(self.file)


class CleanImageField(WagtailImageField):
    """Wagtail's image field, storing only what went through `clean_upload`."""

    attr_class = CleanImageFieldFile
