"""Model fields that keep a way to reach somebody in one form, whatever was typed."""

import contextlib
import re
from typing import Any

import phonenumbers
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

REGION = "VN"
# The parser below finds numbers inside words ("u0912345678"); a number is typed with these signs only.
TYPED_NUMBER = re.compile(r"[\d\s+().\-–/]+")


def normalise_phone(value: str) -> str:
    """Return a telephone number as E.164 (`+84912345678`).

    Numbers without a country are Vietnamese. Raises `ValidationError` when it cannot be a number.
    """
    number = None
    if TYPED_NUMBER.fullmatch(value):
        with contextlib.suppress(phonenumbers.NumberParseException):
            number = phonenumbers.parse(value, REGION)
    if number is None or not phonenumbers.is_valid_number(number):
        raise ValidationError(
            _("Enter a telephone number, for example 0912 345 678 or +84 912 345 678."),
            code="invalid_phone",
        )
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


class LowercaseEmailField(models.EmailField):
    """An e-mail address stored in lower case; an empty one is null, so many may have none."""

    def to_python(self, value: Any) -> str | None:
        """Trim and lower; "" becomes None."""
        text = super().to_python(value)
        return (text.strip().lower() or None) if text is not None else None

    def get_prep_value(self, value: Any) -> str | None:
        """Look-ups and saves both compare the stored form."""
        return self.to_python(super().get_prep_value(value))

    def pre_save(self, model_instance: models.Model, add: bool) -> str | None:
        """Leave on the object what the row holds."""
        value = self.to_python(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value


class PhoneField(models.CharField):
    """A telephone number stored as E.164; an empty one is null, so many may have none."""

    def to_python(self, value: Any) -> str | None:
        """Normalise; "" becomes None. Raises `ValidationError` for what is no number."""
        text = super().to_python(value)
        return normalise_phone(text) if text and text.strip() else None

    def get_prep_value(self, value: Any) -> str | None:
        """A look-up with something that is no number finds nothing and raises nothing."""
        text = super(models.CharField, self).get_prep_value(value)
        try:
            return self.to_python(text)
        except ValidationError:
            return text

    def pre_save(self, model_instance: models.Model, add: bool) -> str | None:
        """Leave on the object what the row holds; refuse what is no number."""
        value = self.to_python(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value
