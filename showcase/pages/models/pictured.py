"""Pages that open with a picture."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PicturedPage(models.Model):
    """A page whose source has a picture: seen at its top, on lists, and where the page is shared."""

    picture = models.ForeignKey(
        "images.CentreImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("At the top of the page, on lists, and where the page is shared. Wide pictures are best."),
    )

    class Meta:
        abstract = True
