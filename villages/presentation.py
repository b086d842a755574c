"""How a village's facts are said to a reader."""

import re
from dataclasses import dataclass
from typing import Any

from django.utils import translation
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from showcase.core.claims import by_subject
from villages.documents import highest_title
from villages.models import Artisan, Place, Village, VillageAlias

#: From so many metres on, a point stands for a commune and not for a gate.
COARSE_M = 500


@dataclass(frozen=True, slots=True)
class Point:
    """Coordinates in decimal degrees, with no more digits than are known, and how exact they are in words."""

    latitude: str
    longitude: str
    precision: str
    is_coarse: bool
    zoom: int

    @property
    def map_url(self) -> str:
        """A page with a map, for those who follow the link: nothing of it is loaded here."""
        place = f"{self.latitude}/{self.longitude}"
        mark = f"mlat={self.latitude}&mlon={self.longitude}&" if not self.is_coarse else ""
        return f"https://www.openstreetmap.org/?{mark}zoom={self.zoom}#map={self.zoom}/{place}"

    @property
    def geo_url(self) -> str:
        """Opens the phone's own map."""
        return f"geo:{self.latitude},{self.longitude}?z={self.zoom}"


def point_of(village: Village) -> Point | None:
    """Where the village is, or ``None`` when one of the coordinates is not known."""
    if village.latitude is None or village.longitude is None:
        return None
    metres = village.precision_m
    is_coarse = metres is None or metres >= COARSE_M
    digits = 3 if is_coarse else 5
    return Point(
        f"{village.latitude:.{digits}f}",
        f"{village.longitude:.{digits}f}",
        _precision(metres),
        is_coarse,
        13 if is_coarse else 16,
    )


def _precision(metres: int | None) -> str:
    if metres is None:
        return _("accuracy unknown")
    if metres < 1000:
        return _("accurate to about %(number)s m") % {"number": metres}
    return _("accurate to about %(number)s km") % {"number": number_format(metres / 1000, 1 if metres % 1000 else 0)}


def place_name(place: Place | None, language: str) -> str:
    """``xã Chuyên Mỹ``; in English ``Chuyên Mỹ commune``."""
    if place is None:
        return ""
    if language == "vi":
        return f"{place.kind} {place.name}"
    with translation.override(language):
        kinds = {"xã": _("commune"), "phường": _("ward"), "thị trấn": _("township"), "đặc khu": _("special zone")}
    return f"{place.name} {kinds.get(place.kind.lower(), place.kind)}"


def former_names(text: str) -> str:
    """``Vạn Điểm →Vạn Nhất, Thường Tín`` as lists write it, in words: ``Vạn Điểm (later Vạn Nhất), Thường Tín``."""
    text = re.sub(r"\s*→\s*([^,]+)", lambda found: " " + _("(later %(name)s)") % {"name": found[1].strip()}, text)
    before = _("(before %(year)s: %(name)s)")
    return re.sub(r"\(before (\d{4}): ([^()]+)\)", lambda found: before % {"year": found[1], "name": found[2]}, text)


def other_names(village: Village) -> list[tuple[str, list[str]]]:
    """Hamlets, old names and how it is called elsewhere, each with its words."""
    kinds = VillageAlias.Kind
    words = {kinds.HAMLET: _("Hamlets"), kinds.OLD_NAME: _("Formerly called"), kinds.OTHER: _("Also called")}
    names: dict[str, list[str]] = {kind: [] for kind in words}
    for alias in village.aliases.all():
        names[alias.kind].append(alias.name)
    return [(words[kind], names[kind]) for kind in words if names[kind]]


def village_context(village: Village) -> dict[str, Any]:
    """What the village's page shows beside the record itself, in the active language."""
    language = translation.get_language() or "vi"
    claims = list(village.claims.all())
    plain = [group for group in by_subject(claims) if group.is_plain]
    stated = [claim for group in plain for claim in group.claims]
    former = village.former_place
    joined = f"{former.name}, {former.district}".strip(", ") if former else ""
    return {
        "village": village,
        "claims": [claim for claim in claims if claim not in stated],
        "plain": [(group.subject, group.claims[0]) for group in plain if group.claims[0].field != "founding"],
        "founding": next((claim for claim in claims if claim.field == "founding"), None),
        "founding_differs": sum(claim.field == "founding" for claim in claims) > 1,
        "names": other_names(village),
        "commune": place_name(village.commune, language),
        "former": former_names(village.former_place_text or joined),
        "point": point_of(village),
    }


def artisan_description(artisan: Artisan) -> str:
    """What search engines show below the name: the story, if it may be shown, else title, craft and village."""
    if artisan.may_show_story and (told := artisan.localized("summary") or artisan.localized("story")):
        return str(told)
    title, village = highest_title(artisan), artisan.village
    facts = [str(title.localized("title")) if title else artisan.get_kind_display()]
    facts += [str(craft.localized("name")) for craft in artisan.crafts.all()]
    facts += [str(village.localized("name"))] if village.is_public else []
    return f"{artisan.localized('name')}: {', '.join(facts)}"


def artisan_context(artisan: Artisan) -> dict[str, Any]:
    """What the artisan's page shows beside the record itself, in the active language."""
    return {
        "artisan": artisan,
        "description": artisan_description(artisan),
        "untranslated_titles": any(title.localized("title").is_fallback for title in artisan.titles.all()),
    }
