"""The same browser and visitor as the browser tests."""

from tests.browser.conftest import browser, visit

__all__ = ["browser", "visit"]
