"""Pictures of the centre: what they show in words, who made them, on what terms we show them."""

from collections.abc import Iterable
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, SourceImageIOError, get_upload_to

from showcase.core.later import after_commit
from showcase.core.models import Translatable
from showcase.core.signals import terms_changed
from showcase.images.decoder import worker
from showcase.images.fields import CleanImageField
from showcase.images.processing import clean_upload
from showcase.images.sizes import LISTED_SPECS, formats_for, largest_spec
from showcase.images.worker.refusals import Refusal

#: The fields of a picture that cards show.
_FOCAL = frozenset(f"focal_point_{name}" for name in ("x", "y", "width", "height"))
_SHOWN = _FOCAL | {
    "file",
    "alt_text",
    "is_decorative",
    "translations",
}


class Licence(models.TextChoices):
    """On what terms a picture may be shown and used."""

    OWN = "own", _("The centre's own")
    PERMISSION = "permission", _("Shown with permission")
    CC0 = "cc0", _("Public domain (CC0)")
    CC_BY = "cc-by", _("Creative Commons Attribution")
    CC_BY_SA = "cc-by-sa", _("Creative Commons Attribution-ShareAlike")


class CentreImage(Translatable, AbstractImage):
    """A picture. Whatever way its file comes in, it is stripped of metadata and made anew before it is stored."""

    translatable_fields = ("alt_text",)

    file = CleanImageField(
        verbose_name=_("file"),
        upload_to=get_upload_to,
        width_field="width",
        height_field="height",
    )
    alt_text = models.CharField(
        _("alternative text"),
        max_length=250,
        blank=True,
        default="",
        help_text=_("What the picture shows, in Vietnamese, for those who cannot see it."),
    )
    # Not "decorative": Wagtail's constructor sets that name to False on every object it makes.
    is_decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("The picture says nothing that the text does not: screen readers pass over it."),
    )
    credit = models.CharField(_("credit"), max_length=200, blank=True, default="", help_text=_("Who made the picture."))
    licence = models.CharField(_("licence"), max_length=20, blank=True, default="", choices=Licence)

    admin_form_fields = (
        "title",
        "file",
        "alt_text",
        "is_decorative",
        "credit",
        "licence",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.decorative = self.__dict__.get("is_decorative", False)

    def alt(self, language: str | None = None) -> tuple[str, str]:
        """The alternative text for a reader of a language, and the language it is in; "" for decorative ones."""
        words = self.localized("alt_text", language)
        return ("" if self.is_decorative else words.text), words.language

    @property
    def default_alt_text(self) -> str:
        """What Wagtail's own tags write; never the title, which often is a file name."""
        return self.alt()[0]

    def get_upload_to(self, filename: str) -> str:
        """Under a random name given by `clean_upload`, in folders of few files."""
        return f"original_images/{filename[:2]}/{filename}"

    def clean(self) -> None:
        """Refuse in words, beside the file, what is no picture we take."""
        super().clean()
        if self.has_new_file:
            try:
                self.file = clean_upload(self.file.file)  # type: ignore[assignment]
            except ValidationError as error:
                raise ValidationError({"file": error}) from error

    @property
    def has_new_file(self) -> bool:
        """Whether a file was given that is not stored yet."""
        return bool(self.file) and not self.file._committed

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store a new file first (its size in pixels belongs to the row), and drop what was made of the old one.

        Records that show a picture which was there before are told, and follow.
        """
        is_new = self._state.adding
        if self.has_new_file:
            self.file.save(self.file.name, self.file.file, save=False)
            self._drop_former_focus()
        fields = kwargs.get("update_fields")
        if fields is not None and "file" in fields:
            kwargs["update_fields"] = {*fields, *_FOCAL, "width", "height", "file_size", "file_hash"}
        former = self._former_file_name() if fields is None or "file" in fields else ""
        super().save(*args, **kwargs)
        if former and former != self.file.name:
            self.renditions.all().delete()
            storage = self.file.storage
            after_commit(storage.delete, former)
        if is_new or (former and former != self.file.name):
            self._make_renditions_later()
        if not is_new and (fields is None or not _SHOWN.isdisjoint(fields)):
            terms_changed.send(type(self), instance=self)

    def _drop_former_focus(self) -> None:
        """A focal point that was set on the former file says nothing of this one."""
        former = type(self)._base_manager.filter(pk=self.pk).values(*_FOCAL).first() if self.pk else None
        if former is not None and former == {name: getattr(self, name) for name in _FOCAL}:
            for name in _FOCAL:
                setattr(self, name, None)

    def _make_renditions_later(self) -> None:
        """When the row is there for whoever does the task."""
        from showcase.images.tasks import make_renditions

        after_commit(make_renditions.enqueue, self.pk)

    # -- sizes: the listed ones and no others ------------------------------------------

    def get_rendition(self, filter: Filter | str) -> AbstractRendition:
        """As Wagtail's, of listed sizes. For "original" the largest of them: originals are never published."""
        return super().get_rendition(self._listed(filter))

    def get_renditions(self, *filters: Filter | str) -> dict[str, AbstractRendition]:
        """As :meth:`get_rendition`, of several."""
        return super().get_renditions(*(self._listed(filter_) for filter_ in filters))

    def create_renditions(self, *filters: Filter) -> dict[Filter, AbstractRendition]:
        """One after the other: Wagtail's threads would decode the picture many times at once."""
        return {filter_: self.create_rendition(filter_) for filter_ in filters}

    def generate_rendition_file(self, filter: Filter, *, source: File | None = None) -> File:
        """Made by the worker, for the admin's own sizes. Raises `SourceImageIOError` when there is no reading it."""
        filter = self._listed(filter)
        with self.open_file() as file:
            content = (source or file).read()
        try:
            files = worker.run("render", content, outputs=[output_of(self, filter)])[1]
        except Refusal as refusal:
            raise SourceImageIOError(refusal.code) from None
        return ContentFile(files[0], name=rendition_name(self, filter))

    def _listed(self, filter: Filter | str) -> Filter:
        spec = filter.spec if isinstance(filter, Filter) else str(filter)
        if spec == "original":
            spec = largest_spec(self)
        if spec not in LISTED_SPECS:
            raise InvalidFilterSpecError(f"{spec!r} is not a listed size")
        return Filter(spec=spec)

    def _former_file_name(self) -> str:
        """The name of the file the row holds now."""
        if self._state.adding or self.pk is None:
            return ""
        rows = type(self)._base_manager.filter(pk=self.pk)
        return rows.values_list("file", flat=True).first() or ""


def output_of(image: CentreImage, filter_: Filter) -> dict[str, Any]:
    """What the worker makes of a filter: the part of the picture, its new size, its format."""
    transform = filter_.get_transform(image)
    box = transform.get_rect().round()
    format_ = next((name for name in formats_for(image) if filter_.spec.endswith(f"|format-{name}")), "")
    return {
        "box": [max(0, box.left), max(0, box.top), min(image.width, box.right), min(image.height, box.bottom)],
        "size": [max(1, round(side)) for side in transform.size],
        "format": format_ or formats_for(image)[-1],
    }


def rendition_name(image: CentreImage, filter_: Filter) -> str:
    """After the original's random name, the size and, where the focal point decides, its key.

    Short, as a list says two hundred of them: "stem.320.avif" of "width-320|format-avif". Rows know their files' names.
    """
    stem, key = PurePath(str(image.file.name)).stem, filter_.get_cache_key(image)
    format_ = output_of(image, filter_)["format"]
    extension = "jpg" if format_ == "jpeg" else format_
    size = filter_.spec.partition("|")[0].removeprefix("width-")
    return ".".join(filter(None, (stem, key, size, extension)))


class RenditionQuerySet(models.QuerySet[Any]):
    """Renditions; none of another size is written."""

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> Any:
        return super().bulk_create([_checked(rendition) for rendition in objs], *args, **kwargs)


def _checked(rendition: Any) -> Any:
    if rendition.filter_spec not in LISTED_SPECS:
        raise InvalidFilterSpecError(f"{rendition.filter_spec!r} is not a listed size")
    return rendition


class Rendition(AbstractRendition):
    """A picture in one of the sizes we publish."""

    image = models.ForeignKey(CentreImage, on_delete=models.CASCADE, related_name="renditions")

    objects = RenditionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(filter_spec__in=LISTED_SPECS), name="images_rendition_listed"),
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"),
                name="images_rendition_once",
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Of a listed size; the file is written before the row, so the database would refuse too late."""
        _checked(self)
        super().save(*args, **kwargs)
