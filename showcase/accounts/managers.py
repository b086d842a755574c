"""Making users in code and on the command line."""

from typing import Any

from django.contrib.auth.models import UserManager


class CentreUserManager(UserManager):
    """Django's manager, but the username may be left out."""

    def create_user(
        self,
        username: str = "",
        email: str | None = None,
        password: str | None = None,
        **extra_fields: Any,
    ) -> Any:
        """Make a user; without a username one is generated."""
        from showcase.accounts.models import new_username

        return super().create_user(username or new_username(), email, password, **extra_fields)

    def create_superuser(
        self,
        username: str = "",
        email: str | None = None,
        password: str | None = None,
        **extra_fields: Any,
    ) -> Any:
        """Make an administrator; without a username one is generated."""
        from showcase.accounts.models import new_username

        return super().create_superuser(username or new_username(), email, password, **extra_fields)
