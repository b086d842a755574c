"""Published pictures are described in every language, or marked as decorative. A draft may wait."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.text import get_text_list
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from wagtail.blocks import BoundBlock, StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.images.blocks import ImageChooserBlock

from showcase.core.models.translation import SOURCE_LANGUAGE
from showcase.images.models import CentreImage


def gap_of(image: CentreImage) -> str:
    """What is missing, in words that name the picture; "" when nothing is."""
    if image.is_decorative:
        return ""
    missing = [
        get_language_info(language)["name_translated"]
        for language, _name in settings.LANGUAGES
        if not (image.alt_text if language == SOURCE_LANGUAGE else image.translation("alt_text", language)).strip()
    ]
    if not missing:
        return ""
    return _(
        "The picture “%(picture)s” has no alternative text in %(languages)s. "
        "Edit the picture: write what it shows, or mark it as decorative. Until then, save a draft."
    ) % {"picture": image.title, "languages": get_text_list(missing, _("or"))}


class DescribedPictureField(forms.ModelChoiceField):
    """Choosing a picture: saved as a draft with any, published only with one that is described."""

    is_deferred_validation = False

    def clean(self, value: Any) -> Any:
        """The picture. Raises `ValidationError` beside the field when what is published would not be described."""
        image = super().clean(value)
        if isinstance(image, CentreImage) and not self.is_deferred_validation and (gap := gap_of(image)):
            raise ValidationError(gap, code="undescribed")
        return image


class PictureBlock(ImageChooserBlock):
    """A picture in a page's chapters, under the same rule."""

    is_deferred = False

    def deconstruct(self) -> Any:
        """For migrations a plain chooser: the rule changes no column."""
        _path, args, kwargs = super().deconstruct()
        return "wagtail.images.blocks.ImageChooserBlock", args, kwargs

    def defer_required_validation(self) -> None:
        super().defer_required_validation()
        self.is_deferred = True

    def restore_deferred_validation(self) -> None:
        super().restore_deferred_validation()
        self.is_deferred = False

    def clean(self, value: Any) -> Any:
        image = super().clean(value)
        if isinstance(image, CentreImage) and not self.is_deferred and (gap := gap_of(image)):
            raise ValidationError(gap, code="undescribed")
        return image


def undescribed(thing: Model) -> Iterator[str]:
    """What is missing of every picture that a record or page shows, also in its children and blocks."""
    for image in {image.pk: image for image in pictures_of(thing)}.values():
        if gap := gap_of(image):
            yield gap


def pictures_of(thing: Model) -> Iterator[CentreImage]:
    """The pictures of an object, its children and its blocks."""
    for field in thing._meta.concrete_fields:
        if field.related_model is CentreImage:
            if (image := getattr(thing, field.name)) is not None:
                yield image
        elif field.get_internal_type() == "JSONField":
            yield from _in_blocks(getattr(thing, field.name))
    for relation in type(thing)._meta.related_objects:
        if _is_child(relation):
            for child in getattr(thing, str(relation.get_accessor_name())).all():
                yield from pictures_of(child)


def _is_child(relation: Any) -> bool:
    from modelcluster.fields import ParentalKey

    shows = any(field.related_model is CentreImage for field in relation.related_model._meta.concrete_fields)
    return isinstance(relation.field, ParentalKey) and shows and relation.get_accessor_name() is not None


def _in_blocks(value: Any) -> Iterator[CentreImage]:
    if isinstance(value, CentreImage):
        yield value
    elif isinstance(value, BoundBlock):
        yield from _in_blocks(value.value)
    elif isinstance(value, StreamValue | ListValue):
        for child in value:
            yield from _in_blocks(child)
    elif isinstance(value, StructValue):
        for child in value.values():
            yield from _in_blocks(child)
