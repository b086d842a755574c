"""Whether stored HTML was made with the templates and translations of this process."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from django.template import engines
from django.utils.crypto import salted_hmac

from showcase.core import freshness
from showcase.core.models import RenderedWith


@cache
def current() -> str:
    """The state of all that goes into stored HTML."""
    digest = hashlib.sha256(salted_hmac("showcase.core.frame", "marks").digest())
    folders = [Path(folder) for engine in engines.all() for folder in engine.dirs]
    files = [path for folder in folders for path in folder.rglob("*.html")]
    files += [path for folder in settings.LOCALE_PATHS for path in Path(folder).rglob("*.po")]
    for path in sorted(files):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def is_current(request: HttpRequest | None = None) -> bool:
    """Whether rows stored now and earlier can be shown; looked up again after every change."""
    return freshness.kept("fingerprint", request, matches)


def is_recorded() -> bool:
    """Whether it is known with what the rows were made."""
    return RenderedWith.objects.exists()


def remember() -> None:
    """All rows were made with what this process has."""
    RenderedWith.objects.all().delete()
    RenderedWith.objects.create(fingerprint=current())


def matches() -> bool:
    """Whether the rows were made with what this process has, as the database says now."""
    return RenderedWith.objects.filter(fingerprint=current()).exists()
