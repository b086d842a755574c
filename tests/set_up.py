"""The database as every test begins with it, kept for the sessions that follow: migrating takes half a minute of each.

Only where ``SET_UP_KEPT`` names a folder, as CI does for its one run: nothing else knows when it is out of date.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection

FOLDER = os.environ.get("SET_UP_KEPT", "")


def kept() -> Path | None:
    """The database that another session kept, beside its uploads; on SQLite only."""
    found = Path(FOLDER) / "kept" / "set-up.sqlite3" if FOLDER else None
    return found if found and connection.vendor == "sqlite" and found.exists() else None


def save(file: Path) -> None:
    """Copy the database into a file."""
    with closing(sqlite3.connect(file)) as copy:
        connection.connection.backup(copy)


def keep(file: Path) -> None:
    """Keep a database and the uploads that belong to it, unless another worker was quicker."""
    if FOLDER and kept() is None:
        Path(FOLDER).mkdir(parents=True, exist_ok=True)
        own = Path(tempfile.mkdtemp(dir=FOLDER))
        shutil.copy(file, own / "set-up.sqlite3")
        shutil.copytree(settings.MEDIA_ROOT, own / "media")
        try:
            own.rename(own.with_name("kept"))
        except OSError:
            shutil.rmtree(own)


def take(file: Path) -> None:
    """Put a kept database in the place of the connection's, and its uploads among this process's own."""
    with closing(sqlite3.connect(file)) as copy:
        copy.backup(connection.connection)
    shutil.copytree(file.with_name("media"), settings.MEDIA_ROOT, dirs_exist_ok=True)
    ContentType.objects.clear_cache()
