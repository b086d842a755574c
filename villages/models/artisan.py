"""Those who make: persons, households, cooperatives, companies."""

import re
from contextvars import ContextVar
from typing import Any, ClassVar, Self

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey, ParentalManyToManyField

from showcase.core.models import Claim, PartialDateMixin, Record, RecordChild, RecordQuerySet
from showcase.images.keys import picture_key
from villages.models.terms import Craft, Technique
from villages.models.village import Village

# How the consents of this moment were given: channel, text_version, recorded_by.
consent_circumstances: ContextVar[dict[str, Any]] = ContextVar("consent_circumstances", default={})  # noqa: B039


#: How the names of firms and cooperatives begin.
FORM_OF_FIRM = re.compile(
    r"^(công ty( tnhh| cổ phần| cp)*( một thành viên| mtv)?|hợp tác xã|htx|tổ hợp tác|xưởng)\b", re.I
)


class ArtisanQuerySet(RecordQuerySet):
    """An artisan is public when live and willing to be named."""

    def public(self) -> Self:
        return super().public().filter(may_show_name=True)


class Artisan(Record):
    """A maker. What may be public is consent, a live fact, never part of a draft."""

    class Kind(models.TextChoices):
        PERSON = "person", _("craftsperson")  # not "nghệ nhân", which is a title
        HOUSEHOLD = "household", _("household")
        COOPERATIVE = "cooperative", _("cooperative")
        COMPANY = "company", _("company")

    CONSENTS: ClassVar[tuple[str, ...]] = (
        "may_show_name",
        "may_show_photo",
        "may_show_story",
        "may_show_phone",
        "may_show_address",
    )
    live_facts: ClassVar[tuple[str, ...]] = (*Record.live_facts, *CONSENTS)
    ledger_facts: ClassVar[tuple[str, ...]] = CONSENTS
    translatable_fields: ClassVar[tuple[str, ...]] = (
        "name",
        "summary",
        "story",
        "quote",
        "visiting",
        "generation",
        "languages",
        "classes_offered",
    )
    detail_route: ClassVar[str] = "artisan_detail"

    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.PERSON)
    village = models.ForeignKey(Village, verbose_name=_("village"), on_delete=models.PROTECT, related_name="artisans")
    crafts = ParentalManyToManyField(Craft, verbose_name=_("crafts"), blank=True, related_name="artisans")
    techniques = ParentalManyToManyField(Technique, verbose_name=_("techniques"), blank=True, related_name="artisans")
    birth_year = models.PositiveSmallIntegerField(_("birth year"), null=True, blank=True)
    craft_since = models.PositiveSmallIntegerField(_("in the craft since"), null=True, blank=True)
    generation = models.CharField(_("generation of the family"), max_length=120, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    story = models.TextField(_("story"), blank=True)
    quote = models.TextField(_("in their own words"), blank=True)
    visiting = models.TextField(_("visiting"), blank=True)
    classes_offered = models.TextField(_("classes"), blank=True)
    languages = models.CharField(_("languages spoken"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    address = models.CharField(_("workshop address"), max_length=250, blank=True)
    portrait = picture_key(_("portrait"))
    may_show_name = models.BooleanField(_("name may be public"), default=False)
    may_show_photo = models.BooleanField(_("photo may be public"), default=False)
    may_show_story = models.BooleanField(_("story may be public"), default=False)
    may_show_phone = models.BooleanField(_("phone may be public"), default=False)
    may_show_address = models.BooleanField(_("address may be public"), default=False)

    objects: ClassVar[Any] = ArtisanQuerySet.as_manager()

    class Meta:
        verbose_name = _("artisan")
        verbose_name_plural = _("artisans")
        ordering = ("name", "code")

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Whoever changes a consent, a line of the ledger tells it."""
        stored = type(self)._base_manager.filter(pk=self.pk).values(*self.CONSENTS).first() if self.pk else None
        super().save(*args, **kwargs)
        before = stored or dict.fromkeys(self.CONSENTS, False)
        for purpose in self.CONSENTS:
            if (granted := getattr(self, purpose)) != before[purpose]:
                self.consents.create(purpose=purpose, granted=granted, **consent_circumstances.get())

    @property
    def is_public(self) -> bool:
        return super().is_public and self.may_show_name

    @property
    def initial(self) -> str:
        """The letter of a monogram: of the given name, which stands last, or of what a firm is called by."""
        name = self.name.partition(" (")[0].strip()
        if self.kind in (self.Kind.PERSON, self.Kind.HOUSEHOLD):
            name = name.rpartition(" ")[2]
        else:
            name = FORM_OF_FIRM.sub("", name).strip() or name
        return name[:1].upper()

    def search_pieces(self) -> list[str]:
        return [*super().search_pieces(), self.village.name if self.village_id else ""]

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        return "villages/artisan_detail.html"

    def get_preview_context(self, request: Any, mode_name: str) -> dict[str, Any]:
        from villages.presentation import artisan_context

        return {**super().get_preview_context(request, mode_name), **artisan_context(self)}


class ArtisanTitle(RecordChild, PartialDateMixin):
    """A title as it was given; one is never inferred from another."""

    class Field(models.TextChoices):
        CRAFT = "craft", _("crafts")
        HERITAGE = "heritage", _("intangible heritage")

    translatable_fields: ClassVar[tuple[str, ...]] = ("title",)

    artisan = ParentalKey(Artisan, on_delete=models.CASCADE, related_name="titles")
    title = models.CharField(pgettext_lazy("honour", "title"), max_length=200)
    issuer = models.CharField(_("given by"), max_length=200, blank=True)
    decision = models.CharField(_("decision"), max_length=120, blank=True)
    field = models.CharField(_("field"), max_length=20, choices=Field, blank=True)

    class Meta(RecordChild.Meta):
        verbose_name = pgettext_lazy("honour", "title")
        verbose_name_plural = _("titles")

    def __str__(self) -> str:
        return self.title


class Lineage(RecordChild):
    """A teacher or a pupil, with a page here or only a name."""

    class Relation(models.TextChoices):
        TEACHER = "teacher", _("teacher")
        PUPIL = "pupil", _("pupil")

    artisan = ParentalKey(Artisan, on_delete=models.CASCADE, related_name="links")
    relation = models.CharField(_("relation"), max_length=10, choices=Relation)
    other = models.ForeignKey(
        Artisan,
        verbose_name=_("artisan of the centre"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    name = models.CharField(_("name"), max_length=200, blank=True)

    class Meta(RecordChild.Meta):
        verbose_name = _("teacher or pupil")
        verbose_name_plural = _("teachers and pupils")

    def __str__(self) -> str:
        return self.name or str(self.other or "")


class ArtisanClaim(Claim):
    """What a source says of an artisan."""

    artisan = ParentalKey(Artisan, on_delete=models.CASCADE, related_name="claims")

    class Meta(Claim.Meta):
        verbose_name = _("claim")
        verbose_name_plural = _("what sources say")
