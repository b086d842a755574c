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
from django.http.request import validate_host

TAG = "configuration"
MINIMAL_SECRET_LENGTH = 50
ELASTICSEARCH_ENGINES = ("elasticsearch", "search.engines.elasticsearch.ElasticsearchEngine")

Check = Callable[[], Iterator[CheckMessage]]


def _missing(name: str) -> bool:
    return name in settings.NOT_CONFIGURED


def check_secret_key() -> Iterator[CheckMessage]:
    """E001: a secret of this installation's own."""
    if _missing("SECRET_KEY") or len(settings.SECRET_KEY) < MINIMAL_SECRET_LENGTH:
        hint = f"Set SECRET_KEY to at least {MINIMAL_SECRET_LENGTH} random characters."
        yield Error("SECRET_KEY is missing or short.", hint=hint, id="core.E001")


def check_hosts() -> Iterator[CheckMessage]:
    """E002: the names this site answers to."""
    if not settings.ALLOWED_HOSTS or any(name.startswith(("*", ".")) for name in settings.ALLOWED_HOSTS):
        hint = "Set ALLOWED_HOSTS to the site's host names, each in full, separated by commas."
        yield Error("ALLOWED_HOSTS is empty, or allows any host or all of a domain.", hint=hint, id="core.E002")


def check_site_url() -> Iterator[CheckMessage]:
    """E003: the public address, written into mails, feeds and QR codes."""
    parts = urlsplit(settings.SITE_URL)
    hint = "Set SITE_URL, such as https://langnghe.example.vn"
    if parts.scheme != "https" or not parts.hostname:
        yield Error("SITE_URL is missing or not an https address.", hint=hint, id="core.E003")
    elif parts.path or parts.query or parts.fragment or parts.username:
        yield Error("SITE_URL holds more than https and a host.", hint=hint, id="core.E003")
    elif settings.ALLOWED_HOSTS and not validate_host(parts.hostname, settings.ALLOWED_HOSTS):
        yield Error("The host of SITE_URL is not in ALLOWED_HOSTS.", hint=hint, id="core.E003")


def check_database() -> Iterator[CheckMessage]:
    """E004: a database chosen on purpose (SQLite too, by a sqlite:/// address)."""
    if _missing("DATABASE_URL"):
        hint = "Set DATABASE_URL, such as postgres://user:password@host/name or sqlite:////srv/showcase/db.sqlite3"
        yield Error("DATABASE_URL is missing.", hint=hint, id="core.E004")


def check_email() -> Iterator[CheckMessage]:
    """E005: mail that leaves the machine."""
    if _missing("EMAIL_URL"):
        hint = "Set EMAIL_URL, such as smtp+tls://user:password@host:587"
        yield Error("EMAIL_URL is missing: mail would go to the console.", hint=hint, id="core.E005")


def check_media() -> Iterator[CheckMessage]:
    """E006, E007: a place for uploads that survives a new release."""
    if _missing("MEDIA_ROOT"):
        hint = "Set MEDIA_ROOT to an absolute directory outside the release."
        yield Error("MEDIA_ROOT is missing.", hint=hint, id="core.E006")
    if not _missing("MEDIA_STORAGE_URL"):
        hint = "Remove MEDIA_STORAGE_URL and use MEDIA_ROOT."
        yield Error("MEDIA_STORAGE_URL is not supported in this version.", hint=hint, id="core.E007")


def check_search() -> Iterator[CheckMessage]:
    """E008: an engine on a server needs the server's address."""
    if settings.SEARCH_ENGINE in ELASTICSEARCH_ENGINES and not settings.ELASTICSEARCH_URL:
        hint = "Set ELASTICSEARCH_URL, or remove SEARCH_ENGINE to search in the process."
        yield Error("SEARCH_ENGINE needs ELASTICSEARCH_URL.", hint=hint, id="core.E008")


def check_stripe() -> Iterator[CheckMessage]:
    """E009: with card payment on, notices must be verifiable."""
    if settings.STRIPE_SECRET_KEY and not settings.STRIPE_WEBHOOK_SECRET:
        hint = "Set STRIPE_WEBHOOK_SECRET, or remove STRIPE_SECRET_KEY to sell without cards."
        yield Error("STRIPE_WEBHOOK_SECRET is missing.", hint=hint, id="core.E009")


def check_cache() -> Iterator[CheckMessage]:
    """W001: without Redis every worker process counts and caches alone."""
    if _missing("REDIS_URL"):
        hint = "Set REDIS_URL, such as redis://127.0.0.1:6379/0"
        yield Warning("REDIS_URL is missing: the cache is per process.", hint=hint, id="core.W001")


CHECKS: tuple[Check, ...] = (
    check_secret_key,
    check_hosts,
    check_site_url,
    check_database,
    check_email,
    check_media,
    check_search,
    check_stripe,
    check_cache,
)


@register(TAG)
def check_configuration(**kwargs: Any) -> list[CheckMessage]:
    """Return everything this environment lacks; nothing outside production."""
    if not settings.PRODUCTION:
        return []
    return [message for check in CHECKS for message in check()]


def refuse_incomplete_configuration() -> None:
    """Raise ``ImproperlyConfigured`` with every gap in words, for server processes, which run no checks of Django's."""
    gaps = [message for message in run_checks(tags=[TAG]) if message.is_serious()]
    if gaps:
        raise ImproperlyConfigured("\n".join(str(message) for message in gaps))
