"""What happens to every picture before it is stored: told apart, measured, turned, capped, stripped, re-encoded.

Nothing of the uploaded file reaches the disk but its pixels and its colour profile: places, serial numbers, embedded
thumbnails, comments and whatever was hidden behind the picture are left behind, and the name is random.
"""

import secrets
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Any

import pillow_heif
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

from showcase.images.kinds import Kind, kind_of
from showcase.images.profiles import to_screen_colours

MAX_BYTES = 20 * 1024 * 1024
LONG_SIDE = 4000
JPEG_QUALITY = 88
WEBP_QUALITY = 88

pillow_heif.register_heif_opener()


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
    stream = _bytes_of(file)
    kind = kind_of(stream.getbuffer()[:64].tobytes())
    try:
        with Image.open(stream, formats=(kind.pillow_format,)) as picture:
            _check_header(picture, kind)
            return _encode(_decode(picture, kind), kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels(kind) from None
    except ValidationError:
        raise
    except Exception as error:  # Pillow's parsers answer a damaged file with nearly anything
        raise _damaged() from error


def header_size(file: Any) -> tuple[int | None, int | None]:
    """Width and height as the header says; (None, None) when there is no telling."""
    try:
        if isinstance(file, CleanFile):
            return file.facts.width, file.facts.height
        file.seek(0)
        kind = kind_of(file.read(64))
        file.seek(0)
        with Image.open(file, formats=(kind.pillow_format,)) as picture:
            return picture.size
    except Exception:  # the file is refused in words when it is saved
        return None, None


def _bytes_of(file: File | IO[bytes]) -> BytesIO:
    """Read the upload, never more than the limit."""
    if hasattr(file, "open") and getattr(file, "closed", False):
        file.open("rb")
    file.seek(0)
    content = file.read(MAX_BYTES + 1)
    file.seek(0)
    if len(content) > MAX_BYTES:
        raise ValidationError(
            _("This picture is larger than %(limit)s MB. Send a smaller one."),
            code="too_large",
            params={"limit": MAX_BYTES // 1024 // 1024},
        )
    if not content:
        raise ValidationError(_("This file is empty."), code="empty")
    return BytesIO(content)


def _check_header(picture: Image.Image, kind: Kind) -> None:
    """Refuse by what the header says, before a pixel is decoded."""
    if picture.width * picture.height > kind.max_pixels:
        raise _too_many_pixels(kind)
    if kind.may_move and getattr(picture, "is_animated", False):
        raise ValidationError(_("Moving pictures are not taken. Send a still one."), code="animated")


def _decode(picture: Image.Image, kind: Kind) -> Image.Image:
    """The pixels: turned the right way up, capped, in RGB or, where something shows through, RGBA."""
    if kind.pillow_format == "JPEG":
        # libjpeg then decodes at 1/2, 1/4 or 1/8: a 50-megapixel photo takes 112 MB instead of 431 MB.
        picture.draft(None, _capped(picture.size))
    picture.load()
    ImageOps.exif_transpose(picture, in_place=True)
    pixels = to_screen_colours(picture)
    if max(pixels.size) > LONG_SIDE:
        profile = pixels.info
        pixels = pixels.resize(_capped(pixels.size), Image.Resampling.LANCZOS, reducing_gap=3.0)
        pixels.info = profile
    return pixels


def _capped(size: tuple[int, int]) -> tuple[int, int]:
    """The size with its long side at most LONG_SIDE, in proportion."""
    longest = max(size)
    if longest <= LONG_SIDE:
        return size
    width, height = (max(1, round(side * LONG_SIDE / longest)) for side in size)
    return width, height


def _encode(picture: Image.Image, kind: Kind) -> CleanFile:
    """Write the pixels anew under a random name."""
    profile = picture.info.get("icc_profile")
    # Pillow writes some of what stands here (the JPEG comment, for one) into the new file.
    picture.info = {}
    format_, extension, options = _target(picture, kind)
    buffer = BytesIO()
    picture.save(buffer, format_, icc_profile=profile, **options)
    facts = Facts(format_, *picture.size, byte_count=buffer.tell(), source_kind=kind.name)
    return CleanFile(buffer.getvalue(), f"{secrets.token_hex(16)}.{extension}", facts)


def _target(picture: Image.Image, kind: Kind) -> tuple[str, str, dict[str, Any]]:
    """The format a picture is kept in: JPEG, unless something shows through."""
    if picture.mode != "RGBA":
        return "JPEG", "jpg", {"quality": JPEG_QUALITY, "progressive": True, "optimize": True, "exif": b""}
    if kind.name == "PNG":
        return "PNG", "png", {"optimize": False, "exif": b""}
    return "WEBP", "webp", {"quality": WEBP_QUALITY, "exif": b"", "xmp": b""}


def _too_many_pixels(kind: Kind) -> ValidationError:
    return ValidationError(
        _("This picture has too many pixels: %(kind)s files may have up to %(limit)s million. Send a smaller one."),
        code="too_many_pixels",
        params={"kind": kind.name, "limit": kind.max_pixels // 1_000_000},
    )


def _damaged() -> ValidationError:
    return ValidationError(
        _("This picture is damaged or incomplete and cannot be read. Save it again and send the new file."),
        code="damaged",
    )
