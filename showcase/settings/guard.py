"""``python -m showcase.settings.guard``: refuses development commands under production settings."""

from __future__ import annotations

import sys

from showcase.settings import env


def main() -> None:
    """Exit with a reason in words when DJANGO_SETTINGS_MODULE names the production settings."""
    module = env.settings_module("showcase.settings.dev")
    if module.rpartition(".")[2] == "production":
        sys.exit(
            f"Refused under {module}: `make run` and `make demo` are for development.\n"
            "In production: manage.py migrate, manage.py setup_centre, and gunicorn showcase.wsgi."
        )


if __name__ == "__main__":
    main()
