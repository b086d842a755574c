"""Draws and removes share pictures. Called by tasks and a command, never by a page request."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db.models import Model, QuerySet
from PIL import Image

from showcase.core.registries import search_sources
from showcase.core.sharing import ShareCard, ShareSource, folder_of, share_sources
from showcase.images.drawing import draw
from showcase.images.models import CentreImage, Rendition

_PICTURE = re.compile(r"[a-z-]+-[0-9a-f]{20}\.jpg")


def source_of(row: Model) -> ShareSource | None:
    """The registered source of a row."""
    return next((source for source in share_sources if isinstance(row, source.model)), None)


def renew(source: ShareSource, row: Model) -> int:
    """Make the pictures of a row what they should be; returns how many were drawn.

    Those that show what is no longer so are removed first: a name that may not be shown must not be either.
    """
    cards = list(source.cards(row))
    _remove_others(source, row, cards)
    return sum(_draw_missing(card) for card in cards)


def remove_outdated(source: ShareSource, row: Model) -> None:
    """Delete the pictures that show what is no longer so: hiding does not wait for the task that draws."""
    if not storages["public"].exists(folder_of(source.key(row))):
        return  # most rows that are stored are new, and their cards need not be asked for
    stored = type(row)._base_manager.filter(pk=row.pk).first()
    if stored is not None:
        _remove_others(source, stored, list(source.cards(stored)))


def draw_of(row: Model) -> int:
    """The worker's part after a change: the pictures of a row and of records that show it; how many were drawn."""
    source, drawn = source_of(row), 0
    if source is not None and source.public().filter(pk=row.pk).exists():
        drawn = renew(source, row)
    elif source is not None:
        remove(source.key(row))
    return drawn + renew_dependants(row)


def renew_dependants(row: Model) -> int:
    """The pictures of records that show this one or this photo: made as far as they are not there, or removed.

    A record that is hidden because this one is shows nothing.
    """
    drawn = 0
    for source, rows in _showing(row):
        keys = rows.order_by().values("pk")
        found = source.public().filter(pk__in=keys)
        drawn += sum(renew(source, dependant) for dependant in found.iterator(chunk_size=100))
        for hidden in rows.order_by().exclude(pk__in=source.public().filter(pk__in=keys).values("pk")).distinct():
            remove(source.key(hidden))
    return drawn


def _showing(row: Model) -> Iterator[tuple[ShareSource, "QuerySet[Any]"]]:
    """The rows that show this one, of each kind that has share pictures."""
    for shown in search_sources:
        for kind, rows in shown.dependants(row):
            other = search_sources.get(kind)
            source = next((found for found in share_sources if other and found.model is other.model), None)
            if source is not None:
                yield source, rows
    for source in share_sources:
        if (found := source.showing(row)) is not None:
            yield source, found


def renew_all() -> int:
    """Every picture that is not there."""
    return sum(renew(source, row) for source in share_sources for row in source.public().iterator(chunk_size=100))


def remove(key: str, but: frozenset[str] = frozenset()) -> None:
    """Delete the pictures of a record, but those of these names."""
    storage, folder = storages["public"], folder_of(key)
    if not storage.exists(folder):
        return
    for name in storage.listdir(folder)[1]:
        if name not in but and _PICTURE.fullmatch(name):
            storage.delete(f"{folder}/{name}")


def _remove_others(source: ShareSource, row: Model, cards: list[ShareCard]) -> None:
    remove(source.key(row), frozenset(PurePosixPath(card.picture).name for card in cards))


def _draw_missing(card: ShareCard) -> bool:
    """Draw a picture that is not there; one whose photo has no listed size yet waits for the task that makes them."""
    storage = storages["public"]
    if storage.exists(card.picture):
        return False
    photo = _photo(card.photo)
    if card.photo and photo is None:
        return False
    storage.save(card.picture, ContentFile(draw(card, photo)))
    return True


def _photo(name: str) -> Image.Image | None:
    """The largest of the listed sizes: the original may be too large to open beside others."""
    image = CentreImage.objects.filter(file=name).first() if name else None
    kept = max(image.renditions.all(), key=_readable_width, default=None) if image else None
    if kept is None or not _readable_width(kept):
        return None
    with kept.file.open("rb") as file:
        photo = Image.open(file)
        photo.load()
    return photo


def _readable_width(rendition: Rendition) -> int:
    return rendition.width if str(rendition.file.name).endswith((".jpg", ".png")) else 0
