"""What the centre puts into the catalogue's pages: how to ask, where a piece is shown."""

from typing import Any
from urllib.parse import quote

from django.utils.translation import gettext as _

from products.models import Product
from showcase.core.registries import SlotFiller
from showcase.pages.models import CentreSettings
from showcase.pages.selectors import exhibitions_showing


def _digits(number: str) -> str:
    return "".join(char for char in number if char.isdigit() or char == "+")


def ask_the_centre(product: Product, request: Any) -> dict[str, Any] | None:
    """Call, Zalo and e-mail with the product's code filled in, from the editable settings."""
    centre = CentreSettings.load(request_or_site=request)
    subject = _("Asking about %(code)s, %(name)s") % {"code": product.code, "name": product.localized("name")}
    return {
        "product": product,
        "centre": centre,
        "tel": f"tel:{_digits(centre.phone)}" if centre.phone else "",
        "zalo": f"https://zalo.me/{_digits(centre.zalo).lstrip('+')}" if centre.zalo else "",
        "mailto": f"mailto:{centre.email}?subject={quote(subject)}" if centre.email else "",
    }


def shown_in(product: Product, request: Any) -> dict[str, Any] | None:
    """The exhibitions that show this piece."""
    pages = exhibitions_showing(product)
    return {"pages": pages} if pages else None


FILLERS = (
    SlotFiller("product_actions", "slots/product_actions.html", ask_the_centre),
    SlotFiller("product_related", "slots/product_shown_in.html", shown_in),
)
