"""The WSGI entry point; refuses to start when the environment is incomplete (``showcase.core.checks``)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "showcase.settings.production")

application = get_wsgi_application()

from search.engines import prepare  # noqa: E402 - needs the apps loaded
from showcase.core.checks import refuse_incomplete_configuration  # noqa: E402

refuse_incomplete_configuration()
prepare()
