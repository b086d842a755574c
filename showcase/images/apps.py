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
        from django.db.models import ForeignKey
        from wagtail.admin.forms.models import register_form_field_override
        from wagtail.admin.views.account import AvatarSettingsPanel
        from wagtail.images.widgets import AdminImageChooser

        from showcase.core.registries import follow_ups, publish_checks
        from showcase.images import receivers, share_receivers  # noqa: F401  (registers the receivers)
        from showcase.images.describing import DescribedPictureField, undescribed
        from showcase.images.forms import AvatarForm
        from showcase.images.models import CentreImage
        from showcase.images.share_pictures import draw_of

        if follow_ups.get("share pictures") is None:
            follow_ups.register("share pictures", draw_of)
        if publish_checks.get("pictures") is None:
            publish_checks.register("pictures", undescribed)
        AvatarSettingsPanel.form_class = AvatarForm
        register_form_field_override(
            ForeignKey, to=CentreImage, override={"widget": AdminImageChooser, "form_class": DescribedPictureField}
        )
