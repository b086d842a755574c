"""What artisans put into the village's page."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from showcase.core import freshness
from showcase.core.cards import joined, newest_cards
from showcase.core.registries import SlotFiller
from villages.models import Artisan, GlossaryTerm, Lineage, Village

SHOWN = 12


def village_artisans(village: Village, request: Any) -> dict[str, Any] | None:
    """The first of the village who agreed to be named, and the way to all."""
    hits = newest_cards("artisan", SHOWN, {"village": (village.code,)}, request=request)
    more = f"{reverse('artisan_list')}?village={village.code}"
    return {"hits": joined(hits), "more_url": more} if hits else None


def artisan_lineage(artisan: Artisan, request: Any) -> dict[str, Any] | None:
    """Teachers and pupils, as either's page tells it; who is not public is not named, whatever was typed beside."""
    stated = list(artisan.links.all())
    links = [link for link in stated if (link.other.is_public if link.other else link.name)]
    links += _told_by_others(artisan, {link.other_id for link in stated})
    words = {Lineage.Relation.TEACHER: _("Learnt from"), Lineage.Relation.PUPIL: _("Taught")}
    groups = [(heading, [link for link in links if link.relation == relation]) for relation, heading in words.items()]
    return {"groups": [group for group in groups if group[1]]} if links else None


def _told_by_others(artisan: Artisan, stated: set[int | None]) -> list[Lineage]:
    """Who names this one as teacher is a pupil here, and the other way round; those named here already are left out."""
    turned = {"teacher": Lineage.Relation.PUPIL, "pupil": Lineage.Relation.TEACHER}
    theirs = Lineage.objects.filter(other=artisan, artisan__in=Artisan.objects.public()).select_related("artisan")
    found = {
        (link.artisan_id, relation): Lineage(relation=relation, other=link.artisan)
        for link in theirs.order_by("artisan__name", "artisan__code")
        if link.artisan_id not in stated and (relation := turned.get(link.relation))
    }
    return list(found.values())


def village_words(village: Village, request: Any) -> dict[str, Any] | None:
    """Words of the village's crafts, each a way into the glossary."""
    crafts = village.craft_ids
    words: list[GlossaryTerm] = freshness.kept("glossary", request, lambda: list(GlossaryTerm.objects.all()))
    terms = [term for term in words if term.craft_id in crafts][:SHOWN]
    return {"terms": terms} if terms else None


FILLERS = (
    SlotFiller("village_artisans", "slots/village_artisans.html", village_artisans, texts_only=True),
    SlotFiller("artisan_lineage", "slots/artisan_lineage.html", artisan_lineage),
    SlotFiller("village_exhibitions", "slots/village_words.html", village_words),
)
