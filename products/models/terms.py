"""Categories and materials."""

from django.utils.translation import gettext_lazy as _

from showcase.core.models import Term


class Category(Term):
    """What a thing is for: trays, pictures, hats."""

    class Meta(Term.Meta):
        verbose_name = _("category")
        verbose_name_plural = _("categories")


class Material(Term):
    """What a thing is made of."""

    class Meta(Term.Meta):
        verbose_name = _("material")
        verbose_name_plural = _("materials")
