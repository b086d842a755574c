"""What happens to every picture before it is stored: told apart, measured, turned, capped, stripped, re-encoded.

Nothing of the uploaded file reaches the disk but its pixels and its colour profile: places, serial numbers, embedded
thumbnails, comments and whatever was hidden behind the picture are left behind, and the name is random. The work is
done by :mod:`showcase.images.worker`, in a process that may take 600 MB at most.
"""

import secrets
from dataclasses import dataclass
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext_lazy as _

from showcase.images.decoder import worker
from showcase.images.kinds import kind_of
from showcase.images.worker.refusals import Refusal

MAX_BYTES = 20 * 1024 * 1024

WORDS = {
    "unknown_kind": _("This file is not a photo we can take. Send a JPEG, PNG, WebP or HEIC picture."),
    "damaged": _("This picture is damaged or incomplete and cannot be read. Save it again and send the new file."),
    "animated": _("Moving pictures are not taken. Send a still one."),
    "too_many_pixels": _(
        "This picture has too many pixels: %(kind)s files may have up to %(limit)s million. Send a smaller one."
    ),
    "too_much_memory": _("This picture takes more memory than we can give it. Save it smaller and send the new file."),
    "undecodable": _("This picture could not be read in the time we can give it. Save it anew and send the new file."),
    "too_large": _("This picture is larger than %(limit)s MB. Send a smaller one."),
    "empty": _("This file is empty."),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What is stored: kind ("JPEG", "PNG", "WEBP"), size in pixels and in bytes, and the kind that came in."""

    kind: str
    width: int
    height: int
    byte_count: int
    source_kind: str


class CleanFile(ContentFile):
    """A picture that went through `clean_upload`; only such a file is ever stored."""

    content: bytes
    facts: Facts

    def __init__(self, content: bytes, name: str, facts: Facts) -> None:
        super().__init__(content, name=name)
        self.content = content
        self.facts = facts


def clean_upload(file: File | IO[bytes]) -> CleanFile:
    """Return the picture as we store it. Raises `ValidationError`, in words, for whatever is none we take."""
    if isinstance(file, CleanFile):
        return file
    try:
        content = _bytes_of(file)
        kind_of(content[:64])
        head, blobs = worker.run("clean", content)
    except Refusal as refusal:
        raise ValidationError(WORDS[refusal.code], code=refusal.code, params=refusal.params) from None
    facts = Facts(head["kind"], head["width"], head["height"], len(blobs[0]), head["source_kind"])
    return CleanFile(blobs[0], f"{secrets.token_hex(10)}.{head['extension']}", facts)


def header_size(file: Any) -> tuple[int | None, int | None]:
    """Width and height as the header says; (None, None) when there is no telling."""
    if isinstance(file, CleanFile):
        return file.facts.width, file.facts.height
    try:
        content = _bytes_of(file)
        kind_of(content[:64])
        width, height = worker.run("measure", content)[0]["size"]
    except (Refusal, OSError, ValueError):  # the file is refused in words when it is saved
        return None, None
    return width, height


def _bytes_of(file: File | IO[bytes]) -> bytes:
    """Read the upload, never more than the limit."""
    if hasattr(file, "open") and getattr(file, "closed", False):
        file.open("rb")
    file.seek(0)
    content: bytes = file.read(MAX_BYTES + 1)
    file.seek(0)
    if len(content) > MAX_BYTES:
        raise Refusal("too_large", limit=MAX_BYTES // 1024 // 1024)
    if not content:
        raise Refusal("empty")
    return content
