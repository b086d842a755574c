"""``dump.py TREE``: print every row of every table but sessions, and every uploaded file, in a stable order."""

from __future__ import annotations

import hashlib
import sqlite3
import sys
from pathlib import Path

#: Sessions come and go; SQLite's own counters are no content.
LEFT_OUT = {"django_session", "sqlite_sequence", "sqlite_stat1"}


def main(tree: Path) -> None:
    """Write the rows and files of the installation in ``tree`` to standard output."""
    database = tree / "db.sqlite3"
    if not database.exists():
        sys.exit(f"{database} does not exist")
    with sqlite3.connect(database) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in sorted(set(names) - LEFT_OUT):
            rows = connection.execute(f'SELECT * FROM "{name}"')  # noqa: S608 - the database's own names
            print("\n".join(sorted(f"{name} {row!r}" for row in rows)) or f"{name} is empty")
    for path in sorted(path for path in (tree / "media").rglob("*") if path.is_file()):
        print(path.relative_to(tree), hashlib.sha256(path.read_bytes()).hexdigest())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
