"""Application set-up of images."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImagesConfig(AppConfig):
    """The image model; every door through which a picture can come in is ours."""

    name = "showcase.images"
    label = "images"
    verbose_name = _("Pictures")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put the doors that Wagtail opens beside the image model under the same rules."""
        from wagtail.admin.views.account import AvatarSettingsPanel

        from showcase.images import receivers  # noqa: F401  (registers the receiver)
        from showcase.images.forms import AvatarForm

        AvatarSettingsPanel.form_class = AvatarForm
