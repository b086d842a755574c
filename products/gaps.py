"""What products still lack, for the worklist."""

import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from products.models import PriceKind, Product
from showcase.core.gaps import Gap

PRICE_HOLDS = datetime.timedelta(days=365)
ENDS_SOON = datetime.timedelta(days=60)


def _kept() -> "QuerySet[Any]":
    return Product.objects.filter(withdrawn_at__isnull=True, sold_on__isnull=True).order_by("name", "code")


def old_prices() -> "QuerySet[Any]":
    """Priced pieces whose price nobody confirmed in twelve months."""
    since = timezone.localdate() - PRICE_HOLDS
    old = Q(price_confirmed_on__isnull=True) | Q(price_confirmed_on__lt=since)
    return _kept().exclude(price_kind=PriceKind.ASK).filter(old)


def ending_certificates() -> "QuerySet[Any]":
    """Pieces with a certificate that ends within sixty days, today included."""
    today = timezone.localdate()
    return _kept().filter(certificates__valid_to__range=(today, today + ENDS_SOON)).distinct()


GAPS: dict[str, Gap] = {
    "product-picture": Gap(_("Products without a picture"), Product, lambda: _kept().filter(images__isnull=True)),
    "product-english": Gap(
        _("Products without English"), Product, lambda: _kept().filter(translations__en__isnull=True)
    ),
    "product-price": Gap(_("Prices not confirmed in 12 months"), Product, old_prices),
    "product-certificate": Gap(_("Certificates that end within 60 days"), Product, ending_certificates),
    "product-claims": Gap(
        _("Products with unconfirmed claims"),
        Product,
        lambda: _kept().filter(claims__isnull=False, claims__checked_on__isnull=True).distinct(),
    ),
}
