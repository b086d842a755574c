"""Two hundred photos and a hundred hostile files through the admin's upload: what is stored, served and answered."""

import random
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from showcase.images import fields, forms
from showcase.images.models import CentreImage
from showcase.images.processing import CleanFile, Facts
from showcase.images.rendering import make_missing
from tests.unit.images.photos import (
    BLUE,
    FORMATS,
    GREEN,
    RED,
    YELLOW,
    jpeg_saying,
    leaks,
    marks_in,
    photo,
    png_of_zeros,
    quarters,
    upload,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.once]
TURNS = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
SCRIPT = b"<script>alert(1)</script>"
PHP = b"<?php system($_GET['c']); ?>"
#: Of these two in a hundred are pictures with something behind them: taken, without it. All others are refused.
POLYGLOTS = 16


@pytest.fixture
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = str(tmp_path)
    return tmp_path


def post(client: Client, content: bytes, name: str) -> Any:
    return client.post(reverse("wagtailimages:add"), {"title": name, "file": upload(content, name)})


def photos() -> Iterator[tuple[str, bytes]]:
    """Two hundred: four kinds, eight orientations, each with its place, serial numbers, XMP and bytes behind it."""
    chosen = random.Random(4711)
    for number in range(200):
        kind, orientation = FORMATS[number % 4], number // 4 % 8 + 1
        picture = quarters(2 * chosen.randint(40, 60), 2 * chosen.randint(25, 38))
        turn = TURNS[orientation]
        lying = picture if turn is None else picture.transpose(turn)
        yield f"IMG_{number}.{kind.lower()}", photo(kind, orientation, lying)


def is_upright(picture: Image.Image) -> bool:
    """Red, green over blue, yellow, and wider than high."""
    width, height = picture.size
    places = ((width // 4, height // 4), (width * 3 // 4, height // 4))
    places += ((width // 4, height * 3 // 4), (width * 3 // 4, height * 3 // 4))
    corners = [picture.convert("RGB").getpixel(place) for place in places]
    meant = (RED, GREEN, BLUE, YELLOW)
    near = all(
        max(abs(a - b) for a, b in zip(seen, wanted, strict=True)) <= 40
        for seen, wanted in zip(corners, meant, strict=True)
    )
    return width > height and near


def packed(content: bytes) -> bytes:
    """Also what a PNG has packed: its EXIF and texts."""
    try:
        with Image.open(BytesIO(content)) as picture:
            return content + repr(picture.info).encode() + bytes(picture.info.get("exif", b""))
    except OSError:
        return content


def memory(line: str = "VmRSS") -> int:
    """What this process holds ("VmRSS"), or held at most since `forget_peak` ("VmHWM"), in MB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(text.split()[1]) // 1024 for text in lines if text.startswith(f"{line}:"))


def forget_peak() -> int:
    """Begin to measure the peak anew; gives what is held now."""
    Path("/proc/self/clear_refs").write_text("5")
    return memory()


def test_two_hundred_photos_leave_no_mark_and_all_stand_upright(media: Path, admin_client: Client) -> None:
    before = forget_peak()
    for name, content in photos():
        assert len(marks_in(content)) >= 3
        assert post(admin_client, content, name).status_code == 302
    images = list(CentreImage.objects.all())
    assert len(images) == 200
    assert sum(make_missing(image) for image in images) == 600
    files = [path for path in media.rglob("*") if path.is_file()]
    assert len(files) == 800
    assert leaks(media) == []
    assert [path.name for path in files if marks_in(packed(path.read_bytes()))] == []
    lying = []
    for path in files:
        with Image.open(path) as picture:
            if not is_upright(picture):
                lying.append(path.name)
    assert lying == []
    assert memory("VmHWM") - before <= 50


def hostile() -> Iterator[tuple[str, bytes, bool]]:
    """A hundred files nobody should send: name, content, whether there is a picture in it that may be taken."""
    good = {kind: photo(kind) for kind in FORMATS}
    for number in range(8):  # a picture with a script behind it or in its comment
        yield f"a{number}.php.jpg", good["JPEG"] + PHP + SCRIPT, True
        yield f"b{number}.svg", good["PNG"] + SCRIPT * (number + 1), True
    for ending in ("jpg", "png", "webp", "svg", "html", "php", "heic", "gif"):
        yield f"c.{ending}", b'<svg xmlns="http://www.w3.org/2000/svg">' + SCRIPT + b"</svg>", False
        yield f"d.{ending}", b"<!doctype html>" + SCRIPT, False
        yield f"e.{ending}", PHP, False
        yield f"f.{ending}", b"GIF89a/*" + SCRIPT + b"*/", False
    for percent in (5, 15, 30, 50, 60):
        for kind in FORMATS:
            yield f"cut.{kind.lower()}", good[kind][: len(good[kind]) * percent // 100], False
    for side in (6000, 12000, 40000):
        yield "bomb.png", png_of_zeros(side, side), False
    for side in (9000, 30000, 65000):
        yield "bomb.jpg", jpeg_saying(side, side), False
    moving = BytesIO()
    quarters().save(moving, "PNG", save_all=True, append_images=[Image.new("RGB", (96, 64))])
    yield "moving.png", moving.getvalue(), False
    for kind in FORMATS:
        for seed in range(5):
            noise = random.Random(seed).randbytes(2000)
            yield f"noise{seed}.{kind.lower()}", good[kind][:32] + noise, False
    for name in ("a.bmp", "a.tiff", "a.ico"):
        buffer = BytesIO()
        quarters().save(buffer, name[2:].upper())
        yield name, buffer.getvalue(), False
    yield "a.zip.jpg", b"PK\x03\x04" + zlib.compress(b"0" * 10_000_000), False
    yield "a.mp4.heic", b"\0\0\0\x18ftypmp42\0\0\0\0isommp42" + b"\0" * 400, False


def test_a_hundred_hostile_files_are_answered_in_words_and_none_is_stored_as_it_came(
    media: Path, admin_client: Client
) -> None:
    before = forget_peak()
    files = list(hostile())
    assert len(files) == 100
    taken = [name for name, content, _ok in files if post(admin_client, content, name).status_code == 302]
    # Any other answer than 302 (taken) and 200 (the form again, in words) would have raised or be counted here.
    assert taken == [name for name, _content, ok in files if ok]
    assert len(taken) == POLYGLOTS
    for image in CentreImage.objects.all():
        make_missing(image)
    stored = [path for path in media.rglob("*") if path.is_file()]
    assert {path.suffix for path in stored} == {".jpg", ".webp", ".avif"}
    assert [path.name for path in stored if b"<script" in path.read_bytes() or b"<?php" in path.read_bytes()] == []
    assert leaks(media) == []
    assert memory("VmHWM") - before <= 50


def test_what_is_refused_gets_its_form_back_with_words(media: Path, admin_client: Client) -> None:
    seen = {}
    for name, content, ok in hostile():
        if not ok and name not in seen:
            response = post(admin_client, content, name)
            seen[name] = response.status_code
            assert response.context["form"].errors["file"], name
    assert set(seen.values()) == {200}


def test_the_twin_without_cleaning_leaks(media: Path, admin_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """What plain Wagtail stores: the file as it came."""

    def as_it_came(file: Any) -> CleanFile:
        if isinstance(file, CleanFile):
            return file
        file.seek(0)
        content = file.read()
        width, height = Image.open(BytesIO(content)).size
        return CleanFile(content, Path(file.name).name, Facts("JPEG", width, height, len(content), "JPEG"))

    for module in (fields, forms):
        monkeypatch.setattr(module, "clean_upload", as_it_came)
    for name, content in list(photos())[:8]:
        assert post(admin_client, content, name).status_code == 302
    leaking = {name for name, _mark in leaks(media)}
    assert len(leaking) == 8
