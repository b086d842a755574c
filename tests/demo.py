"""The demo for the tests of many files: there once on each worker, and taken back before the first that is without it.

Loading takes as long as hundreds of small tests, so it is taken from where it was kept (see :mod:`tests.set_up`); what
one file's tests write, the next file does not see.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from tests import set_up

LOADED = pytest.StashKey["Demo"]()
FILES = pytest.StashKey[set[Path]]()


class Demo:
    """The demo's records: a kept database in the place of the usual one, else a transaction that is never committed."""

    def __init__(self, blocker: DjangoDbBlocker) -> None:
        self._blocker = blocker
        self._way_back: ExitStack | None = None

    def load(self) -> None:
        """Load it unless it is there."""
        if self._way_back is None:
            with self._blocker.unblock(), ExitStack() as stack:
                with_demo, without = set_up.kept("demo"), set_up.kept()
                if with_demo is not None and without is not None:
                    stack.callback(set_up.take, without)
                    set_up.take(with_demo)
                else:
                    stack.enter_context(transaction.atomic())
                    stack.callback(transaction.set_rollback, True)
                    call_command("load_demo", verbosity=0)
                self._way_back = stack.pop_all()

    def take_back(self) -> None:
        """Leave the database as it was before."""
        if self._way_back is not None:
            with self._blocker.unblock():
                self._way_back.close()
            self._way_back = None


def files_with_demo(items: Iterable[pytest.Item]) -> set[Path]:
    """The files of which a test asks for the demo: it stays until their last test."""
    return {item.path for item in items if "demo_of_module" in getattr(item, "fixturenames", ())}


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Take the demo back before a test of a file that does not ask for it."""
    stash = item.session.stash
    if LOADED in stash and item.path not in stash[FILES]:
        stash[LOADED].take_back()


@pytest.fixture(scope="session")
def demo_of_session(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Demo]:
    demo = request.session.stash[LOADED] = Demo(django_db_blocker)
    yield demo
    demo.take_back()


@pytest.fixture(scope="module")
def demo_of_module(demo_of_session: Demo, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The demo's records for all tests of a module; what these write is rolled back at its end."""
    demo_of_session.load()
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo_centre(demo_of_module: None, centre: None) -> None:
    """The demo's records and exhibitions."""
