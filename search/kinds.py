"""What kinds of things are called, and what stands above the lists of three of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext


@dataclass(frozen=True, slots=True)
class ListKind:
    """Heading and introduction of a list; ``count(total)`` says the number in words."""

    heading: Any
    intro: Any
    count: Callable[[int], str]


#: The words above results of each kind.
LABELS: dict[str, Any] = {
    "product": _("Products"),
    "village": _("Villages"),
    "artisan": _("Artisans"),
    "exhibition": _("Exhibitions"),
    "event": _("Events"),
    "story": _("Stories"),
    "glossary": _("Glossary"),
}


def _villages(total: int) -> str:
    return ngettext("%(total)s village", "%(total)s villages", total) % {"total": total}


def _artisans(total: int) -> str:
    return ngettext("%(total)s artisan", "%(total)s artisans", total) % {"total": total}


def _products(total: int) -> str:
    return ngettext("%(total)s product", "%(total)s products", total) % {"total": total}


KINDS = {
    "village": ListKind(
        _("Villages"),
        _("Craft villages of southern Hà Nội: what they make, since when, and how to get there."),
        _villages,
    ),
    "artisan": ListKind(
        _("Artisans"), _("The people who make: artisans, households, cooperatives and companies."), _artisans
    ),
    "product": ListKind(
        _("Products"),
        _("Pieces from the craft villages of southern Hà Nội, each with its maker and its village."),
        _products,
    ),
}
