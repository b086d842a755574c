"""A craft village and what is told of it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey, ParentalManyToManyField

from showcase.core.models import Claim, PartialDateMixin, Record, RecordChild
from showcase.images.keys import picture_key
from villages.models.place import Place
from villages.models.terms import Craft


class Village(Record):
    """A craft village: crafts, former names, titles per hamlet, how it is made."""

    translatable_fields: ClassVar[tuple[str, ...]] = (
        "name",
        "gloss",
        "summary",
        "story",
        "typical_products",
        "getting_there",
        "opening_hours",
    )
    detail_route: ClassVar[str] = "village_detail"

    gloss = models.CharField(_("in a few words"), max_length=200, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    story = models.TextField(_("story"), blank=True)
    typical_products = models.TextField(_("typical products"), blank=True)
    crafts = ParentalManyToManyField(Craft, verbose_name=_("crafts"), blank=True, related_name="villages")
    commune = models.ForeignKey(
        Place, verbose_name=_("commune today"), null=True, blank=True, on_delete=models.PROTECT, related_name="villages"
    )
    commune_to_confirm = models.BooleanField(_("commune to be confirmed"), default=False)
    former_place = models.ForeignKey(
        Place,
        verbose_name=_("former commune"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="former_villages",
    )
    former_place_text = models.CharField(
        _("formerly"), max_length=200, blank=True, help_text=_("Commune and district before July 2025, as written.")
    )
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    precision_m = models.PositiveIntegerField(_("precision in metres"), null=True, blank=True)
    getting_there = models.TextField(_("getting there"), blank=True)
    opening_hours = models.TextField(_("opening hours"), blank=True)
    picture = picture_key(
        help_text=_(
            "At the top of the village's page and on its cards; wide pictures are best. "
            "Without one: the pattern of its craft."
        )
    )

    class Meta:
        verbose_name = _("village")
        verbose_name_plural = _("villages")
        ordering = ("name", "code")

    def search_pieces(self) -> list[str]:
        aliases = [alias.name for alias in self.aliases.all()] if self.pk else []
        return [*super().search_pieces(), *aliases, self.former_place_text]

    @property
    def craft_ids(self) -> list[int]:
        return [craft.pk for craft in self.crafts.all()]

    def all_names(self) -> list[str]:
        """The name, then hamlets and old names: products may name any of them."""
        return [self.name, *(alias.name for alias in self.aliases.all())]

    def get_preview_template(self, request, mode_name):  # type: ignore[no-untyped-def]
        return "villages/village_detail.html"

    def get_preview_context(self, request, mode_name):  # type: ignore[no-untyped-def]
        from villages.presentation import village_context

        return {**super().get_preview_context(request, mode_name), **village_context(self)}


class VillageAlias(RecordChild):
    """A hamlet of the village, an old name, or how it is called elsewhere."""

    class Kind(models.TextChoices):
        HAMLET = "hamlet", _("hamlet")
        OLD_NAME = "old_name", _("old name")
        OTHER = "other", _("also called")

    village = ParentalKey(Village, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.OTHER)

    class Meta(RecordChild.Meta):
        verbose_name = _("other name")
        verbose_name_plural = _("other names")

    def __str__(self) -> str:
        return self.name


class VillageTitle(RecordChild, PartialDateMixin):
    """A title, given to a hamlet or the whole village by a decision."""

    translatable_fields: ClassVar[tuple[str, ...]] = ("title",)

    village = ParentalKey(Village, on_delete=models.CASCADE, related_name="titles")
    title = models.CharField(pgettext_lazy("honour", "title"), max_length=200)
    hamlet = models.CharField(_("hamlet"), max_length=120, blank=True)
    issuer = models.CharField(_("given by"), max_length=200, blank=True)
    decision = models.CharField(_("decision"), max_length=120, blank=True)

    class Meta(RecordChild.Meta):
        verbose_name = pgettext_lazy("honour", "title")
        verbose_name_plural = _("titles")

    def __str__(self) -> str:
        return self.title


class CraftStep(RecordChild):
    """One step of how it is made."""

    translatable_fields: ClassVar[tuple[str, ...]] = ("title", "description", "tool", "material", "duration")

    village = ParentalKey(Village, on_delete=models.CASCADE, related_name="steps")
    title = models.CharField(_("step"), max_length=120)
    description = models.TextField(_("description"), blank=True)
    tool = models.CharField(_("tool"), max_length=200, blank=True)
    material = models.CharField(_("material"), max_length=200, blank=True)
    duration = models.CharField(_("time"), max_length=120, blank=True)
    image = picture_key()

    class Meta(RecordChild.Meta):
        verbose_name = _("step")
        verbose_name_plural = _("how it is made")

    def __str__(self) -> str:
        return self.title


class VillageClaim(Claim):
    """What a source says of a village."""

    village = ParentalKey(Village, on_delete=models.CASCADE, related_name="claims")

    class Meta(Claim.Meta):
        verbose_name = _("claim")
        verbose_name_plural = _("what sources say")
