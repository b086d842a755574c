"""Places of the gazetteer by the names that lists use."""

from collections import defaultdict

from products.importing.places import bare_place
from showcase.core.text import fold
from villages.models import Place

HA_NOI = "01"


class Gazetteer:
    """Today's communes and the former communes, by folded name; Hà Nội before the others."""

    def __init__(self) -> None:
        self._communes: dict[str, list[Place]] = defaultdict(list)
        self._formers: dict[tuple[str, str], list[Place]] = defaultdict(list)
        for place in Place.objects.filter(level=Place.Level.COMMUNE).select_related("parent"):
            self._communes[fold(place.name)].append(place)
        for place in Place.objects.filter(level=Place.Level.FORMER_COMMUNE):
            self._formers[fold(place.name), fold(bare_place(place.district))].append(place)

    def commune(self, text: str) -> Place | None:
        """``Chuyên Mỹ`` or ``phường Hà Đông``; None when unknown or not to be told apart."""
        found = self._communes.get(fold(bare_place(text)), [])
        here = [place for place in found if place.parent is not None and place.parent.code == HA_NOI]
        return _only(here or found, text)

    def former(self, commune: str, district: str) -> Place | None:
        """A commune as it was on 30-6-2025."""
        found = self._formers.get((fold(bare_place(commune)), fold(bare_place(district))), [])
        return _only(found, commune)


def _only(found: list[Place], text: str) -> Place | None:
    if len(found) > 1:
        typed = [place for place in found if fold(text) == fold(f"{place.kind} {place.name}")]
        found = typed or found
    return found[0] if len(found) == 1 else None
