"""What is still to be done: each app registers its gaps and its facts to fill; the reports read them, naming nobody."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet

from showcase.core.registries import Registry


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that rows of a model still lack: ``rows()`` is one query for those that lack it."""

    label: Any
    model: type[Model]
    rows: Callable[[], "QuerySet[Any]"]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that every centre must tell once: ``filled()`` says whether it does, ``url()`` where to tell it."""

    label: Any
    filled: Callable[[], bool]
    url: Callable[[], str]
    may: Callable[[Any], bool]  # whether this user may fill it


gaps: Registry[Gap] = Registry()
facts: Registry[Fact] = Registry()
