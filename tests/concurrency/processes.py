"""Real processes of the site over one database of their own: servers, and commands beside them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).parents[2]
#: No step takes longer on a slow machine; what does has gone wrong.
PATIENCE = 240
#: Sources that are compiled already need not be so again.
INHERITED = ("PATH", "HOME", "LANG", "PYTHONPYCACHEPREFIX")


class Site:
    """``manage.py`` in an environment of its own, and servers that answer from the same database."""

    def __init__(self, database_url: str, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            **{name: os.environ[name] for name in INHERITED if name in os.environ},
            "DJANGO_SETTINGS_MODULE": "showcase.settings.dev",
            "DATABASE_URL": database_url,
            "MEDIA_ROOT": str(folder / "media"),
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def manage(self, *arguments: str) -> str:
        """Run one command to its end."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
        assert done.returncode == 0, done.stderr[-2_000:]
        return done.stdout

    def shell(self, code: str) -> str:
        """Run Python in a process that is neither of the servers."""
        return self.manage("shell", "--no-imports", "-v", "0", "-c", code).strip()

    def set_up(self, ready: Path | None) -> None:
        """Migrate and set the centre up; or copy a database in which that is done, where the database is a file."""
        scheme, _, name = self.environment["DATABASE_URL"].partition(":///")
        if ready is not None and scheme == "sqlite":
            shutil.copyfile(ready, name)
            return
        self.manage("migrate", "--verbosity", "0")
        self.manage("setup_centre", "--verbosity", "0")

    @contextmanager
    def server(self) -> Iterator[str]:
        """One server process; its address."""
        with self.servers(1) as [address]:
            yield address

    @contextmanager
    def servers(self, count: int) -> Iterator[list[str]]:
        """Several server processes, which start side by side."""
        with ExitStack() as stack:
            started = [(stack.enter_context(self._process(port)), port) for port in _free_ports(count)]
            for process, port in started:
                _wait(process, port)
            yield [f"http://127.0.0.1:{port}" for _process, port in started]

    @contextmanager
    def _process(self, port: int) -> Iterator[subprocess.Popen[bytes]]:
        command = [sys.executable, "manage.py", "runserver", "--noreload", f"127.0.0.1:{port}"]
        with (self.folder / f"{port}.log").open("w") as log:
            process = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=log, stderr=log)
            try:
                yield process
            finally:
                process.terminate()
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait(10)


def get(url: str) -> tuple[int, str]:
    """Status and text of a page."""
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, ""


@contextmanager
def own_database(folder: Path) -> Iterator[str]:
    """The URL of an empty database: beside the PostgreSQL of ``DATABASE_URL``, else a file."""
    given = urlsplit(os.environ.get("DATABASE_URL", ""))
    if not given.scheme.startswith(("postgres", "psql")):
        yield f"sqlite:///{folder / 'two.sqlite3'}"
        return
    import psycopg
    from psycopg import sql

    name = f"two_processes_{os.getpid()}"
    quoted = sql.Identifier(name)
    server = urlunsplit(given._replace(scheme="postgresql"))
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(quoted))
        try:
            yield urlunsplit(given._replace(path=f"/{name}"))
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(quoted))


def _free_ports(count: int) -> list[int]:
    """Ports that nobody has, held together so that none is given twice."""
    with ExitStack() as stack:
        probes = [stack.enter_context(socket.socket()) for _number in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [int(probe.getsockname()[1]) for probe in probes]


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert process.poll() is None, "the server ended"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)  # between knocks on the door of another process, until a deadline
    raise AssertionError("the server does not answer")
