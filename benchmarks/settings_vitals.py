"""As production, over the development database: packed static files named by their content, pages kept."""

from __future__ import annotations

from showcase.settings.base import *

SECRET_KEY = "vitals-only-" + "x" * 50
ALLOWED_HOSTS = ["*"]
SECURE_SSL_REDIRECT = False
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
LOGGING = {**LOGGING, "root": {"handlers": ["console"], "level": "ERROR"}}
