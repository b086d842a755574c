"""Messages are compared in English, the language of the message ids."""

from collections.abc import Iterator

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Whatever catalogues are compiled."""
    with translation.override("en"):
        yield
