"""What the form of products tells those who fill it in."""

from typing import Any

from django.utils.translation import gettext_lazy as _

PRODUCT_HELPS: dict[str, Any] = {
    "name": _("What it is, in a few words. The code is given by itself."),
    "village": _("Always known: where it was made."),
    "artisan": _("Only from the same village; leave empty when not sure."),
    "category": _("What visitors would look under."),
    "images": _("The first picture stands in lists. Drag to change the order."),
    "summary": _("Two or three sentences: what it is for and what is special."),
    "story": _("A blank line begins a new paragraph."),
    "availability": _("How it can be had today."),
    "lead_days_min": _("For pieces made to order: how many days, at least."),
    "lead_days_max": _("And at most."),
    "sold_on": _("The page of a sold piece stays and says that similar ones can be made."),
    "price_kind": _("“Ask for the price” needs no number."),
    "price_confirmed_on": _("The day the maker last said so."),
    "length_mm": _("In millimetres."),
    "weight_g": _("In grams."),
    "care": _("How to clean and keep it."),
    "certificates": _("Shown from the first to the last day that stands on it."),
    "claims": _("Where sources differ, write down each with its source. Nothing is decided here."),
}
