"""Scratch servers on the loopback, started and ended by themselves: PostgreSQL and gunicorn."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from benchmarks.probe import pss_kb

ROOT = Path(__file__).resolve().parent.parent
WORKERS = 2


def run(arguments: Sequence[str], database: str = "", settings: str = "benchmarks.settings") -> str:
    """A command of ours against a database; gives what it printed."""
    done = subprocess.run(
        arguments, env=environment(database, settings), cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout


def environment(database: str, settings: str) -> dict[str, str]:
    """The environment of a child: nothing of ours but the database and the settings."""
    return {**os.environ, "DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": settings, "PYTHONUNBUFFERED": "1"}


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _postgres_bin() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: path.parts)
    return found[-1].parent if found else None


def _as_postgres(arguments: Sequence[str]) -> None:
    """PostgreSQL refuses to run as root."""
    drop = ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--init-groups"] if os.geteuid() == 0 else []
    subprocess.run([*drop, *arguments], cwd="/", stdout=subprocess.DEVNULL, check=True)


@contextmanager
def postgres(folder: Path) -> Iterator[str | None]:
    """The address of a database server with stock settings, or ``None`` where it is not installed."""
    programs, port, data = _postgres_bin(), free_port(), folder / "pg"
    if programs is None:
        yield None
        return
    data.mkdir()
    if os.geteuid() == 0:
        folder.chmod(0o755)
        shutil.chown(data, "postgres", "postgres")
    _as_postgres(
        [f"{programs}/initdb", "-D", str(data), "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8"]
    )
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories="
    _as_postgres([f"{programs}/pg_ctl", "-D", str(data), "-w", "-l", f"{data}/log", "-o", options, "start"])
    try:
        yield f"postgres://postgres@127.0.0.1:{port}/postgres"
    finally:
        _as_postgres([f"{programs}/pg_ctl", "-D", str(data), "-m", "immediate", "stop"])


def new_database(server: str, name: str, template: str = "") -> str:
    """Make a database, or a copy of one, and give its address. A name that exists is taken as it is."""
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        exists = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if not exists:
            copied = f' TEMPLATE "{template}"' if template else ""
            connection.execute(f'CREATE DATABASE "{name}"{copied}'.encode())
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))


class Site:
    """gunicorn with the site and the bare view."""

    def __init__(self, database: str, settings: str) -> None:
        self.port = free_port()
        arguments = [
            sys.executable, "-m", "gunicorn", "--workers", str(WORKERS), "--preload", "--bind",
            f"127.0.0.1:{self.port}", "--log-level", "error", "benchmarks.wsgi:application",
        ]  # fmt: skip
        self.process = subprocess.Popen(arguments, env=environment(database, settings), cwd=ROOT)
        self._wait()

    def _wait(self) -> None:
        for _ in range(600):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/__bare__/", timeout=5).close()
                return
            except OSError:
                time.sleep(0.2)  # it starts in a process of its own
        raise RuntimeError("the site did not start")

    def settle(self) -> None:
        """Wait until the last sample's unanswered requests are done: they would be counted against the next one."""
        for _ in range(2 * WORKERS):
            urllib.request.urlopen(f"http://127.0.0.1:{self.port}/__bare__/", timeout=60).close()

    def visit(self, paths: list[str]) -> None:
        """Ask for each of these once."""
        for path in paths:
            urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=60).close()

    def workers_kb(self) -> list[int]:
        """PSS of each worker."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return [pss_kb(child) for child in children]

    def stop(self) -> None:
        """End it and wait."""
        self.process.terminate()
        self.process.wait(timeout=30)


@contextmanager
def site(database: str, settings: str) -> Iterator[Site]:
    """A running site; ended afterwards."""
    running = Site(database, settings)
    try:
        yield running
    finally:
        running.stop()
