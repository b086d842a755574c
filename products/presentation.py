"""How a product's facts are said to a reader."""

from typing import Any

from django.utils import translation
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from products.models import Availability, PriceKind, Product
from showcase.core.models.translation import SOURCE_LANGUAGE
from showcase.core.money import Money, format_range
from villages.presentation import former_names


def price_display(product: Product, language: str) -> str:
    """``450.000–1.500.000 ₫``, ``từ 60.000 ₫ / mét`` or "ask for the price"; "" of what is not for sale."""
    if product.availability == Availability.NOT_FOR_SALE:
        return ""
    if product.price_min is None:
        with translation.override(language):
            return _("Ask for the price")
    unit = product.localized("price_unit", language)
    price = _amount(product, language)
    return f"{price} / {unit}" if unit else price


def _amount(product: Product, language: str) -> str:
    low = Money(product.price_min or 0, product.currency)
    if product.price_kind == PriceKind.RANGE and product.price_max is not None:
        if product.price_max == product.price_min:
            return low.format(language)
        return format_range(low, Money(product.price_max, product.currency), language)
    if product.price_kind == PriceKind.FROM:
        with translation.override(language):
            return _("from %(price)s") % {"price": low.format(language)}
    return low.format(language)


def price_notes(product: Product, language: str) -> list[str]:
    """What belongs to a price: VAT, when it was confirmed, the least that is made."""
    notes = []
    with translation.override(language):
        if product.price_min is not None:
            notes.append(_("VAT included"))
            if product.price_confirmed_on:
                day = date_format(product.price_confirmed_on, "d.m.Y" if language == "vi" else "j F Y")
                notes.append(_("Price confirmed on %(day)s") % {"day": day})
        if product.minimum_order:
            notes.append(_("Minimum order %(number)s") % {"number": product.minimum_order})
    return notes


def availability_display(product: Product, language: str) -> str:
    """Availability in words: "Đặt làm, khoảng 20–30 ngày"."""
    with translation.override(language):
        if product.is_sold:
            return _("Sold; a similar piece can be made")
        if product.availability == Availability.MADE_TO_ORDER:
            return _made_to_order(product)
        return str(Availability(product.availability).label)


def _made_to_order(product: Product) -> str:
    low, high = product.lead_days_min, product.lead_days_max
    if low is None:
        return _("Made to order")
    if high is not None and high != low:
        return _("Made to order, about %(low)s–%(high)s days") % {"low": low, "high": high}
    return ngettext("Made to order, about %(days)s day", "Made to order, about %(days)s days", low) % {"days": low}


def _number(value: float) -> str:
    return number_format(value, decimal_pos=None if value % 1 else 0)


def dimensions_display(product: Product, language: str) -> str:
    """``60 × 120 × 3 cm``; diameter first; the words staff typed at the end."""
    with translation.override(language):
        sides = [product.length_mm, product.width_mm, product.height_mm]
        known = [_number(side / 10) for side in sides if side is not None]
        parts = []
        if product.diameter_mm is not None:
            parts.append(f"Ø {' × '.join([_number(product.diameter_mm / 10), *known])} cm")
        elif known:
            parts.append(f"{' × '.join(known)} cm")
        if product.pieces and product.pieces > 1:
            parts.append(ngettext("%(count)s piece", "%(count)s pieces", product.pieces) % {"count": product.pieces})
        if product.size_note:
            parts.append(_size_words(product.size_note))
        return ", ".join(parts)


def _size_words(note: str) -> str:
    """The words that lists use have translations; others stand as staff wrote them."""
    known = {
        "by measure": _("by measure"),
        "framed": _("framed"),
        "box": _("box"),
        "set": _("set"),
    }
    return known.get(note.strip().lower(), note)


def weight_display(product: Product, language: str) -> str:
    """Grams below a kilogram, kilograms above."""
    if product.weight_g is None:
        return ""
    with translation.override(language):
        if product.weight_g < 1000:
            return f"{product.weight_g} g"
        return f"{_number(product.weight_g / 1000)} kg"


def product_context(product: Product) -> dict[str, Any]:
    """What the product page shows beside the record itself, in the active language."""
    language = translation.get_language() or "vi"
    return {
        "product": product,
        "own_name": product.name if product.localized("name").language != SOURCE_LANGUAGE else "",
        "can_be_had": not product.is_sold and product.availability != Availability.NOT_FOR_SALE,
        "maker": product.maker,
        "former": former_names(product.village.former_place_text) if product.village_id else "",
        "price_display": price_display(product, language),
        "price_notes": price_notes(product, language),
        "availability_display": availability_display(product, language),
        "dimensions_display": dimensions_display(product, language),
        "weight_display": weight_display(product, language),
        "certificates": [certificate for certificate in product.certificates.all() if certificate.valid_to],
    }
