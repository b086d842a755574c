"""The ASGI entry point; refuses to start when the environment is incomplete (``showcase.core.checks``)."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "showcase.settings.production")

application = get_asgi_application()

from showcase.core.checks import refuse_incomplete_configuration  # noqa: E402 - needs the apps loaded

refuse_incomplete_configuration()
