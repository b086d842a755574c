"""A centre that is set up, and somebody who may do everything. One with the demo's content: ``tests.demo``."""

import pytest
from django.test import Client

from tests import factories


@pytest.fixture
def admin_client(client: Client, centre: None) -> Client:
    """The test client of somebody who may do everything."""
    client.force_login(factories.user("quan-tri", superuser=True))
    return client
