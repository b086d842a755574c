"""Pictures of the folder's ``media/``: taken in once, whatever record names them."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext as _

from products.importing.lines import part, split_lines
from products.importing.records import RecordDraft
from products.models import ProductImage
from showcase.core.importing import RowError
from showcase.images.models import CentreImage

TITLE_PREFIX = "import:"


def set_pictures(draft: RecordDraft) -> None:
    """``pic.jpg | alt text | English alt text``, one a line or by ``;``, in their order."""
    wanted = {}
    for parts in _lines(draft.row.get("images")):
        wanted[parts[0]] = ProductImage(image=take_in(draft, parts))
    former = [parts[0] for parts in _lines(draft.row.before.get("images", ""))]
    draft.set_children("images", wanted, former, lambda child: child.image.title.removeprefix(TITLE_PREFIX))


def set_portrait(draft: RecordDraft) -> None:
    """The portrait of a maker, one line like those of a product."""
    if draft.row.says("portrait"):
        lines = _lines(draft.row.get("portrait"))
        draft.set("portrait", take_in(draft, lines[0]) if lines else None)


def _lines(cell: str) -> list[list[str]]:
    return split_lines(cell.replace(";", "\n"))


def take_in(draft: RecordDraft, parts: list[str]) -> CentreImage:
    """The picture of this file. Raises ``RowError`` when it is not in the folder or no picture."""
    name = parts[0].removeprefix("media/")
    known = CentreImage.objects.filter(title=f"{TITLE_PREFIX}{parts[0]}").first()
    if known is not None:
        return known
    media = (draft.context.folder / "media").resolve()
    path = (media / name).resolve()
    if not path.is_relative_to(media) or not path.is_file():
        raise RowError(_("The picture “%(name)s” is not in the folder media/.") % {"name": name})
    image = CentreImage(title=f"{TITLE_PREFIX}{parts[0]}"[:255], alt_text=part(parts, 1)[:250])
    if part(parts, 2):
        image.set_translation("alt_text", "en", part(parts, 2))
    return _store(image, path)


def _store(image: CentreImage, path: Path) -> CentreImage:
    with path.open("rb") as file:
        image.file = File(file, name=path.name)  # type: ignore[assignment]  # Django's file descriptor takes it
        try:
            image.full_clean()
        except ValidationError as error:
            message = _("The picture “%(name)s” is not taken: %(error)s")
            raise RowError(message % {"name": path.name, "error": " ".join(error.messages)}) from error
        image.save()
    return image
