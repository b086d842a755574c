"""Files that a run writes: in memory on a dry run, and taken away again with a row that fails."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.core.files.storage import InMemoryStorage

from showcase.images.models import CentreImage, Rendition

_written: ContextVar[list[tuple[Any, str]] | None] = ContextVar("written", default=None)
_FIELDS = (CentreImage._meta.get_field("file"), Rendition._meta.get_field("file"))


class NotingStorage:
    """A storage that notes what the row of this thread writes; other threads' files are not ours."""

    def __init__(self, storage: Any) -> None:
        self._storage = storage

    def __getattr__(self, name: str) -> Any:
        return getattr(self._storage, name)

    def save(self, name: str | None, content: Any, max_length: int | None = None) -> str:
        """Write as the storage does, and note the name."""
        stored: str = self._storage.save(name, content, max_length=max_length)
        written = _written.get()
        if written is not None:
            written.append((self._storage, stored))
        return stored


@contextmanager
def own_storage(*, dry_run: bool) -> Iterator[None]:
    """Put the pictures' files of a run into a storage of ours."""
    memory = InMemoryStorage()
    before: list[Any] = [field.storage for field in _FIELDS]  # type: ignore[union-attr]
    try:
        for field, storage in zip(_FIELDS, before, strict=True):
            field.storage = memory if dry_run else NotingStorage(storage)  # type: ignore[union-attr]
        yield
    finally:
        for field, storage in zip(_FIELDS, before, strict=True):
            field.storage = storage  # type: ignore[union-attr]


@contextmanager
def removed_on_failure() -> Iterator[None]:
    """Delete what was written inside when it ends in an exception."""
    written: list[tuple[Any, str]] = []
    token = _written.set(written)
    try:
        yield
    except BaseException:
        for storage, name in written:
            storage.delete(name)
        raise
    finally:
        _written.reset(token)
