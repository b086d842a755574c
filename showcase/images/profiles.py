"""Colours: what is stored is RGB or RGBA, with the profile it was made in when there is an honest one."""

from io import BytesIO

from PIL import Image, ImageCms

MAX_PROFILE_BYTES = 1024 * 1024
OPAQUE = 255


def to_screen_colours(picture: Image.Image) -> Image.Image:
    """Return the picture in RGB, or RGBA where something shows through; `info` holds a usable profile or nothing."""
    profile = picture.info.get("icc_profile")
    space = space_of(profile)
    if picture.mode == "CMYK":
        return _with_profile(_from_print(picture, profile if space == "CMYK" else None), None)
    if picture.mode.startswith("I"):
        # Sixteen bits of grey: Pillow's own conversion cuts off everything above 255.
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    screen = picture if picture.mode == mode else picture.convert(mode)
    if mode == "RGBA" and screen.getchannel("A").getextrema()[0] == OPAQUE:
        screen = screen.convert("RGB")
    return _with_profile(screen, profile if space == "RGB" else None)


def space_of(profile: bytes | None) -> str:
    """The colour space a profile is for; "" for none and for what is no profile (ICC.1:2022, 7.2)."""
    if not profile or not 128 < len(profile) <= MAX_PROFILE_BYTES or profile[36:40] != b"acsp":
        return ""
    if int.from_bytes(profile[:4], "big") != len(profile):
        return ""
    return profile[16:20].decode("ascii", "replace").strip()


def _with_profile(picture: Image.Image, profile: bytes | None) -> Image.Image:
    picture.info = {"icc_profile": profile} if profile else {}
    return picture


def _from_print(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """CMYK as a printer sends it, turned into the colours of a screen."""
    if profile is None:
        return picture.convert("RGB")
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        screen = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(picture, source, screen, outputMode="RGB") or picture
    except (OSError, ImageCms.PyCMSError):
        return picture.convert("RGB")
