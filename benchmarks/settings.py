"""As production, without what a measurement on the loopback cannot have: TLS, mail, a proxy."""

from __future__ import annotations

import tempfile
from pathlib import Path

from showcase.settings.base import *

SECRET_KEY = "benchmarks-only-" + "x" * 50
ALLOWED_HOSTS = ["*"]
SECURE_SSL_REDIRECT = False
DATABASES["default"]["CONN_MAX_AGE"] = None
DATABASES["default"]["CONN_HEALTH_CHECKS"] = False
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
MEDIA_ROOT = tempfile.mkdtemp(prefix="showcase-bench-")
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
LOGGING = {**LOGGING, "root": {"handlers": ["console"], "level": "ERROR"}}
STATIC_ROOT = Path(MEDIA_ROOT)  # WhiteNoise reads all of it
#: Read by the page cache; ``settings_cached`` switches it on.
PAGE_CACHE = False
