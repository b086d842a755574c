"""Production: as ``base``, and the checks of ``showcase.core.checks`` refuse to start when something is missing.

The reverse proxy must set (not pass on) ``X-Forwarded-Proto``; without a proxy nothing else speaks HTTPS for us.
"""

from __future__ import annotations

from showcase.settings.base import *

PRODUCTION = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Exactly what the environment says, so that the checks see what is missing.
SITE_URL = env.SITE_URL
WAGTAILADMIN_BASE_URL = SITE_URL
CSRF_TRUSTED_ORIGINS = [SITE_URL] if SITE_URL else []

#: Names left to their development default; what may stay so is decided in ``showcase.core.checks``.
NOT_CONFIGURED = frozenset(
    name
    for name, value in {
        "SECRET_KEY": env.SECRET_KEY if env.SECRET_KEY != env.DEVELOPMENT_SECRET_KEY else "",
        "DATABASE_URL": env.DATABASE_URL,
        "EMAIL_URL": env.EMAIL_URL,
        "MEDIA_ROOT": env.MEDIA_ROOT,
        "MEDIA_STORAGE_URL": env.MEDIA_STORAGE_URL,
        "REDIS_URL": env.REDIS_URL,
    }.items()
    if not value
)
