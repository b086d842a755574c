"""Making the listed sizes of a picture, outside of any page's request."""

from collections.abc import Collection, Iterable
from concurrent.futures import Future, ThreadPoolExecutor

from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.images.models import Filter, SourceImageIOError

from showcase.core.signals import terms_changed
from showcase.images.decoder import worker
from showcase.images.models import CentreImage, Rendition, output_of, rendition_name
from showcase.images.sizes import specs_for
from showcase.images.worker.refusals import Refusal

SECONDS = 90


def missing_specs(image: CentreImage) -> list[str]:
    """The listed sizes that are not there, or whose file is gone."""
    there = {
        rendition.filter_spec: rendition
        for rendition in image.renditions.all()
        if rendition.file.storage.exists(rendition.file.name)
    }
    return [spec for specs in specs_for(image).values() for spec in specs if spec not in there]


def make_missing(image: CentreImage, only: Collection[str] = ()) -> int:
    """Make the sizes of a picture that are not there, tell those that show it, and return how many were made.

    With ``only`` no others than these. A picture whose file is gone or cannot be read any more gets none.
    """
    filters = _missing(image, only)
    return _store(image, filters, _rendered(image, filters)) if filters else 0


def make_missing_of(wanted: Iterable[tuple[CentreImage, Collection[str]]]) -> int:
    """The same of many pictures, one being rendered while the former is stored; returns how many were made."""
    made = 0
    with ThreadPoolExecutor(1) as renderer:
        former: tuple[CentreImage, list[Filter], Future[list[bytes]]] | None = None
        for image, only in wanted:
            if filters := _missing(image, only):
                next_ = (image, filters, renderer.submit(_rendered, image, filters))
                made += _store_rendered(former)
                former = next_
        return made + _store_rendered(former)


def _store_rendered(rendered: tuple[CentreImage, list[Filter], Future[list[bytes]]] | None) -> int:
    return 0 if rendered is None else _store(*rendered[:2], rendered[2].result())


def _missing(image: CentreImage, only: Collection[str]) -> list[Filter]:
    return [Filter(spec=spec) for spec in missing_specs(image) if not only or spec in only]


def _rendered(image: CentreImage, filters: list[Filter]) -> list[bytes]:
    """A file for each, or none. Asks the database nothing: it may run in a thread beside it."""
    try:
        with image.open_file() as file:
            content = file.read()
        outputs = [output_of(image, filter_) for filter_ in filters]
        return worker.run("render", content, seconds=SECONDS, outputs=outputs)[1]
    except (SourceImageIOError, Refusal):
        return []


@transaction.atomic
def _store(image: CentreImage, filters: list[Filter], files: list[bytes]) -> int:
    """Store what was made, unless the picture got another file or another maker was quicker."""
    if not files:
        return 0
    row = CentreImage.objects.select_for_update().filter(pk=image.pk, file=image.file.name).first()
    if row is None:
        return 0
    wanted = set(missing_specs(row))
    fresh = [(filter_, content) for filter_, content in zip(filters, files, strict=True) if filter_.spec in wanted]
    row.renditions.filter(filter_spec__in=wanted).delete()  # rows whose file is gone
    for filter_, content in fresh:
        name = rendition_name(row, filter_)
        Rendition.objects.create(
            image=row, filter_spec=filter_.spec, focal_point_key="", file=ContentFile(content, name=name)
        )
    if fresh:
        terms_changed.send(CentreImage, instance=row)
    return len(fresh)


def make_all_missing() -> int:
    """Make what is missing of every picture; returns how many were made."""
    images = CentreImage.objects.prefetch_related("renditions").order_by("pk")
    return make_missing_of((image, ()) for image in images.iterator(chunk_size=100))
