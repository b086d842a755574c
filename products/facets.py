"""The facets of the catalogue and the words for their values."""

from collections.abc import Callable

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from products.models import Availability, Category, Material
from showcase.core.models import Record, Term
from showcase.core.registries import FacetSource
from showcase.core.text import collation_key
from villages.models import Artisan, Craft, Technique, Village


def _terms(model: type[Term]) -> Callable[[str], dict[str, str]]:
    def labels(language: str) -> dict[str, str]:
        return {term.key: str(term.localized("name", language)) for term in model._default_manager.all()}

    return labels


def _records(model: type[Record]) -> Callable[[str], dict[str, str]]:
    def labels(language: str) -> dict[str, str]:
        public = model._default_manager.all().public().only("code", "name", "translations")
        rows = [(record.code, str(record.localized("name", language))) for record in public]
        return dict(sorted(rows, key=lambda row: collation_key(row[1])))

    return labels


def _availability(language: str) -> dict[str, str]:
    with translation.override(language):
        return {**{key: str(label) for key, label in Availability.choices}, "sold": _("Sold")}


def _prices(language: str) -> dict[str, str]:
    with translation.override(language):
        return {
            "under-200k": _("Under 200,000 VND"),
            "200k-500k": _("200,000 to 500,000 VND"),
            "500k-1m": _("500,000 to 1 million VND"),
            "1m-5m": _("1 to 5 million VND"),
            "over-5m": _("5 million VND and more"),
            "ask": _("Ask for the price"),
        }


def _stars(language: str) -> dict[str, str]:
    with translation.override(language):
        return {
            str(stars): ngettext("OCOP %(stars)s star", "OCOP %(stars)s stars", stars) % {"stars": stars}
            for stars in (5, 4, 3)
        }


FACETS = (
    FacetSource("craft", gettext_lazy("Craft"), _terms(Craft)),
    FacetSource("village", gettext_lazy("Village"), _records(Village)),
    FacetSource("artisan", gettext_lazy("Maker"), _records(Artisan)),
    FacetSource("category", gettext_lazy("Kind of piece"), _terms(Category)),
    FacetSource("material", gettext_lazy("Material"), _terms(Material)),
    FacetSource("technique", gettext_lazy("Technique"), _terms(Technique)),
    FacetSource("price", gettext_lazy("Price"), _prices),
    FacetSource("availability", gettext_lazy("Availability"), _availability),
    FacetSource("stars", gettext_lazy("OCOP stars"), _stars),
)
