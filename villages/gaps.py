"""What villages and artisans still lack, for the worklist."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from showcase.core.gaps import Gap
from villages.models import Artisan, Village


def _kept(model: Any) -> "QuerySet[Any]":
    """Records that the centre still keeps: withdrawn ones have no gaps."""
    return model.objects.filter(withdrawn_at__isnull=True).order_by("name", "code")


GAPS: dict[str, Gap] = {
    "village-english": Gap(
        _("Villages without English"), Village, lambda: _kept(Village).filter(translations__en__isnull=True)
    ),
    "village-story": Gap(_("Villages without a story"), Village, lambda: _kept(Village).filter(story="")),
    "village-picture": Gap(
        _("Villages without a picture"), Village, lambda: _kept(Village).filter(picture__isnull=True)
    ),
    "village-commune": Gap(
        _("Villages whose commune is to be confirmed"), Village, lambda: _kept(Village).filter(commune_to_confirm=True)
    ),
    "village-claims": Gap(
        _("Villages with unconfirmed claims"),
        Village,
        lambda: _kept(Village).filter(claims__isnull=False, claims__checked_on__isnull=True).distinct(),
    ),
    "artisan-english": Gap(
        _("Artisans without English"), Artisan, lambda: _kept(Artisan).filter(translations__en__isnull=True)
    ),
    "artisan-consent": Gap(
        _("Artisans who did not agree to be named"), Artisan, lambda: _kept(Artisan).filter(may_show_name=False)
    ),
    "artisan-portrait": Gap(
        _("Artisans without a portrait who agreed to one"),
        Artisan,
        lambda: _kept(Artisan).filter(Q(portrait__isnull=True), may_show_photo=True),
    ),
    "artisan-claims": Gap(
        _("Artisans with unconfirmed claims"),
        Artisan,
        lambda: _kept(Artisan).filter(claims__isnull=False, claims__checked_on__isnull=True).distinct(),
    ),
}
