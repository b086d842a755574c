"""Photos as phones send them, full of what must not be kept, and the search for it in stored files."""

import struct
import zlib
from functools import cache
from io import BytesIO
from pathlib import Path

import pillow_heif
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms, PngImagePlugin

pillow_heif.register_heif_opener()

SERIAL = b"SERIAL-4711-SENTINEL"
XMP_MARK = b"XMP-SENTINEL-LAT-20.98"
COMMENT_MARK = b"COMMENT-SENTINEL"
TAIL_MARK = b"TAIL-SENTINEL"
#: 20° 58' 123.457", as the two numbers stand in EXIF, in either byte order.
GPS_MARKS = (struct.pack("<II", 123457, 1000), struct.pack(">II", 123457, 1000))
MARKS = (SERIAL, XMP_MARK, COMMENT_MARK, TAIL_MARK, *GPS_MARKS)
FORMATS = ("JPEG", "PNG", "WEBP", "HEIC")

RED, GREEN, BLUE, YELLOW = (220, 20, 20), (20, 200, 20), (20, 20, 220), (220, 220, 20)


def quarters(width: int = 96, height: int = 64) -> Image.Image:
    """Red, green over blue, yellow: shows which way up it is."""
    picture = Image.new("RGB", (width, height), RED)
    picture.paste(GREEN, (width // 2, 0, width, height // 2))
    picture.paste(BLUE, (0, height // 2, width // 2, height))
    picture.paste(YELLOW, (width // 2, height // 2, width, height))
    return picture


def exif(orientation: int = 1) -> Image.Exif:
    """Where, with which camera, and which way up."""
    data = Image.Exif()
    data[0x010F] = "Maker"
    data[0x0112] = orientation
    data[0xC62F] = SERIAL.decode()
    data.get_ifd(0x8769)[0xA431] = SERIAL.decode()
    data.get_ifd(0x8825).update({1: "N", 2: (20.0, 58.0, 123.457), 3: "E", 4: (105.0, 46.0, 123.457)})
    return data


def xmp() -> bytes:
    return b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><gps>' + XMP_MARK + b"</gps></x:xmpmeta>"


@cache
def srgb() -> bytes:
    """One for all: the second in which it was made stands in it."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def photo(format_: str = "JPEG", orientation: int = 1, picture: Image.Image | None = None) -> bytes:
    """A photo with place, serial numbers, XMP, comment, colour profile, and bytes behind its end."""
    picture = picture or quarters()
    options: dict[str, object] = {"exif": exif(orientation), "icc_profile": srgb()}
    if format_ == "JPEG":
        options |= {"xmp": xmp(), "comment": COMMENT_MARK, "quality": 95}
    elif format_ == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Comment", COMMENT_MARK.decode())
        info.add_itxt("XML:com.adobe.xmp", xmp().decode())
        options["pnginfo"] = info
    elif format_ == "WEBP":
        options |= {"xmp": xmp(), "exif": exif(orientation).tobytes(), "quality": 95}
    else:
        options |= {"xmp": xmp(), "exif": exif(orientation).tobytes(), "quality": 90}
    buffer = BytesIO()
    picture.save(buffer, "HEIF" if format_ == "HEIC" else format_, **options)
    return buffer.getvalue() + (TAIL_MARK if format_ != "HEIC" else b"")


def upload(content: bytes, name: str = "IMG_4711.jpg") -> SimpleUploadedFile:
    """As a form hands it over; what the browser says about it is not true on purpose."""
    return SimpleUploadedFile(name, content, content_type="application/x-anything")


def leaks(folder: Path | str) -> list[tuple[str, bytes]]:
    """Each mark found in each file below a folder."""
    files = sorted(path for path in Path(folder).rglob("*") if path.is_file())
    return [(path.name, mark) for path in files for mark in marks_in(path.read_bytes())]


def marks_in(content: bytes) -> list[bytes]:
    """The marks that stand in these bytes, also where a PNG packs its EXIF."""
    return [mark for mark in MARKS if mark in content]


def png_of_zeros(width: int, height: int) -> bytes:
    """A bomb: black, one bit a pixel, a few kilobytes whatever its size."""
    row = b"\0" * (1 + (width + 7) // 8)
    packer = zlib.compressobj(9)
    packed = b"".join([*(packer.compress(row) for _ in range(height)), packer.flush()])
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


def jpeg_saying(width: int, height: int) -> bytes:
    """A small JPEG whose header claims another size."""
    buffer = BytesIO()
    quarters().save(buffer, "JPEG")
    content = bytearray(buffer.getvalue())
    place = content.index(b"\xff\xc0") + 5
    content[place : place + 4] = struct.pack(">HH", height, width)
    return bytes(content)
