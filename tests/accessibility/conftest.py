"""The same browser, demo and visitors as the browser tests."""

from tests.browser.conftest import browser, origin, visit
from tests.browser.inside import inside

__all__ = ["browser", "inside", "origin", "visit"]
