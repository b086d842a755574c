"""What artisans put into the village's page."""

from typing import Any

from django.utils.translation import get_language

from showcase.core.registries import SlotFiller
from villages.documents import artisan_card, public_artisans
from villages.models import Village


def village_artisans(village: Village, request: Any) -> dict[str, Any] | None:
    """Those of the village who agreed to be named."""
    language = get_language() or "vi"
    hits = [artisan_card(artisan, language) for artisan in public_artisans().filter(village=village)]
    return {"hits": hits} if hits else None


FILLERS = (SlotFiller("village_artisans", "slots/village_artisans.html", village_artisans),)
