"""The same centre as the integration tests."""

from tests.integration.conftest import centre  # noqa: F401 (a fixture of these tests too)
