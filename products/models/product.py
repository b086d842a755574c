"""A piece of the catalogue."""

from collections.abc import Iterator
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField

from products.models.physical import PhysicalMixin
from products.models.terms import Category, Material
from showcase.core.models import Record, RecordQuerySet
from showcase.core.money import Money
from villages.models import Artisan, Craft, Technique, Village


class Availability(models.TextChoices):
    """The stated kinds; each has its own words and its own way to order."""

    ONE_OF_A_KIND = "one_of_a_kind", _("One of a kind")
    IN_STOCK = "in_stock", _("In stock")
    MADE_TO_ORDER = "made_to_order", _("Made to order")
    NOT_FOR_SALE = "not_for_sale", _("Not for sale")


class PriceKind(models.TextChoices):
    """How a price is stated. VAT is included."""

    EXACT = "exact", _("Exact price")
    RANGE = "range", _("From … to …")
    FROM = "from", _("From …")
    ASK = "ask", _("Ask for the price")


class ProductQuerySet(RecordQuerySet):
    """A product is public iff it and its village are live."""

    def public(self) -> Self:
        return super().public().filter(village__live=True, village__withdrawn_at__isnull=True)


class Product(PhysicalMixin, Record):
    """A piece: who made it, where, of what, how large, for how much, and whether it can be had."""

    live_facts: ClassVar[tuple[str, ...]] = (
        *Record.live_facts,
        "artisan",
        "availability",
        "lead_days_min",
        "lead_days_max",
        "sold_on",
        "price_kind",
        "price_min",
        "price_max",
        "currency",
        "price_confirmed_on",
    )
    translatable_fields: ClassVar[tuple[str, ...]] = (
        "name",
        "summary",
        "story",
        "care",
        "packing",
        "safety_note",
        "order_note",
        "price_unit",
    )
    detail_route: ClassVar[str] = "product_detail"

    village = models.ForeignKey(Village, verbose_name=_("village"), on_delete=models.PROTECT, related_name="products")
    artisan = models.ForeignKey(
        Artisan, verbose_name=_("maker"), null=True, blank=True, on_delete=models.SET_NULL, related_name="products"
    )
    craft = models.ForeignKey(
        Craft, verbose_name=_("craft"), null=True, blank=True, on_delete=models.PROTECT, related_name="products"
    )
    category = models.ForeignKey(
        Category, verbose_name=_("category"), null=True, blank=True, on_delete=models.PROTECT, related_name="products"
    )
    techniques = ParentalManyToManyField(Technique, verbose_name=_("techniques"), blank=True, related_name="products")
    materials = ParentalManyToManyField(Material, verbose_name=_("materials"), blank=True, related_name="products")
    summary = models.TextField(_("summary"), blank=True)
    story = models.TextField(_("story"), blank=True)
    care = models.TextField(_("care"), blank=True)
    packing = models.TextField(_("packing"), blank=True)
    safety_note = models.TextField(_("safety note"), blank=True)
    design_year = models.PositiveSmallIntegerField(_("design year"), null=True, blank=True)
    author = models.CharField(_("designed by"), max_length=200, blank=True)
    hs_code = models.CharField(_("HS code"), max_length=12, blank=True)
    capacity = models.CharField(_("capacity per month"), max_length=120, blank=True)

    availability = models.CharField(
        _("availability"), max_length=20, choices=Availability, default=Availability.IN_STOCK
    )
    lead_days_min = models.PositiveSmallIntegerField(_("lead time from, days"), null=True, blank=True)
    lead_days_max = models.PositiveSmallIntegerField(_("lead time to, days"), null=True, blank=True)
    sold_on = models.DateField(_("sold on"), null=True, blank=True)
    minimum_order = models.PositiveIntegerField(_("minimum order"), null=True, blank=True)
    order_note = models.CharField(_("note on ordering"), max_length=250, blank=True)

    price_kind = models.CharField(_("kind of price"), max_length=10, choices=PriceKind, default=PriceKind.ASK)
    price_min = models.PositiveBigIntegerField(
        _("price, or lowest price"), null=True, blank=True, help_text=_("Whole đồng, VAT included.")
    )
    price_max = models.PositiveBigIntegerField(_("highest price"), null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, default="VND", editable=False)
    price_unit = models.CharField(_("price is for"), max_length=60, blank=True)
    price_confirmed_on = models.DateField(_("price confirmed on"), null=True, blank=True)

    objects: ClassVar[Any] = ProductQuerySet.as_manager()

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("products")
        ordering = ("name", "code")
        constraints = [
            models.CheckConstraint(
                name="product_price_fits_kind",
                condition=models.Q(price_kind="ask", price_min__isnull=True, price_max__isnull=True)
                | models.Q(price_kind__in=("exact", "from"), price_min__isnull=False, price_max__isnull=True)
                | models.Q(price_kind="range", price_min__isnull=False, price_max__gte=models.F("price_min")),
                violation_error_message=_("The prices do not fit the kind of price."),
            ),
            models.CheckConstraint(
                name="product_lead_days_ordered",
                condition=models.Q(lead_days_max__isnull=True)
                | models.Q(lead_days_min__isnull=False, lead_days_max__gte=models.F("lead_days_min")),
                violation_error_message=_("The longest lead time is shorter than the shortest."),
            ),
        ]
        indexes = [
            models.Index(fields=("village", "live")),
            models.Index(fields=("artisan", "live")),
        ]

    def clean(self) -> None:
        super().clean()
        if self.artisan_id and self.village_id and self.artisan and self.artisan.village_id != self.village_id:
            raise ValidationError({"artisan": _("This maker belongs to another village.")})
        if errors := dict(self._price_errors()):
            raise ValidationError(errors)

    def _price_errors(self) -> Iterator[tuple[str, Any]]:
        """The field that has to change and how: the constraint behind it knows neither."""
        lowest, highest = self.price_min, self.price_max
        if self.price_kind == PriceKind.ASK:
            given = [name for name, price in (("price_min", lowest), ("price_max", highest)) if price is not None]
            yield from ((name, _("“Ask for the price” needs no number.")) for name in given)
        elif lowest is None:
            yield "price_min", _("Write the price, or choose “Ask for the price”.")
        elif self.price_kind != PriceKind.RANGE and highest is not None:
            yield "price_max", _("Only “From … to …” has a highest price.")
        elif self.price_kind == PriceKind.RANGE and (highest is None or highest < lowest):
            yield "price_max", _("Write a highest price that is not below the lowest.")

    @property
    def is_public(self) -> bool:
        return super().is_public and self.village.is_public

    @property
    def maker(self) -> Artisan | None:
        """The maker a visitor may know, else ``None``."""
        return self.artisan if self.artisan and self.artisan.is_public else None

    # What the slots of a product's page read; a stored page knows it without the record.

    @property
    def village_code(self) -> str:
        return self.village.code

    @property
    def maker_code(self) -> str:
        return self.maker.code if self.maker else ""

    @property
    def craft_key(self) -> str:
        return self.craft.key if self.craft else ""

    @property
    def category_key(self) -> str:
        return self.category.key if self.category else ""

    @property
    def village_url(self) -> str:
        return str(self.village.get_absolute_url())

    @property
    def maker_url(self) -> str:
        return str(self.maker.get_absolute_url()) if self.maker else ""

    @property
    def is_sold(self) -> bool:
        return self.sold_on is not None

    @property
    def price(self) -> Money | None:
        return None if self.price_min is None else Money(self.price_min, self.currency)

    def search_pieces(self) -> list[str]:
        parents = [self.village.name if self.village_id else "", self.artisan.name if self.artisan else ""]
        return [*super().search_pieces(), *parents]

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        return "products/product_detail.html"

    def get_preview_context(self, request: Any, mode_name: str) -> dict[str, Any]:
        from products.presentation import product_context

        return {**super().get_preview_context(request, mode_name), **product_context(self)}
