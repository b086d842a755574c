"""Whether anything shows a picture: one that is shown is not deleted, or products would lose it without a word."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import ReferenceIndex

from showcase.images.models import CentreImage

IN_USE = _("“%(picture)s” is in use and was not deleted. Take it out where it is shown first.")


def is_in_use(image: CentreImage) -> bool:
    """Whether a row refers to the picture: by a foreign key, or from a page's blocks as Wagtail's index knows."""
    for relation in image._meta.get_fields(include_hidden=True):
        if not relation.auto_created or relation.concrete or not (relation.one_to_many or relation.one_to_one):
            continue
        if relation.related_model is image.get_rendition_model():
            continue
        rows: Any = relation.related_model._base_manager  # type: ignore[union-attr]
        if rows.filter(**{relation.field.name: image.pk}).exists():  # type: ignore[union-attr]
            return True
    return bool(ReferenceIndex.get_references_to(image).exists())
