"""What every test stands on: no network, a clear rule for missing services, the mark ``database``."""

from __future__ import annotations

import gc
import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from pytest_django.plugin import blocking_manager_key

# One browser and one demo a session: a fixture that two conftest files import would be two.
pytest_plugins = ["tests.browser.fixtures", "tests.demo"]

REQUIRE_SERVICES = os.environ.get("REQUIRE_SERVICES") == "1"
LOOPBACK = ("127.", "::1", "localhost")
TRANSACTIONAL_FIXTURES = {"transactional_db", "django_db_reset_sequences", "live_server"}
DATABASE_FIXTURES = {"db", *TRANSACTIONAL_FIXTURES}
#: Set on the session while the database is empty, even of what migrations and the set-up made.
FLUSHED = pytest.StashKey[bool]()
#: The file of a database that is set up.
SET_UP = pytest.StashKey[Path]()
_real_connect = socket.socket.connect


def _listens(port: int, host: str = "127.0.0.1") -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex((host, port)) == 0


def _elasticsearch_listens() -> bool:
    address = urlsplit(settings.ELASTICSEARCH_URL)
    return _listens(address.port or 9200, address.hostname or "127.0.0.1")


def chromium() -> str | None:
    """Return the path of the browser that browser tests drive, or None."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


SERVICES = {
    "redis": lambda: _listens(6379),
    "elasticsearch": _elasticsearch_listens,
    "chromium": lambda: chromium() is not None,
}


def _is_transactional(item: pytest.Item) -> bool:
    """Tell whether a test writes for good, so that the whole database is flushed after it."""
    marker = item.get_closest_marker("django_db")
    asks = TRANSACTIONAL_FIXTURES & set(getattr(item, "fixturenames", ()))
    return bool(asks or (marker and marker.kwargs.get("transaction")))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Mark what touches the database, which alone runs on the second one.

    Files with the demo begin, one after the other, so that each worker loads it once; long ones follow, and those that
    flush the database end.
    """
    for item in items:
        uses = DATABASE_FIXTURES & set(getattr(item, "fixturenames", ()))
        if uses or item.get_closest_marker("django_db"):
            item.add_marker("database")
    from tests import demo  # not above: pytest rewrites the assertions of a plugin when it is the first to import it

    yield
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    flushing = {item.path for item in items if _is_transactional(item)}
    with_demo = demo.files_with_demo(items)
    items.sort(key=lambda item: (item.path in flushing, item.path not in with_demo, item.path not in slow))
    if items:
        items[0].session.stash[demo.FILES] = with_demo


def pytest_collection_finish(session: pytest.Session) -> None:
    """Let the collector leave out what stays to the end: code, tests, settings cost it 0.2 s at a time."""
    gc.collect()
    gc.freeze()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose service is not there; fail it when all services are required; see to a flushed database."""
    for marker in item.iter_markers("service"):
        name = marker.args[0]
        if not SERVICES[name]():
            reason = f"service not running: {name}"
            if REQUIRE_SERVICES:
                pytest.fail(reason, pytrace=False)
            pytest.skip(reason)
    needs_centre = "centre" in getattr(item, "fixturenames", ()) or not _is_transactional(item)
    if item.session.stash.get(FLUSHED, False) and item.get_closest_marker("database") and needs_centre:
        item.session.stash[FLUSHED] = False
        with item.config.stash[blocking_manager_key].unblock():
            _set_up_anew(item.session.stash.get(SET_UP, None))


def pytest_runtest_call(item: pytest.Item) -> None:
    """Remember that Django flushes the database after this test, which has one: a skipped test never comes here."""
    if _is_transactional(item):
        item.session.stash[FLUSHED] = True


def _set_up_anew(file: Path | None) -> None:
    """Give a flushed database what every test begins with."""
    from tests import set_up  # not above: settings are not ready yet

    if file is not None:
        set_up.take(file)
    else:
        set_up.recall_rows()


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Refuse every connection that would leave the machine."""

    def connect(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and not str(address[0]).startswith(LOOPBACK):
            raise AssertionError(f"a test tried to reach {address}")
        return _real_connect(self, address)

    socket.socket.connect = connect
    yield
    socket.socket.connect = _real_connect


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Where a database is kept, empty tables are enough to put it into."""
    from tests import set_up  # not above: settings are not ready yet

    if set_up.kept() is not None:
        connection.settings_dict["TEST"]["MIGRATE"] = False


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any
) -> None:
    """Set the centre up once: every test begins with languages, homes, groups and vocabularies."""
    # pytest-django makes no test database where no test is marked: this would be the developer's own one.
    name = str(connection.settings_dict["NAME"])
    assert "mode=memory" in name or name == ":memory:" or name.startswith("test_"), f"{name} is no test database"
    from tests import set_up  # not above: settings are not ready yet

    with django_db_blocker.unblock():
        file = set_up.kept()
        if file is not None:
            set_up.take(file)
            set_up.take_uploads(file)
        else:
            call_command("setup_centre", verbosity=0)
            if connection.vendor == "sqlite":
                file = tmp_path_factory.mktemp("set-up") / "set-up.sqlite3"
                set_up.save(file)
            else:
                set_up.remember_rows()
        if file is not None:
            request.session.stash[SET_UP] = file


@pytest.fixture(scope="session")
def set_up_database(request: pytest.FixtureRequest, django_db_setup: None) -> Path | None:
    """A SQLite database as every test begins with it, to be copied for processes of their own; None on others."""
    return request.session.stash.get(SET_UP, None)


@pytest.fixture
def centre(db: None) -> None:
    """Languages, homes, groups, workflow, vocabularies: made once a session, and again before a test that names them
    after they were flushed.
    """


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    """What tests before typed into search is not stored in the middle of this one."""
    from search.querylog import counts  # not above: settings are not ready yet

    counts.clear()
