"""Pictures of the folder's ``media/``: taken in once, whatever record names them."""

from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext as _

from products.importing.lines import part, split_lines
from products.importing.records import RecordDraft
from products.models import ProductImage
from showcase.core.importing import RowError
from showcase.images.fields import content_hash
from showcase.images.models import CentreImage
from showcase.images.processing import CleanFile, clean_upload

TITLE_PREFIX = "import:"


def set_pictures(draft: RecordDraft) -> None:
    """``pic.jpg | alt text | English alt text``, one a line or by ``;``, in their order."""
    images = [take_in(draft, parts) for parts in _lines(draft.row.get("images"))]
    wanted = {_key(image): ProductImage(image=image) for image in images}
    names = {_title(parts[0]) for parts in _lines(draft.row.before.get("images", ""))}
    there = [child.image for child in draft.record.images.all()]
    former = [_key(image) for image in there if image.title in names]
    draft.set_children("images", wanted, former, lambda child: _key(child.image))


def _key(image: CentreImage) -> str:
    """The same name may be another picture in another folder."""
    return f"{image.title}|{image.file_hash}"


def _title(name: str) -> str:
    return f"{TITLE_PREFIX}{name}"[:255]


def set_picture(draft: RecordDraft, column: str) -> None:
    """The one picture of a village, the portrait of a maker: a line like those of a product."""
    if draft.row.says(column):
        lines = _lines(draft.row.get(column))
        draft.set(column, take_in(draft, lines[0]) if lines else None)


def _lines(cell: str) -> list[list[str]]:
    return split_lines(cell.replace(";", "\n"))


def take_in(draft: RecordDraft, parts: list[str]) -> CentreImage:
    """The picture of this file. Raises ``RowError`` when it is not in the folder or no picture.

    A picture that was taken in before is known by name and content; by its name alone only
    when the folder does not bring it again.
    """
    name = parts[0].removeprefix("media/")
    known = CentreImage.objects.filter(title=_title(parts[0])).order_by("-pk")
    media = draft.context.folder.resolve() / "media"
    path = (media / name).resolve()
    if not path.is_relative_to(media) or not path.is_file():
        if (image := known.first()) is not None:
            return image
        raise RowError(_("The picture “%(name)s” is not in the folder media/.") % {"name": name})
    image = CentreImage(title=_title(parts[0]), alt_text=part(parts, 1)[:250])
    if part(parts, 2):
        image.set_translation("alt_text", "en", part(parts, 2))
    with path.open("rb") as file:
        try:
            clean = clean_upload(File(file, name=path.name))
            same = known.filter(file_hash=content_hash(clean)).first()
            return same or _store(image, clean)
        except ValidationError as error:
            message = _("The picture “%(name)s” is not taken: %(error)s")
            raise RowError(message % {"name": path.name, "error": " ".join(error.messages)}) from error


def _store(image: CentreImage, clean: CleanFile) -> CentreImage:
    image.file = clean  # type: ignore[assignment]  # Django's file descriptor takes it
    image.full_clean()
    image.save()
    return image
