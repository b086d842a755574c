"""The photo of a share picture, by the facts that its name is made of."""

from typing import TypedDict

from showcase.images.models import CentreImage

MIDDLE = (0.5, 0.5)


class Photo(TypedDict):
    """Arguments of :class:`showcase.core.sharing.ShareCard`: stored name, and focal point in shares of the sides."""

    photo: str
    focus: tuple[float, float]


def photo_of(image: CentreImage | None) -> Photo:
    """What a share card needs of a picture; nothing of it without one."""
    if image is None or not image.file:
        return {"photo": "", "focus": MIDDLE}
    point = image.get_focal_point()
    if point is None or not image.width or not image.height:
        return {"photo": str(image.file.name), "focus": MIDDLE}
    left, top = point.centroid
    focus = (min(round(left / image.width, 3), 1.0), min(round(top / image.height, 3), 1.0))
    return {"photo": str(image.file.name), "focus": focus}
