"""A centre that is set up, and one with the demo's content."""

import pytest
from django.core.management import call_command


@pytest.fixture
def centre(db: None) -> None:
    """Languages, homes, groups, workflow, vocabularies."""
    call_command("setup_centre", verbosity=0)


@pytest.fixture
def demo_centre(centre: None) -> None:
    """The demo's records and exhibition."""
    call_command("load_demo", verbosity=0)


@pytest.fixture
def admin_client(client, centre):  # type: ignore[no-untyped-def]
    """The test client of somebody who may do everything."""
    from tests import factories

    client.force_login(factories.user("quan-tri", superuser=True))
    return client
