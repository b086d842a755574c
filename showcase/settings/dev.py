"""Development, the default of ``manage.py``: nothing to install, nothing to configure, nothing secret."""

from __future__ import annotations

from showcase.settings import env
from showcase.settings.base import *

DEBUG = env.DEBUG
ALLOWED_HOSTS = env.ALLOWED_HOSTS or ["localhost", "127.0.0.1", "[::1]", ".localhost", "testserver"]

SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False

PAGE_CACHE = False
STORED_HTML = False  # who works on a template sees the change at once
DATABASES["default"]["CONN_MAX_AGE"] = 0  # the development server starts a thread per request
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
