"""Where files lie: `MEDIA_ROOT/public` is what a web server may give away, at `MEDIA_URL`; the rest is ours.

Originals, documents and what waits for its form lie beside it in `MEDIA_ROOT`. A server that is pointed at the wrong
directory shows no picture at all, so nobody leaves it so.
"""

from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.utils.deconstruct import deconstructible
from django.utils.functional import cached_property

PUBLIC_FOLDER = "public"


@deconstructible(path="showcase.images.storage.PublicStorage")
class PublicStorage(FileSystemStorage):
    """The files that anybody may have: pictures in their listed sizes."""

    @cached_property
    def base_location(self) -> str:
        """Read anew when MEDIA_ROOT is set, as Django's storage does."""
        return str(Path(settings.MEDIA_ROOT) / PUBLIC_FOLDER)
