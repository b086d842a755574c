"""The one door to the process environment: every setting that differs between machines is named here.

Values are read once, at import, from the environment and from an optional ``.env`` file beside ``manage.py``
(the environment wins). No other module of the project reads ``os.environ``; a test holds that.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import environ

BASE_DIR: Final = Path(__file__).resolve().parent.parent.parent

#: Good for a laptop only; production refuses it (check ``core.E001``).
DEVELOPMENT_SECRET_KEY: Final = "development-only-not-a-secret"  # noqa: S105 - refused in production

_env = environ.Env()
_env.read_env(BASE_DIR / ".env")

SECRET_KEY: Final[str] = _env.str("SECRET_KEY", default="") or DEVELOPMENT_SECRET_KEY
ALLOWED_HOSTS: Final[list[str]] = _env.list("ALLOWED_HOSTS", default=[])
SITE_URL: Final[str] = _env.str("SITE_URL", default="").rstrip("/")
DEBUG: Final[bool] = _env.bool("DEBUG", default=True)
PORT: Final[int] = _env.int("PORT", default=8000)

DATABASE_URL: Final[str] = _env.str("DATABASE_URL", default="")
REDIS_URL: Final[str] = _env.str("REDIS_URL", default="")
EMAIL_URL: Final[str] = _env.str("EMAIL_URL", default="")

ELASTICSEARCH_URL: Final[str] = _env.str("ELASTICSEARCH_URL", default="")
ELASTICSEARCH_INDEX: Final[str] = _env.str("ELASTICSEARCH_INDEX", default="") or "showcase-catalogue"
SEARCH_ENGINE: Final[str] = _env.str("SEARCH_ENGINE", default="") or "embedded"

MEDIA_ROOT: Final[str] = _env.str("MEDIA_ROOT", default="")
MEDIA_STORAGE_URL: Final[str] = _env.str("MEDIA_STORAGE_URL", default="")

STRIPE_PUBLISHABLE_KEY: Final[str] = _env.str("STRIPE_PUBLISHABLE_KEY", default="")
STRIPE_SECRET_KEY: Final[str] = _env.str("STRIPE_SECRET_KEY", default="")
STRIPE_WEBHOOK_SECRET: Final[str] = _env.str("STRIPE_WEBHOOK_SECRET", default="")

SENTRY_DSN: Final[str] = _env.str("SENTRY_DSN", default="")


def settings_module(default: str) -> str:
    """Return the dotted name of the settings module that Django would load."""
    return _env.str("DJANGO_SETTINGS_MODULE", default=default)  # type: ignore[no-any-return]


def database() -> dict[str, Any]:
    """Return Django's settings for the default database: DATABASE_URL, or ``db.sqlite3`` beside ``manage.py``.

    SQLite takes its write lock at BEGIN: with the default (deferred) mode two writers that both read first cannot
    be serialised and one of them loses its order with "database is locked".
    https://docs.djangoproject.com/en/5.2/ref/databases/#sqlite-transaction-behavior
    """
    config: dict[str, Any] = _env.db_url_config(DATABASE_URL or f"sqlite:///{BASE_DIR / 'db.sqlite3'}")
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config["OPTIONS"] = {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    return config


def email() -> dict[str, Any]:
    """Return Django's ``EMAIL_*`` settings from EMAIL_URL, or mail printed to the console."""
    config: dict[str, Any] = _env.email_url_config(EMAIL_URL or "consolemail://")
    return {name: value for name, value in config.items() if name.startswith("EMAIL_")}
