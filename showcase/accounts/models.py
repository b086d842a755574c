"""The user of the site."""

import secrets
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from showcase.accounts.fields import LowercaseEmailField, PhoneField
from showcase.accounts.managers import CentreUserManager

# Neither an e-mail address nor a telephone number can be a username: people sign in with any of the three.
validate_username = RegexValidator(
    r"\A[A-Za-z][A-Za-z0-9_.-]*\Z",
    _("Begin with a letter; then letters a–z, digits and . - _ only."),
    code="invalid_username",
)


def new_username() -> str:
    """A random username that says nothing about its owner."""
    return f"u{secrets.token_hex(6)}"


def language_choices() -> list[tuple[str, Any]]:
    """The languages of the site; a callable, so that a new language needs no migration."""
    return list(settings.LANGUAGES)


class User(AbstractUser):
    """Somebody who signs in. E-mail and telephone are each unique or absent."""

    username = models.CharField(
        _("username"),
        max_length=150,
        unique=True,
        blank=True,
        validators=[validate_username],
        help_text=_("Left empty, one is made up. People can sign in by e-mail or telephone too."),
        error_messages={"unique": _("A user with that username already exists.")},
    )
    email = LowercaseEmailField(  # type: ignore[assignment]  # ours may be null
        _("e-mail address"),
        unique=True,
        null=True,
        blank=True,
        error_messages={"unique": _("Another account has this e-mail address.")},
    )
    phone = PhoneField(
        _("telephone"),
        max_length=16,
        unique=True,
        null=True,
        blank=True,
        help_text=_("Numbers without a country code are Vietnamese."),
        error_messages={"unique": _("Another account has this telephone number.")},
    )
    language = models.CharField(
        _("language"),
        max_length=10,
        choices=language_choices,
        default="vi",
        help_text=_("The language of the mails and messages we send."),
    )

    objects: ClassVar[CentreUserManager] = CentreUserManager()

    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta(AbstractUser.Meta):
        constraints = [
            models.UniqueConstraint(Lower("email"), name="accounts_user_email_any_case"),
            # Written with patterns: the fields' own look-ups turn "" into null.
            models.CheckConstraint(
                condition=~models.Q(username="")
                & (models.Q(email__isnull=True) | models.Q(email__contains="@"))
                & (models.Q(phone__isnull=True) | models.Q(phone__startswith="+")),
                name="accounts_user_empty_is_null",
            ),
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.email or self.phone or self.username

    def clean(self) -> None:
        """Give a username where none was typed, and make empty ways to reach somebody null before uniqueness is asked.

        Django's own clean() would store "" as e-mail.
        """
        self.email = self.email or None
        self.phone = self.phone or None
        self.username = self.username or new_username()
        self.username = self.normalize_username(self.username)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a missing username is made up here too, for code that skips validation."""
        self.username = self.username or new_username()
        super().save(*args, **kwargs)
