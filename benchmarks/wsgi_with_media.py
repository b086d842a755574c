"""The site and its public pictures, which a web server gives in production."""

from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from whitenoise import WhiteNoise

from showcase.images.storage import PUBLIC_FOLDER

application = WhiteNoise(
    get_wsgi_application(), root=str(Path(settings.MEDIA_ROOT) / PUBLIC_FOLDER), prefix=settings.MEDIA_URL
)
