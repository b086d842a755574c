"""Children of a product: options, certificates, pictures, claims."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from products.models.product import Product
from showcase.core.models import Claim, RecordChild
from showcase.core.text import slugify


class ProductOption(RecordChild):
    """A size or colour. Its code is stable: stock and order lines will key on it."""

    translatable_fields: ClassVar[tuple[str, ...]] = ("label",)

    product = ParentalKey(Product, on_delete=models.CASCADE, related_name="options")
    code = models.SlugField(_("option code"), max_length=40, blank=True, help_text=_("Stays when the label changes."))
    label = models.CharField(_("label"), max_length=80)

    class Meta(RecordChild.Meta):
        verbose_name = _("option")
        verbose_name_plural = _("options")

    def __str__(self) -> str:
        return self.label

    def clean(self) -> None:
        super().clean()
        self.code = self.code or slugify(self.label)[:40] or str(self.uuid)[:8]


class Certificate(RecordChild):
    """A certificate with a term, such as OCOP stars (36 months)."""

    translatable_fields: ClassVar[tuple[str, ...]] = ("scheme",)

    product = ParentalKey(Product, on_delete=models.CASCADE, related_name="certificates")
    scheme = models.CharField(_("certificate"), max_length=120, default="OCOP")
    stars = models.PositiveSmallIntegerField(
        _("stars"), null=True, blank=True, choices=[(number, str(number)) for number in (3, 4, 5)]
    )
    number = models.CharField(_("number"), max_length=80, blank=True)
    decision = models.CharField(_("decision"), max_length=120, blank=True)
    issuer = models.CharField(_("given by"), max_length=200, blank=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    class Meta(RecordChild.Meta):
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")

    def __str__(self) -> str:
        return f"{self.scheme} {self.number}".strip()

    def clean(self) -> None:
        super().clean()
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError({"valid_to": _("This certificate ends before it begins.")})


class ProductImage(RecordChild):
    """A picture of the piece, in hand order; the first is its face."""

    product = ParentalKey(Product, on_delete=models.CASCADE, related_name="images")
    image = models.ForeignKey(
        "images.CentreImage", verbose_name=_("picture"), on_delete=models.CASCADE, related_name="+"
    )

    class Meta(RecordChild.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")


class ProductClaim(Claim):
    """What a source says of a piece."""

    product = ParentalKey(Product, on_delete=models.CASCADE, related_name="claims")

    class Meta(Claim.Meta):
        verbose_name = _("claim")
        verbose_name_plural = _("what sources say")
