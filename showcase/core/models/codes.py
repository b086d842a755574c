"""Every code ever given, so that none is given twice."""

from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _

from showcase.core.codes import LENGTH, is_code, new_code


class CodeTakenError(ValueError):
    """The code was given to another record before."""


class LivingCode(models.Model):
    """A code and the record it was given to. Rows are never deleted: a label may be in a drawer."""

    code = models.CharField(_("code"), max_length=LENGTH, primary_key=True)
    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    object_id = models.BigIntegerField(null=True)
    given_at = models.DateTimeField(_("given at"), auto_now_add=True)

    class Meta:
        verbose_name = _("living code")
        verbose_name_plural = _("living codes")

    def __str__(self) -> str:
        return self.code

    @classmethod
    def give(cls, model: type[models.Model], code: str = "") -> "LivingCode":
        """Give a new code, or the wished one. Raises :class:`CodeTakenError` if it was given."""
        content_type = ContentType.objects.get_for_model(model)
        if code and not is_code(code):
            raise CodeTakenError(_("“%(code)s” is not a code of this centre.") % {"code": code})
        while True:
            wished = code or new_code()
            try:
                with transaction.atomic():
                    return cls.objects.create(code=wished, content_type=content_type)
            except IntegrityError as error:
                if code:
                    message = _("The code %(code)s was given before.") % {"code": code}
                    raise CodeTakenError(message) from error
