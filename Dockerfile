# The site and its task worker in one image; compose.yaml says what runs beside them.
FROM python:3.11-slim

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 \
    DJANGO_SETTINGS_MODULE=showcase.settings.production

RUN useradd --create-home --uid 10001 showcase && install -d -o showcase /srv/media
WORKDIR /srv/showcase
COPY requirements.txt .
RUN pip install --require-hashes -r requirements.txt
COPY . .
RUN for po in showcase/core/locale*/*/LC_MESSAGES/*.po; do \
      python -m babel.messages.frontend --quiet compile -i "$po" -o "${po%.po}.mo" || exit 1; done
# Production refuses to start without its settings: these hold for this step only, and none of them is a secret.
RUN SECRET_KEY=collects-static-files-and-signs-nothing-at-all-xY9_kL ALLOWED_HOSTS=langnghe.example.vn \
    SITE_URL=https://langnghe.example.vn DATABASE_URL=sqlite:////tmp/none.sqlite3 EMAIL_URL=consolemail:// \
    MEDIA_ROOT=/srv/media python manage.py collectstatic --noinput --verbosity 0
USER showcase
EXPOSE 8000
CMD ["gunicorn", "showcase.wsgi", "--bind", "0.0.0.0:8000", "--workers", "2", "--preload"]
