"""Whether stored HTML was made with the templates and translations of this process."""

import hashlib
from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest
from django.template import engines
from django.templatetags.static import static
from django.utils.crypto import salted_hmac

from showcase.core import freshness
from showcase.core.models import RenderedWith

#: Modules that decide what cards and pages of records say.
WORDING = (
    "presentation", "documents", "entries", "structured", "page", "pictures", "cards", "recorded", "money",
    "centre_tags", "text", "feeding", "rows",
)  # fmt: skip


@cache
def current() -> str:
    """The state of all that goes into stored HTML: marks, icons, templates, translations, code that words records."""
    digest = hashlib.sha256(salted_hmac("showcase.core.frame", "marks").digest())
    digest.update(static("img/icons.svg").encode())
    folders = [Path(folder) for engine in engines.all() for folder in engine.dirs]
    files = [path for folder in folders for path in folder.rglob("*.html")]
    files += [path for folder in settings.LOCALE_PATHS for path in Path(folder).rglob("*.po")]
    for config in apps.get_app_configs():
        if settings.BASE_DIR in (folder := Path(config.path)).parents and ".venv" not in folder.parts:
            files += [path for name in WORDING for path in folder.rglob(f"{name}.py")]
    for path in sorted(set(files)):
        digest.update(str(path.relative_to(settings.BASE_DIR)).encode() + b"\0" + path.read_bytes() + b"\0")
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
