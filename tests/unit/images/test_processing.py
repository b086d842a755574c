"""What happens to an upload: kinds, limits, orientation, colours, metadata."""

from contextlib import suppress
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from PIL import Image, ImageFile

from showcase.images.decoder import Worker
from showcase.images.processing import MAX_BYTES, CleanFile, clean_upload
from showcase.images.sizes import widths_for
from showcase.images.worker import cleaning
from showcase.images.worker.refusals import Refusal
from tests.unit.images.photos import (
    BLUE,
    FORMATS,
    GREEN,
    RED,
    YELLOW,
    exif,
    jpeg_saying,
    marks_in,
    photo,
    png_of_zeros,
    quarters,
    srgb,
    upload,
)

UNKNOWN = "This file is not a photo we can take. Send a JPEG, PNG, WebP or HEIC picture."
DAMAGED = "This picture is damaged or incomplete and cannot be read. Save it again and send the new file."
BUSY = {"box": [0, 0, 5000, 5000], "size": [1600, 1600], "format": "avif"}
MOVING = "Moving pictures are not taken. Send a still one."


def opened(clean: CleanFile) -> Image.Image:
    return Image.open(BytesIO(clean.content))


def refusal(content: bytes) -> str:
    with translation.override("en"), pytest.raises(ValidationError) as caught:
        clean_upload(upload(content))
    return str(caught.value.messages[0])


def saved(picture: Image.Image, format_: str, **options: object) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, format_, **options)
    return buffer.getvalue()


@pytest.mark.parametrize("format_", FORMATS)
def test_an_opaque_picture_of_every_kind_becomes_a_jpeg_without_any_mark(format_: str) -> None:
    content = photo(format_)
    assert len(marks_in(content)) >= 3
    clean = clean_upload(upload(content))
    assert marks_in(clean.content) == []
    assert clean.facts.kind == "JPEG"
    assert (clean.facts.width, clean.facts.height) == (96, 64)
    assert clean.facts.byte_count == len(clean.content)
    result = opened(clean)
    assert (result.format, result.mode, result.size) == ("JPEG", "RGB", (96, 64))
    assert dict(result.getexif()) == {}
    assert set(result.info) <= {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "progressive",
        "progression",
        "icc_profile",
    }


@pytest.mark.parametrize("format_", FORMATS)
def test_the_colour_profile_stays(format_: str) -> None:
    assert opened(clean_upload(upload(photo(format_)))).info["icc_profile"] == srgb()


def test_a_profile_that_is_none_is_dropped() -> None:
    content = saved(quarters(), "JPEG", icc_profile=b"SERIAL-4711-SENTINEL" * 20)
    assert marks_in(content) == [b"SERIAL-4711-SENTINEL"]
    clean = clean_upload(upload(content))
    assert "icc_profile" not in opened(clean).info
    assert marks_in(clean.content) == []


SIDEWAYS = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", SIDEWAYS)
def test_every_orientation_comes_out_upright(format_: str, orientation: int) -> None:
    turn = SIDEWAYS[orientation]
    lying = quarters() if turn is None else quarters().transpose(turn)
    result = opened(clean_upload(upload(photo(format_, orientation, lying))))
    assert result.size == (96, 64)
    corners = [result.getpixel(place) for place in ((8, 8), (88, 8), (8, 56), (88, 56))]
    for seen, meant in zip(corners, (RED, GREEN, BLUE, YELLOW), strict=True):
        assert max(abs(a - b) for a, b in zip(seen, meant, strict=True)) <= 12


def test_a_heic_comes_out_upright() -> None:
    lying = quarters().transpose(Image.Transpose.ROTATE_90)
    result = opened(clean_upload(upload(photo("HEIC", 6, lying))))
    assert result.size == (96, 64)
    assert result.getpixel((8, 8))[0] > 180 > 60 > result.getpixel((8, 8))[2]


def test_a_multi_picture_jpeg_is_a_jpeg() -> None:
    content = saved(quarters(), "MPO", save_all=True, append_images=[quarters()])
    clean = clean_upload(upload(content))
    assert (clean.facts.kind, clean.facts.source_kind, clean.facts.width) == ("JPEG", "JPEG", 96)


@pytest.mark.parametrize(("format_", "kept"), [("PNG", "PNG"), ("WEBP", "WEBP")])
def test_what_is_seen_through_stays_so(format_: str, kept: str) -> None:
    glass = Image.new("RGBA", (40, 30), (200, 0, 0, 90))
    result = opened(clean_upload(upload(saved(glass, format_))))
    assert (result.format, result.mode, result.getpixel((3, 3))[3]) == (kept, "RGBA", 90)


def test_an_alpha_channel_that_hides_nothing_goes() -> None:
    assert clean_upload(upload(saved(quarters().convert("RGBA"), "PNG"))).facts.kind == "JPEG"


def test_sixteen_bits_of_grey_keep_their_brightness() -> None:
    grey = Image.new("I;16", (40, 30), 0x8000)
    seen = opened(clean_upload(upload(saved(grey, "PNG")))).getpixel((5, 5))
    assert all(abs(value - 128) <= 2 for value in seen)


def test_print_colours_become_screen_colours() -> None:
    result = opened(clean_upload(upload(saved(quarters().convert("CMYK"), "JPEG"))))
    assert result.mode == "RGB"
    assert result.getpixel((8, 8))[0] > 180 > 60 > result.getpixel((8, 8))[2]


def test_sixty_megapixels_are_taken_and_come_out_4000_wide() -> None:
    clean = clean_upload(upload(saved(Image.new("L", (10000, 6000), 128), "JPEG")))
    assert (clean.facts.width, clean.facts.height) == (4000, 2400)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (jpeg_saying(10000, 6100), "JPEG files may have up to 60 million"),
        (jpeg_saying(60000, 60000), "JPEG files may have up to 60 million"),
        (png_of_zeros(6200, 5000), "PNG files may have up to 30 million"),
        (png_of_zeros(12000, 10600), "PNG files may have up to 30 million"),
        (png_of_zeros(40000, 40000), "PNG files may have up to 30 million"),
    ],
    ids=["61 MP JPEG", "3.6 GP JPEG", "31 MP PNG", "127 MP PNG", "1.6 GP PNG"],
)
def test_too_many_pixels_are_refused_before_one_is_decoded(
    content: bytes, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert message in refusal(content)

    def decoded(self: object) -> None:
        raise AssertionError("a pixel was decoded")

    monkeypatch.setattr(ImageFile.ImageFile, "load", decoded)
    with pytest.raises(Refusal) as caught:  # what the child does, done here
        cleaning.clean(content)
    assert caught.value.code == "too_many_pixels"


def test_the_decoding_guard_would_see_a_decoding(monkeypatch: pytest.MonkeyPatch) -> None:
    """The twin of the test above: a picture of allowed size does reach the decoder."""
    seen: list[str] = []
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda self: seen.append(self.format))
    with suppress(Exception):
        cleaning.clean(jpeg_saying(9000, 6600))
    assert seen[0] == "JPEG"


def test_no_picture_is_decoded_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def opening(*args: object, **kwargs: object) -> None:
        raise AssertionError("opened in the site's own process")

    content = photo("HEIC")
    monkeypatch.setattr(Image, "open", opening)
    assert clean_upload(upload(content)).facts.width == 96


def test_a_decoder_that_takes_too_long_or_too_much_is_ended_and_the_next_job_works() -> None:
    hungry = Worker()
    huge = saved(Image.new("RGB", (5000, 5000), RED), "PNG")
    with pytest.raises(Refusal) as caught:
        hungry.run("render", huge, outputs=[{"box": [0, 0, 5000, 5000], "size": [14000, 14000], "format": "png"}])
    assert caught.value.code == "too_much_memory"
    with pytest.raises(Refusal) as caught:
        hungry.run("render", huge, seconds=1, outputs=[BUSY] * 200)
    assert caught.value.code == "undecodable"
    assert hungry.run("measure", huge)[0]["size"] == [5000, 5000]


def test_a_worker_that_died_is_started_anew() -> None:
    mortal = Worker()
    content = photo("JPEG")
    mortal.run("measure", content)
    assert mortal._process is not None
    mortal._process.kill()
    mortal._process.wait()
    assert mortal.run("measure", content)[0]["size"] == [96, 64]


FAKES = {
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "html": b"<!doctype html><script>alert(1)</script>",
    "gif": saved(quarters(), "GIF"),
    "gif and script": b"GIF89a/*" + b"*/=1;alert(1)",
    "bmp": saved(quarters(), "BMP"),
    "tiff": saved(quarters(), "TIFF"),
    "ico": saved(quarters(), "ICO"),
    "pdf": b"%PDF-1.7\n",
    "php": b"<?php phpinfo();",
    "zip": b"PK\x03\x04" + b"\0" * 60,
    "mp4": b"\0\0\0\x18ftypmp42\0\0\0\0isommp42" + b"\0" * 40,
    "avif": b"\0\0\0\x1cftypavif\0\0\0\0mif1avifmiaf" + b"\0" * 40,
    "nul": b"\0" * 100,
}


@pytest.mark.parametrize("content", FAKES.values(), ids=FAKES)
def test_what_is_no_photo_is_refused_in_words_whatever_its_name(content: bytes) -> None:
    assert refusal(content) == UNKNOWN


@pytest.mark.parametrize("format_", FORMATS)
def test_a_picture_cut_off_anywhere_is_refused_in_words(format_: str) -> None:
    content = photo(format_, picture=quarters(400, 300))
    for percent in range(1, 90, 8):
        assert refusal(content[: len(content) * percent // 100]) in {DAMAGED, UNKNOWN}


@pytest.mark.parametrize("format_", FORMATS)
def test_only_the_first_bytes_right_is_refused_in_words(format_: str) -> None:
    assert refusal(photo(format_)[:32] + b"\x7f\x80" * 400) == DAMAGED


@pytest.mark.parametrize("format_", ["PNG", "WEBP"])
def test_moving_pictures_are_refused(format_: str) -> None:
    still = quarters()
    other = Image.new("RGB", still.size)
    assert refusal(saved(still, format_, save_all=True, append_images=[other])) == MOVING


def test_an_empty_file_is_refused() -> None:
    assert refusal(b"") == "This file is empty."


def test_more_than_twenty_megabytes_are_refused_and_exactly_twenty_taken() -> None:
    content = photo("JPEG")
    assert MAX_BYTES == 20_971_520
    full = content + b"\0" * (MAX_BYTES - len(content))
    assert clean_upload(upload(full)).facts.width == 96
    assert refusal(full + b"\0") == "This picture is larger than 20 MB. Send a smaller one."


def test_hidden_behind_a_picture_is_left_behind() -> None:
    script = b"<?php system($_GET['c']); ?><script>alert(1)</script>"
    stored = clean_upload(upload(photo("JPEG") + script)).content
    assert b"<?php" not in stored
    assert b"<script" not in stored


def test_names_are_random_and_say_nothing() -> None:
    names = {str(clean_upload(upload(photo("PNG"), "../../Nguyễn Văn A\u202egpj.php")).name) for _ in range(3)}
    assert len(names) == 3
    assert all(len(name) == 24 and name.endswith(".jpg") and name[:20].isalnum() for name in names)


def test_a_cleaned_file_is_not_made_anew() -> None:
    clean = clean_upload(upload(photo("JPEG")))
    assert clean_upload(clean) is clean


def test_damaged_exif_is_no_reason_to_refuse() -> None:
    content = saved(quarters(), "JPEG", exif=b"Exif\0\0" + b"II*\0\xff\xff\xff\xff" + b"\xff" * 40)
    assert clean_upload(upload(content)).facts.width == 96


@pytest.mark.parametrize(
    ("width", "asked"),
    [
        (100, (320,)),
        (320, (320,)),
        (321, (320, 640)),
        (1000, (320, 640, 960, 1600)),
        (1600, (320, 640, 960, 1600)),
        (4000, (320, 640, 960, 1600)),
    ],
)
def test_only_listed_widths_are_asked_for(width: int, asked: tuple[int, ...]) -> None:
    assert widths_for(width) == asked


def test_the_orientation_is_told_by_the_test_photos() -> None:
    assert exif(6)[0x0112] == 6
