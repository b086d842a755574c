"""What the centre puts into the catalogue's pages: how to ask, where a piece is shown."""

from typing import Any
from urllib.parse import quote

from django.utils.translation import gettext as _

from products.models import Product
from showcase.core.models import Record
from showcase.core.registries import SlotFiller
from showcase.pages.context_processors import centre_details
from showcase.pages.selectors import exhibited, exhibitions_showing
from villages.models import Village


def ask_the_centre(record: Record, request: Any) -> dict[str, str]:
    """Call, Zalo and e-mail with the record's code filled in, from the editable settings."""
    centre = centre_details(request)
    subject = _("Asking about %(code)s, %(name)s") % {"code": record.code, "name": record.localized("name")}
    return {
        "code": record.code or "",
        "phone": centre.phone,
        "tel": centre.tel,
        "zalo": centre.zalo_url,
        "mailto": f"{centre.mailto}?subject={quote(subject)}" if centre.mailto else "",
    }


def shown_in(product: Product, request: Any) -> dict[str, Any] | None:
    """The exhibitions that show this piece."""
    pages = exhibitions_showing(pk=product.pk) if product.pk in exhibited(request).products else []
    return {"pages": pages, "title": _("Shown in")} if pages else None


def village_exhibitions(village: Village, request: Any) -> dict[str, Any] | None:
    """The exhibitions that show pieces of this village."""
    pages = exhibitions_showing(village=village.pk) if village.pk in exhibited(request).villages else []
    return {"pages": pages, "title": _("Exhibitions with pieces from here")} if pages else None


FILLERS = (
    SlotFiller("product_actions", "slots/ask_the_centre.html", ask_the_centre, texts_only=True),
    SlotFiller("artisan_actions", "slots/ask_the_centre.html", ask_the_centre, texts_only=True),
    SlotFiller("village_actions", "slots/ask_the_centre.html", ask_the_centre, texts_only=True),
    SlotFiller("product_related", "slots/shown_in.html", shown_in),
    SlotFiller("village_exhibitions", "slots/shown_in.html", village_exhibitions),
)
