"""What every test stands on: no network, a clear rule for missing services, the mark ``database``."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Iterator
from typing import Any

import pytest

REQUIRE_SERVICES = os.environ.get("REQUIRE_SERVICES") == "1"
LOOPBACK = ("127.", "::1", "localhost")
#: Made once a module and dear: the tests of a module in which one is used stay on one worker.
DEAR_FIXTURES = {"demo_of_module", "walk", "centre_with_staff"}
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "live_server"}
_real_connect = socket.socket.connect


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def chromium() -> str | None:
    """Return the path of the browser that browser tests drive, or None."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


SERVICES = {
    "redis": lambda: _listens(6379),
    "elasticsearch": lambda: _listens(9200),
    "chromium": lambda: chromium() is not None,
}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what touches the database, which alone runs on the second one, and what should stay on one worker."""
    dear = {item.nodeid.split("::")[0] for item in items if DEAR_FIXTURES & set(getattr(item, "fixturenames", ()))}
    for item in items:
        uses = DATABASE_FIXTURES & set(getattr(item, "fixturenames", ()))
        if uses or item.get_closest_marker("django_db"):
            item.add_marker("database")
        module = item.nodeid.split("::")[0]
        if module in dear:
            item.add_marker(pytest.mark.xdist_group(module))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose service is not there; fail it when all services are required."""
    for marker in item.iter_markers("service"):
        name = marker.args[0]
        if not SERVICES[name]():
            reason = f"service not running: {name}"
            if REQUIRE_SERVICES:
                pytest.fail(reason, pytrace=False)
            pytest.skip(reason)


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Refuse every connection that would leave the machine."""

    def connect(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and not str(address[0]).startswith(LOOPBACK):
            raise AssertionError(f"a test tried to reach {address}")
        return _real_connect(self, address)  # type: ignore[arg-type]

    socket.socket.connect = connect  # type: ignore[method-assign]
    yield
    socket.socket.connect = _real_connect  # type: ignore[method-assign]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Set the centre up once: every test begins with languages, homes, groups and vocabularies."""
    from django.core.management import call_command

    with django_db_blocker.unblock():
        call_command("setup_centre", verbosity=0)
