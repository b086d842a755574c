"""Names of drawn share pictures: made of what they show, so a picture that is there is never out of date.

The pictures of one record lie in one folder (``share/AB/ABC234/vi-<digest>.jpg``); a page asks for the name its facts
give, and shows the general picture until a task has drawn it.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.core.files.storage import storages
from django.db.models import Model, QuerySet

from showcase.core.registries import Registry

SIZE = (1200, 630)
FOLDER = "share"
#: Raise it when the drawing changes: all pictures are drawn anew.
DRAWING = 2
_MOST_KNOWN = 4096
_known: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class ShareCard:
    """What a share picture shows.

    ``key`` names the record (its code, or ``page-12``). ``line`` stands above the name (a village, dates). ``photo`` is
    the stored name of a picture's file, ``focus`` its focal point in shares of its sides, ``ground`` a craft's key.
    """

    key: str
    language: str
    name: str
    line: str = ""
    photo: str = ""
    focus: tuple[float, float] = (0.5, 0.5)
    ground: str = ""

    @property
    def folder(self) -> str:
        """Where the pictures of this record lie."""
        return folder_of(self.key)

    @property
    def picture(self) -> str:
        """The stored name of the picture."""
        shown = json.dumps([DRAWING, *asdict(self).values()], ensure_ascii=False)
        digest = hashlib.sha256(shown.encode("utf-8", "replace")).hexdigest()[:20]
        return f"{self.folder}/{self.language}-{digest}.jpg"


@dataclass(frozen=True, slots=True)
class ShareSource:
    """Which rows have share pictures: ``cards`` gives those of one row in every language, none when it is not public.

    ``public`` gives all rows that may have some, with what ``cards`` reads; ``showing`` those that show another row,
    where the search sources do not tell.
    """

    model: type[Model]
    key: Callable[[Any], str]
    cards: Callable[[Any], Iterable[ShareCard]]
    public: Callable[[], "QuerySet[Any]"]
    showing: Callable[[Any], "QuerySet[Any] | None"] = lambda row: None


share_sources: Registry[ShareSource] = Registry()


def folder_of(key: str) -> str:
    """The folder of a record's pictures; two levels, so that none holds hundreds of thousands."""
    return f"{FOLDER}/{hashlib.sha256(key.encode()).hexdigest()[:2]}/{key}"


def picture_address(name: str) -> str:
    """The address of a drawn picture, or ``""`` while there is none. What was found is remembered."""
    if not name:
        return ""
    known = _known.get(name)
    if known is not None:
        return known
    storage = storages["public"]
    if not storage.exists(name):
        return ""
    if len(_known) >= _MOST_KNOWN:
        _known.clear()
    _known[name] = str(storage.url(name))
    return _known[name]
