"""Villages, artisans, vocabularies and the gazetteer. Import from here."""

from villages.models.access import ArtisanAccess, Consent
from villages.models.artisan import Artisan, ArtisanClaim, ArtisanTitle, Lineage
from villages.models.glossary import GlossaryTerm
from villages.models.place import Place, PlaceSuccession
from villages.models.terms import Craft, Technique
from villages.models.village import CraftStep, Village, VillageAlias, VillageClaim, VillageTitle

__all__ = [
    "Artisan",
    "ArtisanAccess",
    "ArtisanClaim",
    "ArtisanTitle",
    "Consent",
    "Craft",
    "CraftStep",
    "GlossaryTerm",
    "Lineage",
    "Place",
    "PlaceSuccession",
    "Technique",
    "Village",
    "VillageAlias",
    "VillageClaim",
    "VillageTitle",
]
