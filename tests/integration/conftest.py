"""A centre that is set up, one with the demo's content, and somebody who may do everything."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client

from tests import factories


@pytest.fixture
def centre(db: None) -> None:
    """Languages, homes, groups, workflow, vocabularies: made once a session, and again before a test that names them
    after they were flushed.
    """


@pytest.fixture(scope="module")
def demo_of_module(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The demo's records for all tests of a module, rolled back at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_demo", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo_centre(demo_of_module: None, centre: None) -> None:
    """The demo's records and exhibition."""


@pytest.fixture
def admin_client(client: Client, centre: None) -> Client:
    """The test client of somebody who may do everything."""
    client.force_login(factories.user("quan-tri", superuser=True))
    return client
