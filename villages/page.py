"""The village's page."""

from datetime import date
from typing import Any

from showcase.core.findable import Findable
from showcase.core.recorded import RecordPage
from villages.models import Village
from villages.presentation import village_context
from villages.structured import village_findable


def _head(village: Village, language: str) -> dict[str, Any]:
    findable = village_findable(village, language)
    return {"graph": list(findable.graph), "picture": findable.picture}


def _findable(head: dict[str, Any], day: date) -> Findable:
    """A village tells nothing that ends by itself."""
    return Findable(graph=tuple(head["graph"]), picture=head["picture"])


VILLAGE_PAGE = RecordPage(
    Village,
    "villages/village_detail.html",
    village_context,
    lambda village: {"craft_ids": village.craft_ids},
    _head,
    _findable,
)
