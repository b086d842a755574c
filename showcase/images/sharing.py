"""The photo of a share picture, by the facts that its name is made of."""

from typing import TypedDict

from showcase.images.models import CentreImage


class Photo(TypedDict):
    """Arguments of :class:`showcase.core.sharing.ShareCard`: stored name and focal point in pixels."""

    photo: str
    focus: tuple[int, int] | None


def photo_of(image: CentreImage | None) -> Photo:
    """What a share card needs of a picture; nothing of it without one."""
    if image is None or not image.file:
        return {"photo": "", "focus": None}
    point = image.get_focal_point()
    centre = (int(point.centroid[0]), int(point.centroid[1])) if point else None
    return {"photo": str(image.file.name), "focus": centre}
