"""Telling what a file is by its first bytes, whatever its name or the browser says."""

from dataclasses import dataclass

from showcase.images.worker.refusals import Refusal

MEGAPIXEL = 1_000_000
#: Of ISO media files those that hold HEVC pictures; AVIF, films and sound share the container and are refused.
HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"})
OTHER_BRANDS = frozenset({b"avif", b"avis"})


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of picture we take. JPEG may be larger, because it can be decoded at a fraction of its size."""

    name: str
    pillow_format: str
    max_pixels: int
    may_move: bool = False


JPEG = Kind("JPEG", "JPEG", 60 * MEGAPIXEL)
PNG = Kind("PNG", "PNG", 30 * MEGAPIXEL, may_move=True)
WEBP = Kind("WebP", "WEBP", 30 * MEGAPIXEL, may_move=True)
HEIC = Kind("HEIC", "HEIF", 30 * MEGAPIXEL)
KINDS = (JPEG, PNG, WEBP, HEIC)
EXTENSIONS = ("jpg", "jpeg", "png", "webp", "heic", "heif")


def kind_of(head: bytes) -> Kind:
    """The kind a file of these first 64 bytes is. Raises `Refusal` for every other file.

    A phone's multi-picture JPEG (MPO) begins like any JPEG and is one.
    """
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    if head[4:8] == b"ftyp" and _brands(head) & HEIC_BRANDS and not _brands(head) & OTHER_BRANDS:
        return HEIC
    raise Refusal("unknown_kind")


def _brands(head: bytes) -> set[bytes]:
    """The major and compatible brands of an ISO media file, as far as these bytes reach."""
    end = min(int.from_bytes(head[:4], "big"), len(head))
    return {head[8:12], *(head[i : i + 4] for i in range(16, end - 3, 4))}
