"""Sizes of a stored picture: decoded once, cropped, made smaller, written in each format."""

from io import BytesIO
from typing import Any

from PIL import Image

WHITE = (255, 255, 255)
#: Pillow's options by format. The speed of AVIF is bought with few per cent of its size.
OPTIONS: dict[str, dict[str, Any]] = {
    "avif": {"quality": 60, "speed": 8, "max_threads": 1},
    "webp": {"quality": 78, "method": 4},
    "jpeg": {"quality": 80, "progressive": True, "optimize": True},
    "png": {"optimize": False},
}


def render(content: bytes, outputs: list[dict[str, Any]]) -> list[bytes]:
    """Return one file for each {box: [left, top, right, bottom], size: [width, height], format}, in that order."""
    with Image.open(BytesIO(content)) as picture:
        profile = picture.info.get("icc_profile")
        picture.load()
        pixels = picture if picture.mode in {"RGB", "RGBA"} else picture.convert("RGBA")
        pixels.info = {}
        made: dict[tuple[Any, ...], Image.Image] = {}
        files = []
        for output in outputs:
            key = (*output["box"], *output["size"])
            if key not in made:
                made[key] = _resized(pixels, tuple(output["box"]), tuple(output["size"]))
            files.append(_written(made[key], output["format"], profile))
        return files


def _resized(pixels: Image.Image, box: tuple[int, ...], size: tuple[int, ...]) -> Image.Image:
    if size == pixels.size == (box[2], box[3]):
        return pixels
    return pixels.resize((size[0], size[1]), Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)  # type: ignore[arg-type]


def _written(picture: Image.Image, format_: str, profile: bytes | None) -> bytes:
    if format_ == "jpeg" and picture.mode == "RGBA":
        ground = Image.new("RGB", picture.size, WHITE)
        ground.paste(picture, mask=picture.getchannel("A"))
        picture = ground
    buffer = BytesIO()
    picture.save(buffer, format_.upper(), icc_profile=profile, **OPTIONS[format_])
    return buffer.getvalue()
