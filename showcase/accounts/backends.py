"""Signing in with what people remember: username, e-mail address or telephone number."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpRequest

from showcase.accounts.fields import normalise_phone


class ContactBackend(ModelBackend):
    """Django's backend, finding the user by username, e-mail or telephone.

    Usernames begin with a letter and hold no `@` or `+`, so the three never mean different people.
    """

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,
    ) -> Any:
        """Return the active user with this identifier and password, or None."""
        model = get_user_model()
        if not username or password is None:
            return None
        user = model._default_manager.filter(self.matching(username)).first()
        if user is None:
            # The same work as for an account that exists (Django ticket 20760).
            model().set_password(password)
            return None
        if user.check_password(password) and self.user_can_authenticate(user):
            return user
        return None

    @staticmethod
    def matching(identifier: str) -> Q:
        """The one condition an identifier stands for."""
        if "@" in identifier:
            return Q(email=identifier)
        try:
            return Q(phone=normalise_phone(identifier))
        except ValidationError:
            return Q(username=identifier)
