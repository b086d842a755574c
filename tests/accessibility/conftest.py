"""The same browser, demo and visitor as the browser tests."""

from tests.browser.conftest import browser, origin, visit

__all__ = ["browser", "origin", "visit"]
