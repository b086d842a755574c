"""Pages that open with a picture."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from showcase.images.keys import picture_key


class PicturedPage(models.Model):
    """A page whose source has a picture: seen at its top, on lists, and where the page is shared."""

    picture = picture_key(
        help_text=_("At the top of the page, on lists, and where the page is shared. Wide pictures are best.")
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A translation reads its source's picture: a copy of its own would keep one that nobody can take out."""
        is_translation = self.locale_id is not None and not self.is_source  # type: ignore[attr-defined]  # of BasePage
        if is_translation and self.alias_of_id is None:  # type: ignore[attr-defined]  # of Page
            self.picture = None
        super().save(*args, **kwargs)
