"""The shared kernel: knows Django and Wagtail, none of our nouns."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "showcase.core"
    label = "core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from showcase.core import checks  # noqa: F401  (registers the system checks)
