"""Application set-up of accounts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    """The user model."""

    default = True
    name = "showcase.accounts"
    label = "accounts"
    verbose_name = _("Accounts")
    default_auto_field = "django.db.models.BigAutoField"


class CentreUsersConfig(WagtailUsersAppConfig):
    """Stands in for `wagtail.users` in INSTALLED_APPS, with our user forms."""

    default = False
    user_viewset = "showcase.accounts.viewsets.UserViewSet"
