"""System checks: production refuses to start without what it needs, each gap with an id and the way to mend it.

They look at settings only, cost nothing and say nothing outside production, so that a laptop needs no configuration.
Under ``manage.py`` Django runs them before each command; a server process runs them in ``wsgi.py`` and ``asgi.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register, run_checks
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

TAG = "configuration"
MINIMAL_SECRET_LENGTH = 50


def _environment() -> Any:
    """Return the settings' door to the environment; by name, because core may not import the layer above it."""
    return import_string("showcase.settings.env.BASE_DIR") and __import__("showcase.settings.env", fromlist=["env"])
