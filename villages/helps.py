"""What the forms of villages and artisans tell those who fill them in."""

from typing import Any

from django.utils.translation import gettext_lazy as _

VILLAGE_HELPS: dict[str, Any] = {
    "name": _("The name the village is known by. Hamlets and old names go below."),
    "gloss": _("One line for lists, for example: lacquer on wood since the 17th century."),
    "aliases": _("Visitors find the village by these names too."),
    "crafts": _("Tick every craft that is still practised."),
    "summary": _("Two or three sentences that stand above the story."),
    "story": _("A blank line begins a new paragraph."),
    "typical_products": _("What the village is known for, as visitors would say it."),
    "commune": _("The commune since July 2025. Leave empty when nobody has checked it."),
    "commune_to_confirm": _("Tick while somebody still has to ask."),
    "former_place": _("Chosen from the list; visitors still search by it."),
    "latitude": _("In degrees, for example 20.78912. Copy both numbers from a map."),
    "longitude": _("In degrees, for example 105.91234."),
    "precision_m": _("How far the point may be off, for example 300."),
    "getting_there": _("Bus, road and where to park, from the middle of Hà Nội."),
    "opening_hours": _("When visitors are welcome, in words."),
    "steps": _("In the order of the work, each with a picture where there is one."),
    "titles": _("Word for word as in the decision."),
    "claims": _("Where sources differ, write down each with its source. Nothing is decided here."),
}

ARTISAN_HELPS: dict[str, Any] = {
    "name": _("As the artisan wants to be called. Shown only with consent."),
    "kind": _("Who makes: a person, a household, a cooperative or a company."),
    "village": _("Where the work is done."),
    "portrait": _("Shown only while the artisan agrees."),
    "birth_year": _("Only the year; leave empty when not sure."),
    "summary": _("Two or three sentences that stand above the story."),
    "story": _("A blank line begins a new paragraph."),
    "quote": _("The artisan's own words, without quotation marks."),
    "titles": _("Word for word as in the decision."),
}
