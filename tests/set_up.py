"""The database as every test begins with it, and with the demo, made once for the sessions that follow.

Migrating takes half a minute of each worker, and the demo as long. Only where ``SET_UP_KEPT`` names a folder, as CI
does for its one run: nothing else knows when it is out of date. ``python -m tests.set_up`` fills it.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

FOLDER = os.environ.get("SET_UP_KEPT", "")


def kept(name: str = "set-up") -> Path | None:
    """A database that was made before, "set-up" or "demo"; on SQLite only."""
    found = Path(FOLDER) / "kept" / f"{name}.sqlite3" if FOLDER else None
    return found if found and connection.vendor == "sqlite" and found.exists() else None


def save(file: Path) -> None:
    """Copy the database into a file."""
    with closing(sqlite3.connect(file)) as copy:
        connection.connection.backup(copy)


def take(file: Path) -> None:
    """Put a database from a file in the place of the connection's. Not within a transaction."""
    from django.contrib.contenttypes.models import ContentType  # not above: pytest imports this before the settings

    connection.ensure_connection()
    with closing(sqlite3.connect(file)) as copy:
        copy.backup(connection.connection)
    ContentType.objects.clear_cache()


def take_uploads(file: Path) -> None:
    """Put the uploads that were kept beside a database among this process's own."""
    shutil.copytree(file.with_suffix(".media"), settings.MEDIA_ROOT, dirs_exist_ok=True)


def remember_rows() -> None:
    """On PostgreSQL: keep a copy of every row beside the tables, and of the numbers that come next."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA set_up")
        for table in _tables():
            cursor.execute(f'CREATE TABLE set_up."{table}" AS TABLE public."{table}"')
        cursor.execute("CREATE TABLE set_up._numbers AS SELECT sequencename, last_value FROM pg_sequences")


def recall_rows() -> None:
    """On PostgreSQL: give a flushed database those rows again."""
    from django.contrib.contenttypes.models import ContentType

    quoted = [f'"{table}"' for table in _tables()]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")  # rows come before those that they point at
        cursor.execute(f"TRUNCATE {', '.join(quoted)}")
        for table in quoted:
            cursor.execute(f"INSERT INTO public.{table} SELECT * FROM set_up.{table}")
        cursor.execute(
            "SELECT setval(quote_ident(sequencename)::regclass, coalesce(last_value, 1), last_value IS NOT NULL)"
            " FROM set_up._numbers"
        )
    ContentType.objects.clear_cache()


def _tables() -> list[str]:
    return connection.introspection.django_table_names(only_existing=True, include_views=False)


def _keep(file: Path) -> None:
    save(file)
    shutil.copytree(settings.MEDIA_ROOT, file.with_suffix(".media"))


def main() -> None:
    """Make both and keep them, whole or not at all."""
    Path(FOLDER).mkdir(parents=True, exist_ok=True)
    own = Path(tempfile.mkdtemp(dir=FOLDER))
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    call_command("setup_centre", verbosity=0)
    _keep(own / "set-up.sqlite3")
    call_command("load_demo", verbosity=0)
    _keep(own / "demo.sqlite3")
    own.rename(own.with_name("kept"))


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "showcase.settings.test")
    django.setup()
    main()
