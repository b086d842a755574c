"""Doors of Wagtail's image admin that are narrower here."""

from typing import Any

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import path, reverse
from wagtail import hooks
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.images.views.bulk_actions import DeleteBulkAction

from showcase.images import views
from showcase.images.models import CentreImage
from showcase.images.usage import IN_USE, is_in_use


@hooks.register("register_admin_urls", order=-10)
def register_stricter_views() -> list[Any]:
    """Before Wagtail's own at the same addresses."""
    return [
        path("images/<int:image_id>/preview/<str:filter_spec>/", views.preview, name="centre_picture_preview"),
        path("images/<int:image_id>/delete/", views.ProtectedDeleteView.as_view(), name="centre_picture_delete"),
        path(
            "images/multiple/<int:image_id>/delete/",
            views.ProtectedDeleteUploadedView.as_view(),
            name="centre_picture_delete_uploaded",
        ),
        path("avatars/<int:user_id>/", views.avatar, name="centre_avatar"),
    ]


class PicturesAPIViewSet(ImagesAdminAPIViewSet):
    """Pictures in the admin's interface without the address of the original: it has none."""

    meta_fields = [name for name in ImagesAdminAPIViewSet.meta_fields if name != "download_url"]
    listing_default_fields = [name for name in ImagesAdminAPIViewSet.listing_default_fields if name != "download_url"]
    nested_default_fields = [name for name in ImagesAdminAPIViewSet.nested_default_fields if name != "download_url"]


@hooks.register("construct_admin_api", order=1000)
def pictures_without_originals(router: Any) -> None:
    """Instead of Wagtail's own endpoint, which asks the original for its address."""
    router.register_endpoint("images", PicturesAPIViewSet)


@hooks.register("get_avatar_url")
def avatar_url(user: Any, size: int) -> str | None:
    """Where staff see a staff member's own picture."""
    profile = getattr(user, "wagtail_userprofile", None)
    return reverse("centre_avatar", args=[user.pk]) if profile is not None and profile.avatar else None


@hooks.register("register_rich_text_features", order=10)
def no_pictures_in_text(features: Any) -> None:
    """A picture in a text would be made in a page's request, in a size of its own."""
    if "image" in features.default_features:
        features.default_features.remove("image")


@hooks.register("before_bulk_action")
def keep_pictures_in_use(request: Any, action_type: str, objects: list[Any], action: Any) -> Any:
    """Of many pictures none is deleted as long as one of them is shown somewhere."""
    if not isinstance(action, DeleteBulkAction) or request.method != "POST":
        return None
    used = [image for image in objects if isinstance(image, CentreImage) and is_in_use(image)]
    if not used:
        return None
    for image in used:
        messages.error(request, IN_USE % {"picture": image.title})
    return redirect("wagtailimages:index")
