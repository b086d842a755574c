"""How a record or a page names one picture."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

PICTURE = _("picture")


def picture_key(label: Any = PICTURE, help_text: Any = "") -> models.ForeignKey[Any, Any]:
    """A field for one picture, or none; a picture that is shown is not deleted (:mod:`showcase.images.usage`)."""
    return models.ForeignKey(
        "images.CentreImage",
        verbose_name=label,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=help_text,
    )
