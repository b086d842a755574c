"""A picture made anew: measured, turned, capped, stripped, re-encoded."""

from io import BytesIO
from typing import Any

from PIL import Image, ImageOps

from showcase.images.kinds import Kind, kind_of
from showcase.images.profiles import to_screen_colours
from showcase.images.worker.refusals import Refusal

LONG_SIDE = 4000
JPEG_QUALITY = 88
WEBP_QUALITY = 88


def clean(content: bytes) -> tuple[dict[str, Any], list[bytes]]:
    """Return {kind, extension, width, height, source_kind} and the new file. Raises `Refusal`."""
    kind = kind_of(content[:64])
    try:
        with Image.open(BytesIO(content), formats=(kind.pillow_format,)) as picture:
            _check_header(picture, kind)
            return _encode(_decode(picture, kind), kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels(kind) from None


def _check_header(picture: Image.Image, kind: Kind) -> None:
    """Refuse by what the header says, before a pixel is decoded."""
    if picture.width * picture.height > kind.max_pixels:
        raise _too_many_pixels(kind)
    if kind.may_move and getattr(picture, "is_animated", False):
        raise Refusal("animated")


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


def _encode(picture: Image.Image, kind: Kind) -> tuple[dict[str, Any], list[bytes]]:
    """Write the pixels anew."""
    profile = picture.info.get("icc_profile")
    # Pillow writes some of what stands here (the JPEG comment, for one) into the new file.
    picture.info = {}
    format_, extension, options = _target(picture, kind)
    buffer = BytesIO()
    picture.save(buffer, format_, icc_profile=profile, **options)
    facts = {"kind": format_, "extension": extension, "width": picture.width, "height": picture.height}
    return {**facts, "source_kind": kind.name}, [buffer.getvalue()]


def _target(picture: Image.Image, kind: Kind) -> tuple[str, str, dict[str, Any]]:
    """The format a picture is kept in: JPEG, unless something shows through."""
    if picture.mode != "RGBA":
        return "JPEG", "jpg", {"quality": JPEG_QUALITY, "progressive": True, "optimize": True, "exif": b""}
    if kind.name == "PNG":
        return "PNG", "png", {"optimize": False, "exif": b""}
    return "WEBP", "webp", {"quality": WEBP_QUALITY, "exif": b"", "xmp": b""}


def _too_many_pixels(kind: Kind) -> Refusal:
    return Refusal("too_many_pixels", kind=kind.name, limit=kind.max_pixels // 1_000_000)
